"""Which rows does a card show, and how tall do they make it?

A card with more than seven rows is folded. Folding is how somebody looks at the service, so no file
knows of it: a card's place is as tall as the folded card, and an unfolded one is drawn over its
neighbours.
"""

from __future__ import annotations

from typing import NamedTuple

from model.document.queries import Queries
from model.geometry import CARD_WIDTH, HEADER, OPTION, ROW
from model.records import Chosen, Fee, Field, FieldGroup, Record, Step

_MARGIN = 4.0
FOLD_ABOVE = 7
"""So many fields, groups and uses stand on a folded card; answers belong to their field."""


class CardRow(NamedTuple):
    """One line of a card; ``top`` and ``height`` are relative to the card's upper edge.

    ``kind``: field, group, use, option, fee, or rest: the last line of a folded card, "… n weitere
    Angaben"; its ``id`` is the card's and ``count`` how many rows it stands for.
    """

    id: str
    kind: str
    depth: int
    top: float
    height: float
    count: int = 0  # type: ignore[assignment]  # hides the tuple's own method, which nobody needs

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


class _Entry(NamedTuple):
    """A row with the answers that stand below it; they come and go together."""

    record: Record
    depth: int
    options: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        return ROW + OPTION * len(self.options)


def card_rows(view: Queries, node: str, *, unfolded: bool = False) -> tuple[CardRow, ...]:
    """The rows of a card in drawing order.

    Fields with their answers, groups with what is in them, uses of answers, the fee it charges.
    Folded, unless there are few enough, the card is drawn unfolded, or its place has room for all
    of them (as in files that were made before cards folded).
    """
    entries = _entries(view, node)
    hidden: frozenset[str] = frozenset()
    if not unfolded and len(entries) > FOLD_ABOVE and not _has_room(view, node, entries):
        hidden = _hidden(view, node, entries)
    return _lines(view, node, entries, hidden)


def is_foldable(view: Queries, node: str) -> bool:
    """Is part of the card's rows hidden as long as nobody unfolds it?"""
    entries = _entries(view, node)
    return (
        len(entries) > FOLD_ABOVE
        and bool(_hidden(view, node, entries))
        and not _has_room(view, node, entries)
    )


def _entries(view: Queries, node: str) -> list[_Entry]:
    found: list[_Entry] = []
    pending = [(record, 0) for record in reversed(view.rows(node))]
    while pending:
        record, depth = pending.pop()
        options: tuple[str, ...] = ()
        if isinstance(record, FieldGroup) and depth < 40:
            pending += [(inner, depth + 1) for inner in reversed(view.rows(record.id))]
        if isinstance(record, Field) and shows_options(view, record):
            options = tuple(option.id for option in view.options(record.id))
        found.append(_Entry(record, depth, options))
    return found


def _hidden(view: Queries, node: str, entries: list[_Entry]) -> frozenset[str]:
    """The rows a folded card hides: those after the first seven from whose answers no way leaves.

    None when the line that tells of them would need as much room.
    """
    ways = (flow.condition for flow in view.outgoing(node))
    leading = {way.option for way in ways if isinstance(way, Chosen)}
    late = [entry for entry in entries[FOLD_ABOVE:] if leading.isdisjoint(entry.options)]
    saved = sum(entry.height for entry in late)
    return frozenset(entry.record.id for entry in late) if saved > ROW else frozenset()


def _has_room(view: Queries, node: str, entries: list[_Entry]) -> bool:
    placement = view.placement(node)
    return placement is not None and placement.height >= _height(
        _lines(view, node, entries, frozenset())
    )


def _lines(
    view: Queries, node: str, entries: list[_Entry], hidden: frozenset[str]
) -> tuple[CardRow, ...]:
    rows: list[CardRow] = []
    top = HEADER
    for record, depth, options in entries:
        if record.id in hidden:
            continue
        rows.append(CardRow(record.id, record.kind, depth, top, ROW))
        top += ROW
        for option in options:
            rows.append(CardRow(option, "option", depth + 1, top, OPTION))
            top += OPTION
    fee = _fee(view, node)
    if fee is not None:
        rows.append(CardRow(fee.id, "fee", 0, top, ROW))
        top += ROW
    if hidden:
        rows.append(CardRow(node, "rest", 0, top, ROW, len(hidden)))
    return tuple(rows)


def _height(rows: tuple[CardRow, ...]) -> float:
    return rows[-1].top + rows[-1].height + _MARGIN if rows else 0.0


def shows_options(view: Queries, field: Field) -> bool:
    """A short list of answers stands open on the card.

    A long one or one from a code list stays folded.
    """
    return not field.code_list and len(view.options(field.id)) <= 5


def card_size(view: Queries, node: str, *, unfolded: bool = False) -> tuple[float, float]:
    """Width and height that the card of a node needs, folded; the usual sizes for signs."""
    record = view.get(node)
    if record is None or record.kind not in ("step", "subprocess", "call"):
        return sign_size(record)
    entries = _entries(view, node)
    folds = not unfolded and len(entries) > FOLD_ABOVE
    rows = _lines(view, node, entries, _hidden(view, node, entries) if folds else frozenset())
    if not rows:
        return CARD_WIDTH, HEADER + ROW
    return CARD_WIDTH, _height(rows)


def sign_size(record: Record | None) -> tuple[float, float]:
    """Gateways 50, events 36 (the sizes other BPMN tools use)."""
    kind = record.kind if record is not None else ""
    size = 50.0 if kind in ("decision", "parallel") else 36.0
    return (100.0, 80.0) if kind == "foreign_node" else (size, size)


def way_line(height: float) -> float:
    """So far below its upper edge ways meet a box: at a card's title, in the middle of a sign."""
    return HEADER / 2 if height > _SIGN else height / 2


_SIGN = 60.0
"""Up to this height a box is met in its middle."""


def shows_rows(view: Queries, node: str) -> bool:
    """False when the card is drawn smaller than its rows need (an imported element).

    Then it shows title and counts only. A place with room for the folded card is enough.
    """
    placement = view.placement(node)
    return placement is None or placement.height >= card_size(view, node)[1]


def _fee(view: Queries, node: str) -> Fee | None:
    step = view.get(node, Step)
    return view.get(step.fee, Fee) if step is not None and step.fee else None
