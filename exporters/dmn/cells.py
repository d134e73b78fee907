"""Which cells of a table does a condition fill?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from exporters.expressions import CannotSay, Derived, Names, feel, feel_truth
from exporters.expressions.feel import codes_of, feel_number, feel_text, resolved
from exporters.expressions.storing import DMN_TYPES, Stored, stored_as
from model.grammar import title
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    Expression,
    FeeAmount,
    Field,
    Membership,
    Named,
    Not,
    Rule,
    Sum,
    Value,
)
from model.records.base import references_of

MOST_RULES = 16
"""A condition that would need more rows than this is asked whole, in a column of its own."""

_FLIPPED = {"eq": "eq", "ne": "ne", "lt": "gt", "le": "ge", "gt": "lt", "ge": "le"}
_OPPOSITE = {"eq": "ne", "ne": "eq", "lt": "ge", "le": "gt", "gt": "le", "ge": "lt"}
_SIGNS = {"lt": "< ", "le": "<= ", "gt": "> ", "ge": ">= ", "eq": "", "ne": ""}


@dataclass(frozen=True, slots=True)
class Column:
    """One input: its FEEL text, its type and what people read above it; ``variables`` it reads."""

    text: str
    type: str
    label: str
    variables: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as FEEL text, and the variables it reads."""

    text: str
    reads: tuple[str, ...] = ()


Row = dict[Column, str]
"""Column -> unary test; a column that is not named is free."""


class Cells:
    """Turns conditions into rows of cells. Lists are read through what a form has computed."""

    def __init__(self, names: Names, derived: Derived) -> None:
        self.names = names
        self.derived = derived

    def rows(self, condition: Expression | None) -> list[Row]:
        """The rows that say the condition; together they mean "or". None is one free row.

        Raises:
            CannotSay: FEEL cannot say a part of it.
        """
        if condition is None:
            return [{}]
        try:
            found = [self._row(atoms) for atoms in self._alternatives(condition, False, ())]
        except _TooMany:
            found = [None]
        rows = [row for row in found if row is not None]
        return rows if len(rows) == len(found) else [self._whole(condition)]

    def number(self, expression: Expression) -> Number:
        """A number of the application.

        Raises:
            CannotSay: FEEL cannot say a part of it.
        """
        text = feel(expression, self.names, lists=self.derived.name)
        return Number(text, tuple(sorted(self._read(expression))))

    def _read(self, expression: Expression) -> set[str]:
        match expression:
            case Count() | Sum():
                return {self.derived.name(expression)}
            case Arithmetic(parts=parts):
                return {name for part in parts for name in self._read(part)}
            case _:
                return variables_of(expression, self.names)

    def _alternatives(
        self, condition: Expression, negated: bool, open_rules: tuple[str, ...]
    ) -> list[tuple[Expression, ...]]:
        """The condition as alternatives of single comparisons (disjunctive normal form)."""
        match condition:
            case Not(part=part):
                return self._alternatives(part, not negated, open_rules)
            case Named(rule=rule):
                inner = resolved(condition, self.names, open_rules)
                return self._alternatives(inner, negated, (*open_rules, rule))
            case AllOf(parts=parts) | AnyOf(parts=parts):
                below = [self._alternatives(part, negated, open_rules) for part in parts]
                if isinstance(condition, AllOf) != negated:
                    count = 1
                    for ways in below:
                        count *= len(ways)
                    _limit(count)
                    return [tuple(a for atoms in way for a in atoms) for way in product(*below)]
                _limit(sum(map(len, below)))
                return [atoms for ways in below for atoms in ways]
            case _:
                return [(Not(part=condition) if negated else condition,)]

    def _row(self, atoms: tuple[Expression, ...]) -> Row | None:
        """The cells of one alternative; None when two of them would meet in one cell."""
        row: Row = {}
        for atom in atoms:
            column, test = self._cell(atom)
            if column in row and row[column] != test:
                return None
            row[column] = test
        return row

    def _cell(self, atom: Expression) -> tuple[Column, str]:
        inner, negated = (atom.part, True) if isinstance(atom, Not) else (atom, False)
        match inner:
            case Chosen(field=field, option=option):
                return self._among(inner, field, (option,), negated)
            case Membership(field=field, options=options):
                return self._among(inner, field, tuple(r.option for r in options), negated)
            case Comparison():
                return self._compared(inner, negated)
            case Answer(field=field) if self._stored(field) == "truth":
                return self._column(field), "false" if negated else "true"
            case _:
                return self._asked(atom)

    def _among(
        self, atom: Expression, field: str, options: tuple[str, ...], negated: bool
    ) -> tuple[Column, str]:
        if self._stored(field) == "list":
            name = self.derived.name(atom)
            column = Column(name, "boolean", self._label(field), (name,))
            return column, "not(true)" if negated else "true"
        texts = ",".join(feel_text(code) for code in codes_of(self.names, options))
        return self._column(field), f"not({texts})" if negated else texts

    def _compared(self, atom: Comparison, negated: bool) -> tuple[Column, str]:
        sides = _sides(atom)
        column = self._simple(sides[0]) if sides is not None else None
        if sides is None or column is None:
            return self._asked(Not(part=atom) if negated else atom)
        relation, value = sides[1], sides[2]
        if negated and relation not in ("eq", "ne"):
            # An unanswered question fails both "< 5" and ">= 5", so the opposite is no negation.
            return self._asked(Not(part=atom))
        relation = _OPPOSITE[relation] if negated else relation
        text = f"{_SIGNS[relation]}{_literal(value, column.type)}"
        return column, f"not({text})" if relation == "ne" else text

    def _simple(self, side: Expression) -> Column | None:
        """The column of a side that is one variable."""
        match side:
            case Answer(field=field) if self._stored(field) in DMN_TYPES:
                return self._column(field)
            case Count() | Sum():
                about = side.group if isinstance(side, Count) else side.field
                name = self.derived.name(side)
                return Column(name, "number", self._label(about), (name,))
            case FeeAmount(fee=fee):
                name = self.names.key(fee)
                return Column(name, "number", self._label(fee), (name,))
            case _:
                return None

    def _column(self, field: str) -> Column:
        path = self.names.path(field)
        kind = DMN_TYPES.get(self._stored(field), "string")
        text = f"date({path})" if kind == "date" else path
        return Column(text, kind, self._label(field), (path,))

    def _asked(self, atom: Expression) -> tuple[Column, str]:
        """A condition that is no comparison with a fixed value: its own column, true or not."""
        return next(iter(self._whole(atom).items()))

    def _whole(self, condition: Expression) -> Row:
        text = feel_truth(condition, self.names)
        variables = tuple(sorted(variables_of(condition, self.names)))
        return {Column(text, "boolean", "", variables): "true"}

    def _stored(self, field: str) -> Stored:
        record = self.names.view.get(field, Field)
        if record is None:
            raise CannotSay.gone(field)
        return stored_as(self.names.view, record)

    def _label(self, record: str) -> str:
        return title(self.names.view[record])


