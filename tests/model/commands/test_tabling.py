"""Does the service read as a table, and does a cell change what it says?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from model.behaviors import new_document
from model.commands import append_node, connect_steps, place_field, place_node
from model.commands.tablecells import can_set, set_cell, targets
from model.commands.tabling import Called, Column, cell, lines_below, table_lines
from model.document import Document
from model.errors import NotAllowed
from model.geometry import Point
from model.graph import reading_order
from model.language import say
from model.records import (
    Chosen,
    Deadline,
    Fee,
    Field,
    Flow,
    Node,
    Option,
    Role,
    Start,
    Step,
    Timer,
)
from tests.helpers.speaking import speaking

LABEL = say("undo.edit", what="x")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


@pytest.fixture
def document() -> Document:
    """Start, the page "Ihr Hund" with a choice, two steps after it."""
    made = new_document("Hund")
    with made.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Ihr Hund")
        choice = place_field(tx, "yesno", page.id, label="Gefährlich?")
        place_field(tx, "text", page.id, label="Rasse")
        offices = {role.side: role.id for role in tx.of(Role)}
        usual = append_node(tx, "office", page.id, role=offices["office"], name="Steuer festsetzen")
        strict = place_node(tx, "office", offices["office"], Point(900, 700), name="Erlaubnis")
        connect_steps(tx, page.id, strict.id, option=tx.options(choice.id)[0].id)
        connect_steps(tx, strict.id, usual.id)
    return made


def named(document: Document, name: str) -> str:
    view = document.snapshot()
    found = [r.id for r in view if name in (getattr(r, "label", 0), getattr(r, "name", 0))]
    return found[0]


def shown(document: Document, line: str, column: Column) -> str:
    view = document.snapshot()
    return cell(view, line, column, Called(view, reading_order(view)))


def put(document: Document, line: str, column: Column, text: str) -> None:
    with document.transaction(LABEL) as tx:
        set_cell(tx, line, column, text)


def test_a_step_says_who_what_and_how_much_it_asks(document: Document) -> None:
    page = named(document, "Ihr Hund")

    assert shown(document, page, "who") == "Antragsteller"
    assert shown(document, page, "kind") == "Seite des Antrags, 2 Angaben"


def test_each_way_of_a_choice_has_a_line_and_sonst_stands_first(document: Document) -> None:
    page = named(document, "Ihr Hund")

    ways = [
        i for i in lines_below(document.snapshot(), page) if document.snapshot()[i].kind == "flow"
    ]

    assert [shown(document, way, "when") for way in ways] == ["sonst", "Gefährlich? = Ja"]
    assert [shown(document, way, "then") for way in ways] == ["Steuer festsetzen", "Erlaubnis"]


def test_a_single_plain_way_stands_on_the_line_of_its_step(document: Document) -> None:
    strict = named(document, "Erlaubnis")

    assert lines_below(document.snapshot(), strict) == []
    assert shown(document, strict, "then") == "Steuer festsetzen"


def test_two_steps_of_one_name_are_told_apart(document: Document) -> None:
    strict = named(document, "Erlaubnis")
    put(document, strict, "what", "Steuer festsetzen")

    page = named(document, "Ihr Hund")
    names = {shown(document, way, "then") for way in lines_below(document.snapshot(), page)[2:]}

    assert names == {"Steuer festsetzen", "Steuer festsetzen (2)"}


def test_every_node_row_answer_and_choice_way_has_one_line(document: Document) -> None:
    view = document.snapshot()

    lines = table_lines(view)

    kinds = (Node, Field, Option)
    assert len(lines) == len(set(lines))
    assert {r.id for kind in kinds for r in view.of(kind)} <= set(lines)


@pytest.mark.parametrize(
    ("text", "length", "unit"),
    [
        ("14 Tage", 14, "day"),
        ("2 Wochen", 2, "week"),
        ("3 Werktage", 3, "workday"),
        ("5", 5, "day"),
    ],
)
def test_a_deadline_is_typed_in_words(
    document: Document, text: str, length: int, unit: str
) -> None:
    step = named(document, "Erlaubnis")

    put(document, step, "deadline", text)

    (made,) = document.snapshot().children(step, Deadline)
    assert (made.length, made.unit) == (length, unit)


def test_a_deadline_that_is_none_is_refused_with_an_example(document: Document) -> None:
    with pytest.raises(NotAllowed, match="14 Tage"):
        put(document, named(document, "Erlaubnis"), "deadline", "bald")


def test_a_timer_waits_for_the_deadline_typed_in_its_line(document: Document) -> None:
    with document.transaction(LABEL) as tx:
        timer = append_node(tx, "timer", named(document, "Steuer festsetzen"))

    put(document, timer.id, "deadline", "1 Monat")

    view = document.snapshot()
    assert view.the(view.the(timer.id, Timer).deadline, Deadline).unit == "month"


def test_a_norm_is_found_by_its_name_and_else_made(document: Document) -> None:
    page, step = named(document, "Ihr Hund"), named(document, "Erlaubnis")

    put(document, page, "law", "§ 5 HStS; § 6 HStS")
    put(document, step, "law", "§ 5 HStS")
    put(document, page, "law", "§ 6 HStS")

    view = document.snapshot()
    assert [norm.cited_as for norm in view.norms(page)] == ["§ 6 HStS"]
    assert view.norms(step)[0].law == "HStS"
    assert len({norm.id for line in (page, step) for norm in view.norms(line)}) == 2


def test_the_kind_of_a_field_brings_its_answers(document: Document) -> None:
    breed = named(document, "Rasse")

    put(document, breed, "kind", "Auswahl: Dackel; Dogge")

    assert [o.label for o in document.snapshot().options(breed)] == ["Dackel", "Dogge"]
    assert shown(document, breed, "kind") == "Auswahl: Dackel; Dogge"


def test_a_condition_is_understood_as_it_is_shown(document: Document) -> None:
    breed = named(document, "Rasse")

    put(document, breed, "when", "wenn Gefährlich? = Nein")

    visible = document.snapshot().the(breed, Field).visible
    assert isinstance(visible, Chosen)
    assert shown(document, breed, "when") == "Gefährlich? = Nein"


def test_a_way_becomes_sonst_by_its_word(document: Document) -> None:
    view = document.snapshot()
    page, strict = named(document, "Ihr Hund"), named(document, "Erlaubnis")
    way = next(flow for flow in view.outgoing(page) if flow.target == strict)

    put(document, way.id, "when", "sonst")

    assert document.snapshot().the(way.id, Flow).default


def test_a_way_is_led_elsewhere_by_the_name_of_the_step(document: Document) -> None:
    strict = named(document, "Erlaubnis")

    put(document, strict, "then", "→ Ihr Hund")

    (way,) = document.snapshot().outgoing(strict)
    assert way.target == named(document, "Ihr Hund")
    assert way.target in targets(document.snapshot(), strict)


def test_a_step_that_is_not_there_is_refused(document: Document) -> None:
    with pytest.raises(NotAllowed, match="Mond"):
        put(document, named(document, "Erlaubnis"), "then", "Zum Mond")


def test_a_lane_is_chosen_by_name_and_moves_the_card(document: Document) -> None:
    step = named(document, "Erlaubnis")

    put(document, step, "who", "system")

    view = document.snapshot()
    lane = view.placement(view.the(step, Step).role)
    place = view.placement(step)
    assert shown(document, step, "who") == "System"
    assert lane is not None
    assert place is not None
    assert lane.box.contains(place.box.center)


def test_a_fee_is_typed_as_money(document: Document) -> None:
    with document.transaction(LABEL) as tx:
        pay = append_node(tx, "payment", named(document, "Steuer festsetzen"))

    put(document, pay.id, "fee", "1.230,70 € je Jahr")

    view = document.snapshot()
    fee = view.the(view.the(pay.id, Step).fee, Fee)
    assert (fee.amount, fee.per) == (Decimal("1230.70"), "Jahr")
    assert shown(document, pay.id, "fee") == "1.230,70 € je Jahr"


def test_only_a_payment_has_a_fee(document: Document) -> None:
    step = named(document, "Erlaubnis")

    assert not can_set(document.snapshot(), step, "fee")
    with pytest.raises(NotAllowed, match="Zahlung"):
        put(document, step, "fee", "10 €")


def test_a_star_behind_a_name_makes_it_required(document: Document) -> None:
    breed = named(document, "Rasse")

    put(document, breed, "what", "Name der Rasse *")

    field = document.snapshot().the(breed, Field)
    assert (field.label, field.required) == ("Name der Rasse", True)
