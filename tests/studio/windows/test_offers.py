"""Is what may have been meant one button away, and does Strg+Z work while a line has the focus?"""

from __future__ import annotations

from model.commands import change_field_type, connect_steps
from model.language import say
from model.records import Field, Step
from tests.helpers.desk import Hand


def _do(hand: Hand, command, *args, **named) -> None:  # type: ignore[no-untyped-def]
    with hand.sheet.session.document.transaction(say("undo.test"), "canvas") as tx:
        command(tx, *args, **named)
    hand.settle()


def _choice(hand: Hand) -> Field:
    view = hand.sheet.view
    return next(f for f in view.of(Field) if f.field_kind == "select" and not f.code_list)


def test_one_answer_only_is_offered_where_a_way_leaves_one_of_several(at_work: Hand) -> None:
    field = _choice(at_work)
    _do(at_work, change_field_type, field.id, "multi")
    view = at_work.sheet.view
    card, option = view.card_of(field.id), view.options(field.id)[-1]
    assert card is not None
    taken = {flow.target for flow in view.outgoing(card.id)}
    target = next(s for s in view.of(Step) if s.id not in taken and s.id != card.id)
    _do(at_work, connect_steps, card.id, target.id, option=option.id)

    notice = at_work.desk.notice
    assert notice.isVisible()
    at_work.press(at_work.button(notice, "Auf eine Antwort umstellen"))

    assert at_work.sheet.view.the(field.id, Field).choices == "one"
    assert not notice.isVisible()


def test_the_offer_goes_with_the_next_change(at_work: Hand) -> None:
    field = _choice(at_work)
    _do(at_work, change_field_type, field.id, "multi")
    view = at_work.sheet.view
    card, option = view.card_of(field.id), view.options(field.id)[-1]
    assert card is not None
    taken = {flow.target for flow in view.outgoing(card.id)}
    target = next(s for s in view.of(Step) if s.id not in taken and s.id != card.id)
    _do(at_work, connect_steps, card.id, target.id, option=option.id)

    at_work.desk.undo()
    at_work.settle()

    assert not at_work.desk.notice.isVisible()


def test_undo_in_a_line_without_typing_takes_back_the_last_step(at_work: Hand) -> None:
    step = next(s for s in at_work.sheet.view.of(Step) if s.form == "page")
    before = at_work.sheet.view
    _do(at_work, lambda tx: tx.alter(step.id, documentation="neu"))
    at_work.canvas.show_element(step.id)
    at_work.settle()
    at_work.desk.panes.inspector.focus_field("name")
    at_work.settle()

    at_work.key("Ctrl+Z")

    assert at_work.sheet.view == before


def test_undo_in_a_line_with_typing_takes_back_the_typing_first(at_work: Hand) -> None:
    step = next(s for s in at_work.sheet.view.of(Step) if s.form == "page")
    _do(at_work, lambda tx: tx.alter(step.id, documentation="neu"))
    before = at_work.sheet.view
    at_work.canvas.show_element(step.id)
    at_work.settle()
    at_work.desk.panes.inspector.focus_field("name")
    at_work.settle()
    at_work.type("x", over=True)

    at_work.key("Ctrl+Z")

    assert at_work.sheet.view == before
    at_work.key("Ctrl+Z")
    assert at_work.sheet.view.the(step.id, Step).documentation == step.documentation
