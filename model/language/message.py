"""How does a key with values become a sentence?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from model.language.current import current_language, lookup


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for people, not yet spoken.

    Key into the catalogue and the values of its placeholders.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return _spoken(self.key, self.values)

    def __hash__(self) -> int:
        return hash((self.key, tuple(sorted((k, str(v)) for k, v in self.values.items()))))


def say(key: str, /, **values: Any) -> Message:
    """A lazy sentence: ``str()`` speaks it in the language in use at that moment."""
    return Message(key, values)


def tr(key: str, /, **values: Any) -> str:
    """The sentence of a key, spoken now."""
    return _spoken(key, values)


def _spoken(key: str, values: Mapping[str, Any]) -> str:
    entry = lookup(key)
    if entry is None:
        shown = ", ".join(f"{name}={value}" for name, value in values.items())
        return f"{key}({shown})" if shown else key
    if not isinstance(entry, str):
        entry = entry["one"] if values.get("n") == 1 else entry["other"]
    if not values:
        return entry
    return entry.format_map({name: _shown(value) for name, value in values.items()})


def _shown(value: Any) -> str:
    """Numbers and dates in the manner of the language: 1.234,5 and 24.11.2026 in German."""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}" if current_language() == "de" else value.isoformat()
    if isinstance(value, int | float | Decimal):
        text = f"{value:,}"
        if current_language() == "de":
            return text.replace(",", "\0").replace(".", ",").replace("\0", ".")
        return text
    return str(value)
