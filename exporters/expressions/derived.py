"""Which parts of a condition does the form have to compute, because the engine cannot?"""

from __future__ import annotations

from dataclasses import dataclass

from exporters.expressions.feel import feel
from exporters.expressions.names import Names
from exporters.expressions.refusal import CannotSay
from exporters.expressions.slug import slug
from model.grammar import title
from model.language import say
from model.records import Chosen, Count, Expression, Field, FieldGroup, Sum
from model.records.base import references_of


@dataclass(frozen=True, slots=True)
class DerivedValue:
    """A variable that the form of a card computes: its name, its FEEL text and its DMN type."""

    name: str
    card: str
    text: str
    type: str


class Derived:
    """Collects such parts while conditions are printed; equal parts share one variable."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._values: dict[Expression, DerivedValue] = {}

    def name(self, expression: Expression) -> str:
        """The variable that holds the value of the expression.

        Raises:
            CannotSay: its answers are given on several forms, or FEEL cannot say it either.
        """
        if expression not in self._values:
            self._values[expression] = self._derived(expression)
        return self._values[expression].name

    def of(self, card: str) -> list[DerivedValue]:
        """What the form of a card has to compute, by name."""
        found = (value for value in self._values.values() if value.card == card)
        return sorted(found, key=lambda value: value.name)

    @property
    def cards(self) -> dict[str, str]:
        """Variable -> the card that computes it."""
        return {value.name: value.card for value in self._values.values()}

    def _derived(self, expression: Expression) -> DerivedValue:
        view = self.names.view
        asked = sorted(set(references_of(expression)))
        rows = [row for row in asked if isinstance(view.get(row), Field | FieldGroup)]
        cards = {card.id for row in rows if (card := view.card_of(row)) is not None}
        if len(cards) != 1:
            raise CannotSay(say("platforms.expression.several_cards"), rows[0] if rows else "")
        text = feel(expression, self.names)
        number = isinstance(expression, Count | Sum)
        name = self.names.free(self._word(expression, rows[0]))
        return DerivedValue(name, cards.pop(), text, "number" if number else "boolean")

    def _word(self, expression: Expression, first: str) -> str:
        key = self.names.key(first)
        match expression:
            case Count():
                return f"{key}_anzahl"
            case Sum():
                return f"{key}_summe"
            case Chosen(option=option):
                return f"{key}_{slug(title(self.names.view[option]), 'wert')}"
            case _:
                return f"{key}_bedingung"
