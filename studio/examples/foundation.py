"""How does an example name its records and say its conditions?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from model.commands import add_option, cite
from model.document import Transaction
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    Expression,
    Membership,
    Named,
    Not,
    Option,
    Record,
    Sum,
    Text,
    Value,
    key_between,
)
from model.records.base import Child
from model.records.expression import OptionRef

Words = tuple[str, str]
"""The same in German and English."""


class Foundation:
    """Every record gets a short key, and others name it by that.

    The answers of a question have the key of the question, a point and their own.
    """

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.ids: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        return self.ids[key]

    def cite(self, key: str, *norms: str) -> None:
        """A record rests on norms; "norm: passage" narrows one of them."""
        for norm in norms:
            name, _, passage = norm.partition(":")
            cite(self.tx, self[key], self[name.strip()], passage.strip())

    def chosen(self, answer: str, question: str = "") -> Chosen:
        """This answer (question.answer) was given; of a code list (list.answer) to a question."""
        return Chosen(field=self[question or answer.rpartition(".")[0]], option=self[answer])

    def among(self, question: str, codes: Iterable[str], of: str = "") -> Membership:
        """One of several answers was given; ``of`` is the code list where they stand."""
        refs = tuple(OptionRef(option=self[f"{of or question}.{code}"]) for code in codes)
        return Membership(field=self[question], options=refs)

    def compare(self, left: Expression | str, relation: str, right: Any) -> Comparison:
        """A question (by its key) or a calculation, compared with a fixed value or another."""
        one = Answer(field=self[left]) if isinstance(left, str) else left
        return Comparison(relation=relation, left=one, right=_value(right))  # type: ignore[arg-type]

    def count(self, group: str) -> Count:
        return Count(group=self[group])

    def total(self, field: str) -> Sum:
        return Sum(field=self[field])

    def less(self, one: Expression, other: Expression) -> Arithmetic:
        """One number less another."""
        return Arithmetic(operation="subtract", parts=(one, other))

    def fixed(self, number: int) -> Expression:
        """A number to reckon with."""
        return _value(number)

    def if_then(self, condition: Expression, follows: Expression) -> AnyOf:
        """Where the condition holds, the other holds too."""
        return AnyOf(parts=(Not(part=condition), follows))

    def answer(self, field: str) -> Answer:
        return Answer(field=self[field])

    def named(self, rule: str) -> Named:
        return Named(rule=self[rule])

    def _keep(self, key: str, record: Record) -> None:
        self.tx.add(record)
        self.ids[key] = record.id

    def _child(self, kind: type[Child], word: str, parent: str, **fields: Any) -> Child:
        before = self.tx.children(parent, kind)
        order = key_between(before[-1].order if before else "", "")
        record = kind(id=self.tx.new_id(word), parent=parent, order=order, **fields)
        return self.tx.add(record)

    def _row_key(self, parent: str) -> str:
        rows = [row for row in self.tx.rows(self[parent]) if isinstance(row, Child)]
        return key_between(rows[-1].order if rows else "", "")

    def _answers(self, key: str, owner: str, answers: Mapping[str, Words]) -> None:
        for code, words in answers.items():
            option: Option = add_option(self.tx, owner, words[0], code=code)
            self.ids[f"{key}.{code}"] = option.id
            self._translate(option.id, "label", words)

    def _translate(self, parent: str, slot: str, words: Words) -> None:
        self._child(Text, "text", parent, slot=slot, language="en", text=words[1])


def _value(given: Any) -> Expression:
    """A number, a text, a day or a truth as it stands in an expression."""
    match given:
        case bool():
            return Value(truth=given)
        case int() | Decimal():
            return Value(number=Decimal(given))
        case str():
            return Value(text=given)
        case date():
            return Value(day=given)
        case _:
            found: Expression = given
            return found


def both(*parts: Expression) -> AllOf:
    """All of them hold."""
    return AllOf(parts=parts)


def either(*parts: Expression) -> AnyOf:
    """At least one of them holds."""
    return AnyOf(parts=parts)


def not_(part: Expression) -> Not:
    """It does not hold."""
    return Not(part=part)
