"""Is said what a deletion changes elsewhere?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from model.behaviors import open_document
from model.commands import consequences, remove
from model.document import Document
from model.language import say
from model.records import Answer, Count, Fee, Field, FieldGroup
from tests.helpers.musterleistung import musterleistung
from widgets.canvas.deleting import warnings
from widgets.inspector.removing import said

COUNTED: list[tuple[str, dict[str, Any]]] = [
    ("each", {"each": "dogs"}),
    ("times", {"times": Count(group="dogs")}),
    ("months", {"months": Answer(field="months")}),
]


def charging(**fee: Any) -> Document:
    """A service whose fee is reckoned with a list or a number of its form."""
    document = open_document(musterleistung())
    with document.transaction(say("undo.fee")) as tx:
        page = next(iter(tx.of(Field))).parent
        tx.add(FieldGroup(id="dogs", parent=page, label="Hunde", maximum=None))
        tx.add(Field(id="months", parent=page, label="Monate", data_type="num_int"))
        parent = tx.service.id
        tx.add(Fee(id="tax", parent=parent, name="Steuer", amount=Decimal(60), **fee))
    return document


@pytest.mark.parametrize(("number", "fee"), COUNTED)
def test_before_a_counted_list_or_number_goes_the_fee_that_multiplies_by_it_is_named(
    number: str, fee: dict[str, Any]
) -> None:
    document = charging(**fee)
    gone = ["months"] if number == "months" else ["dogs"]

    on_canvas = warnings(document, gone)
    in_panel = list(said(document.snapshot(), consequences(document, gone), gone))

    told = say(f"rules.lost.{number}", name="Steuer")
    assert [message.key for message in on_canvas] == [told.key]
    assert in_panel == [str(told)]


def test_what_was_announced_is_what_happens() -> None:
    document = charging(times=Count(group="dogs"))

    with document.transaction(say("undo.remove")) as tx:
        remove(tx, ["dogs"])

    assert document.snapshot().the("tax", Fee).times is None
