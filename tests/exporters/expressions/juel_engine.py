"""What does a JUEL condition of ours come to? A small engine with JUEL's own rules for null.

Java's unified expression language: equality with null holds only between nulls, an order with null
never holds, arithmetic takes null for 0.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

_WORDS = {"&&": " and ", "||": " or ", "null": "J(None)", "true": "J(True)", "false": "J(False)"}
_TOKEN = re.compile(
    r"execution\.getVariable\('(?P<variable>\w+)'\)|'(?P<text>(?:[^'\\]|\\.)*)'"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<word>&&|\|\||null|true|false)|(?P<not>!(?!=))"
)


class J:
    """A value of JUEL."""

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, value: Any) -> None:
        self.value = Decimal(str(value)) if type(value) in (int, float) else value

    def __bool__(self) -> bool:
        return self.value is True

    def __eq__(self, other: object) -> bool:
        return self.value == _plain(other)

    def __ne__(self, other: object) -> bool:
        return self.value != _plain(other)

    def _ordered(self, other: object, compare: Callable[[Any, Any], bool]) -> bool:
        right = _plain(other)
        return self.value is not None and right is not None and compare(self.value, right)

    def __lt__(self, other: object) -> bool:
        return self._ordered(other, operator.lt)

    def __le__(self, other: object) -> bool:
        return self._ordered(other, operator.le)

    def __gt__(self, other: object) -> bool:
        return self._ordered(other, operator.gt)

    def __ge__(self, other: object) -> bool:
        return self._ordered(other, operator.ge)

    def __add__(self, other: J) -> J:
        return J((self.value or 0) + (other.value or 0))

    def __sub__(self, other: J) -> J:
        return J((self.value or 0) - (other.value or 0))

    def __mul__(self, other: J) -> J:
        return J((self.value or 0) * (other.value or 0))


def _plain(value: object) -> Any:
    return value.value if isinstance(value, J) else value


def run(condition: str, variables: Mapping[str, Any]) -> bool:
    """The truth of ``${...}``; a variable that is not given is null."""
    assert condition.startswith("${")
    assert condition.endswith("}")
    literals: list[J] = []

    def translated(found: re.Match[str]) -> str:
        if found["word"]:
            return _WORDS[found["word"]]
        if found["not"]:
            return " not "
        if found["variable"]:
            literals.append(J(variables.get(found["variable"])))
        elif found["number"]:
            literals.append(J(Decimal(found["number"])))
        else:
            literals.append(J(re.sub(r"\\(.)", r"\1", found["text"] or "")))
        return f"L[{len(literals) - 1}]"

    code = _TOKEN.sub(translated, condition[2:-1])
    return bool(eval(code, {"__builtins__": {}}, {"J": J, "L": literals}))
