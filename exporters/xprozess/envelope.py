"""How does a BPMN file get into the text of a message and out again? Base64 of a zip of one file.

The zip is written by hand: one stored entry, without clock, so that the same model always gives
the same text.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from typing import Final

from exporters.xmlkit import unzip
from model.errors import FachwerkError
from model.language import say

_DAY: Final = 1 << 5 | 1
"""The first of January 1980, as a zip writes a date."""
_UTF8: Final = 0x800
_REGULAR: Final = 0o100644 << 16
_UNIX: Final = 3 << 8 | 20


class ModelRefused(FachwerkError):
    """The model inside a message cannot be taken out."""


def packed(content: bytes, name: str) -> str:
    """The text of an ``inhalt`` that holds this one file."""
    raw, crc, size = name.encode(), zlib.crc32(content), len(content)
    shared = struct.pack("<4H3L2H", _UTF8, 0, 0, _DAY, crc, size, size, len(raw), 0)
    local = b"PK\3\4" + struct.pack("<H", 20) + shared + raw + content
    rest = struct.pack("<3H2L", 0, 0, 0, _REGULAR, 0)
    central = b"PK\1\2" + struct.pack("<2H", _UNIX, 20) + shared + rest + raw
    end = b"PK\5\6" + struct.pack("<4H2LH", 0, 0, 1, 1, len(central), len(local), 0)
    return base64.b64encode(local + central + end).decode("ascii")


def unpacked(text: str, name: str) -> tuple[str, bytes]:
    """Name and bytes of the file inside.

    Raises:
        ModelRefused: no Base64, or a zip that holds no or several models.
        ZipRefused: the zip is unsafe or damaged.
    """
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        raise _refused("base64", name) from None
    if not data.startswith(b"PK"):
        return "", data  # some tools leave the zip out
    members = unzip(data, name, strict=False)
    models = [path for path in members if path.lower().endswith((".bpmn", ".xml"))]
    if len(members) == 1:
        models = list(members)
    if len(models) != 1:
        raise _refused("members", name)
    return models[0], members[models[0]]


def _refused(word: str, name: str) -> ModelRefused:
    key = f"xprozess.refused.{word}"
    return ModelRefused(
        say(key), where=name, todo=say("xprozess.refused.todo"), code="XPROZESS-MODEL"
    )
