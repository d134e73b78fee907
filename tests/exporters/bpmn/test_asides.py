"""Do notes and frames arrive in the file, with their place and what they are about?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exporters.bpmn import write
from exporters.bpmn.vocabulary import NAMESPACES
from exporters.registry import TARGETS
from exporters.xmlkit import parse
from model.commands import place_frame, place_note, remove, tie_note
from model.geometry import Point, Rect
from model.records import Annotation, Frame, Placement
from tests.exporters.bpmn.files import Records, bpmn_schema, records_of, small_file, written
from tests.helpers.building import Bench
from tests.judges import judge

Xml = Any


def noted() -> tuple[Bench, str, str, str]:
    """A page with a note on its field, and a frame around the page."""
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihre Angaben")
    field = bench.field("text", page.id, "Name")
    box = bench.view.placement(page.id).box
    note = bench.do(place_note, "Bitte prüfen", Point(box.x, box.y - 60), field.id)
    frame = bench.do(place_frame, box.grown(20), "Antrag")
    return bench, page.id, note.id, frame.id


def content(bench: Bench) -> bytes:
    return write(bench.view)[0][0].content


def test_a_note_is_a_text_annotation_tied_to_the_card_of_its_field() -> None:
    bench, page, note, _ = noted()

    root = parse(content(bench)).root

    found = root.find(f".//bpmn:textAnnotation[@id='{note}']", NAMESPACES)
    assert found.findtext("bpmn:text", namespaces=NAMESPACES) == "Bitte prüfen"
    tie = root.find(".//bpmn:association", NAMESPACES)
    assert (tie.get("sourceRef"), tie.get("targetRef")) == (page, note)
    drawn = {one.get("bpmnElement") for one in root.iter("{*}BPMNShape", "{*}BPMNEdge")}
    assert {note, tie.get("id")} <= drawn


def test_a_frame_is_a_group_with_its_name_as_a_category() -> None:
    bench, _, _, frame = noted()

    root = parse(content(bench)).root

    group = root.find(f".//bpmn:group[@id='{frame}']", NAMESPACES)
    value = root.find(".//bpmn:categoryValue", NAMESPACES)
    assert group.get("categoryValueRef") == value.get("id")
    assert value.get("value") == "Antrag"
    shape = root.find(f".//bpmndi:BPMNShape[@bpmnElement='{frame}']", NAMESPACES)
    placed = bench.view.placement(frame).box
    bounds = shape.find("dc:Bounds", NAMESPACES)
    assert float(bounds.get("width")) == placed.width


def test_a_note_in_an_empty_subprocess_is_not_lost() -> None:
    bench = Bench()
    inner = bench.after(bench.start, "subprocess", "Prüfung")
    note = bench.do(place_note, "Noch leer", Point(0, 0))
    bench.do(lambda tx: tx.alter(note.id, parent=inner.id))

    root = parse(content(bench)).root

    assert (
        root.find(f".//bpmn:subProcess/bpmn:textAnnotation[@id='{note.id}']", NAMESPACES)
        is not None
    )


def test_a_loose_note_has_no_association() -> None:
    bench, page, note, _ = noted()
    bench.do(tie_note, note, "")

    root = parse(content(bench)).root

    assert root.find(".//bpmn:association", NAMESPACES) is None
    assert page


def test_a_note_stays_when_what_it_is_about_goes() -> None:
    bench, page, note, _ = noted()

    bench.do(remove, [page])

    assert bench.view[note].about == ""
    assert bench.view.placement(note) is not None
    bench.do(remove, [note])
    assert bench.view.placement(note) is None


def test_the_file_is_valid_against_the_schema(shared: Path) -> None:
    assert bpmn_schema(shared).faults(content(noted()[0])) == []


@pytest.mark.judge
def test_readers_and_linters_of_others_find_nothing(tmp_path: Path) -> None:
    file = tmp_path / "notes.bpmn"
    file.write_bytes(content(noted()[0]))

    (verdict,) = judge.bpmn([file])

    assert verdict["warnings"] == []
    assert not [e for e in verdict["errors"] if "annotation" in str(e) or "group" in str(e)]


def test_a_box_of_no_size_becomes_a_frame_of_the_smallest_size() -> None:
    bench = Bench()

    frame = bench.do(place_frame, Rect(10, 10, 0, 0), "")

    assert bench.view.placement(frame.id).box == Rect(10, 10, 60, 60)


def test_the_platform_gets_notes_and_frames_too() -> None:
    bench, _, note, frame = noted()
    deployed = TARGETS["operaton"].write(bench.view)[0]

    root = parse(next(a.content for a in deployed if a.name.endswith(".bpmn"))).root

    assert root.find(f".//bpmn:textAnnotation[@id='{note}']", NAMESPACES) is not None
    assert root.find(f".//bpmn:group[@id='{frame}']", NAMESPACES) is not None


# ----------------------------------------------------------------------- in a foreign file


def edited(change: Callable[[Records], None]) -> tuple[Xml, Records]:
    """The small file after an edit: its tree, and the records it is read as again."""
    records = records_of(small_file())
    change(records)
    data = written(records)[0]
    return parse(data).root, records_of(data)


def placed(about: str, x: float, y: float, width: float, height: float) -> Placement:
    name = f"{about}_p"
    return Placement(id=name, about=about, x=x, y=y, width=width, height=height)


def test_a_new_note_and_a_new_frame_are_written_into_a_foreign_file() -> None:
    def change(records: Records) -> None:
        records["mine"] = Annotation(id="mine", text="Frist beachten", about="form")
        records["mine_p"] = placed("mine", 140, 0, 180, 48)
        records["round"] = Frame(id="round", name="Antrag")
        records["round_p"] = placed("round", 50, 40, 220, 120)

    root, again = edited(change)

    assert again["mine"].text == "Frist beachten"  # type: ignore[attr-defined]
    assert again["mine"].about == "form"  # type: ignore[attr-defined]
    assert again["round"].name == "Antrag"  # type: ignore[attr-defined]
    drawn = {one.get("bpmnElement") for one in root.iter("{*}BPMNShape", "{*}BPMNEdge")}
    assert {"mine", "round", "mine_association"} <= drawn


def test_a_note_that_is_moved_takes_its_dotted_line_along() -> None:
    def change(records: Records) -> None:
        place = next(r for r in records.values() if getattr(r, "about", "") == "note")
        records[place.id] = place.replaced(x=600, y=400)

    root, _ = edited(change)

    edge = next(e for e in root.iter("{*}BPMNEdge") if e.get("bpmnElement") == "assoc")
    points = [(point.get("x"), point.get("y")) for point in edge]
    assert points == [("400", "340"), ("600", "400")]


def test_a_note_tied_to_something_else_gets_another_association() -> None:
    def change(records: Records) -> None:
        records["note"] = records["note"].replaced(about="way")

    root, again = edited(change)

    assert again["note"].about == "way"  # type: ignore[attr-defined]
    ends = [(a.get("sourceRef"), a.get("targetRef")) for a in root.iter("{*}association")]
    assert ends == [("way", "note")]
    assert "assoc" not in {e.get("bpmnElement") for e in root.iter("{*}BPMNEdge")}


def test_a_removed_note_leaves_with_its_association() -> None:
    def change(records: Records) -> None:
        gone = [r.id for r in records.values() if "note" in (r.id, getattr(r, "about", ""))]
        for one in gone:
            del records[one]

    root, again = edited(change)

    assert "note" not in again
    assert not list(root.iter("{*}association"))


def test_edits_of_notes_are_valid_against_the_schema(shared: Path) -> None:
    records = records_of(small_file())
    records["mine"] = Annotation(id="mine", text="Frist beachten", about="form")
    records["round"] = Frame(id="round", name="Antrag")

    assert bpmn_schema(shared).faults(written(records)[0]) == []
