"""What is asked by index is right after any change, and in the same order however it came about."""

from __future__ import annotations

from model.document import Document, History, Snapshot
from model.language import say
from model.records import Citation, Norm, Placement, Record, Step


def test_a_record_that_cites_a_norm_twice_still_rests_on_it_when_one_citation_goes() -> None:
    twice = [Citation(id=f"c{n}", parent="s", norm="n", passage=f"Satz {n}") for n in (1, 2)]
    document = Document([Norm(id="n"), Step(id="s"), *twice])

    with document.transaction(say("undo.uncite")) as tx:
        tx.remove("c1")

    assert document.snapshot().resting_on("n") == [Step(id="s")]


def test_who_rests_on_a_norm_is_told_by_id_not_by_history() -> None:
    records: list[Record] = [Norm(id="n"), Step(id="a"), Step(id="b")]
    records += [Citation(id="c1", parent="b", norm="n"), Citation(id="c2", parent="a", norm="n")]

    for order in (records, records[::-1]):
        told = Snapshot.of_records(order).resting_on("n")
        assert [record.id for record in told] == ["a", "b"]


def test_a_place_is_found_after_it_was_moved_taken_and_given_back() -> None:
    document = Document([Step(id="s"), Placement(id="p", about="s", x=1)])
    history = History(document)
    before = document.snapshot()

    with document.transaction(say("undo.move")) as tx:
        tx.alter("p", x=2)
    moved = document.snapshot()
    with document.transaction(say("undo.remove")) as tx:
        tx.remove("p")
    gone = document.snapshot().placement("s")
    history.undo()

    assert before.placement("s") == Placement(id="p", about="s", x=1)
    assert moved.placement("s") == document.snapshot().placement("s")
    assert gone is None


def test_a_letter_that_was_typed_and_taken_back_leaves_nothing_to_undo() -> None:
    document = Document([Step(id="s", name="Prüfen")])
    history = History(document)

    for name in ("Prüfens", "Prüfen", "Prüfe"):
        with document.transaction(say("undo.rename"), origin="typing:s") as tx:
            tx.alter("s", name=name)

    assert len(history.done) == 1
    history.undo()
    assert document.snapshot()["s"] == Step(id="s", name="Prüfen")
    assert history.undo() is None
