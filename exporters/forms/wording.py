"""In which language does an exported file speak, whatever the desk speaks?"""

from __future__ import annotations

from model.language import Message, speaking
from resources import LANGUAGES, texts


def spoken(message: Message, language: str = "de") -> str:
    """The sentence of a message in a language of its own choice, German where there is none."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    with speaking(chosen, texts(chosen)):
        return str(message)
