"""What is a decision: a table, or a formula over other decisions?"""

from __future__ import annotations

from dataclasses import dataclass, field

from exporters.dmn.cells import Column, Row


@dataclass(slots=True)
class Rule:
    """One row of a table: its cells, its result and the label of the tariff row it says.

    ``reads``: the variables of the result.
    """

    cells: Row
    result: str
    label: str = ""
    reads: tuple[str, ...] = ()


@dataclass(slots=True)
class Decision:
    """A table (``rules``), or a formula over other decisions and variables (``formula``)."""

    key: str
    name: str
    type: str
    rules: list[Rule] = field(default_factory=list)
    formula: str = ""
    needs: list[str] = field(default_factory=list)
    reads: tuple[str, ...] = ()

    @property
    def columns(self) -> list[Column]:
        """Inputs in the order in which the rules first ask them."""
        return list(dict.fromkeys(column for rule in self.rules for column in rule.cells))

    @property
    def variables(self) -> set[str]:
        """All that is read: by cells, results and the formula."""
        asked = {name for column in self.columns for name in column.variables}
        return asked | {name for rule in self.rules for name in rule.reads} | set(self.reads)


def keys_of(parts: list[Decision]) -> list[str]:
    """What a formula over these decisions needs."""
    return [part.key for part in parts]
