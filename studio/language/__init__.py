"""Which language does the program speak, and how is it changed while it runs?

Loads the catalogue of a language from resources and hands it to ``model.language``. Whoever shows
text registers with ``on_change``; widgets do so through one Qt signal
(``studio.language.switch``), so that a living window changes its words without a restart.

Why the choice is settled here (11/2026): what the person said on the command line or in the
settings wins, then the surroundings; German is the default.
"""

from resources import LANGUAGES
from studio.language.choose import chosen, take_option
from studio.language.load import current, load

__all__ = ["LANGUAGES", "chosen", "current", "load", "take_option"]
