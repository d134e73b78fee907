"""How are the parts of a Word file put into one archive, the same bytes every time?

Stored, not deflated: the output of deflate depends on the build of zlib. Only for writing; foreign
archives are read elsewhere.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping

_DAY = 33
"""The first day that an archive can name: 1 January 1980, in the format of DOS."""
_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """The archive with its parts in the order given; names are ASCII."""
    body, index = bytearray(), bytearray()
    for name, content in parts.items():
        encoded = name.encode("ascii")
        size = len(content)
        # version 2.0, no flags, stored, midnight of the first day
        common = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, _DAY, zlib.crc32(content), size, size,
                             len(encoded), 0)  # fmt: skip
        where = len(body)
        body += _LOCAL + common + encoded + content
        index += _CENTRAL + struct.pack("<H", 20) + common
        index += struct.pack("<HHHII", 0, 0, 0, 0, where) + encoded
    number = len(parts)
    end = struct.pack("<HHHHIIH", 0, 0, number, number, len(index), len(body), 0)
    return bytes(body + index) + _END + end
