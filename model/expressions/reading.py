"""Which condition does a sentence mean?

The way back from ``sentence``: what was shown as words (in a table, in a spreadsheet) becomes the
tree again. Questions and answers are found by their names; what is not understood is None, never a
guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from model.document.queries import Queries
from model.expressions.typed import day_in, number_in
from model.language import tr
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    Field,
    FieldGroup,
    Membership,
    Named,
    Not,
    Option,
    Present,
    Record,
    Rule,
    Sum,
    Today,
    Value,
)
from model.records.expression import OptionRef
from model.records.names import title

R = TypeVar("R", bound=Record)
_SIGNS = {"≠": "ne", "!=": "ne", "<>": "ne", "≤": "le", "<=": "le", "≥": "ge", ">=": "ge"}
_SIGNS |= {"<": "lt", ">": "gt", "=": "eq"}
_SIGN = re.compile(r"\s*(≠|!=|<>|≤|<=|≥|>=|<|>|=)\s*")
_QUOTED = re.compile(r"[„“\"](.*)[“”\"]")
_MOST_JOINS = 40
_DEEPEST = 12


class Reading:
    """Reads sentences of one service; the names are looked up once."""

    def __init__(self, view: Queries) -> None:
        self.view = view
        self._fields: dict[str, list[Field]] = _named(view.of(Field))
        self._groups: dict[str, list[FieldGroup]] = _named(view.of(FieldGroup))
        self._rules: dict[str, list[Rule]] = _named(view.of(Rule))
        self._card = ""

    def understood(self, text: str, *, card: str = "") -> Expression | None:
        """The tree of a sentence. ``card``: where it is said; its questions are meant first, and
        one of their answers alone ("Ja") is enough.
        """
        self._card = card
        said = _without_when(text.strip())
        return (self._condition(said, 0) or self._answer_alone(said)) if said else None

    # ------------------------------------------------------------------------------- conditions

    def _condition(self, text: str, depth: int) -> Expression | None:
        if depth > _DEEPEST:
            return None
        return self._single(text) or self._joined(text, depth) or self._bracketed(text, depth)

    def _bracketed(self, text: str, depth: int) -> Expression | None:
        for before, negated in ((tr("sentence.not", part="\0").split("\0")[0], True), ("(", False)):
            if before and text.startswith(before) and text.endswith(")"):
                inner = self._condition(text[len(before) : -1], depth + 1)
                if inner is not None:
                    return Not(part=inner) if negated else inner
        return None

    def _joined(self, text: str, depth: int) -> Expression | None:
        for key, kind in (("sentence.or", AnyOf), ("sentence.and", AllOf)):
            parts = self._parts(text, f" {tr(key)} ", depth)
            if parts is not None and len(parts) > 1:
                return kind(parts=tuple(parts))
        return None

    def _parts(self, text: str, word: str, depth: int) -> list[Expression] | None:
        """The parts between a joining word; a name may contain that word, too."""
        places = _outside_brackets(text, word)
        if len(places) > _MOST_JOINS:
            return None
        for place in places:
            head = self._single(text[:place]) or self._bracketed(text[:place], depth + 1)
            if head is None:
                continue
            rest = self._parts(text[place + len(word) :], word, depth + 1)
            if rest is not None:
                return [head, *rest]
        last = self._single(text) or self._bracketed(text, depth + 1)
        return [last] if last is not None else None

    def _single(self, text: str) -> Expression | None:
        return self._present(text) or self._member(text) or self._compared(text) or self._rule(text)

    def _present(self, text: str) -> Expression | None:
        for key, negated in (("sentence.absent", True), ("sentence.present", False)):
            before, after = tr(key, field="\0").split("\0")
            if text.startswith(before) and text.endswith(after):
                field = self._field(text[len(before) : len(text) - len(after)])
                if field is not None:
                    there = Present(field=field.id)
                    return Not(part=there) if negated else there
        return None

    def _member(self, text: str) -> Expression | None:
        middle = tr("sentence.member", field="\0", options="\1").strip("\0\1")
        name, found, rest = text.partition(middle)
        field = self._field(name) if found else None
        if field is None:
            return None
        left, options = rest, []
        while left:
            option = self._first_option(field, left)
            if option is None:
                return None
            options.append(OptionRef(option=option.id))
            left = left[len(option.label) :].removeprefix(", ")
        return Membership(field=field.id, options=tuple(options)) if options else None

    def _first_option(self, field: Field, text: str) -> Option | None:
        """The longest answer that a list begins with."""
        offers = sorted(self.view.options(field.id), key=lambda o: -len(o.label))
        for option in offers:
            rest = text[len(option.label) :]
            same = text[: len(option.label)].casefold() == option.label.casefold()
            if option.label and same and (not rest or rest.startswith(", ")):
                return option
        return None

    def _compared(self, text: str) -> Expression | None:
        for found in _SIGN.finditer(text):
            left, right = text[: found.start()].strip(), text[found.end() :].strip()
            tree = self._comparison(left, _SIGNS[found[1]], right) if left and right else None
            if tree is not None:
                return tree
        return None

    def _comparison(self, left: str, relation: str, right: str) -> Expression | None:
        if relation in ("eq", "ne"):
            for asked in self._named_so(left):
                option = self._option(asked, right)
                if option is not None:
                    chosen = Chosen(field=asked.id, option=option.id)
                    return chosen if relation == "eq" else Not(part=chosen)
        field = self._field(left)
        if field is not None and field.unit:
            right = right.removesuffix(field.unit).strip()
        a, b = self._value(left, None), self._value(right, field)
        if a is None or b is None:
            return None
        return Comparison(relation=relation, left=a, right=b)  # type: ignore[arg-type]

    def _rule(self, text: str) -> Expression | None:
        rules = self._rules.get(text.casefold())
        if rules:
            return Named(rule=rules[0].id)
        field = self._field(text)
        return Answer(field=field.id) if field is not None and field.data_type == "bool" else None

    # ----------------------------------------------------------------------------------- values

    def _value(self, text: str, field: Field | None) -> Expression | None:
        """A question, a number, a day, a text in quotes, the day of application, a count, a sum."""
        if text == tr("sentence.today"):
            return Today()
        if (fixed := _fixed(text, field)) is not None:
            return fixed
        if (other := self._field(text)) is not None:
            return Answer(field=other.id)
        for kind, key in ((Count, "sentence.count"), (Sum, "sentence.sum")):
            before = tr(key, group="\0", field="\0").strip("\0")
            if text.startswith(before):
                names = self._groups if kind is Count else self._fields
                named = names.get(text[len(before) :].strip().casefold())
                if named and kind is Count:
                    return Count(group=named[0].id)
                if named:
                    return Sum(field=named[0].id)
        return self._shift(text)

    def _shift(self, text: str) -> Expression | None:
        base, plus, length = text.rpartition(" + ")
        if not plus:
            base, plus, length = text.rpartition(" − ")
        said = length_in(length) if plus else None
        inner = self._value(base.strip(), None) if said else None
        if said is None or inner is None or said[1] not in ("day", "week", "month", "year"):
            return None
        number = -said[0] if plus == " − " else said[0]
        return DateShift(base=inner, length=number, unit=said[1])  # type: ignore[arg-type]

    # ------------------------------------------------------------------------------------ names

    def _named_so(self, name: str) -> list[Field]:
        """The questions of that name, those of the step where it is said first."""
        found = self._fields.get(" ".join(name.split()).casefold(), [])
        return sorted(found, key=lambda f: getattr(self.view.card_of(f.id), "id", "") != self._card)

    def _field(self, name: str) -> Field | None:
        return next(iter(self._named_so(name)), None)

    def _option(self, field: Field, name: str) -> Option | None:
        wanted = name.strip().casefold()
        return next(
            (o for o in self.view.options(field.id) if o.label.strip().casefold() == wanted), None
        )

    def _answer_alone(self, text: str) -> Expression | None:
        if not self._card:
            return None
        for field in self._questions(self._card, 0):
            option = self._option(field, text)
            if option is not None:
                return Chosen(field=field.id, option=option.id)
        return None

    def _questions(self, parent: str, depth: int) -> Iterator[Field]:
        for row in self.view.rows(parent):
            if isinstance(row, Field):
                yield row
            elif depth < _DEEPEST:
                yield from self._questions(row.id, depth + 1)


def _outside_brackets(text: str, word: str) -> list[int]:
    """Where a word stands outside brackets; everywhere when the brackets do not match."""
    places, depth, matched = [], 0, True
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        matched = matched and depth >= 0
        if depth == 0 and text.startswith(word, place):
            places.append(place)
    if matched and depth == 0:
        return places
    return [found.start() for found in re.finditer(re.escape(word), text)]


def length_in(text: str) -> tuple[int, str] | None:
    """A length of time: ``14 Tage`` -> (14, "day"); a bare number means days."""
    found = re.fullmatch(r"\s*(\d{1,5})\s*([^\W\d_]*)\.?\s*", text)
    if found is None:
        return None
    word = found[2].casefold()
    for unit in ("hour", "day", "workday", "week", "month", "year"):
        known = {tr(f"unit.{unit}", n=n).split(" ", 1)[-1].casefold() for n in (1, 2)}
        known |= set(tr(f"length.words.{unit}").split("|"))
        if word in known or (not word and unit == "day"):
            return int(found[1]), unit
    return None


def _fixed(text: str, field: Field | None) -> Value | None:
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return Value(text=quoted[1])
    if (day := day_in(text)) is not None:
        return Value(day=day)
    if (number := number_in(text)) is not None:
        return Value(number=number)
    truths = (tr("sentence.yes"), tr("sentence.no"))
    if text in truths and getattr(field, "data_type", "") == "bool":
        return Value(truth=text == tr("sentence.yes"))
    return None


def _without_when(text: str) -> str:
    before = tr("flow.when", condition="\0").split("\0")[0]
    return text[len(before) :] if before and text.casefold().startswith(before.casefold()) else text


def _named(records: Iterable[R]) -> dict[str, list[R]]:
    names: dict[str, list[R]] = {}
    for record in records:
        if name := " ".join(title(record).split()).casefold():
            names.setdefault(name, []).append(record)
    return names
