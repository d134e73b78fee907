"""Which rows does a card show, and how tall do they make it?"""

from __future__ import annotations

from typing import NamedTuple

from model.document.queries import Queries
from model.geometry import CARD_WIDTH, HEADER, OPTION, ROW
from model.records import Fee, Field, FieldGroup, Record, Step

_MARGIN = 4.0


class CardRow(NamedTuple):
    """One line of a card; ``top`` and ``height`` are relative to the card's upper edge.

    ``kind``: field, group, use, option, fee.
    """

    id: str
    kind: str
    depth: int
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def card_rows(view: Queries, node: str) -> tuple[CardRow, ...]:
    """The rows of a card in drawing order.

    Fields with their answers, groups with what is in them, uses of answers, the fee it charges.
    """
    rows: list[CardRow] = []
    top = HEADER
    pending = [(record, 0) for record in reversed(view.rows(node))]
    while pending:
        record, depth = pending.pop()
        rows.append(CardRow(record.id, record.kind, depth, top, ROW))
        top += ROW
        if isinstance(record, FieldGroup) and depth < 40:
            pending += [(inner, depth + 1) for inner in reversed(view.rows(record.id))]
        if isinstance(record, Field):
            for option in view.options(record.id) if shows_options(view, record) else ():
                rows.append(CardRow(option.id, "option", depth + 1, top, OPTION))
                top += OPTION
    fee = _fee(view, node)
    if fee is not None:
        rows.append(CardRow(fee.id, "fee", 0, top, ROW))
    return tuple(rows)


def shows_options(view: Queries, field: Field) -> bool:
    """A short list of answers stands open on the card.

    A long one or one from a code list stays folded.
    """
    return not field.code_list and len(view.options(field.id)) <= 5


def card_size(view: Queries, node: str) -> tuple[float, float]:
    """Width and height that the card of a node needs; the usual sizes for signs."""
    record = view.get(node)
    if record is None or record.kind not in ("step", "subprocess", "call"):
        return sign_size(record)
    rows = card_rows(view, node)
    if not rows:
        return CARD_WIDTH, HEADER + ROW if record.kind == "step" else HEADER + OPTION
    return CARD_WIDTH, rows[-1].top + rows[-1].height + _MARGIN


def sign_size(record: Record | None) -> tuple[float, float]:
    """Gateways 50, events 36 (the sizes other BPMN tools use)."""
    kind = record.kind if record is not None else ""
    size = 50.0 if kind in ("decision", "parallel") else 36.0
    return (100.0, 80.0) if kind == "foreign_node" else (size, size)


def shows_rows(view: Queries, node: str) -> bool:
    """False when the card is drawn smaller than its rows need (an imported element).

    Then it shows title and counts only.
    """
    placement = view.placement(node)
    return placement is None or placement.height >= card_size(view, node)[1]


def _fee(view: Queries, node: str) -> Fee | None:
    step = view.get(node, Step)
    return view.get(step.fee, Fee) if step is not None and step.fee else None
