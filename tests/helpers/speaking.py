"""How does a test speak German or English, and stop again?"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from model.language import use
from resources import texts


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language inside the block."""
    use(language, texts(language))
    try:
        yield
    finally:
        use("de", {})
