"""What becomes of the elements of a foreign file?"""

from __future__ import annotations

import pytest

from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.writer import write
from model.behaviors import open_document
from model.checks import check
from model.language import say
from model.records import (
    Annotation,
    DataObject,
    Deadline,
    Decision,
    Flow,
    Message,
    MessageFlow,
    Node,
    Placement,
    Pool,
    Role,
    Start,
    Step,
    SubProcess,
    Timer,
)
from tests.exporters.bpmn.files import Records, records_of, small_file

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">'
)


def test_lanes_become_roles_on_the_side_their_name_tells(small: Records) -> None:
    applicant, office = small["lane_a"], small["lane_b"]

    assert isinstance(applicant, Role)
    assert isinstance(office, Role)
    assert (applicant.side, office.side) == ("applicant", "office")
    assert applicant.parent == office.parent == "pool"


def test_a_task_of_the_applicant_is_a_page_and_a_script_is_automatic(small: Records) -> None:
    assert isinstance(small["form"], Step)
    assert small["form"].form == "page"
    assert small["check"].form == "office"  # type: ignore[attr-defined]
    assert small["script"].form == "automatic"  # type: ignore[attr-defined]
    assert small["script"].task == "script"  # type: ignore[attr-defined]


def test_a_comment_inside_a_text_does_not_cut_it(small: Records) -> None:
    assert small["check"].documentation == "Genau"  # type: ignore[attr-defined]


def test_a_boundary_timer_becomes_an_exception_with_a_deadline(small: Records) -> None:
    timer = small["late"]

    assert isinstance(timer, Timer)
    assert (timer.attached_to, timer.interrupting) == ("check", False)
    deadline = small[timer.deadline]
    assert isinstance(deadline, Deadline)
    assert (deadline.length, deadline.unit) == (14, "day")


def test_messages_pools_and_black_boxes_are_known(small: Records) -> None:
    assert isinstance(small["wait"], Message)
    assert small["wait"].message_name == "Nachricht"
    assert isinstance(small["box"], Pool)
    assert small["box"].black_box
    assert not small["pool"].black_box  # type: ignore[attr-defined]
    assert isinstance(small["mf"], MessageFlow)


def test_conditions_and_defaults_of_ways_are_kept(small: Records) -> None:
    assert isinstance(small["way"], Decision)
    assert small["f4"].extra("condition") == "offen > 0"
    assert isinstance(small["f5"], Flow)
    assert small["f5"].default


def test_a_drawn_data_object_is_read_and_what_is_behind_it_is_not(small: Records) -> None:
    data = small["data"]

    assert isinstance(data, DataObject)
    assert (data.form, data.name) == ("object", "Akte")
    assert "dob" not in small


def test_a_text_annotation_becomes_a_note_about_what_it_is_tied_to(small: Records) -> None:
    note = small["note"]

    assert isinstance(note, Annotation)
    assert note.text == "Bitte beachten"
    assert note.about == "check"


def test_what_stands_inside_a_sub_process_names_it(small: Records) -> None:
    assert isinstance(small["sub"], SubProcess)
    assert isinstance(small["inner"], Node)
    assert small["inner"].parent == "sub"


def test_places_and_bends_are_those_of_the_file(small: Records) -> None:
    shape, edge = small["form_s"], small["f5_e"]

    assert isinstance(shape, Placement)
    assert (shape.about, shape.x, shape.width) == ("form", 140, 100)
    assert isinstance(edge, Placement)
    assert edge.bends == ((485, 230), (918, 230))


def test_a_repeated_id_is_told_and_repaired_in_the_records_only() -> None:
    data = small_file().replace(b'id="script" name', b'id="check" name')

    imported = read_bpmn(data, "doppelt.bpmn")

    assert "bpmn.note.repeated" in [note.key for note in imported.notes]
    names = [r.name for r in imported.records if isinstance(r, Step)]
    assert {"Rechnen", "Prüfen"} <= set(names)
    ids = [record.id for record in imported.records]
    assert len(ids) == len(set(ids))


def test_an_id_that_stood_twice_is_found_at_its_element_and_the_repair_leaves_the_file() -> None:
    data = small_file().replace(b'id="script" name', b'id="check" name')
    document = open_document(read_bpmn(data, "doppelt.bpmn").records)

    found = [f for f in check(document.snapshot()) if f.check == "id_twice"]
    apply = found[0].repairs[0].apply
    assert apply is not None
    with document.transaction(say("undo.test")) as tx:
        apply(tx)

    view = document.snapshot()
    assert [view.the(f.at, Step).name for f in found] == ["Rechnen"]
    assert "id_twice" not in {f.check for f in check(view)}
    assert write(view)[0][0].content == data


def test_a_way_into_nowhere_is_told_and_not_drawn() -> None:
    data = small_file().replace(b'targetRef="script"', b'targetRef="weg"')

    imported = read_bpmn(data, "lose.bpmn")

    assert "bpmn.note.dangling" in [note.key for note in imported.notes]
    assert "f6" not in {record.id for record in imported.records}


def test_a_file_without_picture_gets_places_that_do_not_overlap() -> None:
    data = small_file()
    start, end = data.index(b"<d:BPMNDiagram"), data.index(b"</b:definitions>")

    records = records_of(data[:start] + data[end:])

    places = {record.about: record for record in records.values() if isinstance(record, Placement)}
    cards = [p.box for p in places.values() if isinstance(records[p.about], Node)]
    nodes = [r for r in records.values() if isinstance(r, Node)]
    assert len(cards) == len(nodes)
    main = [p.box for p in places.values() if p.view == "main" and p.about not in ("inner",)]
    boxes = [box for box in main if box.width <= 100]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[:i])


def test_an_element_without_id_gets_one_and_keeps_its_place() -> None:
    data = f"{HEAD}<process><startEvent/><task name='a'/></process></definitions>".encode()

    records = records_of(data)

    starts = [r for r in records.values() if isinstance(r, Start)]
    steps = [r for r in records.values() if isinstance(r, Step)]
    assert len(starts) == len(steps) == 1


@pytest.mark.parametrize("count", [10_000])
def test_a_chain_of_ten_thousand_steps_is_read_without_recursion(count: int) -> None:
    steps = "".join(f'<task id="t{i}"/>' for i in range(count))
    ways = "".join(
        f'<sequenceFlow id="f{i}" sourceRef="t{i}" targetRef="t{i + 1}"/>' for i in range(count - 1)
    )
    data = f'{HEAD}<process id="p">{steps}{ways}</process></definitions>'.encode()

    records = records_of(data)

    assert sum(isinstance(r, Flow) for r in records.values()) == count - 1


def test_two_hundred_nested_sub_processes_are_read() -> None:
    depth = 200
    opening = "".join(f'<subProcess id="s{i}">' for i in range(depth))
    data = f'{HEAD}<process id="p">{opening}{"</subProcess>" * depth}</process></definitions>'

    records = records_of(data.encode())

    assert records["s199"].parent == "s198"  # type: ignore[attr-defined]
