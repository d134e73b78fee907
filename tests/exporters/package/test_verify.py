"""What a stranger does to a package is found."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from exporters.package import verify, write
from exporters.package.container import MEDIA_TYPE, pack
from exporters.package.verify import unpacked
from tests.exporters.platforms.dogs import dogs

GOOD = write(dogs())[0][0].content
FILES = unpacked(GOOD)
FORM = "form/ihr_hund.form"


def codes(data: bytes) -> list[str]:
    return [problem.code for problem in verify(data)]


def archive(
    files: dict[str, bytes], method: int = zipfile.ZIP_STORED, comment: bytes = b""
) -> bytes:
    """A zip as other programs write it."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
        made.comment = comment
    return memory.getvalue()


def test_a_package_as_written_is_whole() -> None:
    assert verify(GOOD) == []


def test_a_changed_file_is_found() -> None:
    assert codes(pack({**FILES, FORM: FILES[FORM] + b" "})) == ["HASH"]


def test_a_missing_file_is_found() -> None:
    assert codes(pack({name: c for name, c in FILES.items() if name != FORM})) == ["MISSING"]


def test_a_file_that_nobody_listed_is_found() -> None:
    assert codes(pack({**FILES, "deploy/x.exe": b"MZ"})) == ["UNLISTED"]


def test_a_manifest_that_says_a_wrong_size_is_found() -> None:
    size = f'groesse="{len(FILES[FORM])}"'.encode()
    wrong = FILES["manifest.xml"].replace(size, b'groesse="1"')

    assert "SIZE" in codes(pack({**FILES, "manifest.xml": wrong}))


@pytest.mark.parametrize(
    "manifest",
    [
        b"",
        b"<paket/>",
        b"not xml",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
        FILES["manifest.xml"].replace(b'status="bereit"', b'status="super"'),
        FILES["manifest.xml"].replace(b"deploy/operaton/ihr_hund.form", b"../ihr_hund.form"),
    ],
)
def test_a_manifest_that_breaks_its_schema_is_found(manifest: bytes) -> None:
    assert codes(pack({**FILES, "manifest.xml": manifest})) == ["MANIFEST"]


def test_a_package_without_a_manifest_is_found() -> None:
    assert codes(pack({name: c for name, c in FILES.items() if name != "manifest.xml"})) == [
        "MANIFEST"
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        GOOD[:-30],
        GOOD[: len(GOOD) // 2],
        b"#!/bin/sh\n" + GOOD,
        archive({"mimetype": b"application/zip", **FILES}),
        archive({**FILES, "mimetype": MEDIA_TYPE.encode()}),
        archive({"mimetype": MEDIA_TYPE.encode(), **FILES}, zipfile.ZIP_DEFLATED),
        archive({"mimetype": MEDIA_TYPE.encode(), **FILES, "../evil": b"x"}),
        archive({"mimetype": MEDIA_TYPE.encode(), **FILES, "A.TXT": b"x"}),
        archive({"mimetype": MEDIA_TYPE.encode(), **FILES, "META-INF/x": b"x"}),
    ],
    ids=[
        "empty",
        "short",
        "cut",
        "half",
        "prefix",
        "type",
        "type-last",
        "deflated",
        "parent",
        "capital",
        "signature",
    ],
)
def test_what_is_no_package_of_ours_is_refused(data: bytes) -> None:
    (code,) = codes(data)

    assert code.startswith("ZIP-")


@pytest.mark.parametrize(
    "data",
    [
        GOOD + b"more",
        GOOD[:-2] + b"\x04\x00more",
        archive({"mimetype": MEDIA_TYPE.encode(), **FILES}),
        archive({"mimetype": MEDIA_TYPE.encode(), **FILES}, comment=b"hello"),
    ],
    ids=["after", "comment", "other-writer", "other-writer-comment"],
)
def test_bytes_beside_the_files_are_found(data: bytes) -> None:
    (code,) = codes(data)

    assert code.startswith("ZIP-")


def test_no_single_changed_byte_stays_unseen() -> None:
    chance = random.Random(11)

    for _ in range(150):
        data = bytearray(GOOD)
        place = chance.randrange(len(data))
        data[place] ^= 1 << chance.randrange(8)

        assert verify(bytes(data)) != [], place


def test_two_entries_of_one_name_are_refused() -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as made:
        made.writestr("mimetype", MEDIA_TYPE)
        made.writestr("a.txt", "1")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("a.txt", "2")

    assert codes(memory.getvalue()) == ["ZIP-NAME-DUPLICATE"]


@pytest.mark.parametrize(
    "name", ["../x", "/x", "A", "a b", "a//b", "", "ä", "META-INF/x", "a\\b", "."]
)
def test_no_package_is_written_with_such_a_name(name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        pack({name: b""})
