"""How is a sentence inside an exported file said in German, whatever language the desk speaks?

The same document must give the same bytes at every desk; FIM is German only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from model.language import speaking
from resources import texts

LANGUAGE = "de"


@contextmanager
def spoken_german() -> Iterator[None]:
    """German inside the block (or the function that is decorated), in this thread; the language of
    the desk again behind it.
    """
    with speaking(LANGUAGE, texts(LANGUAGE)):
        yield
