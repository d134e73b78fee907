"""What did the user choose last time?"""

from __future__ import annotations

import contextlib
import json
import os
from pathlib import Path
from typing import Any

RECENT = 12
_RECENT_KEY = "recent_files"


class Settings:
    """Named JSON values in one file, written at every change; what cannot be read or written is
    never an error.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._values = self._read()

    def value(self, name: str, default: Any = None) -> Any:
        """What was remembered under a name; ``default`` also when it is of another type."""
        found = self._values.get(name, default)
        fits = default is None or isinstance(found, type(default))
        return found if fits else default

    def remember(self, name: str, value: Any) -> None:
        """Keep a value (text, number, truth, list or dict of such); None forgets it."""
        if self._values.get(name) == value:
            return
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value
        self._write()

    @property
    def recent_files(self) -> list[Path]:
        """Files opened or saved, the last one first."""
        return [Path(p) for p in self.value(_RECENT_KEY, []) if isinstance(p, str)]

    def opened(self, path: Path) -> None:
        """Put a file at the head of the recent ones."""
        others = [str(p) for p in self.recent_files if p != path]
        self.remember(_RECENT_KEY, [str(path), *others][:RECENT])

    def forget_file(self, path: Path) -> None:
        """Take a file out of the recent ones (it is gone)."""
        self.remember(_RECENT_KEY, [str(p) for p in self.recent_files if p != path])

    def _read(self) -> dict[str, Any]:
        try:
            values = json.loads(self.path.read_text(encoding="utf-8"))
        except OSError:
            return {}
        except (ValueError, RecursionError):
            values = None
        if isinstance(values, dict):
            return values
        with contextlib.suppress(OSError):
            self.path.replace(self.path.with_name(self.path.name + ".damaged"))
        return {}

    def _write(self) -> None:
        text = json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True)
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
            fresh.write_bytes(text.encode())
            fresh.replace(self.path)
