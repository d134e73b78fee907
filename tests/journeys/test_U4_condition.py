"""How much does it take to say that a page appears only after a certain answer?"""

from __future__ import annotations

import pytest

from model.commands import add_option, append_node, place_field, place_node, rename
from model.geometry import Point
from model.language import say
from model.records import Chosen, Flow, Role, Start
from tests.conftest import Bar
from tests.helpers.desk import Hand

CHORDS = 8


@pytest.fixture
def asked(hand: Hand) -> dict[str, str]:
    """A page that asks Ja or Nein, one that follows, and one that nothing leads to yet."""
    hand.desk.filing.new()
    document = hand.sheet.session.document
    view = hand.sheet.view
    applicant = next(role for role in view.ordered(Role) if role.side == "applicant").id
    with document.transaction(say("undo.edit")) as tx:
        start = tx.of(Start)[0]
        first = append_node(tx, "page", start.id)
        question = place_field(tx, "choice", first.id, label="Verheiratet?")
        for option in tx.options(question.id):
            tx.remove(option.id)
        yes = add_option(tx, question.id, "Ja")
        add_option(tx, question.id, "Nein")
        last = append_node(tx, "page", first.id)
        spouse = place_node(tx, "page", applicant, Point(900, 330), name="Ehegatte")
        rename(tx, first.id, "Sie")
        rename(tx, last.id, "Erklärung")
    hand.settle()
    hand.canvas.fit()
    hand.settle()
    return {"first": first.id, "yes": yes.id, "spouse": spouse.id}


def _is_said(hand: Hand, asked: dict[str, str]) -> None:
    view = hand.sheet.view
    way = next(f for f in view.of(Flow) if f.target == asked["spouse"])
    assert isinstance(way.condition, Chosen)
    assert way.condition.option == asked["yes"]
    assert hand.canvas.graph.flows[way.id].look.label == "wenn Ja"
    others = [f for f in view.outgoing(asked["first"]) if f.id != way.id]
    assert [f.default for f in others] == [True]


def test_U4_one_drag_from_the_answer_to_the_page(
    hand: Hand, asked: dict[str, str], bar: Bar
) -> None:
    from widgets.canvas.foreground import place_of

    row = place_of(hand.canvas.graph, asked["yes"])
    assert row is not None
    handle = hand.point(row.right(), row.center().y())
    hand.actions = 0

    hand.drag(handle, hand.where(asked["spouse"]))

    assert hand.actions == 1
    bar("U4", f"{hand.actions} drag for a condition", 1)
    _is_said(hand, asked)


def test_U4_at_most_eight_chords_with_the_keyboard(
    hand: Hand, asked: dict[str, str], bar: Bar
) -> None:
    hand.canvas.setFocus()
    hand.canvas.select([asked["first"]], asked["first"])
    hand.actions = 0

    for chord in ("Return", "Down", "C"):  # into the card, to the answer, connect
        hand.key(chord)
    assert hand.canvas.selection.focus == asked["yes"]
    for chord in ("Right", "Down", "Left", "Up"):
        if hand.canvas.aim == asked["spouse"]:
            break
        hand.key(chord)
    hand.key("Return")

    assert hand.actions <= CHORDS, hand.log
    bar("U4", f"{hand.actions} chords for a condition", f"<= {CHORDS}")
    _is_said(hand, asked)
