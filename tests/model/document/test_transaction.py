"""One gesture is one ChangeSet, whole or not at all."""

from __future__ import annotations

import pytest

from model.document import Change, Document, History, Transaction
from model.errors import Conflict, EndlessBehaviors, UnknownRecord
from model.language import say
from model.records import Citation, Fee, Norm, Step

LABEL = say("undo.test")


def _document(*behaviors) -> Document:  # type: ignore[no-untyped-def]
    return Document([Step(id="a", name="A"), Step(id="b", name="B")], behaviors=behaviors)


def test_changes_of_one_gesture_arrive_as_one_bundle_with_one_change_a_record() -> None:
    document, heard = _document(), []
    document.listen(heard.append)

    with document.transaction(LABEL, "test") as tx:
        tx.alter("a", name="A1")
        tx.alter("a", name="A2")
        tx.add(Step(id="c"))
        tx.remove("c")
        tx.remove("b")

    assert len(heard) == 1
    assert heard[0].origin == "test"
    assert [(c.id, c.after is None) for c in heard[0]] == [("a", False), ("b", True)]
    assert heard[0].changes[0].before == Step(id="a", name="A")


def test_a_gesture_that_changes_nothing_is_not_announced() -> None:
    document, heard = _document(), []
    document.listen(heard.append)

    with document.transaction(LABEL) as tx:
        tx.alter("a", name="A")

    assert heard == []


def test_an_error_leaves_no_trace() -> None:
    document = _document()
    before = document.snapshot()

    with pytest.raises(ZeroDivisionError), document.transaction(LABEL) as tx:
        tx.remove("a")
        tx.add(Citation(id="z", parent="b", norm="n"))
        raise ZeroDivisionError

    assert document.snapshot() == before
    assert document.snapshot().resting_on("n") == []
    assert not document.in_transaction


def test_a_snapshot_does_not_change_with_the_document() -> None:
    document = _document()
    before = document.snapshot()

    with document.transaction(LABEL) as tx:
        tx.add(Norm(id="n", law="BGB"))
        tx.add(Citation(id="z", parent="a", norm="n"))

    assert before.norms("a") == []
    assert [norm.law for norm in document.snapshot().norms("a")] == ["BGB"]
    assert document.snapshot() is document.snapshot()


def test_two_open_transactions_are_refused() -> None:
    document = _document()

    with document.transaction(LABEL), pytest.raises(RuntimeError):
        document.transaction(LABEL).__enter__()


def test_a_taken_id_and_a_missing_one_are_refused() -> None:
    document = _document()

    with pytest.raises(ValueError, match="taken"), document.transaction(LABEL) as tx:
        tx.add(Step(id="a"))
    with pytest.raises(UnknownRecord), document.transaction(LABEL) as tx:
        tx.alter("nobody", name="x")


def test_behaviours_that_chase_each_other_are_stopped_and_nothing_happened() -> None:
    def forth_and_back(tx: Transaction, change: Change) -> None:
        tx.alter("a", name=tx.the("a", Step).name + "!")

    document = _document(forth_and_back)
    before = document.snapshot()

    with pytest.raises(EndlessBehaviors) as stopped, document.transaction(LABEL) as tx:
        tx.alter("a", name="x")

    assert stopped.value.where == ", ".join(["forth_and_back"] * 10)
    assert document.snapshot() == before


def test_a_bundle_that_does_not_fit_is_refused_whole() -> None:
    document = _document()
    with document.transaction(LABEL) as tx:
        tx.alter("a", name="neu")
        tx.alter("b", name="neu")
    changeset = tx.changeset
    assert changeset is not None
    with document.transaction(LABEL) as tx:
        tx.alter("b", name="noch neuer")
    before = document.snapshot()

    with pytest.raises(Conflict):
        document.apply(changeset.inverted())

    assert document.snapshot() == before


def test_typed_letters_are_one_step_until_the_focus_leaves() -> None:
    document = _document()
    history = History(document)

    for text in ("A1", "A12", "A123"):
        with document.transaction(LABEL, "typing:a") as tx:
            tx.alter("a", name=text)
    history.close_step()
    with document.transaction(LABEL, "typing:a") as tx:
        tx.alter("a", name="A1234")

    assert len(history.done) == 2
    history.undo()
    assert document.snapshot().the("a", Step).name == "A123"
    history.undo()
    assert document.snapshot().the("a", Step).name == "A"


def test_a_new_step_after_undo_ends_redo() -> None:
    document = _document()
    history = History(document)
    with document.transaction(LABEL) as tx:
        tx.remove("a")
    history.undo()

    with document.transaction(LABEL) as tx:
        tx.remove("b")

    assert history.redo() is None
    assert "a" in document.snapshot()


def test_dated_states_stand_behind_their_record() -> None:
    document = Document(
        [
            Fee(id="fee", name="Gebühr"),
            Fee(id="fee_2026", of="fee", valid_from="2026-01-01"),  # type: ignore[arg-type]
            Fee(id="fee_2022", of="fee", valid_from="2022-04-01"),  # type: ignore[arg-type]
        ]
    )

    view = document.snapshot()

    assert [fee.id for fee in view.of(Fee)] == ["fee"]
    assert [state.id for state in view.states("fee")] == ["fee_2022", "fee_2026"]
