"""How is a deed of a lesson done?"""

from __future__ import annotations

from collections.abc import Callable

from model.commands import (
    append_node,
    connect_steps,
    deadline_for,
    insert_on_flow,
    place_field,
    remove,
    rename,
    set_required,
)
from model.commands.landing import lane_for
from model.document.transaction import Transaction
from model.errors import FachwerkError
from model.grammar import TEMPLATES, title
from model.graph import reading_order
from model.language import say
from model.records import Decision, Deed, End, Node, Option, Parallel, Record, Role
from model.teaching.things import find, plain

_SIDES = {"page": "applicant", "office": "office", "automatic": "system"}


class DeedFailed(FachwerkError):
    """The service is no longer what the script was made for."""


def perform(tx: Transaction, deed: Deed) -> str:
    """Do it; the id of what was made or changed. "play" and "remark" change nothing in the service.

    Raises:
        DeedFailed: what it is about is not there.
        NotAllowed: the grammar says why not.
    """
    return _VERBS[deed.verb](tx, deed)


def lane_of(view: Transaction, template: str, beside: Node) -> str:
    """A page goes to the applicant, an office step to the office, a Basisdienst to the system; the
    rest stays in the lane.
    """
    side = _SIDES.get(str(TEMPLATES[template].fields.get("form")), "")
    here = view.get(beside.role, Role)
    if not side or (here is not None and here.side == side):
        return beside.role
    found = lane_for(view, side)
    return found.id if found is not None else beside.role


def _append(tx: Transaction, deed: Deed) -> str:
    before, option = _before(tx, deed), _answer(tx, deed)
    if deed.template not in TEMPLATES:
        raise DeedFailed(say("lesson.deed.block", name=deed.template))
    if option:
        lane = lane_of(tx, deed.template, before)
        named = {"role": lane, "name": deed.name, "option": option}
        return append_node(tx, deed.template, before.id, **named).id
    onward = [flow for flow in tx.outgoing(before.id) if flow.condition is None]
    splits = isinstance(before, Decision | Parallel)
    if len(onward) == 1 and not splits and TEMPLATES[deed.template].kind not in ("start", "end"):
        return insert_on_flow(tx, deed.template, onward[0].id, name=deed.name).id
    lane = lane_of(tx, deed.template, before)
    return append_node(tx, deed.template, before.id, role=lane, name=deed.name).id


def _before(tx: Transaction, deed: Deed) -> Node:
    """The card that is meant; without one the last in the order of reading that can go on."""
    if deed.at or deed.at_name:
        return _node(tx, deed.at, deed.at_name)
    open_ends = (tx.the(one, Node) for one in reversed(reading_order(tx)))
    last = next((node for node in open_ends if not isinstance(node, End)), None)
    if last is None:
        raise DeedFailed(say("lesson.deed.missing", name=deed.name))
    return last


def _answer(tx: Transaction, deed: Deed) -> str:
    """The id of the answer behind which it is appended; "" when it is put behind the card."""
    if not deed.answer:
        return ""
    field = _thing(tx, deed.at, deed.at_name)
    option = option_of(tx, field, deed.answer)
    if option is None:
        raise DeedFailed(say("lesson.deed.answer", answer=deed.answer, name=title(field)))
    return option.id


def _row(tx: Transaction, deed: Deed) -> str:
    if deed.template not in TEMPLATES:
        raise DeedFailed(say("lesson.deed.block", name=deed.template))
    card = _node(tx, deed.at, deed.at_name)
    return place_field(tx, deed.template, card.id, label=deed.name).id


def _rename(tx: Transaction, deed: Deed) -> str:
    record = _thing(tx, deed.at, deed.at_name)
    rename(tx, record.id, deed.name)
    return record.id


def _require(tx: Transaction, deed: Deed) -> str:
    record = _thing(tx, deed.at, deed.at_name)
    set_required(tx, record.id, True)
    return record.id


def _deadline(tx: Transaction, deed: Deed) -> str:
    node = _node(tx, deed.at, deed.at_name)
    return deadline_for(tx, node.id, deed.number, deed.unit).parent


def _connect(tx: Transaction, deed: Deed) -> str:
    source, target = _node(tx, deed.at, deed.at_name), _node(tx, deed.to, deed.to_name)
    return connect_steps(tx, source.id, target.id).id


def _choose(tx: Transaction, deed: Deed) -> str:
    field, target = _thing(tx, deed.at, deed.at_name), _node(tx, deed.to, deed.to_name)
    source, option = tx.card_of(field.id), option_of(tx, field, deed.answer)
    if source is None or option is None:
        raise DeedFailed(say("lesson.deed.answer", answer=deed.answer, name=title(field)))
    return connect_steps(tx, source.id, target.id, option=option.id).id


def option_of(view: Transaction, field: Record, answer: str) -> Option | None:
    """The answer with these words; without words the first."""
    options = view.options(field.id)
    if not answer:
        return options[0] if options else None
    return next((o for o in options if plain(o.label) == plain(answer)), None)


def _remove(tx: Transaction, deed: Deed) -> str:
    remove(tx, [_thing(tx, deed.at, deed.at_name).id])
    return ""


def _play(_tx: Transaction, _deed: Deed) -> str:
    return ""


def _thing(tx: Transaction, record_id: str, name: str) -> Record:
    found = find(tx, record_id, name)
    if found is None:
        raise DeedFailed(
            say("lesson.deed.missing", name=name or record_id), todo=say("lesson.deed.missing.todo")
        )
    return found


def _node(tx: Transaction, record_id: str, name: str) -> Node:
    found = tx.card_of(_thing(tx, record_id, name).id)
    if not isinstance(found, Node):
        raise DeedFailed(say("lesson.deed.missing", name=name or record_id))
    return found


_VERBS: dict[str, Callable[[Transaction, Deed], str]] = {
    "append": _append,
    "row": _row,
    "rename": _rename,
    "require": _require,
    "deadline": _deadline,
    "connect": _connect,
    "choose": _choose,
    "remove": _remove,
    "play": _play,
    "remark": _play,
}
