"""Is every bad archive refused, and an honest one read whole?"""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from exporters.xmlkit import ZipRefused, unzip

EPOCH = (1980, 1, 1, 0, 0, 0)


def _zip(*entries: tuple[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = method
            archive.writestr(info, content)
    return target.getvalue()


def _link() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        info = zipfile.ZipInfo("link", EPOCH)
        info.external_attr = 0o120777 << 16
        archive.writestr(info, "/etc/passwd")
    return target.getvalue()


def _patched(data: bytes, old: bytes, new: bytes, which: int = 0) -> bytes:
    place = -1
    for _ in range(which + 1):
        place = data.index(old, place + 1)
    return data[:place] + new + data[place + len(old) :]


GOOD = _zip(("a.txt", b"alpha"), ("ordner/b.txt", b"beta"))

HOSTILE = {
    "up": (_zip(("../../evil", b"x")), "ZIP-NAME-TRAVERSAL"),
    "root": (_zip(("/abs", b"x")), "ZIP-NAME-ABSOLUTE"),
    "backslash": (_zip(("a\\..\\b", b"x")), "ZIP-NAME-CHAR"),
    "stream": (_zip(("a.txt:strom", b"x")), "ZIP-NAME-CHAR"),
    "device": (_zip(("CON", b"x")), "ZIP-NAME-RESERVED"),
    "device with ending": (_zip(("ordner/lpt9.xml", b"x")), "ZIP-NAME-RESERVED"),
    "dot at the end": (_zip(("a.", b"x")), "ZIP-NAME-TRAILING"),
    "long": (_zip(("x" * 101, b"x")), "ZIP-NAME-LONG"),
    "deep": (_zip(("/".join("abcdefghijklm"), b"x")), "ZIP-NAME-LONG"),
    "bidi": (_zip(("bericht\u202efdp.exe", b"x")), "ZIP-NAME-CONTROL"),
    "decomposed": (_zip(("a\u0308.txt", b"x")), "ZIP-NAME-NFC"),
    "case twins": (_zip(("A.txt", b"x"), ("a.txt", b"y")), "ZIP-NAME-DUPLICATE"),
    "file and folder": (_zip(("a", b"x"), ("a/b", b"y")), "ZIP-FILE-AND-FOLDER"),
    "link": (_link(), "ZIP-LINK"),
    "bomb": (_zip(("n", b"\0" * 30_000_000), method=zipfile.ZIP_DEFLATED), "ZIP-RATIO"),
    "unknown method": (_zip(("n", b"x" * 99), method=zipfile.ZIP_BZIP2), "ZIP-METHOD"),
    "prefix": (b"#!/bin/sh\n" + GOOD, "ZIP-PREFIX"),
    "two in one": (GOOD + GOOD, "ZIP-END"),
    "junk behind": (GOOD + b"junk", "ZIP-END"),
    "cut off": (GOOD[:-30], "ZIP-END"),
    "too short": (b"PK\x03\x04", "ZIP-END"),
    "content changed": (_patched(GOOD, b"alpha", b"alphb"), "ZIP-BROKEN"),
    "names differ": (_patched(GOOD, b"a.txt", b"c.txt"), "ZIP-LOCAL-MISMATCH"),
    "too many": (_zip(*((f"f{i}", b"") for i in range(10_001))), "ZIP-ENTRIES"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_bad_archive_is_refused_with_its_code(name: str) -> None:
    data, code = HOSTILE[name]

    with pytest.raises(ZipRefused) as refusal:
        unzip(data, "paket.zip", strict=False)

    assert refusal.value.code == code


def test_invisible_characters_are_shown_escaped_in_the_refusal() -> None:
    with pytest.raises(ZipRefused) as refusal:
        unzip(HOSTILE["bidi"][0], "paket.zip", strict=False)

    assert "\\u202e" in refusal.value.where
    assert "\u202e" not in refusal.value.where


@pytest.mark.parametrize("strict", [True, False])
def test_an_honest_archive_is_read_whole(strict: bool) -> None:
    assert unzip(GOOD, strict=strict) == {"a.txt": b"alpha", "ordner/b.txt": b"beta"}


def test_a_streamed_archive_is_read_tolerantly_only() -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.parts: list[bytes] = []

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.parts.append(bytes(data))  # type: ignore[call-overload]
            return len(self.parts[-1])

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:  # type: ignore[call-overload]
        archive.writestr(zipfile.ZipInfo("a.txt", EPOCH), b"alpha")
    data = b"".join(pipe.parts)

    assert unzip(data, strict=False) == {"a.txt": b"alpha"}
    with pytest.raises(ZipRefused):
        unzip(data, strict=True)


def test_a_damaged_archive_is_never_read_as_something_else() -> None:
    dice = random.Random(7)
    honest = unzip(GOOD, strict=False)

    for _ in range(3000):
        data = bytearray(GOOD)
        for _ in range(dice.randint(1, 5)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            found = unzip(bytes(data), strict=False)
        except ZipRefused:
            continue
        assert found == honest
