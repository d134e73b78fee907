"""What can be done to the lines of the table, each as one undo step?"""

from __future__ import annotations

from model.commands import add_option, make_default, move_row, place_field, set_condition
from model.commands.edit import use_field
from model.commands.morph import change_kind
from model.commands.tablecells import lead_to, put_in_lane, set_cell
from model.commands.tablepaste import Pasted, paste_table
from model.commands.tabletext import TextLine, lines_in
from model.commands.tabling import COLUMNS, Column, node_kind, row_template
from model.document import Document, Snapshot, Transaction
from model.errors import NotAllowed
from model.grammar import TEMPLATES, kind_title, title
from model.graph import reading_order
from model.language import say, tr
from model.records import (
    Chosen,
    Expression,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Record,
    Step,
)
from model.records.base import Child
from widgets.table.cells import PICKED

ORIGIN = "table"


def take(document: Document, line: str, column: Column, text: str) -> None:
    """Take over what was typed or picked in a cell.

    Raises:
        FachwerkError: it cannot be, with the reason.
    """
    label = say(
        "table.undo.cell", column=say(f"table.column.{column}"), line=_called(document, line)
    )
    with document.transaction(label, ORIGIN) as tx:
        if text.startswith(PICKED):
            _take_picked(tx, line, column, text.removeprefix(PICKED))
        else:
            set_cell(tx, line, column, text)


def _take_picked(tx: Transaction, line: str, column: Column, data: str) -> None:
    if column == "who":
        put_in_lane(tx, line, data)
    elif column == "then":
        lead_to(tx, line, data)
    elif column == "when" and data == "else":
        make_default(tx, line)
    elif column == "when":
        field, _, option = data.partition(" ")
        set_condition(tx, line, Chosen(field=field, option=option))
    elif isinstance(use := tx[line], FieldUse):
        use_field(tx, use.parent, use.field, data)
    else:
        change_kind(tx, line, data)


def take_condition(document: Document, line: str, expression: Expression | None) -> None:
    """Take over the condition that was built."""
    label = say("table.undo.cell", column=say("table.column.when"), line=_called(document, line))
    with document.transaction(label, ORIGIN) as tx:
        set_condition(tx, line, expression)


def _called(document: Document, line: str) -> str:
    record = document.snapshot()[line]
    return title(record) or str(kind_title(record))


# ------------------------------------------------------------------------------------- new lines


def add_step(document: Document, after: str, *, like: str = "") -> str:
    """A new step behind the one a line belongs to ("" = at the end); ``like``: of the same kind."""
    view = document.snapshot()
    model = view.get(like, Node)
    cells: dict[Column, str] = {"what": ""}
    if model is not None and model.kind not in ("start", "end"):
        cells["kind"] = node_kind(view, model)
    role = view.role_of(_card(view, after))
    cells["who"] = title(role) if role is not None else ""
    if "kind" not in cells:
        cells["kind"] = _usual_kind(role.side if role is not None else "office")
    with document.transaction(say("table.undo.step"), ORIGIN) as tx:
        done = paste_table(tx, [TextLine(1, cells)], after)
    return done.made[0]


def _usual_kind(side: str) -> str:
    form = {"applicant": "page", "system": "automatic"}.get(side, "office")
    return tr(f"template.{form}")


def _card(view: Snapshot, line: str) -> str:
    record = view.get(line)
    card = view.card_of(record.source if isinstance(record, Flow) else line)
    if card is not None:
        return card.id
    order = reading_order(view)
    return order[-1] if order else ""


def add_row(document: Document, after: str, *, like: str = "") -> str:
    """A new question below a line: behind a row, or as the last one of a step.

    Raises:
        NotAllowed: nothing can be asked there.
    """
    view = document.snapshot()
    record = view.get(after)
    if isinstance(record, Option):
        return _add_answer(document, record)
    if isinstance(record, Flow):
        record = view.get(record.source)
    parent, before = _place_for_row(view, record)
    if not parent:
        raise NotAllowed(say("table.choose_step"))
    wanted = row_template(view, view[like]) if view.get(like) is not None else ""
    with document.transaction(say("table.undo.row"), ORIGIN) as tx:
        return place_field(tx, wanted or "text", parent, before=before).id


