"""Finds answers that no step reads and no rule needs: data that is only hoarded (Art. 5 Abs.

1 c GDPR).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands import use_field
from model.document import Snapshot, Transaction
from model.errors import NotAllowed
from model.graph import reading_order
from model.language import say
from model.records import (
    Evidence,
    ExampleCase,
    Field,
    FieldGroup,
    Record,
    Step,
)
from model.records.base import nested_fields, references_of


def _find(view: Reading, field: Field) -> Iterator[Found]:
    if view.readerless:
        return  # one cause, one line
    card = view.card_of(field.id)
    if not isinstance(card, Step) or card.form != "page" or field.field_kind == "label":
        return
    if not _used(view, field.id):
        read = Repair("let_step_read", partial(_let_next_step_read, field=field.id))
        yield Found(field.id, {"name": called(field)}, (read,))


def _used(view: Snapshot, record_id: str) -> bool:
    """Read by a step, named by a condition or rule, or the upload of an evidence.

    Also through the group it stands in.
    """
    for _ in range(50):
        if view.uses(record_id) or any(_needs(r, record_id) for r in view.referring(record_id)):
            return True
        record = view.get(record_id)
        parent = view.get(getattr(record, "parent", ""), FieldGroup)
        if parent is None:
            return False
        record_id = parent.id
    return False


def _needs(record: Record, field: str) -> bool:
    if isinstance(record, Evidence) and record.upload == field:
        return True
    if isinstance(record, ExampleCase):
        return False
    values = (getattr(record, name) for name in nested_fields(type(record)))
    return any(field in references_of(value) for value in values if value is not None)


def _let_next_step_read(tx: Transaction, field: str) -> None:
    """The first office step after the page reads it.

    Raises:
        NotAllowed: no office step follows.
    """
    card = tx.card_of(field)
    order = reading_order(tx)
    later = order[order.index(card.id) + 1 :] if card is not None and card.id in order else order
    steps = (tx.get(step, Step) for step in later)
    following = next((s.id for s in steps if s is not None and s.form == "office"), "")
    if not following:
        raise NotAllowed(say("check.field_nobody_uses.why_not"))
    use_field(tx, following, field)


FIELD_NOBODY_USES = Check("field_nobody_uses", "hint", (Field,), record=_find)
