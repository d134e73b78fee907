"""Does a service drawn here become a message that others could read?"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from exporters.processes import write
from exporters.reading import read_foreign
from exporters.report import ExportReport
from exporters.xmlkit import parse
from exporters.xprozess.envelope import packed, unpacked
from exporters.xprozess.links import tell_links
from exporters.xprozess.source import group_of
from exporters.xprozess.vocabulary import ORDER, q
from model.document import Snapshot
from model.records import Service, Step, SubProcess
from model.storage import from_bytes
from resources import list_resources, open_resource
from tests.helpers.building import Bench
from tests.helpers.musterleistung import musterleistung

KEY, PROFILE = "99006001000000", "D05000001"


def service_with(**fields: object) -> Snapshot:
    """A page with a field, an office step with a group, key and Dokumentsteckbrief."""
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    bench.field("text", page.id, "Rufname")
    step = bench.after(page.id, "office", "Antrag prüfen", role=bench.office)
    bench.do(lambda tx: tx.alter(step.id, activity_group=4))
    values = {"leika_key": KEY, "document_profile": PROFILE} | fields
    bench.do(lambda tx: tx.alter(tx.service.id, **values))
    return bench.view


def codes_told(view: Snapshot) -> set[str]:
    report = ExportReport()
    tell_links(view, report)
    return {entry.message.key for entry in report.entries}


@pytest.mark.parametrize("name", list_resources("samples", ".fachwerk"))
def test_every_sample_is_written_and_read_again_with_all_its_groups(name: str) -> None:
    view = Snapshot.of_records(from_bytes(open_resource(f"samples/{name}")).records)

    content = write(view)[0][0].content
    again = Snapshot.of_records(read_foreign(content, name).records)

    groups = {node.id: group_of(node) for node in again.of(SubProcess) if group_of(node)}
    own = {step.id: step.activity_group for step in view.of(Step) if step.activity_group}
    assert groups == own
    assert again.service.leika_key == view.service.leika_key
    assert write(again)[0][0].content == content


def test_each_group_names_a_sub_process_of_the_model() -> None:
    content = write(musterleistung())[0][0].content
    root = parse(content).root

    named = [node.text for node in root.iter(q("subProzessID"))]
    model = unpacked(next(root.iter(q("inhalt"))).text or "", "")[1]
    drawn = [node.get("id") for node in parse(model).root.iter("{*}subProcess")]

    assert set(filter(None, named)) <= set(drawn)


@pytest.mark.parametrize("name", list_resources("samples", ".fachwerk"))
def test_the_model_inside_is_valid_in_the_schema_of_the_omg(name: str, shared: Path) -> None:
    view = Snapshot.of_records(from_bytes(open_resource(f"samples/{name}")).records)
    schema = etree.XMLSchema(etree.parse(str(shared / "bpmn-xsd" / "BPMN20.xsd")))

    content = next(parse(write(view)[0][0].content).root.iter(q("inhalt")))
    model = unpacked(content.text or "", "")[1]

    schema.validate(parse(model).root)
    assert [str(error) for error in schema.error_log] == []


def test_elements_stand_in_the_order_of_the_standard() -> None:
    root = parse(write(service_with())[0][0].content).root

    for tag, order in ORDER.items():
        for node in root.iter(q(tag)):
            ranks = [order.index(etree.QName(child).localname) for child in node]
            assert ranks == sorted(ranks), tag


def test_the_same_service_gives_the_same_bytes_and_another_moment_other_ones() -> None:
    view = service_with()
    moment = datetime(2026, 11, 25, tzinfo=UTC)

    assert write(view)[0] == write(view)[0]
    assert write(view, written=moment)[0] != write(view)[0]


def test_a_service_with_all_four_links_has_no_missing_one() -> None:
    assert codes_told(service_with()) == set()


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"leika_key": ""}, "xprozess.link.no_key"),
        ({"leika_key": "123"}, "xprozess.link.odd_key"),
        ({"document_profile": ""}, "xprozess.link.no_profile"),
        ({"document_profile": "D99000000001"}, "xprozess.link.no_profile"),
        ({"document_profile": "X1"}, "xprozess.link.odd_profile"),
    ],
)
def test_a_missing_link_is_a_finding(fields: dict[str, str], key: str) -> None:
    view = service_with(**fields)

    assert codes_told(view) == {key}
    told = {(entry.message.key, entry.code) for entry in write(view)[1].entries}
    assert (key, "FIM-LINK") in told


def test_a_service_without_pages_and_groups_has_neither_schema_nor_process() -> None:
    bare = Snapshot.of_records(
        [Service(id="s", name="Leer", leika_key=KEY, document_profile=PROFILE)]
    )

    assert codes_told(bare) == {"xprozess.link.no_process", "xprozess.link.no_schema"}


def test_a_step_without_a_group_is_told_of() -> None:
    bench = Bench()
    step = bench.after(bench.start, "office", "Ablegen", role=bench.office)

    told = {entry.record for entry in write(bench.view)[1].entries if entry.code == "FIM-RAG"}

    assert told == {step.id}


def test_a_packed_model_is_read_by_every_zip_reader() -> None:
    text = packed(b"<a/>" * 1000, "Prüfung.bpmn")

    assert unpacked(text, "") == ("Prüfung.bpmn", b"<a/>" * 1000)
