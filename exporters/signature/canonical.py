"""Which bytes of a part of XML are signed?"""

from __future__ import annotations

import hashlib
from typing import Any

from lxml import etree

from exporters.signature.vocabulary import DIGESTS, EXCLUSIVE


def canonical(node: Any, method: str) -> bytes:
    """The part where it stands, with the namespaces that reach it, by one of the known methods,
    which leave comments out.
    """
    return bytes(
        etree.tostring(node, method="c14n", exclusive=method == EXCLUSIVE, with_comments=False)
    )


def digest(name: str, content: bytes) -> bytes:
    """The digest by its name in a signature."""
    return hashlib.new(DIGESTS[name], content).digest()