class _TooMany(Exception):
    """The condition has too many alternatives for a readable table."""


def _limit(count: int) -> None:
    if count > MOST_RULES:
        raise _TooMany


def _sides(atom: Comparison) -> tuple[Expression, str, Value] | None:
    if isinstance(atom.right, Value):
        return atom.left, atom.relation, atom.right
    if isinstance(atom.left, Value):
        return atom.right, _FLIPPED[atom.relation], atom.left
    return None


def _literal(value: Value, kind: str) -> str:
    content = value.content
    if content is None:
        return "null"
    if isinstance(content, bool):
        text = "true" if content else "false"
        return f'"{text}"' if kind == "string" else text
    if isinstance(content, Decimal):
        return feel_number(content)
    return feel_text(content) if isinstance(content, str) else f'date("{content.isoformat()}")'


def variables_of(condition: Expression, names: Names) -> set[str]:
    """All variables that the FEEL text of a condition reads.

    Raises:
        CannotSay: a record that it names is gone.
    """
    found: set[str] = set()
    waiting, seen = list(references_of(condition)), set()
    while waiting:
        reference = waiting.pop()
        if reference in seen:
            continue
        seen.add(reference)
        record = names.view.get(reference)
        if isinstance(record, Rule) and record.expression is not None:
            waiting += references_of(record.expression)
        elif record is None:
            raise CannotSay.gone(reference)
        elif record.kind in ("field", "group", "fee"):
            found.add(names.key(names.list_of(reference) or reference))
    return found
