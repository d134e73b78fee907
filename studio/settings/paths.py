"""Where does the program keep what belongs to its user?"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """``state``: what may be lost without harm to a document; ``config``: what the user chose."""

    state: Path
    config: Path

    @property
    def journals(self) -> Path:
        """Journals of sessions that run or were killed."""
        return self.state / "journals"

    @property
    def set_aside(self) -> Path:
        """Journals that were recovered, discarded or cannot be read; emptied only by the user's
        word.
        """
        return self.state / "set-aside"

    @property
    def settings(self) -> Path:
        return self.config / "settings.json"


def find_paths(
    environment: Mapping[str, str] = os.environ,
    *,
    platform: str = sys.platform,
    home: Path | None = None,
) -> Paths:
    """The folders of this user: FACHWERK_HOME, else %LOCALAPPDATA% on Windows, else XDG."""
    if own := environment.get("FACHWERK_HOME"):
        return Paths(Path(own) / "state", Path(own) / "config")
    home = home if home is not None else Path.home()
    if platform == "win32":
        local = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Fachwerk"
        return Paths(local / "state", local / "config")
    state = _absolute(environment.get("XDG_STATE_HOME"), home / ".local" / "state")
    config = _absolute(environment.get("XDG_CONFIG_HOME"), home / ".config")
    return Paths(state / "fachwerk", config / "fachwerk")


def _absolute(folder: str | None, otherwise: Path) -> Path:
    """XDG: a relative path is invalid and ignored."""
    return Path(folder) if folder and Path(folder).is_absolute() else otherwise
