"""What does the program remember about its user?

Where things lie: settings in the user's configuration folder; journals in the user's local state
folder, never beside the document and never on a share. The variable FACHWERK_HOME puts both below
one folder (portable use, tests).

Why a settings file that cannot be read is set aside and not an error (11/2026): a preference is
never worth a start that fails.
"""

from studio.settings.paths import Paths, find_paths
from studio.settings.settings import Settings

__all__ = ["Paths", "Settings", "find_paths"]
