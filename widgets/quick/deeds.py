"""Which buttons stand beside what is chosen?"""

from __future__ import annotations

from collections.abc import Callable

from model.commands import add_option
from model.commands.align import Axis, Edge, align, distribute
from model.document import Transaction
from model.errors import FachwerkError
from model.grammar import TEMPLATES
from model.grammar.become import becomes
from model.language import Message, say, tr
from model.records import (
    End,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Option,
    Record,
)
from widgets.quick.host import Host
from widgets.quick.offers import for_pad
from widgets.quick.placing import put, turn_required
from widgets.quick.strip import Deed, Groups

EDGES: tuple[Edge, ...] = ("left", "center", "right", "top", "middle", "bottom")
AXES: tuple[Axis, ...] = ("horizontal", "vertical")


def pad_groups(
    host: Host, chosen: str, add: Callable[[], object], change: Callable[[], object]
) -> Groups:
    """For one thing: what likely follows, then what can be done with it."""
    view = host.document.snapshot()
    record = view.get(chosen)
    if isinstance(record, Option):
        return (_answer(host, record),)
    if not isinstance(record, Node | Flow | Field | FieldGroup | FieldUse):
        return ()
    more = Deed("more", say("quick.pad.more"), add)
    following = [_follower(host, record, key) for key in for_pad(view, chosen)]
    return ([*following, more] if following else (), _verbs(host, record, change))


def _follower(host: Host, record: Record, key: str) -> Deed:
    """A click appends and names it at once; a drag carries it elsewhere."""
    kind = TEMPLATES[key]
    way = "insert" if isinstance(record, Flow) else "append" if kind.width else "below"
    words = say(f"quick.pad.{way}", what=kind.title)
    return Deed(kind.icon, words, lambda: _append(host, key), drags=key)


def _append(host: Host, key: str) -> None:
    spot = host.spot(host.selection.focus)
    free = spot.center if spot is not None else host.hand
    try:
        made = put(host.stage, key, "", None, free)
    except FachwerkError as error:
        host.refuse(error)
        return
    host.take_focus()
    if made:
        host.rename(made)


def _verbs(host: Host, record: Record, change: Callable[[], object]) -> list[Deed]:
    found: list[Deed] = []
    if isinstance(record, Node) and not isinstance(record, End):
        found.append(_connect(host, "quick.pad.connect"))
    if isinstance(record, Field | FieldGroup):
        required = record.minimum > 0
        found.append(
            Deed(
                "required",
                say("quick.pad.optional" if required else "quick.pad.required"),
                lambda: turn_required(host.stage, record.id),
                checked=required,
            )
        )
        found.append(Deed("rule", say("quick.pad.condition"), host.ask_condition))
    if len(becomes(host.document.snapshot(), record.id)) > 1:
        found.append(Deed("change", say("quick.pad.kind"), change))
    found.append(_delete(host))
    return found


def _answer(host: Host, option: Option) -> list[Deed]:
    """From an answer a way leads on: that is its condition."""

    def another() -> None:
        label = say("quick.undo.answer")
        siblings = host.document.snapshot().options(option.parent)
        after = [one.id for one in siblings]
        place = after.index(option.id) + 1
        before = after[place] if place < len(after) else ""
        with host.document.transaction(label, "canvas") as tx:
            words = tr("option.first", n=len(siblings) + 1)
            made = add_option(tx, option.parent, words, before=before)
        host.stage.select((made.id,), made.id)
        host.rename(made.id)

    answer = Deed("add", say("quick.pad.answer"), another)
    return [answer, _connect(host, "quick.pad.way_if"), _delete(host)]


def _connect(host: Host, words: str) -> Deed:
    return Deed("connect", say(words), host.start_connect, drags="way")


def _delete(host: Host) -> Deed:
    return Deed("delete", say("quick.pad.delete"), host.delete_selection)


def bar_groups(host: Host, chosen: list[str]) -> Groups:
    """For several cards and signs: bring them in line, spread them, delete them."""
    view = host.document.snapshot()
    placed = [one for one in chosen if isinstance(view.get(one), Node)]
    if len(placed) < 2:
        return ([_delete(host)],)
    edges = [_aligned(host, placed, edge) for edge in EDGES]
    axes = [_spread(host, placed, axis) for axis in AXES]
    return (edges, axes if len(placed) > 2 else (), [_delete(host)])


def _aligned(host: Host, ids: list[str], edge: Edge) -> Deed:
    words = say(f"quick.bar.align_{edge}")
    return Deed(f"align_{edge}", words, lambda: _do(host, words, lambda tx: align(tx, ids, edge)))


def _spread(host: Host, ids: list[str], axis: Axis) -> Deed:
    words = say(f"quick.bar.distribute_{axis}")
    sign = f"distribute_{axis}"
    return Deed(sign, words, lambda: _do(host, words, lambda tx: distribute(tx, ids, axis)))


def _do(host: Host, words: Message, work: Callable[[Transaction], object]) -> None:
    try:
        with host.document.transaction(words, "canvas") as tx:
            work(tx)
    except FachwerkError as error:
        host.refuse(error)
