"""How do pasted lines become steps, fields and ways?

One line, one thing: a line with a lane or a kind of step is a step, a line that leads somewhere is
a way of the step above it, any other is a row of that step. They follow the step they are pasted
after. What a cell says and cannot be understood is told and kept as a text of its step: nothing is
lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from model.commands.edit import move_row, use_field
from model.commands.place import add_role, place_field
from model.commands.tablecells import set_cell
from model.commands.tableground import Ground, last_on_the_way, not_an_end
from model.commands.tabletext import TextLine
from model.commands.tableways import Conditions, Leading, Names, Way
from model.commands.tablewords import (
    is_row_kind,
    lane_named,
    mode_named,
    node_kind_named,
    side_named,
    step_of_exception,
    template_named,
)
from model.commands.tabling import Column
from model.document.transaction import Transaction
from model.errors import FachwerkError, NotAllowed
from model.grammar import TEMPLATES, form_in_lane, title
from model.grammar.become import VARIANTS
from model.language import Message, say, tr
from model.records import (
    Field,
    FieldGroup,
    Flow,
    Node,
    Role,
    Start,
    Step,
    SubProcess,
)

_OUTER: tuple[Column, ...] = ("law", "fee", "deadline")
_INNER: tuple[Column, ...] = ("required", "law")


@dataclass(frozen=True)
class Trouble:
    """A cell that was not understood: which line of the text, which column, what it said, why."""

    number: int
    column: str
    text: str
    why: Message


class Use(NamedTuple):
    """An answer that a step uses: the step, the line, and how many rows were told before it."""

    card: str
    line: TextLine
    place: int


@dataclass
class Pasted:
    """What came of it: ids of the lines, what was not understood, lanes that were added."""

    made: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    lanes: list[str] = field(default_factory=list)


def paste_table(tx: Transaction, lines: list[TextLine], after: str = "") -> Pasted:
    """Put pasted lines after a line of the table ("" = at the end of the way)."""
    return _Pasting(tx, after).paste(lines)


class _Pasting:
    def __init__(self, tx: Transaction, after: str) -> None:
        self.tx = tx
        self.done = Pasted()
        record = tx.get(after)
        if isinstance(record, Flow):
            record = tx.get(record.source)
        card = tx.card_of(record.id) if record is not None else None
        self.card: str = card.id if card is not None else ""
        self.row_after = after if record is not None and record.family == "row" else ""
        self.before = not_an_end(tx, self.card) or last_on_the_way(tx)
        self.ground = Ground(tx, self.before)
        self.groups: list[str] = []
        self.frames: list[str] = []
        self.told_apart = False
        self.nodes: list[str] = []
        self.ways: list[Way] = []
        self.rows: list[str] = []
        self.uses: list[Use] = []
        self.exceptions: list[tuple[str, TextLine]] = []
        self.conditions: list[tuple[str, TextLine]] = []

    def paste(self, lines: list[TextLine]) -> Pasted:
        self.told_apart = any(line["who"] or line["kind"] for line in lines)
        for line in lines:
            if self._is_way(line):
                self.ways.append(Way(self.card, line))
            elif self._is_node(line):
                self._node(line)
            else:
                self._row(line)
        self._use_answers()
        self._say_conditions()
        self._lead()
        self._attach()
        self.ground.make_room()
        return self.done

    # -------------------------------------------------------------------------------- what it is

    def _is_way(self, line: TextLine) -> bool:
        """It leads somewhere, and names no step of its own."""
        return bool(line["then"] and self.card) and not self._is_node(line)

    def _is_node(self, line: TextLine) -> bool:
        if node_kind_named(line["kind"]):
            return True
        if is_row_kind(line["kind"]):
            return False
        return bool(line["who"]) or not self._takes_rows(line)

    def _takes_rows(self, line: TextLine) -> bool:
        """Whether a line without lane and kind can be a row of what stands above it.

        A bare list is a list of questions on a page, as on the canvas, else a list of steps.
        """
        card = self.tx.get(self.card)
        if line["then"]:
            return True
        if not isinstance(card, Step) or card.form == "automatic":
            return False
        if line["required"] or line["when"] or line.depth or self.row_after:
            return True
        if line["fee"] or line["deadline"]:
            return False
        return bool(self.nodes) if self.told_apart else card.form == "page"

    # ------------------------------------------------------------------------------------ steps

    def _node(self, line: TextLine) -> None:
        tx = self.tx
        role = self._lane(line)
        key = node_kind_named(line["kind"]) or self._usual_kind(role)
        template = "decision" if key in VARIANTS else key
        node = self._reused(template) or self.ground.put(template, role)
        values: dict[str, object] = {"name": line.name or self._nameless(template)}
        if key in VARIANTS:
            values |= VARIANTS[key].fields
        del self.frames[line.depth :]
        if self.frames:
            values["parent"] = self.frames[-1]
        tx.alter(node.id, **values)
        if step_of_exception(line["kind"]):
            self.exceptions.append((node.id, line))
        if isinstance(node, SubProcess):
            self.frames.append(node.id)
        self._has(line, node.id)
        self.card, self.groups, self.row_after = node.id, [], ""
        self.nodes.append(node.id)
        for column in _OUTER:
            self._cell(line, node.id, column)
        if line["then"]:
            self.ways.append(Way(node.id, line, own=False))
        if line["kind"] and not node_kind_named(line["kind"]):
            self._trouble(line, "kind", say("table.no_kind", name=line["kind"]))
        for column in ("required", "when"):
            if line[column] and not line["then"]:
                self._trouble(line, column, say("table.no_cell", column=_called(column)))

    def _nameless(self, template: str) -> str:
        return "" if TEMPLATES[template].kind != "step" else tr(f"template.{template}.name")

    def _lane(self, line: TextLine) -> str:
        """The lane of a line; a name that is unknown becomes a new lane."""
        tx = self.tx
        if line["who"]:
            lane = lane_named(tx, line["who"])
            if lane is None:
                lane = add_role(tx, line["who"][:200], side_named(line["who"]))
                self.done.lanes.append(lane.id)
            return lane.id
        near = self.tx.role_of(self.card or self.before)
        return near.id if near is not None else self._any_lane()

    def _any_lane(self) -> str:
        lanes = self.tx.ordered(Role)
        return lanes[0].id if lanes else add_role(self.tx, tr("table.lane"), "office").id

    def _usual_kind(self, role: str) -> str:
        return form_in_lane("office", self.tx.the(role, Role).side)

    def _reused(self, template: str) -> Node | None:
        """A pasted start is the one that waits alone in an empty service."""
        starts = self.tx.of(Start)
        alone = len(starts) == 1 and not self.tx.outgoing(starts[0].id)
        if template == "start" and alone and starts[0].id not in self.nodes:
            return starts[0]
        return None

    # ------------------------------------------------------------------------------------- rows

    def _row(self, line: TextLine) -> None:
        try:
            if mode_named(line["kind"]):
                self.uses.append(Use(self.card, line, len(self.rows)))
                return
            made = self._asked(line)
        except FachwerkError as error:
            self._trouble(line, "what", error.what, ", ".join(filter(None, line.cells.values())))
            return
        self.rows.append(made)
        self._finish_row(line, made)

    def _finish_row(self, line: TextLine, made: str) -> None:
        self._has(line, made)
        self._stand_after(made)
        if isinstance(self.tx[made], FieldGroup):
            self.groups.append(made)
        if line["when"] or line["then"]:
            self.conditions.append((made, line))
        for column in _INNER:
            self._cell(line, made, column)
        for column in ("fee", "deadline"):
            if line[column]:
                self._trouble(line, column, say("table.no_cell", column=_called(column)))

    def _stand_after(self, made: str) -> None:
        """The first rows follow the row they were pasted after."""
        if not self.row_after:
            return
        tx, behind = self.tx, self.row_after
        parent = getattr(tx[behind], "parent", "")
        if getattr(tx[made], "parent", "") != parent:
            return
        rows = [row.id for row in tx.rows(parent)]
        place = rows.index(behind) + 1 if behind in rows else len(rows)
        move_row(tx, made, parent, before=rows[place] if place < len(rows) else "")
        self.row_after = made

    def _parent(self, line: TextLine) -> str:
        if not self.card:
            raise NotAllowed(say("table.paste.no_card"))
        behind = self.tx.get(self.row_after)
        if behind is not None and not line.depth:
            return str(getattr(behind, "parent", ""))
        del self.groups[line.depth :]
        return self.groups[-1] if self.groups else self.card

    def _asked(self, line: TextLine) -> str:
        parent = self._parent(line)
        words = line["kind"].partition(":")[0]
        key = template_named(words, rows=True)
        label, star = line.name.rstrip("* "), line.name.endswith("*")
        row = place_field(self.tx, key or "text", parent, label=label)
        if not label:
            self.tx.alter(row.id, label="")
        if isinstance(row, Field):
            self._cell(line, row.id, "kind")
        if star and not line["required"]:
            set_cell(self.tx, row.id, "required", tr("sentence.yes"))
        return row.id

    def _use_answers(self) -> None:
        """When all rows are there, because a step may use what a later line asks."""
        for use in self.uses:
            try:
                made = self._used(use)
            except FachwerkError as error:
                said = ", ".join(filter(None, use.line.cells.values()))
                self._trouble(use.line, "what", error.what, said, at=use.card)
                continue
            following = next((r for r in self.rows[use.place :] if self._is_on(r, use.card)), "")
            if following:
                move_row(self.tx, made, use.card, before=following)
            self._finish_row(use.line, made)

    def _is_on(self, row: str, card: str) -> bool:
        return getattr(self.tx[row], "parent", "") == card

    def _used(self, use: Use) -> str:
        line = use.line
        wanted = line.name.casefold()
        fields = [
            row
            for row in (*self.tx.of(Field), *self.tx.of(FieldGroup))
            if " ".join(title(row).split()).casefold() == wanted
        ]
        card = self.tx.get(use.card, Step)
        if not fields or card is None or card.form == "page":
            raise NotAllowed(say("table.paste.no_answer", name=line.name))
        return use_field(self.tx, card.id, fields[0].id, mode_named(line["kind"])).id

    def _say_conditions(self) -> None:
        """When all rows are there, because a condition may name a later one."""
        conditions = Conditions(self.tx)
        for row, line in self.conditions:
            if line["then"]:
                self._trouble(line, "then", say("table.no_cell", column=_called("then")), at=row)
            if not line["when"]:
                continue
            if line["when"].casefold() in tr("table.words.always").split("|"):
                continue
            if not isinstance(self.tx[row], Field | FieldGroup):
                self._trouble(line, "when", say("table.no_cell", column=_called("when")), at=row)
                continue
            found, known = conditions.meant(line["when"], self._card_id(row))
            self.tx.alter(row, visible=found)
            if not known:
                why = say("table.kept_as_name", text=line["when"])
                self.done.troubles.append(Trouble(line.number, "when", line["when"], why))

    def _card_id(self, row: str) -> str:
        card = self.tx.card_of(row)
        return card.id if card is not None else ""

    # ------------------------------------------------------------------------------------- ways

    def _lead(self) -> None:
        """The new steps follow what stood there, and lead on to what followed it."""
        ways = Leading(self.tx, self.nodes, self._way_trouble)
        onward = ways.join(self.before) if self.nodes else ""
        if self.ways:
            ways.tell(self.ways)
        else:
            ways.chain()
        ways.lead_on(onward)

    def _attach(self) -> None:
        names = Names(self.tx, self.nodes)
        for node, line in self.exceptions:
            step = names.node(step_of_exception(line["kind"]))
            if not self.ground.attach(node, step):
                self._trouble(line, "kind", say("table.no_step", name=line["kind"]), at=node)

    def _way_trouble(self, way: Way, column: str, why: Message, *, lost: bool) -> None:
        if lost:
            self._trouble(way.line, column, why, at=way.source)
        else:
            said = str(way.line.cells.get(column, ""))  # type: ignore[call-overload]
            self.done.troubles.append(Trouble(way.line.number, column, said, why))

    # ------------------------------------------------------------------------------- keeping all

    def _has(self, line: TextLine, made: str) -> None:
        self.done.made.append(made)
        rest = line.cells.get("rest")  # type: ignore[call-overload]
        if rest:
            self._keep(made, str(rest))

    def _cell(self, line: TextLine, made: str, column: Column) -> None:
        if not line[column]:
            return
        try:
            set_cell(self.tx, made, column, line[column])
        except FachwerkError as error:
            self._trouble(line, column, error.what, at=made)

    def _trouble(
        self, line: TextLine, column: str, why: Message, text: str = "", *, at: str = ""
    ) -> None:
        said = text or str(line.cells.get(column, ""))  # type: ignore[call-overload]
        self.done.troubles.append(Trouble(line.number, column, said, why))
        self._keep(at or (self.done.made[-1] if self.done.made else self.card), said, column, line)

    def _keep(self, record: str, text: str, column: str = "", line: TextLine | None = None) -> None:
        """As a text of the card, so that nothing is lost."""
        card = self.tx.card_of(record)
        if not isinstance(card, Node) or not text:
            return
        about = line.name if line is not None and line.name != card.name else ""
        words = ": ".join(filter(None, (about, str(_called(column)) if column else "", text)))
        documentation = "\n".join(filter(None, (card.documentation, words)))
        self.tx.alter(card.id, documentation=documentation)


def _called(column: str) -> Message:
    return say(f"table.column.{column}")
