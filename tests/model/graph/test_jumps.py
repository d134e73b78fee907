"""Does the way go on where a link of the same name is received?"""

from __future__ import annotations

from model.checks import check
from model.document import Snapshot
from model.graph import reading_order
from model.graph.jumps import jumps
from model.records import End, Event, Flow, Record, Start, SubProcess


def service(*more: Record, received: str = "B") -> Snapshot:
    records: list[Record] = [
        Start(id="start", name="Beginn"),
        Event(id="off", name="Ab", trigger="link", direction="send", event_name="B"),
        Event(id="on", name="An", trigger="link", event_name=received),
        End(id="end", name="Ende"),
        Flow(id="f1", source="start", target="off"),
        Flow(id="f2", source="on", target="end"),
    ]
    return Snapshot.of_records([*records, *more])


def structure(view: Snapshot) -> set[tuple[str, str]]:
    wanted = {"unreachable", "dead_end", "link_alone"}
    return {(f.check, f.at) for f in check(view) if f.check in wanted}


def test_what_follows_a_link_is_read_after_the_jump_and_counts_as_reached() -> None:
    view = service()

    assert jumps(view) == {"off": ["on"]}
    assert reading_order(view) == ["start", "off", "on", "end"]
    assert structure(view) == set()


def test_a_link_that_goes_on_nowhere_is_found_and_mended_by_the_other_name() -> None:
    view = service(received="C")

    found = next(f for f in check(view) if f.check == "link_alone")

    assert structure(view) == {("link_alone", "off"), ("unreachable", "on")}
    assert [repair.key for repair in found.repairs] == ["join_links", "say_link", "end_here"]


def test_a_link_does_not_jump_into_a_sub_process() -> None:
    inside = Event(id="on2", trigger="link", event_name="C", parent="sub")

    view = service(SubProcess(id="sub"), inside, received="D")

    assert jumps(view) == {}
