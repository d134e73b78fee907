"""How is a sentence inside an exported file said in German, whatever language the desk speaks?

The same document must give the same bytes at every desk; FIM is German only.
"""

from __future__ import annotations

from contextlib import AbstractContextManager

from model.language import speaking
from resources import texts

LANGUAGE = "de"


def spoken_german() -> AbstractContextManager[None]:
    """German inside the block, in this thread; the language of the desk again behind it."""
    return speaking(LANGUAGE, texts(LANGUAGE))
