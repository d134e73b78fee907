"""Do stops stand where they are put, and does everything come back?"""

from __future__ import annotations

from model.commands import move_stop, remove, set_stop
from model.document import History
from model.records import Script, Stop, Text
from tests.helpers.building import Bench
from tests.helpers.invariants import dangling


def names(bench: Bench) -> list[str]:
    return [stop.name for stop in bench.view.ordered(Stop)]


def test_the_first_stop_begins_the_script_and_the_next_stand_behind_the_chosen_one() -> None:
    bench = Bench()
    first = bench.do(set_stop, name="A")
    bench.do(set_stop, name="C")
    bench.do(set_stop, name="B", after=first.id)

    assert names(bench) == ["A", "B", "C"]
    assert [script.name for script in bench.view.of(Script)] == ["Probe"]


def test_a_stop_moves_to_any_place_and_undo_brings_it_back() -> None:
    bench = Bench()
    history = History(bench.document)
    stops = [bench.do(set_stop, name=name) for name in "ABCD"]
    before = bench.view

    bench.do(move_stop, stops[3].id, 0)
    assert names(bench) == ["D", "A", "B", "C"]
    bench.do(move_stop, stops[3].id, 2)
    assert names(bench) == ["A", "B", "D", "C"]
    bench.do(move_stop, stops[0].id, 99)
    assert names(bench) == ["B", "D", "C", "A"]
    for _ in range(3):
        history.undo()

    assert bench.view == before


def test_a_script_leaves_with_its_stops_and_their_wordings() -> None:
    from model.commands import word_stop

    bench = Bench()
    before = bench.view
    stop = bench.do(set_stop, name="A", lit=(bench.start,))
    bench.do(word_stop, stop.id, "name", "A", "en")

    bench.do(remove, [stop.parent])

    assert bench.view == before
    assert not bench.view.of(Text)


def test_what_a_stop_points_at_may_go_without_a_word() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Seite")
    stop = bench.do(set_stop, name="A", lit=(page.id,), cards=(page.id,))

    bench.do(remove, [page.id])

    assert bench.view.the(stop.id, Stop).lit == (page.id,)
    assert dangling(bench.view) == []
