"""Which ways do pasted lines tell, and how do new steps join the way that is there?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from model.commands.connect import connect_steps, make_default, reconnect
from model.commands.tablecells import node_named, set_cell
from model.commands.tabletext import TextLine
from model.commands.tabling import numbered, plain_name
from model.document.transaction import Transaction
from model.errors import FachwerkError
from model.expressions import Reading
from model.language import Message, say, tr
from model.records import (
    Decision,
    End,
    Expression,
    Flow,
    Named,
    Rule,
    Start,
    Step,
    key_between,
)


@dataclass
class Way:
    """A way that was told: from which node, on which line; ``own`` = it has a line of its own."""

    source: str
    line: TextLine
    own: bool = True


class Trouble(Protocol):
    """Hears what cannot be done in a column of a way, and why; ``lost`` = its words stand nowhere
    yet.
    """

    def __call__(self, way: Way, column: str, why: Message, *, lost: bool) -> None: ...


class Leading:
    """Leads ways between pasted nodes. ``trouble`` hears what cannot be done, and why."""

    def __init__(self, tx: Transaction, nodes: list[str], trouble: Trouble) -> None:
        self.tx, self.nodes, self._trouble = tx, nodes, trouble

    def join(self, before: str) -> str:
        """Lead from what stood there to the first new step; returns what had followed it."""
        first = next((n for n in self.nodes if not isinstance(self.tx[n], Start)), "")
        if not first or not before or before in self.nodes:
            return ""
        plain = [way for way in self.tx.outgoing(before) if way.condition is None]
        if len(plain) != 1:
            self._try(before, first)
            return ""
        onward = plain[0].target
        try:
            reconnect(self.tx, plain[0].id, target=first)
        except FachwerkError:
            return ""
        return onward

    def chain(self) -> None:
        """No way was told: one step follows the other."""
        for node, following in zip(self.nodes, self.nodes[1:], strict=False):
            self._try(node, following)

    def lead_on(self, onward: str) -> None:
        """The last new step leads to what followed before, unless it leads somewhere already."""
        last = self.nodes[-1] if self.nodes else ""
        if onward and last and onward not in self.nodes:
            loose = not isinstance(self.tx[last], End) and not self.tx.outgoing(last)
            if loose:
                self._try(last, onward)

    def _try(self, source: str, target: str) -> None:
        """A way where the grammar allows one; nobody asked for it, so it is no fault if not."""
        try:
            connect_steps(self.tx, source, target)
        except FachwerkError:
            return

    def tell(self, ways: list[Way]) -> None:
        """The told ways, the plain ones last: only beside conditional ones may they stand."""
        names, conditions = Names(self.tx, self.nodes), Conditions(self.tx)
        made: dict[int, str] = {}
        for way in sorted(ways, key=lambda way: not way.line["when"] or is_else(way.line)):
            flow = self._told(way, names, conditions)
            if flow:
                made[id(way)] = flow
        self._in_told_order([made[id(way)] for way in ways if id(way) in made])

    def _told(self, way: Way, names: Names, conditions: Conditions) -> str:
        """One way; its id, or "" when it cannot be."""
        tx, line = self.tx, way.line
        target = names.node(line["then"])
        if not target:
            self._trouble(way, "then", say("table.no_step", name=line["then"]), lost=True)
            return ""
        said = line["when"] if way.own and not is_else(line) else ""
        condition, known = conditions.meant(said, way.source) if said else (None, True)
        try:
            flow = connect_steps(tx, way.source, target)
        except FachwerkError as error:
            self._trouble(way, "then", error.what, lost=True)
            return ""
        name = line.name if way.own else ""
        if not known:
            self._trouble(way, "when", say("table.kept_as_name", text=said), lost=False)
        tx.alter(flow.id, condition=condition, default=False, name=name)
        if way.own:
            self._finish(way, flow.id)
        return flow.id

    def _finish(self, way: Way, flow: str) -> None:
        if is_else(way.line) and isinstance(self.tx[way.source], Decision | Step):
            make_default(self.tx, flow)
        if way.line["law"]:
            set_cell(self.tx, flow, "law", way.line["law"])

    def _in_told_order(self, flows: list[str]) -> None:
        """Ways keep the order they were told in: their keys are dealt out anew, per source."""
        by_source: dict[str, list[str]] = {}
        for flow in flows:
            by_source.setdefault(self.tx.the(flow, Flow).source, []).append(flow)
        for told in by_source.values():
            keys = sorted(self.tx.the(flow, Flow).order for flow in told)
            for flow, key in zip(told, keys, strict=True):
                self.tx.alter(flow, order=key)


class Conditions:
    """What a sentence means; one that is not understood becomes a condition with that name, still
    to be filled in.
    """

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self._reading = Reading(tx)
        self._named: dict[str, str] = {}

    def meant(self, text: str, card: str) -> tuple[Expression, bool]:
        """The condition, and whether it was understood."""
        found = self._reading.understood(text, card=card)
        if found is not None:
            return found, True
        if text not in self._named:
            self._named[text] = self._remember(text)
        return Named(rule=self._named[text]), False

    def _remember(self, text: str) -> str:
        rule = Rule(
            id=self.tx.new_id("rule"),
            parent=self.tx.service.id,
            name=text,
            description=text,
            order=key_between(max((r.order for r in self.tx.of(Rule)), default=""), ""),
        )
        return self.tx.add(rule).id


class Names:
    """Which node a name means: one of the pasted, else one that was there."""

    def __init__(self, tx: Transaction, nodes: Iterable[str]) -> None:
        self.tx = tx
        self._known: dict[str, str] = {}
        times: dict[str, int] = {}
        for node in nodes:
            name = plain_name(tx[node]).casefold()
            times[name] = times.get(name, 0) + 1
            known = name if times[name] == 1 else numbered(name, times[name])
            self._known.setdefault(known, node)

    def node(self, name: str) -> str:
        """The id, or ""."""
        wanted = name.removeprefix("→").strip().casefold()
        return self._known.get(wanted) or node_named(self.tx, name)


def is_else(line: TextLine) -> bool:
    """Whether it is the way "sonst"."""
    return line["when"].casefold() == tr("flow.else").casefold()
