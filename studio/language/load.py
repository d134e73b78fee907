"""How does a catalogue get into use?"""

from __future__ import annotations

from model.language import current_language, use
from resources import texts


def load(language: str) -> None:
    """Speak this language from now on, everywhere."""
    use(language, texts(language))


def current() -> str:
    """The code of the language in use."""
    return current_language()
