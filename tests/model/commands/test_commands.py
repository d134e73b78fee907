"""What a clerk does, said as calls."""

from __future__ import annotations

from model.commands import (
    change_field_type,
    cite,
    connect_steps,
    deadline_for,
    insert_on_flow,
    move_row,
    place_field_as_page,
    reconnect,
    remove_and_reconnect,
    uncite,
    use_field,
)
from model.commands.place import speakable
from model.geometry import Point
from model.records import Deadline, Field, FieldUse, Flow, Node, Norm, Option, Step
from tests.helpers.building import Bench


def _boxes(bench: Bench) -> list:  # type: ignore[type-arg]

    placed = (bench.view.placement(node.id) for node in bench.view.of(Node))
    return [place.box for place in placed if place is not None]


def test_a_step_put_on_a_way_stands_between_and_what_follows_makes_room() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    last = bench.after(first.id, "page", "Drei")
    before = bench.view.placement(last.id)
    way = bench.view.outgoing(first.id)[0]

    middle = bench.do(insert_on_flow, "page", way.id, name="Zwei")

    assert [f.target for f in bench.view.outgoing(first.id)] == [middle.id]
    assert [f.target for f in bench.view.outgoing(middle.id)] == [last.id]
    after = bench.view.placement(last.id)
    assert before is not None
    assert after is not None
    assert after.x > before.x
    boxes = _boxes(bench)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_step_put_on_a_conditional_way_keeps_the_condition_before_it() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Eins")
    question = bench.field("yesno", page.id, "Gefährlich?")
    bench.after(page.id, "page", "Zahlung")
    permit = bench.after(page.id, "page", "Erlaubnis", option=bench.options(question)[0].id)
    way = next(f for f in bench.view.outgoing(page.id) if f.condition is not None)

    middle = bench.do(insert_on_flow, "page", way.id)

    assert bench.view.the(way.id, Flow).condition == way.condition
    assert [f.condition for f in bench.view.incoming(permit.id)] == [None]
    assert bench.view.the(way.id, Flow).target == middle.id


def test_delete_and_reconnect_closes_the_gap() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    middle = bench.after(first.id, "page", "Zwei")
    last = bench.after(middle.id, "page", "Drei")

    bench.do(remove_and_reconnect, [middle.id])

    assert [f.target for f in bench.view.outgoing(first.id)] == [last.id]


def test_a_field_on_empty_canvas_becomes_a_page_with_it() -> None:
    bench = Bench()

    page, row = bench.do(place_field_as_page, "date", bench.applicant, Point(400, 80))
    step, _ = bench.do(place_field_as_page, "text", bench.office, Point(400, 300))

    assert (page.form, step.form) == ("page", "office")
    assert bench.view.the(row.id, Field).parent == page.id


def test_a_new_node_never_covers_another() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Eins")
    question = bench.field("choice", page.id, "Welche?")
    bench.after(page.id, "page", "Sonst")
    for option in bench.options(question):
        bench.after(page.id, "page", option.label, option=option.id)

    boxes = _boxes(bench)

    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_second_use_of_the_same_answer_only_changes_its_mode() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Eins")
    name = bench.field("text", page.id, "Name")
    check = bench.after(page.id, "office", "Prüfen", role=bench.office)

    bench.do(use_field, check.id, name.id)
    bench.do(use_field, check.id, name.id, "checks")

    assert [use.mode for use in bench.view.of(FieldUse)] == ["checks"]


def test_citing_twice_cites_once_and_can_be_taken_back() -> None:
    bench = Bench()
    bench.do(lambda tx: tx.add(Norm(id="n", law="StVG", paragraph="§ 6a")))

    bench.do(cite, bench.start, "n")
    bench.do(cite, bench.start, "n", "Satz 2")
    assert [norm.cited_as for norm in bench.view.norms(bench.start)] == ["§ 6a StVG"]
    assert [record.id for record in bench.view.resting_on("n")] == [bench.start]

    bench.do(uncite, bench.start, "n")
    assert bench.view.norms(bench.start) == []


def test_rows_move_between_cards_and_keep_their_answers() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    second = bench.after(first.id, "page", "Zwei")
    question = bench.field("yesno", first.id, "Ja?")
    there = bench.field("text", second.id, "Schon da")

    bench.do(move_row, question.id, second.id, before=there.id)

    assert [row.id for row in bench.view.rows(second.id)] == [question.id, there.id]
    assert bench.view.rows(first.id) == []
    assert len(bench.view.children(question.id, Option)) == 2


def test_a_deadline_is_set_once_and_then_changed() -> None:
    bench = Bench()
    check = bench.after(bench.start, "office", "Prüfen", role=bench.office)

    bench.do(deadline_for, check.id, 14)
    bench.do(deadline_for, check.id, 1, "month")

    assert [(d.length, d.unit) for d in bench.view.of(Deadline)] == [(1, "month")]


def test_a_page_template_in_an_office_lane_becomes_an_office_step() -> None:
    bench = Bench()

    step = bench.after(bench.start, "page", "Prüfen", role=bench.office)

    assert bench.view.the(step.id, Step).form == "office"


def test_codes_are_made_of_labels_and_never_repeat() -> None:
    assert speakable("Über 3,5 t") == "ueber_3_5_t"
    assert speakable("???") == "x"
    assert speakable("ja", {"ja", "ja_2"}) == "ja_3"


def test_a_way_back_may_be_drawn() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Eins")
    decision = bench.after(first.id, "decision", "Gut?")
    bench.after(decision.id, "end", "Ende")

    flow = bench.do(connect_steps, decision.id, first.id)

    assert flow.target == first.id


def test_a_way_that_leaves_an_answer_can_be_led_elsewhere() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Eins")
    question = bench.field("yesno", page.id, "Ja?")
    plain = bench.after(page.id, "page", "Sonst")
    answer = bench.after(page.id, "page", "Antwort", option=bench.options(question)[0].id)
    way = next(f for f in bench.view.outgoing(page.id) if f.target == answer.id)

    bench.do(reconnect, way.id, target=plain.id)

    assert bench.view.the(way.id, Flow).target == plain.id
    assert bench.view.the(way.id, Flow).condition == way.condition


def test_a_text_becomes_a_choice_and_back_and_keeps_its_question() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Eins")
    field = bench.field("text", page.id, "Rasse")

    bench.do(change_field_type, field.id, "choice")
    chosen = bench.view.the(field.id, Field)
    assert (chosen.label, chosen.field_kind) == ("Rasse", "select")
    assert len(bench.view.options(field.id)) == 2

    bench.do(change_field_type, field.id, "date")
    assert bench.view.the(field.id, Field).data_type == "date"
    assert bench.view.options(field.id) == []
