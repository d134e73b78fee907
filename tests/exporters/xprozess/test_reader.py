"""Does a message become a service with its process, its law and its links?"""

from __future__ import annotations

import base64
from datetime import date

import pytest

from exporters.reading import read_foreign
from exporters.xmlkit import XmlRefused, ZipRefused
from exporters.xprozess.envelope import ModelRefused, packed
from exporters.xprozess.reader import XProzessRefused
from exporters.xprozess.source import group_of
from exporters.xprozess.vocabulary import NS
from model.document import Snapshot
from model.records import Citation, Norm, Step, SubProcess
from tests.exporters.xprozess.files import KEY, group, message, model


def read(data: bytes) -> Snapshot:
    return Snapshot.of_records(read_foreign(data, "prozess.xml").records)


def test_the_envelope_describes_the_service_and_the_model_draws_it() -> None:
    service = read(message()).service

    assert (service.name, service.leika_key) == ("Hundehaltung anzeigen", KEY)
    assert service.description == "Wer einen Hund hält, zeigt das an."
    assert (service.office, service.version) == ("Innenministerium", "1.2.0")
    assert (service.status, service.document_profile) == (5, "D05000001")


def test_midnight_in_german_time_is_the_day_that_was_meant() -> None:
    assert read(message()).service.valid_from == date(2020, 1, 1)


def test_a_sub_process_carries_its_activity_group_and_its_law() -> None:
    view = read(message())

    groups = {node.id: group_of(node) for node in view.of(SubProcess)}

    assert groups == {"sub_a": 1, "sub_b": 4}
    assert view.the("sub_a", SubProcess).documentation == "Was zu tun ist"
    assert [norm.cited_as for norm in view.norms("sub_a")] == ["§ 2 Abs. 1 HundG"]


def test_a_law_cited_twice_is_one_norm() -> None:
    view = read(message())

    cited = [c.norm for c in view.of(Citation) if c.parent in ("sub_a", "sub_b")]

    assert len(cited) == 2
    assert len(set(cited)) == 1
    assert len(view.of(Norm)) == 2


def test_without_a_model_the_activities_stand_one_after_the_other() -> None:
    read_in = read_foreign(message(content=""), "prozess.xml")
    view = Snapshot.of_records(read_in.records)

    steps = [(step.name, step.activity_group) for step in view.ordered(Step)]

    assert steps == [("Anzeige empfangen", 1), ("Anzeige prüfen", 4)]
    assert [flow.target for flow in view.outgoing("start")] == ["sub_a"]
    assert "xprozess.note.no_model" in {note.key for note in read_in.notes}


def test_several_processes_are_told_of() -> None:
    second = "<x:prozess><x:id>99006001000001</x:id><x:name>Zweiter</x:name></x:prozess>"

    imported = read_foreign(message(processes=second), "prozess.xml")

    assert [note.key for note in imported.notes if "several" in note.key]
    assert Snapshot.of_records(imported.records).service.name == "Hundehaltung anzeigen"


def test_an_activity_that_is_not_drawn_is_told_of() -> None:
    orphan = "</x:aktivitaetengruppe>" + group("09", "2", "nirgends", "Fehlt").removesuffix(
        "</x:aktivitaetengruppe>"
    )

    notes = read_foreign(message(more=orphan), "prozess.xml").notes

    assert [note.values["n"] for note in notes if "no_subprocess" in note.key] == [1]


def test_the_model_may_stand_in_base64_without_a_zip() -> None:
    plain = base64.b64encode(model()).decode()

    assert len(read(message(content=plain)).of(SubProcess)) == 2


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ("kein Base64!", ModelRefused),
        (packed(b"<!DOCTYPE a><a/>", "a.bpmn"), XmlRefused),
        (packed(b"<rezept/>", "a.bpmn"), XmlRefused),
        (packed(model(), "../../a.bpmn"), ZipRefused),
        (base64.b64encode(b"PK\x03\x04kaputt").decode(), ZipRefused),
    ],
)
def test_an_unsafe_or_broken_model_refuses_the_whole_message(
    content: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        read(message(content=content))


def test_a_message_without_any_process_is_refused_with_a_place() -> None:
    with pytest.raises(XProzessRefused) as refused:
        read(f'<x:alleInhalte.export.0303 xmlns:x="{NS}"/>'.encode())

    assert refused.value.code == "XPROZESS-EMPTY"
    assert "Zeile 1" in refused.value.where


def test_a_very_long_law_is_read_at_once() -> None:
    law = "§ 1 " + "A" * 200_000
    long = f"<x:handlungsgrundlage><x:name>{law}</x:name><x:uri/></x:handlungsgrundlage>"

    view = read(message(more=long))

    assert law in {norm.cited_as for norm in view.of(Norm)}


def test_the_real_message_is_read_with_all_its_groups(real) -> None:  # type: ignore[no-untyped-def]
    view = read(real.read_bytes())

    groups = [group_of(node) for node in view.of(SubProcess)]

    assert view.service.leika_key == "99006028261000"
    assert view.service.document_profile == "D00000094"
    assert sorted(groups) == [1, 2, 2, 2, 2, 3, 3, 4, 4, 5, 7, 7]
    assert len(view.norms(view.service.id)) == 3
