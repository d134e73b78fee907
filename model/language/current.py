"""Which catalogue is in use now?"""

from __future__ import annotations

from collections.abc import Mapping

Entry = str | Mapping[str, str]
Catalogue = Mapping[str, Entry]

_language = "de"
_catalogue: Catalogue = {}
_missing: set[str] = set()


def use(language: str, catalogue: Catalogue) -> None:
    """Speak ``language`` from now on, with the sentences of ``catalogue`` (key -> text or plural
    forms).
    """
    global _language, _catalogue
    _language, _catalogue = language, catalogue
    _missing.clear()


def current_language() -> str:
    """The code of the language in use: ``de`` or ``en``."""
    return _language


def missing_keys() -> frozenset[str]:
    """Keys asked for that the catalogue in use does not have (a hook for tests)."""
    return frozenset(_missing)


def lookup(key: str) -> Entry | None:
    """The entry of a key, or None (then the key is noted as missing)."""
    entry = _catalogue.get(key)
    if entry is None and _catalogue:
        _missing.add(key)
    return entry
