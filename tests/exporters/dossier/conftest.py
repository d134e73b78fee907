"""Services to report on, in German unless a test says otherwise, and a drawing by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pytest

from exporters.dossier import Drawing, Sheet
from model.document import Snapshot
from model.geometry import Rect
from model.storage.read import from_bytes
from resources import open_resource
from tests.helpers.musterleistung import musterleistung
from tests.helpers.speaking import speaking


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


@pytest.fixture
def service() -> Snapshot:
    """A service with one of everything."""
    return musterleistung()


@pytest.fixture(scope="session")
def sample() -> Snapshot:
    """A worked example as the program ships it."""
    data = open_resource("samples/bewohnerparkausweis.fachwerk")
    return Snapshot.of_records(from_bytes(data, "sample").records)


def png(width: int, height: int) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * width) * height
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def svg(words: str = "Antrag") -> bytes:
    """A picture with a text in it."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="400" viewBox="0 0 800 400">'
        f'<rect width="800" height="400" fill="#eee"/><text x="20" y="40">{words}</text></svg>'
    ).encode()


@pytest.fixture
def drawing() -> Drawing:
    """An overview and two sheets of it."""
    extent = Rect(-20, -10, 800, 400)
    halves = (Rect(-20, -10, 400, 400), Rect(380, -10, 400, 400))
    sheets = (
        Sheet(extent, 0.5, lambda: png(80, 40)),
        *(
            Sheet(half, 1.0, lambda: png(40, 40), f"{name}1", "a3")
            for name, half in zip("AB", halves, strict=True)
        ),
    )
    return Drawing(svg(), extent, sheets, {"page": png(8, 8), "decision": png(8, 8)})
