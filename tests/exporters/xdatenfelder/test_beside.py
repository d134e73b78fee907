"""Do the code lists that lie beside a schema come in with it, and go out as they came?"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.xdatenfelder import writer_v2, writer_v3
from exporters.xdatenfelder.reader import read_xdatenfelder
from exporters.xdatenfelder.vocabulary import NS2
from model.document import Snapshot
from model.records import CodeList, Option
from studio.jobs.beside import files_beside
from tests.exporters.xdatenfelder.editing import replaced
from tests.exporters.xdatenfelder.files import field_v2, schema_v2, structure_v2
from tests.exporters.xdatenfelder.test_kinds import LIST

URN = "urn:de:g"


def schema(version: str = "1") -> bytes:
    """A schema whose one field names the list."""
    field = field_v2("F05000999", "Geschlecht", kind="select")
    field = field.replace("urn:de:liste:rasse", URN).replace("2024-01-01", version)
    end = "</xdf:stammdatenschema>"
    return (
        schema_v2()
        .decode("latin-1")
        .replace(end, structure_v2("1:1", field) + end)
        .encode("latin-1")
    )


def read(data: bytes, files: dict[str, bytes]) -> tuple[Snapshot, list[str]]:
    imported = read_xdatenfelder(data, "schema.xml", lambda: files)
    return Snapshot.of_records(imported.records), [note.key for note in imported.notes]


def options_of(view: Snapshot) -> list[str]:
    found = next(one for one in view.of(CodeList) if one.urn == URN)
    return [option.label for option in view.children(found.id, Option)]


def test_a_list_is_found_by_its_address_and_told() -> None:
    view, notes = read(schema(), {"irgendwie.gc": LIST.encode()})

    assert options_of(view) == ["frau", "mann"]
    assert "fim.read.lists_beside" in notes


def test_an_unedited_schema_goes_out_with_its_lists_byte_for_byte() -> None:
    view, _ = read(schema(), {"liste.xml": LIST.encode()})

    artifacts, _ = writer_v2.write(view)

    assert artifacts[0].content == schema()
    assert [a.content for a in artifacts[1:]] == [LIST.encode()]


@pytest.mark.parametrize("writer", [writer_v2, writer_v3])
def test_an_edited_answer_changes_the_file_of_the_list_only_there(writer: object) -> None:
    view, _ = read(schema(), {"liste.xml": LIST.encode()})
    woman = next(option for option in view.of(Option) if option.label == "frau")

    records = Snapshot.of_records(replaced(view, woman, label="Frau"))
    artifacts, _ = writer.write(records)  # type: ignore[attr-defined]

    written = next(a.content.decode() for a in artifacts if b">Frau<" in a.content)
    assert written.strip() == LIST.replace(">frau<", ">Frau<").strip()


def test_another_version_of_the_list_is_not_taken_for_the_right_one() -> None:
    view, notes = read(schema("2"), {"liste.xml": LIST.encode()})

    assert options_of(view) == []
    assert "fim.read.list_version" in notes
    assert "fim.read.lists" in notes


def test_an_unsafe_file_beside_is_passed_by_and_told() -> None:
    bomb = b"<!DOCTYPE a [<!ENTITY b 'c'>]><CodeList>&b;</CodeList>"

    view, notes = read(schema(), {"bombe.xml": bomb, "liste.xml": LIST.encode()})

    assert options_of(view) == ["frau", "mann"]
    assert "fim.read.list_refused" in notes


def test_only_small_lists_of_the_same_folder_are_looked_at(tmp_path: Path) -> None:
    here, elsewhere = tmp_path / "hier", tmp_path / "dort"
    here.mkdir()
    elsewhere.mkdir()
    (here / "schema.xml").write_bytes(schema())
    (here / "liste.xml").write_bytes(LIST.encode())
    (here / "brief.xml").write_bytes(b"<brief/>")
    (elsewhere / "fremd.xml").write_bytes(LIST.encode())
    (here / "verweis.xml").symlink_to(elsewhere / "fremd.xml")

    assert list(files_beside(here / "schema.xml")) == ["liste.xml"]


@pytest.mark.parametrize("folder", ["S00000094V1.0", "S00000246V1.1"])
def test_the_lists_of_real_schemas_come_in_and_go_out_unchanged(samples: Path, folder: str) -> None:
    place = samples / "xdatenfelder-2.0" / folder
    source = next(place.glob("S*.xml"))
    lists = files_beside(source)

    imported = read_xdatenfelder(source.read_bytes(), source.name, lambda: lists)
    artifacts, _ = writer_v2.write(Snapshot.of_records(imported.records))

    assert NS2 in artifacts[0].content.decode()
    assert artifacts[0].content == source.read_bytes()
    assert sorted(a.content for a in artifacts[1:]) == sorted(lists.values())
