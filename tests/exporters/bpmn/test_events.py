"""Are events, repetitions, and what is worked with read, kept, changed and written?"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from exporters.bpmn.vocabulary import BPMN, q
from model.records import (
    DataFlow,
    DataObject,
    Decision,
    End,
    Event,
    ForeignNode,
    Placement,
    Record,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from model.storage import from_bytes
from tests.exporters.bpmn.files import Records, bpmn_schema, meaning, records_of, written

HERE = Path(__file__).parent
SOURCE = (HERE / "ereignisse.bpmn").read_bytes()


@pytest.fixture
def read() -> Records:
    return records_of(SOURCE, "ereignisse.bpmn")


def with_(records: Records, *changed: Record, without: tuple[str, ...] = ()) -> Records:
    kept = {i: r for i, r in records.items() if i not in without}
    return {**kept, **{record.id: record for record in changed}}


def element(content: bytes, name: str) -> etree._Element:
    root = etree.fromstring(content)
    found = root.xpath("//*[@id=$name]", name=name)
    assert isinstance(found, list)
    assert isinstance(found[0], etree._Element)
    return found[0]


def words(one: etree._Element) -> list[str]:
    return [str(child.tag).removeprefix("{" + BPMN + "}") for child in one]


# ------------------------------------------------------------------------------------------ reading


def test_events_are_read_with_trigger_direction_name_and_code(read: Records) -> None:
    found = {
        name: (one.trigger, one.direction, one.event_name, one.error_code)
        for name, one in read.items()
        if isinstance(one, Event)
    }

    assert found == {
        "on_signal": ("signal", "receive", "Hochwasser", ""),
        "on_error": ("error", "receive", "Register gestört", "R-17"),
        "on_escalation": ("escalation", "receive", "Vorgesetzte", "E1"),
        "wait_rule": ("conditional", "receive", "", ""),
        "announce": ("signal", "send", "Hochwasser", ""),
        "jump": ("link", "send", "Teil 2", ""),
        "land": ("link", "receive", "Teil 2", ""),
        "undo": ("compensation", "send", "", ""),
        "milestone": ("none", "send", "", ""),
    }


def test_an_exception_hangs_at_its_step_and_says_whether_it_stops_it(read: Records) -> None:
    on_signal, on_error = read["on_signal"], read["on_error"]

    assert isinstance(on_signal, Event)
    assert isinstance(on_error, Event)
    assert (on_signal.attached_to, on_signal.interrupting) == ("check", False)
    assert (on_error.attached_to, on_error.interrupting) == ("check", True)


def test_starts_and_ends_are_read_with_what_they_wait_for_or_announce(read: Records) -> None:
    start, inside = read["start"], read["aside_start"]
    ends = [read[name] for name in ("raised", "failed", "told")]

    assert isinstance(start, Start)
    assert isinstance(inside, Start)
    assert (start.trigger, start.event_name) == ("signal", "Hochwasser")
    assert (inside.trigger, inside.error_code, inside.interrupting) == ("escalation", "E1", False)
    assert [(e.result, e.event_name, e.error_code) for e in ends if isinstance(e, End)] == [
        ("signal", "Hochwasser", ""),
        ("error", "Register gestört", "R-17"),
        ("escalation", "Vorgesetzte", "E1"),
    ]


def test_sorts_of_task_and_repetitions_are_read(read: Records) -> None:
    tasks = [read[name] for name in ("check", "each", "retry", "aside_work")]

    found = [(task.task, task.repeats) for task in tasks if isinstance(task, Step)]

    assert found == [
        ("manual", ""),
        ("", "sequential"),
        ("script", "loop"),
        ("abstract", ""),
    ]


def test_what_is_worked_with_is_read_with_its_ways(read: Records) -> None:
    things = {i: (r.form, r.many, r.state) for i, r in read.items() if isinstance(r, DataObject)}
    ways = {i: (r.source, r.target) for i, r in read.items() if isinstance(r, DataFlow)}

    assert things == {
        "file": ("object", False, "geprüft"),
        "files": ("object", True, ""),
        "register": ("store", False, ""),
    }
    assert ways == {
        "reads": ("file", "check"),
        "writes": ("each", "files"),
        "looks_up": ("register", "retry"),
    }


def test_several_events_at_once_stay_a_kept_block(read: Records) -> None:
    several = read["several"]

    assert isinstance(several, ForeignNode)
    assert several.extra("event") == "multiple"


def test_an_unedited_file_with_events_is_written_back_to_the_byte(read: Records) -> None:
    content, report = written(read)

    assert content == SOURCE
    assert not report.entries


# ---------------------------------------------------------------------------- older documents


def test_a_service_of_the_earlier_program_is_still_its_source_to_the_byte() -> None:
    opened = from_bytes((HERE / "ereignisse_11_2026.fachwerk").read_bytes())
    records = {record.id: record for record in opened.records}
    assert isinstance(records["on_signal"], ForeignNode)

    content, report = written(records)

    assert content == SOURCE
    assert not report.entries


def test_an_edit_of_an_older_service_changes_only_what_was_edited() -> None:
    opened = from_bytes((HERE / "ereignisse_11_2026.fachwerk").read_bytes())
    records = {record.id: record for record in opened.records}

    content, _ = written(with_(records, records["on_signal"].replaced(name="Noch eine Warnung")))

    back = content.replace(b"Noch eine Warnung", b"Neue Warnung")
    assert etree.canonicalize(back.decode()) == etree.canonicalize(SOURCE.decode())


def test_a_kept_block_of_an_older_service_may_become_an_event() -> None:
    opened = from_bytes((HERE / "ereignisse_11_2026.fachwerk").read_bytes())
    records = {record.id: record for record in opened.records}
    event = Event(
        id="on_signal", name="Neue Warnung", trigger="signal", event_name="Hochwasser",
        attached_to="check", interrupting=False,
    )  # fmt: skip

    content, _ = written(with_(records, event))

    assert element(content, "on_signal_def").get("signalRef") == "sig"
    assert element(content, "on_signal").get("cancelActivity") == "false"


# ---------------------------------------------------------------------------------------- writing


def test_a_service_drawn_here_with_all_kinds_is_valid_and_reads_the_same(
    read: Records, shared: Path
) -> None:
    before = {i: r for i, r in meaning(read).items() if i != "several"}

    content, report = written(before)
    again = records_of(content)

    assert bpmn_schema(shared).faults(content) == []
    kinds = Event | Start | End | Step | SubProcess | DataObject | DataFlow
    for name, record in before.items():
        if isinstance(record, kinds):
            assert again[name] == record.replaced(order=getattr(again[name], "order", "")), name
    assert "bpmn.lost.event" not in [entry.message.key for entry in report.entries]


def test_signals_errors_and_escalations_of_one_name_are_shared(read: Records) -> None:
    content, _ = written({i: r for i, r in meaning(read).items() if i != "several"})
    root = etree.fromstring(content)

    assert [one.get("name") for one in root.findall(q("signal"))] == ["Hochwasser"]
    assert [one.get("errorCode") for one in root.findall(q("error"))] == ["R-17"]
    assert [one.get("escalationCode") for one in root.findall(q("escalation"))] == ["E1"]


def test_an_input_of_the_process_stands_in_its_specification(shared: Path) -> None:
    records: Records = {
        "step": Step(id="step", name="Lesen", form="office"),
        "paper": DataObject(id="paper", name="Antrag", form="input", many=True),
        "result": DataObject(id="result", name="Bescheid", form="output"),
        "in": DataFlow(id="in", source="paper", target="step"),
        "out": DataFlow(id="out", source="step", target="result"),
    }

    content, report = written(records)
    again = records_of(content)

    assert bpmn_schema(shared).faults(content) == []
    assert not [entry for entry in report.entries if entry.kind == "lost"]
    assert again["paper"] == records["paper"]
    assert again["in"].source == "paper"  # type: ignore[attr-defined]


def test_a_way_between_a_document_and_a_gateway_is_named_as_lost() -> None:
    records: Records = {
        "ask": Decision(id="ask", name="Ja?"),
        "paper": DataObject(id="paper", name="Antrag"),
        "in": DataFlow(id="in", source="paper", target="ask"),
    }

    content, report = written(records)

    assert b"Association" not in content
    assert "bpmn.lost.data_flow" in [entry.message.key for entry in report.entries]


# --------------------------------------------------------------------------------------- patching


def test_another_signal_keeps_what_a_vendor_said_of_the_event(read: Records, shared: Path) -> None:
    changed = read["on_signal"].replaced(event_name="Sturm", interrupting=True)

    content, report = written(with_(read, changed))

    definition = element(content, "on_signal_def")
    assert definition.get("{urn:vendor}mark") == "7"
    assert element(content, definition.get("signalRef", "")).get("name") == "Sturm"
    assert element(content, "on_signal").get("cancelActivity") is None
    assert element(content, "announce_def").get("signalRef") == "sig"
    assert bpmn_schema(shared).faults(content) == []
    assert not report.entries


def test_a_signal_of_a_known_name_is_the_one_of_the_file(read: Records) -> None:
    changed = read["start"].replaced(trigger="error", event_name="Register gestört")

    content, _ = written(with_(read, changed.replaced(error_code="R-17")))

    assert element(content, "start")[-1].get("errorRef") == "err"


def test_a_repetition_changes_and_keeps_what_an_engine_needs(read: Records, shared: Path) -> None:
    each, check = read["each"], read["check"]

    content, _ = written(
        with_(read, each.replaced(repeats="parallel"), check.replaced(repeats="loop"))
    )

    loop = element(content, "each").find(q("multiInstanceLoopCharacteristics"))
    assert loop is not None
    assert (loop.get("isSequential"), loop.get("{urn:vendor}collection")) == ("false", "anwohner")
    assert words(element(content, "check"))[-1] == "standardLoopCharacteristics"
    assert bpmn_schema(shared).faults(content) == []


def test_a_script_that_becomes_a_decision_leaves_its_script_and_says_so(
    read: Records, shared: Path
) -> None:
    old = read["retry"]
    decision = Decision(id="retry", name=old.name)  # type: ignore[attr-defined]

    content, report = written(with_(read, decision, without=("looks_up", "looks_up_di")))

    gateway = element(content, "retry")
    assert gateway.tag == q("exclusiveGateway")
    assert words(gateway) == ["incoming", "outgoing"]
    assert gateway.get("scriptFormat") is None
    assert bpmn_schema(shared).faults(content) == []
    told = [e.message for e in report.entries if e.message.key == "bpmn.lost.left_over"]
    assert [str(message.values["what"]) for message in told] == ["script, scriptFormat"]


@pytest.mark.parametrize(
    "record",
    [
        SubProcess(id="check", name="Lage prüfen"),
        ServiceCall(id="check", name="Lage prüfen", called="lage"),
        Step(id="check", name="Lage prüfen", form="automatic"),
        Step(id="check", name="Lage prüfen", form="office", task="receive", repeats="parallel"),
        Event(id="check", name="Lage prüfen", trigger="conditional").with_extra("condition", "a"),
        Event(id="check", name="L", trigger="signal", direction="send", event_name="Hochwasser"),
        Timer(id="check", name="Lage prüfen"),
    ],
    ids=lambda record: f"{record.kind}-{getattr(record, 'task', '')}",
)
def test_a_task_of_a_foreign_file_may_become_another_kind(
    read: Records, record: Record, shared: Path
) -> None:
    without = ("on_signal", "on_error", "f11", "f12", "on_signal_di", "on_error_di")

    content, _ = written(with_(read, record, without=(*without, "f11_di", "f12_di")))
    again = records_of(content)

    assert bpmn_schema(shared).faults(content) == []
    assert again["check"] == record
    assert element(content, "check").get("{urn:vendor}color") == "red"


def test_a_document_becomes_a_register_and_stays_connected(read: Records, shared: Path) -> None:
    content, _ = written(with_(read, read["file"].replaced(form="store", state="")))
    again = records_of(content)

    assert bpmn_schema(shared).faults(content) == []
    assert b"file_object" not in content
    assert again["file"].form == "store"  # type: ignore[attr-defined]
    assert again["reads"].source == "file"  # type: ignore[attr-defined]


def test_a_new_document_and_its_ways_find_their_place(read: Records, shared: Path) -> None:
    new = DataObject(id="note", name="Vermerk", state="offen", many=True)
    paper = DataObject(id="paper", name="Antrag", form="input")
    ways = (
        DataFlow(id="w1", source="aside_work", target="note"),
        DataFlow(id="w2", source="note", target="check"),
        DataFlow(id="w3", source="paper", target="each"),
    )

    content, report = written(with_(read, new, paper, *ways))

    assert bpmn_schema(shared).faults(content) == []
    assert not report.entries
    assert element(content, "w2").find(q("sourceRef")).text == "note"  # type: ignore[union-attr]
    assert element(content, "paper").getparent().tag == q("ioSpecification")  # type: ignore[union-attr]


def test_a_step_that_turns_into_an_event_still_reads(read: Records, shared: Path) -> None:
    io = b"""<bpmn:ioSpecification id="io"><bpmn:dataInput id="inner"/><bpmn:inputSet/>
      <bpmn:outputSet/></bpmn:ioSpecification>"""
    place = b'<bpmn:property id="check_place" name="__targetRef_placeholder"/>'
    source = SOURCE.replace(place, io).replace(b"f>check_place<", b"f>inner<")
    records = records_of(source)
    without = ("on_signal", "on_error", "f11", "f12", "on_signal_di", "on_error_di")
    end = Event(id="check", trigger="signal", direction="send", event_name="Hochwasser")

    content, report = written(with_(records, end, without=(*without, "f11_di", "f12_di")))

    assert bpmn_schema(shared).faults(content) == []
    assert records_of(content)["reads"].target == "check"  # type: ignore[attr-defined]
    assert b"reads_di" in content
    told = [e.message for e in report.entries if e.message.key == "bpmn.lost.left_over"]
    assert [message.values["what"] for message in told] == ["ioSpecification"]


def test_a_removed_document_takes_its_ways_and_places_along(read: Records, shared: Path) -> None:
    content, _ = written(with_(read, without=("file", "reads", "file_di", "reads_di")))

    assert bpmn_schema(shared).faults(content) == []
    for name in (b"file_object", b"check_place", b'"reads', b"reads_di"):
        assert name not in content
    assert b"retry_place" in content


# ------------------------------------------------------------------------------------- the picture


def test_lines_of_data_and_straight_ways_are_drawn_as_in_the_source(read: Records) -> None:
    reads, straight = read["reads_di"], read["f1_di"]

    assert isinstance(reads, Placement)
    assert isinstance(straight, Placement)
    assert reads.bends == ((218, 90), (230, 160))
    assert straight.bends == ((168, 200),)


def test_a_way_that_finds_its_own_course_again_stays_in_the_picture(read: Records) -> None:
    content, _ = written(with_(read, without=("f1_di", "writes_di")))

    assert len(element(content, "f1_di")) == 2
    assert len(element(content, "writes_di")) == 2
