"""How does the service read as a table?

One line per node in reading order; below it what it asks and where it leads. A line is a record's
id, a cell is its words in one of nine columns. A single plain way stands on the line of its node;
where a choice is made each way has a line of its own, "sonst" first and never absent.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from model.document.queries import Queries
from model.expressions import flow_label, sentence
from model.grammar import TEMPLATES, kind_title, title
from model.grammar.become import kind_now, template
from model.grammar.kinds import template_of
from model.graph import reading_order
from model.language import say, tr
from model.records import (
    Deadline,
    Decision,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Record,
    Step,
    SubProcess,
    TariffRow,
)

Column = Literal["who", "what", "kind", "required", "when", "then", "law", "fee", "deadline"]
COLUMNS: tuple[Column, ...] = (
    *("who", "what", "kind", "required", "when", "then"),
    *("law", "fee", "deadline"),
)
"""Wer, Was, Angaben, Pflicht, wenn, dann, Recht, Gebühr, Frist."""
INSET = "› "
"""Stands before the name of a row inside a group, or of a step inside a sub-process."""
_DEEPEST = 20


class Called:
    """What each node is called where a way names it: two of one name are told apart by a number."""

    def __init__(self, view: Queries, order: Iterable[str]) -> None:
        self._names: dict[str, str] = {}
        times: dict[str, int] = {}
        for node in order:
            name = plain_name(view[node])
            times[name] = times.get(name, 0) + 1
            self._names[node] = name if times[name] == 1 else numbered(name, times[name])

    def __getitem__(self, node: str) -> str:
        return self._names.get(node, "")

    def __contains__(self, node: str) -> bool:
        return node in self._names


def numbered(name: str, number: int) -> str:
    """The name of the second, third … of the same name."""
    return f"{name} ({number})"


def plain_name(record: Record) -> str:
    """Its name in one line, or what kind it is when it has none."""
    name = record.name if isinstance(record, Node) else title(record)
    return " ".join(name.split()) or str(kind_title(record))


def table_lines(view: Queries) -> list[str]:
    """Every line of the whole table, top down."""
    found: list[str] = []
    for node in reading_order(view):
        found += [node, *_all_below(view, node, 0)]
    return found


def _all_below(view: Queries, line: str, depth: int) -> list[str]:
    if depth > _DEEPEST:
        return []
    found = []
    for below in lines_below(view, line):
        found += [below, *_all_below(view, below, depth + 1)]
    return found


def lines_below(view: Queries, line: str) -> list[str]:
    """The lines that stand below a line: of a node its rows and its ways, of a choice its answers,
    of a group its rows.
    """
    record = view.get(line)
    if isinstance(record, Field):
        return [option.id for option in view.children(line, Option)]
    rows = [row.id for row in view.rows(line)]
    return rows + ways_told(view, line) if isinstance(record, Node) else rows


def has_lines_below(view: Queries, line: str) -> bool:
    """Whether any line stands below, without making them."""
    ways = []
    for record in view.referring(line):
        if isinstance(record, Flow):
            if record.source == line and not record.of:
                ways.append(record)
        elif record.family == "row" and getattr(record, "parent", "") == line and not record.of:
            return True
    return len(ways) > 1 or any(not _is_plain(way) for way in ways)


def _is_plain(way: Flow) -> bool:
    return way.condition is None and not way.name and not way.default


def ways_told(view: Queries, node: str) -> list[str]:
    """The ways that have lines of their own: all, unless it is a single plain one."""
    ways = view.outgoing(node)
    return [] if len(ways) == 1 and _is_plain(ways[0]) else [way.id for way in ways]


def cell(view: Queries, line: str, column: Column, called: Called) -> str:
    """The words of one cell; "" where there is nothing to say."""
    record = view.get(line)
    if record is None:
        return ""
    if column == "what":
        return _what(view, record)
    if column == "law":
        return "; ".join(norm.cited_as for norm in view.norms(line) if norm.cited_as)
    if isinstance(record, Node):
        return _of_node(view, record, column, called)
    if isinstance(record, Flow):
        words = {"when": _way_when(view, record), "then": called[record.target]}
        return words.get(column, "")
    return _of_row(view, record, column)


def _what(view: Queries, record: Record) -> str:
    if isinstance(record, FieldUse):
        used = view.get(record.field)
        return title(used) if used is not None else ""
    return title(record)


def _of_node(view: Queries, node: Node, column: Column, called: Called) -> str:
    match column:
        case "who":
            role = view.role_of(node.id)
            return title(role) if role is not None else ""
        case "kind":
            rows = len(view.rows(node.id))
            words = node_kind(view, node)
            if step := getattr(node, "attached_to", ""):
                words = tr("table.exception", kind=words, step=called[step])
            return tr("table.kind_and_rows", kind=words, n=rows) if rows else words
        case "then":
            return _leads(view, node, called)
        case "fee":
            fee = view.get(getattr(node, "fee", ""), Fee)
            return fee_words(view, fee) if fee is not None else ""
        case "deadline":
            return "; ".join(deadline_words(one) for one in deadlines(view, node))
        case _:
            return ""


def _leads(view: Queries, node: Node, called: Called) -> str:
    """The one way, or all of them in short: "sonst → Ende; wenn Ja → Prüfen"."""
    ways = view.outgoing(node.id)
    if not ways_told(view, node.id):
        return called[ways[0].target] if ways else ""
    parts = [(flow_label(view, way), called[way.target]) for way in ways]
    return "; ".join(f"{label} → {name}" if label else name for label, name in parts)


def _way_when(view: Queries, way: Flow) -> str:
    if way.default:
        return tr("flow.else")
    return sentence(view, way.condition) if way.condition is not None else ""


def _of_row(view: Queries, row: Record, column: Column) -> str:
    match column:
        case "kind":
            return row_kind(view, row)
        case "required":
            return tr("sentence.yes") if _is_required(row) else ""
        case "when":
            visible = getattr(row, "visible", None)
            return sentence(view, visible) if visible is not None else ""
        case _:
            return ""


def _is_required(row: Record) -> bool:
    if isinstance(row, FieldGroup):
        return row.repeatable and row.minimum > 0
    return isinstance(row, Field) and row.required


def node_kind(view: Queries, node: Node) -> str:
    """What kind of step it is, in the words of the palette."""
    if isinstance(node, Decision):
        key = kind_now(view, node)
        return str(template(key).title) if key else str(kind_title(node))
    if isinstance(node, Step) and node.form == "office":
        return str(TEMPLATES["office"].title)
    key = template_of(node)
    return str(TEMPLATES[key].title) if key else str(kind_title(node))


def row_template(view: Queries, row: Record) -> str:
    """The template of a row; a choice between Ja and Nein is "yesno". "" when it fits none."""
    if isinstance(row, FieldGroup):
        return "repeated" if row.repeatable else "group"
    key = template_of(row)
    if isinstance(row, Field) and key in ("yesno", "choice"):
        codes = {option.code for option in view.options(row.id)}
        return "yesno" if codes in ({"ja", "nein"}, {"yes", "no"}) else "choice"
    return key


def row_kind(view: Queries, row: Record) -> str:
    """What kind of answer a row asks for; a choice with its answers: "Auswahl: rot; grün"."""
    if isinstance(row, FieldUse):
        return tr(f"table.use.{row.mode}")
    if isinstance(row, Option):
        return str(kind_title(row))
    key = row_template(view, row)
    words = str(TEMPLATES[key].title) if key else tr("inspector.template.other")
    options = view.options(row.id) if key in ("choice", "multi") else []
    listed = "; ".join(" ".join(option.label.split()) for option in options)
    return f"{words}: {listed}" if listed else words


def deadlines(view: Queries, node: Node) -> list[Deadline]:
    """The deadlines of a step, or the one a timer waits for."""
    awaited = view.get(getattr(node, "deadline", ""), Deadline)
    return [awaited] if awaited is not None else view.children(node.id, Deadline)


def deadline_words(deadline: Deadline) -> str:
    """``14 Tage``; its name when it has no length."""
    if deadline.length is None:
        return deadline.name
    return tr(f"unit.{deadline.unit}", n=deadline.length)


def fee_words(view: Queries, fee: Fee) -> str:
    """``30,70 € je Jahr``; of a table how many rows it has."""
    if fee.form == "table":
        return tr("table.fee.table", n=len(view.children(fee.id, TariffRow)))
    if fee.form == "frame":
        return tr("table.fee.frame", low=_money(fee.minimum), high=_money(fee.maximum))
    if fee.form == "free":
        return tr("table.fee.free")
    words = str(_money(fee.amount)) if fee.amount is not None else ""
    return tr("table.fee.per", amount=words, per=fee.per) if words and fee.per else words


def _money(amount: Decimal | None) -> object:
    return say("table.money", value=round(amount, 2)) if amount is not None else "…"


def inset(view: Queries, line: str) -> str:
    """The marks before a name: one for each group or sub-process it stands in."""
    record = view.get(line)
    holder = FieldGroup if record is not None and record.family == "row" else SubProcess
    marks = ""
    for _ in range(_DEEPEST):
        record = view.get(getattr(record, "parent", ""))
        if not isinstance(record, holder):
            break
        marks += INSET
    return marks
