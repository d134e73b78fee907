"""Whose look may a change have altered?"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from model.document.change import Change, ChangeSet
from model.document.queries import Queries
from model.records import (
    Citation,
    CodeList,
    Deadline,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Norm,
    Option,
    Placement,
    Record,
    Rule,
    TariffRow,
)


def touched(view: Queries, changeset: ChangeSet) -> set[str]:
    """Ids of nodes, ways and lanes that may look different after a ChangeSet."""
    found: set[str] = set()
    for change in changeset:
        for record in (change.before, change.after):
            if record is not None:
                found.add(record.id)
                found.update(_shown_by(view, record))
    return found


def changes_order(changeset: ChangeSet) -> bool:
    """True when page numbers may be different.

    A node or way came, went or was turned; or a node was moved, because those that no way leads to
    are read by their place.
    """
    return any(_changes_order(change) for change in changeset)


def _changes_order(change: Change) -> bool:
    before, after = change.before, change.after
    if isinstance(change.record, Flow):
        return before is None or after is None or _ends(before) != _ends(after)
    if isinstance(change.record, Placement):
        return before is None or after is None or _place(before) != _place(after)
    if isinstance(change.record, Node):
        return before is None or after is None or _form(before) != _form(after)
    return False


def _ends(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name, None) for name in ("source", "target", "default", "order"))


def _place(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name, None) for name in ("x", "y", "about"))


def _form(record: Record) -> tuple[object, ...]:
    return tuple(getattr(record, name, None) for name in ("form", "parent", "attached_to"))


def _shown_by(view: Queries, record: Record) -> Iterator[str]:
    for kind, find in _FINDERS:
        if isinstance(record, kind):
            yield from find(view, record)
            return


def _card(view: Queries, record_id: str) -> Iterator[str]:
    card = view.card_of(record_id)
    if card is not None:
        yield card.id


def _of_placement(_view: Queries, record: Placement) -> Iterator[str]:
    yield record.about


def _of_node(_view: Queries, record: Node) -> Iterator[str]:
    """An open sub-process is one as long as something stands in it."""
    if record.parent:
        yield record.parent


def _of_flow(_view: Queries, record: Flow) -> Iterator[str]:
    """The count of its source speaks of conditions."""
    yield record.source


def _of_row(view: Queries, record: Field | FieldGroup) -> Iterator[str]:
    """Its card, the cards that use it, the ways whose condition names it."""
    yield from _card(view, record.parent)
    yield from _naming(view, record.id)


def _naming(view: Queries, record_id: str) -> Iterator[str]:
    for other in view.referring(record_id):
        if isinstance(other, Flow):
            yield other.id
        elif isinstance(other, FieldUse):
            yield from _card(view, other.parent)


def _of_option(view: Queries, record: Option) -> Iterator[str]:
    yield from _card(view, record.parent)
    yield from _naming(view, record.id)
    parent = view.get(record.parent)
    if isinstance(parent, Field):
        yield from _naming(view, parent.id)
    if isinstance(parent, CodeList):
        for field in view.referring(parent.id, Field):
            yield from _card(view, field.id)


def _of_child(view: Queries, record: FieldUse | Citation | Deadline) -> Iterator[str]:
    yield from _card(view, record.parent)
    for step in view.referring(record.parent, Node):  # a fee's citation shows on its step
        yield step.id


def _of_norm(view: Queries, record: Norm) -> Iterator[str]:
    for citation in view.referring(record.id, Citation):
        yield from _of_child(view, citation)


def _of_fee(view: Queries, record: Fee) -> Iterator[str]:
    for step in view.referring(record.id, Node):
        yield step.id


def _of_tariff(view: Queries, record: TariffRow) -> Iterator[str]:
    for step in view.referring(record.parent, Node):
        yield step.id


def _of_rule(view: Queries, record: Rule) -> Iterator[str]:
    yield from _naming(view, record.id)


_FINDERS: tuple[tuple[type | tuple[type, ...], Callable[..., Iterator[str]]], ...] = (
    (Placement, _of_placement),
    (Node, _of_node),
    (Flow, _of_flow),
    ((Field, FieldGroup), _of_row),
    (Option, _of_option),
    ((FieldUse, Citation, Deadline), _of_child),
    (Norm, _of_norm),
    (Fee, _of_fee),
    (TariffRow, _of_tariff),
    (Rule, _of_rule),
)
"""Kind of record -> where else it is seen. Kinds that are not here are seen nowhere but at home."""
