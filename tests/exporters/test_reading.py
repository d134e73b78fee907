"""Is a foreign file recognised by what is inside?"""

from __future__ import annotations

import io
import zipfile

import pytest

from exporters.reading import UnknownFormat, read_foreign
from exporters.xmlkit import XmlRefused, ZipRefused
from model.records import Step
from model.storage.write import to_bytes
from tests.exporters.bpmn.files import small_file
from tests.helpers.musterleistung import musterleistung


def _package(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return target.getvalue()


def test_bpmn_is_recognised_whatever_its_name_says() -> None:
    imported = read_foreign(small_file(), "unbekannt.dat")

    assert any(isinstance(record, Step) for record in imported.records)


def test_a_package_gives_its_working_document() -> None:
    document = to_bytes(musterleistung())

    imported = read_foreign(_package(("source/muster.fachwerk", document)), "muster.zip")

    assert {r.id: r for r in imported.records} == {r.id: r for r in musterleistung()}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "read.empty"),
        (b"<rezept/>", "read.unknown"),
        (b'<x:a xmlns:x="urn:xoev-de:mv:em:standard:xprozess"/>', "read.xprozess"),
        (_package(("a.txt", b"x")), "read.package_without_source"),
    ],
)
def test_what_is_not_read_is_refused_politely(data: bytes, key: str) -> None:
    with pytest.raises(UnknownFormat) as refusal:
        read_foreign(data, "datei")

    assert refusal.value.what.key == key
    assert refusal.value.todo is not None


def test_unsafe_files_are_refused_before_anything_is_read() -> None:
    with pytest.raises(XmlRefused):
        read_foreign(b"<!DOCTYPE a><a/>", "a.bpmn")
    with pytest.raises(ZipRefused):
        read_foreign(_package(("../a", b"x")), "a.zip")
