"""Which catalogue is in use now?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar

Entry = str | Mapping[str, str]
Catalogue = Mapping[str, Entry]

_everywhere: tuple[str, Catalogue] = ("de", {})
_here: ContextVar[tuple[str, Catalogue] | None] = ContextVar("language", default=None)
_missing: set[str] = set()


def use(language: str, catalogue: Catalogue) -> None:
    """Speak ``language`` from now on, with the sentences of ``catalogue``: key -> text or forms."""
    global _everywhere
    _everywhere = (language, catalogue)
    _missing.clear()


@contextmanager
def speaking(language: str, catalogue: Catalogue) -> Iterator[None]:
    """Speak another language inside the block, in this thread only (a file is German anywhere)."""
    mark = _here.set((language, catalogue))
    try:
        yield
    finally:
        _here.reset(mark)


def current_language() -> str:
    """The code of the language in use: ``de`` or ``en``."""
    return (_here.get() or _everywhere)[0]


def missing_keys() -> frozenset[str]:
    """Keys asked for that the catalogue in use does not have (a hook for tests)."""
    return frozenset(_missing)


def lookup(key: str) -> Entry | None:
    """The entry of a key, or None (then the key is noted as missing)."""
    catalogue = (_here.get() or _everywhere)[1]
    entry = catalogue.get(key)
    if entry is None and catalogue:
        _missing.add(key)
    return entry