def add_template(document: Document, template: str, after: str) -> str:
    """A building block of the palette behind a line.

    Raises:
        NotAllowed: it cannot stand there.
    """
    view = document.snapshot()
    if TEMPLATES[template].kind in ("field", "group"):
        record = view.get(after)
        if isinstance(record, Option | Flow):
            record = view.get(getattr(record, "source", "") or getattr(record, "parent", ""))
        parent, before = _place_for_row(view, record)
        if not parent:
            raise NotAllowed(say("table.choose_step"))
        with document.transaction(say("table.undo.row"), ORIGIN) as tx:
            return place_field(tx, template, parent, before=before).id
    if TEMPLATES[template].kind not in NODES:
        raise NotAllowed(say("table.only_picture"))
    role = view.role_of(_card(view, after))
    cells: dict[Column, str] = {"kind": str(TEMPLATES[template].title)}
    cells["who"] = title(role) if role is not None else ""
    with document.transaction(say("table.undo.step"), ORIGIN) as tx:
        return paste_table(tx, [TextLine(1, cells)], after).made[0]


NODES = ("step", "decision", "parallel", "subprocess", "call", "start", "end", "timer", "message")
"""Kinds that have a line of their own."""


def _place_for_row(view: Snapshot, record: Record | None) -> tuple[str, str]:
    """The parent, and the row that will follow."""
    if isinstance(record, Field | FieldUse | FieldGroup):
        rows = [row.id for row in view.rows(record.parent)]
        place = rows.index(record.id) + 1
        return record.parent, rows[place] if place < len(rows) else ""
    return (record.id, "") if isinstance(record, Node) else ("", "")


def _add_answer(document: Document, answer: Option) -> str:
    siblings = [option.id for option in document.snapshot().children(answer.parent, Option)]
    place = siblings.index(answer.id) + 1
    before = siblings[place] if place < len(siblings) else ""
    with document.transaction(say("undo.add_option"), ORIGIN) as tx:
        label = tr("option.first", n=len(siblings) + 1)
        return add_option(tx, answer.parent, label, before=before).id


def add_same(document: Document, line: str) -> str:
    """A new line of the same kind below this one.

    Raises:
        NotAllowed: of a way there is no second one without an aim.
    """
    record = document.snapshot().get(line)
    if isinstance(record, Flow):
        raise NotAllowed(say("table.way_by_answer"), todo=say("table.way_by_answer.todo"))
    if isinstance(record, Field | FieldGroup | FieldUse | Option):
        return add_row(document, line, like=line)
    return add_step(document, line, like=line)


# --------------------------------------------------------------------------------------- up, down


def shift(document: Document, line: str, by: int) -> None:
    """A row, an answer or a way changes places with its neighbour.

    Raises:
        NotAllowed: it stands at the edge, or its place follows from the ways.
    """
    view = document.snapshot()
    record = view[line]
    if isinstance(record, Node):
        raise NotAllowed(say("table.order_follows"), todo=say("table.order_follows.todo"))
    siblings = [one.id for one in _siblings(view, record)]
    place = siblings.index(line) if line in siblings else -1
    if place < 0 or not 0 <= place + by < len(siblings):
        raise NotAllowed(say("table.no_further"))
    label = say("table.undo.move", line=title(record) or str(kind_title(record)))
    with document.transaction(label, ORIGIN) as tx:
        if isinstance(record, Flow):
            _swap(tx, line, siblings[place + by])
        else:
            following = place + by + (1 if by > 0 else 0)
            before = siblings[following] if following < len(siblings) else ""
            move_row(tx, line, getattr(record, "parent", ""), before=before)


def _siblings(view: Snapshot, record: Record) -> list[Record]:
    if isinstance(record, Flow):
        return [way for way in view.outgoing(record.source) if not way.default]
    if isinstance(record, Option):
        return list(view.children(record.parent, Option))
    return view.rows(getattr(record, "parent", ""))


def _swap(tx: Transaction, one: str, other: str) -> None:
    first, second = tx.the(one, Child), tx.the(other, Child)
    tx.alter(one, order=second.order)
    tx.alter(other, order=first.order)


# --------------------------------------------------------------------------------------- pasting


def paste(document: Document, text: str, after: str) -> Pasted:
    """The lines of a text from a spreadsheet, behind a line.

    Raises:
        FachwerkError: it is too large, or nothing can be made of it.
    """
    lines = lines_in(document.snapshot(), text)
    if not lines:
        raise NotAllowed(say("table.paste.nothing"), todo=say("table.paste.nothing.todo"))
    with document.transaction(say("table.undo.paste", n=len(lines)), ORIGIN) as tx:
        return paste_table(tx, lines, after)


def is_list_of_rows(view: Snapshot, line: str) -> bool:
    """Whether questions can be added at a line."""
    card = view.card_of(line)
    return isinstance(card, Step) and card.form != "automatic"


__all__ = [
    "COLUMNS",
    "add_row",
    "add_same",
    "add_step",
    "is_list_of_rows",
    "paste",
    "shift",
    "take",
    "take_condition",
]
