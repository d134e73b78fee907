"""Which verbs does the program know without a window, and how are they spoken?

One table of verbs (``verbs.py``); each verb is a module with one function ``run(values) -> exit
code``, woken when it is called. The verbs do what the studio does, by the same functions: they
read through ``studio.session.files``, check through ``model.checks``, write through the table of
targets.

Why no argparse (11/2026): its sentences are English and leave with exit code 2 from the middle of
the program; a table of verbs gives help and refusals in both languages in a hundred lines.
Exit codes: 0 done, 1 done with findings or losses, 2 refused and nothing written, 3 the
environment lacks something. Never a traceback for a bad input.
"""

from studio.commandline.helptext import general_help, verb_help
from studio.commandline.run import run_verb
from studio.commandline.verbs import VERBS

__all__ = ["VERBS", "general_help", "run_verb", "verb_help"]
