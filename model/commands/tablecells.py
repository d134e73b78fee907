"""Change one cell of the table, by what was typed or picked there."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from model.commands.arrange import move_to
from model.commands.connect import connect_steps, make_default, reconnect
from model.commands.edit import cite, deadline_for, rename, set_required, uncite, use_field
from model.commands.morph import change_kind
from model.commands.place import add_option
from model.commands.rules import set_condition
from model.commands.tablewords import lane_named, mode_named, node_kind_named, template_named
from model.commands.tabling import Column, deadlines, numbered, plain_name, row_template
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.expressions import Reading, length_in
from model.expressions.typed import number_in
from model.grammar import TEMPLATES, may_connect, may_hold, title
from model.graph import reading_order
from model.language import say, tr
from model.records import (
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Norm,
    Option,
    Record,
    Role,
    Step,
    Timer,
)

_PLACE = re.compile(r"(?P<paragraph>(§§?|Art\.?|Artikel|Nr\.?|Anlage)\s*.*\d\w*)\s+(?P<law>\D.*)")
_MONEY = re.compile(r"(?P<amount>[\d.,\s]+)\s*(?:€|EUR|Euro)?\s*(?P<per>.*)", re.IGNORECASE)
_LONGEST_AMOUNT = Decimal(10) ** 12


def set_cell(tx: Transaction, line: str, column: Column, text: str) -> None:
    """Take what was typed into a cell over; an empty text takes away what was there.

    Raises:
        NotAllowed: the cell cannot say this, with the reason and what would work.
    """
    record = tx[line]
    setter = _SETTERS.get((line_kind(record), column))
    if setter is None:
        raise NotAllowed(say("table.no_cell", column=say(f"table.column.{column}")))
    setter(tx, line, " ".join(text.split()))


def can_set(view: Queries, line: str, column: Column) -> bool:
    """Whether a cell takes anything at all."""
    record = view.get(line)
    if record is None or (line_kind(record), column) not in _SETTERS:
        return False
    if column == "required":
        return isinstance(record, Field) or (isinstance(record, FieldGroup) and record.repeatable)
    if column == "then" and isinstance(record, Node):
        return len(view.outgoing(line)) < 2 and record.kind != "end"
    if column == "fee":
        return isinstance(record, Step) and (record.basis == "payment" or bool(record.fee))
    return True


def line_kind(record: Record) -> str:
    """node, row (field, group), use, answer or way; "" for what has no line."""
    if isinstance(record, Node):
        return "node"
    if isinstance(record, Field | FieldGroup):
        return "row"
    kinds = ((FieldUse, "use"), (Option, "answer"), (Flow, "way"))
    return next((word for kind, word in kinds if isinstance(record, kind)), "")


# --------------------------------------------------------------------------------------- who, what


def put_in_lane(tx: Transaction, node: str, role: str) -> None:
    """A node moves to the height of another lane, and belongs to it."""
    may_hold(tx, role, node).require()
    lane, place = tx.placement(role), tx.placement(node)
    if lane is not None and place is not None:
        move_to(tx, node, place.box.center._replace(y=lane.box.center.y))
    if getattr(tx[node], "role", "") != role:
        tx.alter(node, role=role)


def _set_lane(tx: Transaction, line: str, text: str) -> None:
    role = lane_named(tx, text)
    if role is None:
        known = ", ".join(title(one) for one in tx.ordered(Role))
        raise NotAllowed(say("table.no_lane", name=text), todo=say("table.lanes", names=known))
    put_in_lane(tx, line, role.id)


def _set_name(tx: Transaction, line: str, text: str) -> None:
    star = text.endswith("*") and isinstance(tx[line], Field)
    rename(tx, line, text.rstrip("* ") if star else text)
    if star:
        set_required(tx, line, True)


# ----------------------------------------------------------------------------------- kind of answer


def _set_kind(tx: Transaction, line: str, text: str) -> None:
    """``Datum``, or a choice with its answers: ``Auswahl: rot; grün``."""
    words, _, listed = text.partition(":")
    key = template_named(words, rows=True)
    record = tx[line]
    if not key:
        raise NotAllowed(say("table.no_kind", name=words), todo=say("table.kinds"))
    if isinstance(record, FieldGroup) != (TEMPLATES[key].kind == "group"):
        raise NotAllowed(say("table.group_stays"))
    if row_template(tx, record) != key:
        change_kind(tx, line, key)
    if listed.strip() and key in ("choice", "multi", "yesno"):
        set_answers(tx, line, [part.strip() for part in listed.split(";") if part.strip()])


def _set_node_kind(tx: Transaction, line: str, text: str) -> None:
    """``Zahlung``: the card becomes another kind of step; its name, rows and ways stay."""
    key = node_kind_named(text)
    if not key:
        raise NotAllowed(say("table.no_kind", name=text), todo=say("table.node_kinds"))
    change_kind(tx, line, key)


def set_answers(tx: Transaction, field: str, labels: list[str]) -> None:
    """The answers of a choice are these, in this order; those that are there already stay."""
    present = tx.children(field, Option)
    if [" ".join(option.label.split()) for option in tx.options(field)] == labels:
        return
    for option, label in zip(present, labels, strict=False):
        if option.label != label:
            tx.alter(option.id, label=label)
    for option in present[len(labels) :]:
        tx.remove(option.id)
    for label in labels[len(present) :]:
        add_option(tx, field, label)


def _set_mode(tx: Transaction, line: str, text: str) -> None:
    mode = mode_named(text)
    if not mode:
        raise NotAllowed(say("table.no_kind", name=text), todo=say("table.uses"))
    use = tx.the(line, FieldUse)
    use_field(tx, use.parent, use.field, mode)


def _set_required(tx: Transaction, line: str, text: str) -> None:
    word = text.casefold()
    if word in tr("table.words.yes").split("|"):
        set_required(tx, line, True)
    elif not word or word in tr("table.words.no").split("|"):
        set_required(tx, line, False)
    else:
        raise NotAllowed(say("table.not_yes_no", text=text))


# --------------------------------------------------------------------------------------- when, then


def _set_visible(tx: Transaction, line: str, text: str) -> None:
    if not text or text.casefold() in tr("table.words.always").split("|"):
        set_condition(tx, line, None)
        return
    set_condition(tx, line, _condition(tx, line, text))


def _set_way_when(tx: Transaction, line: str, text: str) -> None:
    if text.casefold() == tr("flow.else").casefold():
        make_default(tx, line)
    elif text:
        set_condition(tx, line, _condition(tx, tx.the(line, Flow).source, text))
    elif tx.the(line, Flow).condition is not None:
        raise NotAllowed(say("table.way_needs_when"), todo=say("table.way_needs_when.todo"))


def _condition(tx: Transaction, at: str, text: str):  # type: ignore[no-untyped-def]
    card = tx.card_of(at)
    found = Reading(tx).understood(text, card=card.id if card is not None else "")
    if found is None:
        raise NotAllowed(say("table.not_understood", text=text), todo=say("table.how_when"))
    return found


def node_named(view: Queries, name: str) -> str:
    """The node a way would name so ("Ende (2)" = the second of that name); "" when none is."""
    wanted = name.removeprefix("→").strip().casefold()
    times: dict[str, int] = {}
    for node in reading_order(view):
        called = plain_name(view[node]).casefold()
        times[called] = times.get(called, 0) + 1
        if wanted in (called if times[called] == 1 else "", numbered(called, times[called])):
            return node
    return ""


def lead_to(tx: Transaction, line: str, target: str) -> None:
    """The way of a line leads to another node; a node without a way gets one; "" takes it away.

    Raises:
        NotAllowed: the grammar says why not.
    """
    record = tx[line]
    way = record if isinstance(record, Flow) else next(iter(tx.outgoing(line)), None)
    if not target:
        if way is not None:
            tx.remove(way.id)
    elif way is None:
        connect_steps(tx, line, target)
    elif way.target != target:
        reconnect(tx, way.id, target=target)


def targets(view: Queries, line: str) -> list[str]:
    """Where the way of a line may lead, in reading order; where it leads now is among them."""
    record = view.get(line)
    source = record.source if isinstance(record, Flow) else line
    ways = [record] if isinstance(record, Flow) else view.outgoing(line)
    now = ways[0].target if len(ways) == 1 else ""
    return [
        node
        for node in reading_order(view)
        if node == now or (node != source and _may_be_target(view, source, node))
    ]


def _may_be_target(view: Queries, source: str, node: str) -> bool:
    """Who may be led to at all; that a way is there already does not matter here."""
    verdict = may_connect(view, source, node)
    reason = verdict.reason.key if verdict.reason is not None else ""
    return verdict.allowed or reason == "connect.second_plain"


def _set_target(tx: Transaction, line: str, text: str) -> None:
    target = node_named(tx, text) if text else ""
    if text and not target:
        raise NotAllowed(say("table.no_step", name=text), todo=say("table.steps"))
    lead_to(tx, line, target)


# ------------------------------------------------------------------------------- law, fee, deadline


def norm_cited(tx: Transaction, text: str) -> Norm:
    """The norm that is cited so; a new one joins the catalogue: "§ 5 HStS"."""
    for norm in tx.of(Norm):
        if norm.cited_as.casefold() == text.casefold():
            return norm
    found = _PLACE.match(text)
    paragraph, law = (found["paragraph"], found["law"]) if found else ("", text)
    return tx.add(Norm(id=tx.new_id("norm"), law=law, paragraph=paragraph))


def _set_norms(tx: Transaction, line: str, text: str) -> None:
    wanted = [norm_cited(tx, part.strip()) for part in text.split(";") if part.strip()]
    for norm in tx.norms(line):
        if norm.cited_as and norm.id not in {one.id for one in wanted}:
            uncite(tx, line, norm.id)
    cited = {norm.id for norm in tx.norms(line)}
    for norm in wanted:
        if norm.id not in cited:
            cite(tx, line, norm.id)


def _set_fee(tx: Transaction, line: str, text: str) -> None:
    step = tx.get(line, Step)
    if step is None or (step.basis != "payment" and not step.fee):
        raise NotAllowed(say("table.fee.only_payment"), todo=say("table.fee.only_payment.todo"))
    fee = tx.get(step.fee, Fee)
    if fee is not None and fee.form in ("table", "frame"):
        raise NotAllowed(say("table.fee.not_fixed"), todo=say("table.fee.not_fixed.todo"))
    values = _fee_values(text)
    if fee is not None:
        tx.alter(fee.id, **values)
    elif text:
        made = Fee(id=tx.new_id("fee"), parent=tx.service.id, name=step.name, **values)  # type: ignore[arg-type]
        tx.add(made)
        tx.alter(line, fee=made.id)


def _fee_values(text: str) -> dict[str, object]:
    if text.casefold() in tr("table.words.free").split("|"):
        return {"form": "free", "amount": None, "per": ""}
    if not text:
        return {"form": "fixed", "amount": None, "per": ""}
    found = _MONEY.fullmatch(text)
    amount = number_in(found["amount"]) if found else None
    if found is None or amount is None or amount > _LONGEST_AMOUNT:
        raise NotAllowed(say("table.fee.no_amount", text=text), todo=say("table.fee.how"))
    per = found["per"].strip()
    for word in tr("table.words.per").split("|"):
        per = per.removeprefix(word + " ")
    return {"form": "fixed", "amount": amount, "per": per}


def _set_deadline(tx: Transaction, line: str, text: str) -> None:
    node = tx.the(line, Node)
    present = deadlines(tx, node)
    if not text:
        for one in present[:1]:
            tx.remove(one.id)
        return
    length = length_in(text)
    if length is None:
        raise NotAllowed(say("table.no_length", text=text), todo=say("table.how_length"))
    made = deadline_for(tx, line, length[0], length[1])
    if isinstance(node, Timer) and node.deadline != made.id:
        tx.alter(line, deadline=made.id)


_SETTERS: dict[tuple[str, str], Callable[[Transaction, str, str], None]] = {
    ("node", "who"): _set_lane,
    ("node", "what"): _set_name,
    ("node", "kind"): _set_node_kind,
    ("node", "then"): _set_target,
    ("node", "law"): _set_norms,
    ("node", "fee"): _set_fee,
    ("node", "deadline"): _set_deadline,
    ("row", "what"): _set_name,
    ("row", "kind"): _set_kind,
    ("row", "required"): _set_required,
    ("row", "when"): _set_visible,
    ("row", "law"): _set_norms,
    ("use", "kind"): _set_mode,
    ("answer", "what"): _set_name,
    ("answer", "law"): _set_norms,
    ("way", "what"): _set_name,
    ("way", "when"): _set_way_when,
    ("way", "then"): _set_target,
    ("way", "law"): _set_norms,
}
"""(kind of line, column) -> how its cell is taken over."""
