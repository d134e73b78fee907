"""What can a condition or a calculation ask for?"""

from __future__ import annotations

from model.commands import named_conditions
from model.document import Snapshot
from model.expressions import sentence
from model.grammar import title
from model.graph import reading_order
from model.records import (
    Answer,
    Count,
    Expression,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Named,
    Node,
    Record,
    Sum,
    Today,
)
from widgets.conditions.lines import field_type, type_of

Subject = tuple[Expression, str]
"""What is asked for, and its words."""


def questions(view: Snapshot, *, without: str = "") -> list[Field]:
    """All fields that have an answer, in reading order; not the one this is about."""
    place = {node: number for number, node in enumerate(reading_order(view))}

    def order(field: Field) -> tuple[int, str, str]:
        card = view.card_of(field.id)
        known = place.get(card.id, len(place)) if isinstance(card, Node) else len(place)
        return known, field.order, field.id

    fields = [f for f in view.of(Field) if f.id != without and f.field_kind != "label"]
    return sorted(fields, key=order)


def subjects(view: Snapshot, *, without: str = "") -> list[Subject]:
    """Everything a line can be about: answers, counts and sums of lists, fees, conditions with
    names, the day of the application.
    """
    asked = questions(view, without=without)
    found: list[Expression] = [Answer(field=field.id) for field in asked]
    lists = [g.id for g in view.ordered(FieldGroup) if g.repeatable and g.id != without]
    found += [Count(group=group) for group in lists]
    found += [
        Sum(field=field.id)
        for field in asked
        if field_type(view, field.id) == "number" and _in_list(view, field)
    ]
    found += [FeeAmount(fee=fee.id) for fee in view.ordered(Fee)]
    found += [Named(rule=rule.id) for rule in named_conditions(view) if rule.id != without]
    found.append(Today())
    return _told(view, found)


def of_type(view: Snapshot, wanted: str, *, without: str = "") -> list[Subject]:
    """What a value of that type can be compared with or calculated from."""
    return [one for one in subjects(view, without=without) if type_of(view, one[0]) == wanted]


def token_of(about: Expression) -> str:
    """What a drop-down keeps of a subject: the id of a field, else what is done with which id."""
    if isinstance(about, Answer):
        return about.field
    named = "".join(str(part) for part in about.model_dump(exclude={"op"}).values())
    return f"{about.op}:{named}"


def words_of(view: Snapshot, about: Expression) -> str:
    """The words of one subject."""
    return sentence(view, about)


def _told(view: Snapshot, found: list[Expression]) -> list[Subject]:
    """The words of each; what is called the same carries the name of its card, too."""
    words = [sentence(view, about) for about in found]
    told = []
    for about, said in zip(found, words, strict=True):
        named = token_of(about).rpartition(":")[2]
        card = view.card_of(named) if words.count(said) > 1 else None
        told.append((about, f"{said} ({title(card)})" if card is not None else said))
    return told


def _in_list(view: Snapshot, field: Field) -> bool:
    record: Record | None = field
    for _ in range(50):
        record = view.get(getattr(record, "parent", ""))
        if not isinstance(record, FieldGroup):
            return False
        if record.repeatable:
            return True
    return False
