"""Does an edit of a foreign file change exactly what was edited?

Each edit runs on the small file and on real ones: what is written is read again as the edited
records, and what the judge
counts as changed stays within a handful of facts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from exporters.xmlkit import parse
from model.records import (
    Chosen,
    Deadline,
    Field,
    Flow,
    ForeignNode,
    Node,
    Option,
    Placement,
    Pool,
    Record,
    Role,
    Step,
)
from tests.exporters.bpmn.files import (
    Records,
    bpmn_schema,
    foreign_files,
    judge,
    meaning,
    records_of,
    small_file,
    written,
)

Edit = Callable[[Records], None]


def _nodes(records: Records) -> list[Node]:
    return [r for r in records.values() if isinstance(r, Node) and not isinstance(r, ForeignNode)]


def _put(records: Records, record: Record, **fields: object) -> None:
    records[record.id] = record.replaced(**fields)


def rename(records: Records) -> None:
    for node in _nodes(records)[:1]:
        _put(records, node, name="Neuer <Name>")


def document(records: Records) -> None:
    for node in _nodes(records)[:1]:
        _put(records, node, documentation="Neu & erklärt")


def move(records: Records) -> None:
    for node in _nodes(records)[:1]:
        for place in list(records.values()):
            if isinstance(place, Placement) and place.about == node.id:
                _put(records, place, x=place.x + 10, y=place.y + 20)


def bend(records: Records) -> None:
    for place in records.values():
        if isinstance(place, Placement) and isinstance(records.get(place.about), Flow):
            _put(records, place, bends=((1.0, 2.0), (3.0, 4.0)))
            return


def name_a_way(records: Records) -> None:
    for flow in [r for r in records.values() if isinstance(r, Flow)][:1]:
        _put(records, flow, name="vielleicht")


def make_another_default(records: Records) -> None:
    allowed = ("exclusive", "inclusive")
    for node in _nodes(records):
        ways = [r for r in records.values() if isinstance(r, Flow) and r.source == node.id]
        if len(ways) > 1 and getattr(node, "mode", "") in allowed:
            for flow in ways:
                _put(records, flow, default=flow is ways[0])
            return


def rename_participants(records: Records) -> None:
    for record in [r for r in records.values() if isinstance(r, Pool)][:2]:
        _put(records, record, name="Tiefbauamt")


def retarget(records: Records) -> None:
    for flow in [r for r in records.values() if isinstance(r, Flow)]:
        home = records[flow.target]
        for node in _nodes(records):
            same = all(
                getattr(node, name) == getattr(home, name) for name in ("parent", "role")
            ) and node.extra("pool") == home.extra("pool")
            if same and node.id not in (flow.source, flow.target) and node.kind == "step":
                _put(records, flow, target=node.id)
                return


def append(records: Records) -> None:
    for step in [r for r in _nodes(records) if isinstance(r, Step)][:1]:
        place = next(p for p in records.values() if isinstance(p, Placement) and p.about == step.id)
        new = step.replaced(id="neu_1", name="Neu & schön", documentation="", extras=step.extras)
        shown = place.replaced(id="neu_1_di", about="neu_1", x=place.x + 300, y=place.y + 300)
        flow = Flow(id="neu_f", source=step.id, target="neu_1", parent=step.parent, order="zz")
        records.update({r.id: r for r in (new, shown, flow)})


def remove(records: Records) -> None:
    for step in [r for r in _nodes(records) if isinstance(r, Step)][:1]:
        gone = {step.id}
        size = 0
        while size != len(gone):
            size = len(gone)
            gone |= {r.id for r in records.values() if _rests_on(r, gone)}
        for record in gone:
            del records[record]


def _rests_on(record: Record, gone: set[str]) -> bool:
    names = ("source", "target", "about", "attached_to", "parent")
    return any(getattr(record, name, "") in gone for name in names)


EDITS: dict[Edit, int] = {
    rename: 2,
    document: 3,
    move: 25,
    bend: 12,
    name_a_way: 2,
    make_another_default: 2,
    rename_participants: 4,
    retarget: 25,
    append: 10,
}
"""Edit -> how many facts of the source it may change at most."""


@pytest.mark.parametrize("edit", [*EDITS, remove])
def test_an_edit_of_the_small_file_is_read_back_as_it_was_made(edit: Edit, small: Records) -> None:
    before = dict(small)
    edit(small)
    assert small != before

    content, _ = written(small)

    again = meaning(records_of(content))
    expected = meaning(small)
    assert set(again) == set(expected) | ({"neu_f_di"} & set(again))
    for record_id, record in expected.items():
        assert _same(again[record_id], record), record_id


def _same(one: Record, other: Record) -> bool:
    """Equal but for the numbering of ways, which is counted anew, and for the middle of a straight
    way, which a slanted one no longer has.
    """
    if isinstance(one, Flow) and isinstance(other, Flow):
        return one.replaced(order="") == other.replaced(order="")
    if isinstance(one, Placement) and isinstance(other, Placement) and len(other.bends) == 1:
        return one.replaced(bends=()) == other.replaced(bends=()) and len(one.bends) < 2
    return one == other


@pytest.mark.parametrize("edit", [*EDITS, remove])
def test_an_edit_of_the_small_file_leaves_the_vendor_s_parts(edit: Edit, small: Records) -> None:
    edit(small)

    content = written(small)[0].decode()

    for kept in ("<!-- Vermerk des Herstellers -->", 'v:mark="7"', 'since="2020"', "x = 1"):
        assert kept in content


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_a_real_file_changes_only_its_own_facts(
    edit: Edit, shared: Path, tmp_path: Path
) -> None:
    facts, schema = judge(shared), bpmn_schema(shared)
    edited = 0

    for path in foreign_files(shared, "bpmn-miwg"):
        records = records_of(path.read_bytes(), path.name)
        before = dict(records)
        edit(records)
        if records == before:
            continue
        edited += 1
        out = tmp_path / "out.bpmn"
        out.write_bytes(written(records)[0])
        lost = facts(str(path)) - facts(str(out))
        assert sum(lost.values()) <= EDITS[edit], path.name
        assert schema.faults(out.read_bytes()) == [], path.name

    assert edited > 3


def test_a_removed_step_takes_its_references_with_it(small: Records) -> None:
    remove(small)

    root = parse(written(small)[0]).root

    values = {value for node in root.iter("*") for value in node.attrib.values()}
    texts = {(node.text or "").strip() for node in root.iter("*")}
    assert not {"form", "f1", "f2"} & (values | texts)


def test_a_removed_step_takes_the_association_to_its_note_with_it(small: Records) -> None:
    gone = {"check", "late", "late_deadline", "f2", "f3", "f6"}
    for record in [r for r in small.values() if isinstance(r, Placement) and r.about in gone]:
        del small[record.id]
    for record_id in gone:
        del small[record_id]

    content = written(small)[0].decode()

    assert 'id="assoc"' not in content
    assert 'id="assoc_e"' not in content
    assert 'id="note"' in content


def test_a_new_condition_is_written_as_a_sentence(small: Records) -> None:
    small["field"] = Field(id="field", parent="form", label="Rasse", field_kind="select")
    small["option"] = Option(id="option", parent="field", label="Dackel")
    flow = small["f4"]
    _put(small, flow, condition=Chosen(field="field", option="option"), extras=())

    content = written(small)[0].decode()

    assert "Rasse = Dackel</b:conditionExpression>" in content
    assert "offen" not in content


def test_a_changed_deadline_is_written_as_a_duration(small: Records) -> None:
    deadline = small["late_deadline"]
    assert isinstance(deadline, Deadline)

    _put(small, deadline, length=3, unit="month")

    assert "<b:timeDuration>P3M</b:timeDuration>" in written(small)[0].decode()


def test_a_card_changes_its_lane_in_both_lists(small: Records) -> None:
    _put(small, small["check"], role="lane_a")

    again = records_of(written(small)[0])

    assert again["check"].role == "lane_a"  # type: ignore[attr-defined]


def test_a_renamed_message_becomes_a_message_of_its_own(small: Records) -> None:
    _put(small, small["wait"], message_name="Antwort")

    again = records_of(written(small)[0])

    assert again["wait"].message_name == "Antwort"  # type: ignore[attr-defined]


def test_a_new_lane_and_a_new_black_box_find_their_place(small: Records, shared: Path) -> None:
    small["lane_c"] = Role(id="lane_c", parent="pool", order="a2", name="System", side="system")
    small["firma"] = Pool(id="firma", order="a9", name="Zahlungsdienst", black_box=True)
    _put(small, small["script"], role="lane_c")

    content, _ = written(small)

    again = records_of(content)
    assert again["script"].role == "lane_c"  # type: ignore[attr-defined]
    assert again["firma"] == small["firma"].replaced(order=again["firma"].order)  # type: ignore[attr-defined]
    assert bpmn_schema(shared).faults(content) == []


def test_a_kept_note_is_edited_in_its_text(small: Records) -> None:
    _put(small, small["note"], text="Geändert")

    assert "<b:text>Geändert</b:text>" in written(small)[0].decode()


def test_a_moved_card_takes_the_ends_of_its_ways_along(small: Records) -> None:
    move(small)

    again = parse(written(small)[0]).root

    edge = next(node for node in again.iter("*") if node.get("id") == "f1_e")
    points = [(point.get("x"), point.get("y")) for point in edge]
    assert points == [("106", "120"), ("140", "100")]


def test_facts_that_bpmn_cannot_say_leave_the_file_alone_and_are_told(small: Records) -> None:
    small["field"] = Field(id="field", parent="form", label="Rasse")

    content, report = written(small)

    assert content == small_file()
    assert [entry.message.key for entry in report.entries] == ["bpmn.substituted.field"]


def test_a_file_without_picture_gets_one_only_when_something_is_placed() -> None:
    data = small_file()
    start, end = data.index(b"<d:BPMNDiagram"), data.index(b"</b:definitions>")
    data = data[:start] + data[end:]
    records = records_of(data)
    renamed = dict(records)
    rename(renamed)
    moved = dict(records)
    move(moved)

    assert b"BPMNDiagram" not in written(records)[0]
    assert b"BPMNDiagram" not in written(renamed)[0]
    assert b"BPMNDiagram" in written(moved)[0]
