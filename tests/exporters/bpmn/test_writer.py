"""Is a service of our own written as good BPMN?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporters.bpmn import build, serialise, write
from exporters.bpmn.description import Node
from exporters.bpmn.insertion import insert_before
from exporters.bpmn.vocabulary import NAMESPACES
from exporters.xmlkit import element, parse
from model.document import Snapshot
from model.records import End, Flow, Placement, Record, Script, Start, Step, Stop, Text
from tests.exporters.bpmn.files import bpmn_schema
from tests.helpers.musterleistung import musterleistung
from tests.judges import judge

GOLDEN = Path(__file__).with_name("musterleistung.bpmn")


def _content(view: Snapshot) -> bytes:
    return write(view)[0][0].content


def test_the_musterleistung_is_written_as_agreed() -> None:
    content = _content(musterleistung())
    if os.environ.get("FACHWERK_REFRESH_GOLDENS") == "1":
        GOLDEN.write_bytes(content)

    assert content.decode() == GOLDEN.read_text(encoding="utf-8")


def test_the_same_service_gives_the_same_bytes() -> None:
    records = list(musterleistung())

    assert _content(Snapshot.of_records(records)) == _content(Snapshot.of_records(records[::-1]))


def test_the_file_is_valid_against_the_schema(shared: Path) -> None:
    assert bpmn_schema(shared).faults(_content(musterleistung())) == []


@pytest.mark.judge
def test_readers_and_linters_of_others_find_nothing(tmp_path: Path) -> None:
    file = tmp_path / "muster.bpmn"
    file.write_bytes(_content(musterleistung()))

    (verdict,) = judge.bpmn([file])

    assert verdict["warnings"] == []
    assert verdict["errors"] == []


def test_it_is_neutral_and_not_executable() -> None:
    root = parse(_content(musterleistung())).root

    spaces = {node.tag.split("}")[0][1:] for node in root.iter("*")}
    assert spaces == set(NAMESPACES.values())
    process = next(node for node in root if node.tag.endswith("}process"))
    assert process.get("isExecutable") == "false"


def test_what_bpmn_cannot_say_is_told() -> None:
    _, report = write(musterleistung())

    told = {entry.message.key for entry in report.entries}
    assert {"bpmn.lost.fee", "bpmn.lost.rule", "bpmn.lost.text"} <= told
    assert {"bpmn.substituted.field", "bpmn.substituted.conditions"} <= told
    assert not report.blocked


def test_a_script_is_one_line_and_its_words_in_other_languages_are_none() -> None:
    with_script = [
        *musterleistung(),
        Script(id="script", parent=musterleistung().service.id, name="Einführung"),
        Stop(id="stop", parent="script", order="a0", name="Hier"),
        Text(id="words", parent="stop", slot="name", language="en", text="Here"),
    ]

    _, before = write(musterleistung())
    _, report = write(Snapshot.of_records(with_script))

    lines = [str(entry.message) for entry in report.entries]
    assert set(lines) - {str(entry.message) for entry in before.entries} == {
        "Ein Drehbuch fehlt im Export; BPMN hat dafür kein Wort."
    }


def test_nothing_overlaps_and_every_card_stands_in_its_lane() -> None:
    description = build(musterleistung())

    flat = [
        node for node in description.nodes.values() if not node.expanded and not node.attached_to
    ]
    for index, node in enumerate(flat):
        assert not any(node.box.intersects(other.box) for other in flat[:index]), node.id
        lane = description.lanes.get(node.lane)
        if lane is not None:
            assert lane.box.contains(node.box.center), node.id
            assert lane.box.right >= node.box.right


def test_a_card_that_asks_gets_a_gateway_with_the_question() -> None:
    description = build(musterleistung())

    gateway = description.nodes["step_2_split"]
    ways = description.outgoing(gateway.id)
    assert gateway.name == "Wird die Fahrbahn gesperrt?"
    assert gateway.default == "flow_4"
    assert sorted(flow.name for flow in ways) == ["sonst", "wenn Ja"]
    assert [flow.target for flow in description.outgoing("step_2")] == [gateway.id]


def test_a_gateway_that_joins_and_splits_is_written_as_two() -> None:
    records = [*musterleistung(), Flow(id="flow_x", source="step_4", target="decision_1")]
    records = [r for r in records if r.id != "flow_8"]

    description = build(Snapshot.of_records(records))

    join = description.nodes["decision_1_join"]
    assert len(description.incoming(join.id)) == 2
    assert len(description.incoming("decision_1")) == 1
    assert not join.box.intersects(description.nodes["decision_1"].box)


@pytest.mark.parametrize(
    ("mode", "tag"), [("exclusive", "exclusiveGateway"), ("inclusive", "inclusiveGateway")]
)
def test_what_joins_before_it_splits_joins_as_it_splits(mode: str, tag: str) -> None:
    """Ways that may run at the same time wait for each other; others do not."""
    records = [*musterleistung(), Flow(id="flow_x", source="step_4", target="decision_1")]
    records = [
        record.replaced(mode=mode) if record.id == "decision_1" else record
        for record in records
        if record.id != "flow_8"
    ]

    description = build(Snapshot.of_records(records))

    assert description.nodes["decision_1_join"].tag == tag


def _chain(*extra: Record) -> Snapshot:
    return Snapshot.of_records(
        [
            Start(id="start"),
            Step(id="a", name="A"),
            Step(id="b", name="B"),
            End(id="end"),
            Flow(id="f1", source="start", target="a"),
            Flow(id="f2", source="a", target="b"),
            Flow(id="f3", source="b", target="end"),
            *extra,
        ]
    )


def test_a_service_nobody_placed_is_laid_out_and_valid(shared: Path) -> None:
    view = _chain()

    content, report = _content(view), write(view)[1]

    assert bpmn_schema(shared).faults(content) == []
    assert "bpmn.substituted.name" in {entry.message.key for entry in report.entries}


def test_two_ways_without_condition_are_taken_both() -> None:
    description = build(_chain(Flow(id="f4", source="a", target="end")))

    assert description.nodes["a_split"].tag == "parallelGateway"


def test_an_id_that_no_file_may_hold_is_replaced() -> None:
    description = build(_chain(Step(id="7 Sachen", name="C")))

    assert description.id_of("7 Sachen") == "id_7_Sachen"
    assert "id_7_Sachen" in description.nodes


def test_another_writer_can_add_attributes_extensions_and_nodes() -> None:
    vendor = "urn:vendor"
    places = [
        Placement(id=f"p{i}", about=n, x=100 + 300 * i, y=100, width=232, height=80)
        for i, n in enumerate(("a", "b"))
    ]
    description = build(_chain(*places))
    description.namespaces["v"] = vendor
    description.nodes["b"].attributes[f"{{{vendor}}}topic"] = "zahlung"
    description.nodes["b"].extensions.append(
        lambda parent: element(parent, f"{{{vendor}}}info", {"x": "1"})
    )
    rule = Node(id="tarif", tag="businessRuleTask", name="Tarif")

    insert_before(description, "b", rule)
    content = serialise(description).decode()

    assert 'v:topic="zahlung"' in content
    assert '<v:info x="1"/>' in content
    assert [flow.target for flow in description.outgoing("a")] == ["tarif"]
    assert not description.nodes["tarif"].box.intersects(description.nodes["b"].box)
    assert not description.nodes["tarif"].box.intersects(description.nodes["a"].box)


def test_unsafe_characters_never_reach_the_file() -> None:
    content = _content(_chain(Step(id="c", name="a\x00b<&\x1f")))

    assert parse(content).root is not None
    assert b"ab&lt;&amp;" in content
