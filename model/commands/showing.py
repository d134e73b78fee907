"""Say when a page appears: a matter of the ways that lead to it."""

from __future__ import annotations

from model.commands.place import insert_on_flow
from model.commands.remove import remove_and_reconnect
from model.commands.rules import require_there
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.grammar import title
from model.language import say
from model.records import AnyOf, Decision, Expression, Flow, Node, Not, Step, key_between


def page_condition(view: Queries, page: str) -> Expression | None:
    """When a page appears once its turn has come; None = always.

    Of several ways that lead to it one is enough; "sonst" means that no other answer led elsewhere.
    """
    found: list[Expression] = []
    for way in ways_to(view, page):
        said = _said(view, way)
        if said is None:
            return None
        if said not in found:
            found.append(said)
    if len(found) < 2:
        return found[0] if found else None
    return AnyOf(parts=tuple(found))


def ways_to(view: Queries, page: str) -> list[Flow]:
    """The ways that lead to a card from before; ways back do not count."""
    after = reached_from(view, page)
    return [way for way in view.incoming(page) if way.source not in after]


def reached_from(view: Queries, node: str) -> set[str]:
    """Everything that comes after a card, and the card itself."""
    found, pending = {node}, [node]
    while pending:
        for way in view.outgoing(pending.pop()):
            if way.target not in found:
                found.add(way.target)
                pending.append(way.target)
    return found


def show_page_if(tx: Transaction, page: str, expression: Expression | None) -> None:
    """A page appears only when this holds (None = always); otherwise it goes on with what follows.

    The ways that lead to the page carry the condition, and each gets a way "sonst" around it. From
    where no choice can be made, a decision comes in between.

    Raises:
        NotAllowed: no way leads to the page, nothing follows it, or the condition names what is
            gone.
    """
    require_there(tx, expression)
    ways = ways_to(tx, page)
    name = title(tx.the(page, Node))
    if not ways:
        raise NotAllowed(
            say("rules.page.no_way", page=name), todo=say("rules.page.no_way.todo", page=name)
        )
    for way in ways:
        if expression is None:
            _always(tx, way, name)
        elif way.condition is not None:
            tx.replace(way.replaced(condition=expression))
        else:
            _only_if(tx, way, expression, name)


def _said(view: Queries, way: Flow) -> Expression | None:
    if way.condition is not None or not way.default:
        return way.condition
    others = [f.condition for f in view.outgoing(way.source) if f.condition is not None]
    if not others:
        return None
    return Not(part=others[0] if len(others) == 1 else AnyOf(parts=tuple(others)))


def _onward(view: Queries, page: str) -> str:
    """Where it goes on after a card, when no answer leads elsewhere; "" when nowhere."""
    ways = view.outgoing(page)
    return next((w.target for w in ways if w.condition is None and w.target != page), "")


def _only_if(tx: Transaction, way: Flow, expression: Expression, name: str) -> None:
    onward = _onward(tx, way.target)
    if not onward:
        raise NotAllowed(
            say("rules.page.nothing_after", page=name),
            todo=say("rules.page.nothing_after.todo", page=name),
        )
    if not _may_choose(tx, way.source):
        decision = insert_on_flow(tx, "decision", way.id)
        way = tx.outgoing(decision.id)[0]
    tx.replace(way.replaced(condition=expression, default=False))
    tx.add(
        Flow(
            id=tx.new_id("flow"),
            parent=way.parent,
            source=way.source,
            target=onward,
            default=True,
            order=key_between(max(other.order for other in tx.outgoing(way.source)), ""),
        )
    )


def _may_choose(view: Queries, node: str) -> bool:
    record = view[node]
    if isinstance(record, Decision):
        return record.mode in ("exclusive", "inclusive")
    return isinstance(record, Step)


def _always(tx: Transaction, way: Flow, name: str) -> None:
    """Take the way around the page out again; the page's own way loses its condition."""
    others = [other for other in tx.outgoing(way.source) if other.id != way.id]
    if way.condition is None:
        if way.default and any(other.condition is not None for other in others):
            raise NotAllowed(
                say("rules.page.is_otherwise", page=name), todo=say("rules.page.is_otherwise.todo")
            )
        return
    around = next((other for other in others if other.default), None)
    if around is not None and around.target != _onward(tx, way.target):
        target = title(tx[around.target])
        raise NotAllowed(
            say("rules.page.real_choice", page=name, other=target),
            todo=say("rules.page.is_otherwise.todo"),
        )
    if around is not None:
        tx.remove(around.id)
    tx.replace(way.replaced(condition=None, default=len(others) > 1))
    source = tx[way.source]
    lone = len(tx.outgoing(source.id)) == 1 and len(tx.incoming(source.id)) == 1
    if isinstance(source, Decision) and not source.name and lone:
        remove_and_reconnect(tx, [source.id])
