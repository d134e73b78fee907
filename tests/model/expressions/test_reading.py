"""Is a sentence understood as it was said?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.behaviors import new_document, open_document
from model.commands import append_node, place_field
from model.document import Document
from model.expressions import Reading, length_in, sentence
from model.language import say
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    Field,
    Flow,
    Membership,
    Not,
    Present,
    Start,
    Sum,
    Today,
    Value,
)
from model.records.expression import OptionRef
from model.storage import from_bytes
from resources import open_resource
from tests.helpers.speaking import speaking

LABEL = say("undo.edit", what="x")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def a_form() -> tuple[Document, dict[str, str]]:
    """A choice, a number with a unit, a date, a text and a list."""
    document = new_document("Probe")
    ids = {}
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Angaben")
        ids["page"] = page.id
        for key, template, label in (
            ("choice", "yesno", "Hund und Katze?"),
            ("weight", "number", "Gewicht"),
            ("born", "date", "Geburtstag"),
            ("name", "text", "Name oder Firma"),
            ("dogs", "repeated", "Hunde"),
        ):
            ids[key] = place_field(tx, template, page.id, label=label).id
        tx.alter(ids["weight"], unit="kg")
        ids["age"] = place_field(tx, "integer", ids["dogs"], label="Alter").id
    options = document.snapshot().options(ids["choice"])
    ids |= {"yes": options[0].id, "no": options[1].id}
    return document, ids


with speaking("de"):
    DOCUMENT, IDS = a_form()
_LEAVES: list[Expression] = [
    Chosen(field=IDS["choice"], option=IDS["yes"]),
    Not(part=Chosen(field=IDS["choice"], option=IDS["no"])),
    Membership(
        field=IDS["choice"],
        options=(OptionRef(option=IDS["yes"]), OptionRef(option=IDS["no"])),
    ),
    Present(field=IDS["name"]),
    Not(part=Present(field=IDS["born"])),
    Comparison(relation="ge", left=Answer(field=IDS["weight"]), right=Value(number=Decimal("3.5"))),
    Comparison(relation="eq", left=Answer(field=IDS["name"]), right=Value(text="Meier und Söhne")),
    Comparison(relation="gt", left=Count(group=IDS["dogs"]), right=Value(number=Decimal(2))),
    Comparison(relation="le", left=Sum(field=IDS["age"]), right=Value(number=Decimal(1234))),
    Comparison(
        relation="lt",
        left=Answer(field=IDS["born"]),
        right=DateShift(base=Today(), length=-18, unit="year"),
    ),
    Comparison(
        relation="gt",
        left=Answer(field=IDS["born"]),
        right=DateShift(base=Today(), length=14, unit="day"),
    ),
]


@st.composite
def trees(draw: st.DrawFn, depth: int = 2) -> Expression:
    if depth == 0 or draw(st.booleans()):
        return draw(st.sampled_from(_LEAVES))
    parts = tuple(draw(st.lists(trees(depth - 1), min_size=2, max_size=3)))
    kind = draw(st.sampled_from(["all", "any", "not"]))
    if kind == "not":
        return Not(part=AllOf(parts=parts))
    return AllOf(parts=parts) if kind == "all" else AnyOf(parts=parts)


@settings(max_examples=200, deadline=None)
@given(trees())
def test_what_is_said_is_understood_so_that_it_is_said_the_same(tree: Expression) -> None:
    with speaking("de"):
        view = DOCUMENT.snapshot()
        said = sentence(view, tree)

        understood = Reading(view).understood(said)

        assert understood is not None, said
        assert sentence(view, understood) == said


def test_an_answer_alone_is_enough_where_it_is_asked() -> None:
    view = DOCUMENT.snapshot()

    assert Reading(view).understood("wenn ja", card=IDS["page"]) == _LEAVES[0]
    assert Reading(view).understood("ja") is None


def test_what_is_no_condition_is_not_guessed() -> None:
    reading = Reading(DOCUMENT.snapshot())

    for text in ("", "bald", "Gewicht", "Gewicht = ", "Gewicht ≥ Mond", "() und ()", "= ="):
        assert reading.understood(text, card=IDS["page"]) is None


def test_the_conditions_of_the_samples_are_understood() -> None:
    records = from_bytes(open_resource("samples/hundesteuer.fachwerk")).records
    view = open_document(records).snapshot()
    reading = Reading(view)

    trees_ = [f.condition for f in view.of(Flow)] + [f.visible for f in view.of(Field)]

    for tree in filter(None, trees_):
        understood = reading.understood(sentence(view, tree))
        assert understood is not None, sentence(view, tree)
        assert sentence(view, understood) == sentence(view, tree)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("14 Tage", (14, "day")),
        ("1 Woche", (1, "week")),
        ("3 Werktagen", (3, "workday")),
        ("2 Monate", (2, "month")),
        ("1 day", (1, "day")),
        ("7", (7, "day")),
    ],
)
def test_a_length_of_time_is_read(text: str, length: tuple[int, str]) -> None:
    assert length_in(text) == length


@pytest.mark.parametrize("text", ["", "bald", "Tage", "-3 Tage", "3 Monde", "999999 Tage"])
def test_what_is_no_length_of_time_is_none(text: str) -> None:
    assert length_in(text) is None
