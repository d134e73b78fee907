"""How is an amount, said in our FEEL, said to an engine that only knows JUEL?

Only the FEEL that our own printer of amounts writes is read: numbers, names, the four operations,
comparisons, "if", "min", "max", "floor", "ceiling", "not", "and", "or".

What JUEL does otherwise, and what is done about it (11/2026): a missing number counts as 0 there,
so the whole amount is missing when a number that it needs is; there is no rounding, so the rest of
a division by 1 is taken away, with a millionth for the binary fractions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from exporters.expressions.refusal import CannotSay
from model.language import say

_TOKEN: Final = re.compile(
    r'\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>"(?:[^"\\]|\\.)*")'
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<sign>!=|<=|>=|[-+*/=<>()\[\],]))"
)
_COMPARES: Final = {"=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_WORDS: Final = frozenset({"if", "then", "else", "and", "or", "null", "true", "false"})
_HAIR: Final = "0.000001"
"""Less than any amount, more than the error of a binary fraction."""


@dataclass(frozen=True, slots=True)
class Said:
    """A part as JUEL; ``needs`` is the condition under which it has a value, "" = always."""

    text: str
    needs: str = ""


def amount(feel: str) -> str:
    """The formula as JUEL without ``${}``; null when a number that it needs is missing.

    Raises:
        CannotSay: the formula says more than JUEL can.
    """
    said = _Reader(feel).whole()
    return f"({said.needs}) ? ({said.text}) : null" if said.needs else said.text


def truth(feel: str) -> str:
    """A condition of ours as JUEL.

    Raises:
        CannotSay: see ``amount``.
    """
    return _Reader(feel).whole().text


class _Reader:
    """Reads from left to right; each method reads one level of binding."""

    def __init__(self, feel: str) -> None:
        self.tokens = self._split(feel)
        self.place = 0

    def whole(self) -> Said:
        said = self._choice()
        if self.place < len(self.tokens):
            raise _refused()
        return said

    def _split(self, feel: str) -> list[str]:
        found: list[str] = []
        place, end = 0, len(feel.rstrip())
        while place < end:
            token = _TOKEN.match(feel, place)
            if token is None:
                raise _refused()
            found.append(token[0].strip())
            place = token.end()
        return found

    # ------------------------------------------------------------------------------- grammar

    def _choice(self) -> Said:
        if not self._took("if"):
            return self._either()
        asked = self._either()
        self._must("then")
        yes = self._choice()
        self._must("else")
        no = self._choice()
        needs = ""
        if yes.needs or no.needs:
            needs = f"({asked.text} ? {yes.needs or 'true'} : {no.needs or 'true'})"
        return Said(f"({asked.text} ? {yes.text} : {no.text})", needs)

    def _either(self) -> Said:
        return self._chain(self._both, {"or": "||"})

    def _both(self) -> Said:
        return self._chain(self._comparison, {"and": "&&"})

    def _comparison(self) -> Said:
        left = self._sum()
        sign = self._peek()
        if sign not in _COMPARES:
            return left
        self.place += 1
        right = self._sum()
        # No comparison with what is missing holds; only what is reckoned would count as 0.
        sides = (left, right)
        guards = [part.needs for part in sides if part.needs not in ("", f"{part.text} != null")]
        text = " && ".join([*guards, f"{left.text} {_COMPARES[sign]} {right.text}"])
        return Said(f"({text})")

    def _sum(self) -> Said:
        return self._chain(self._product, {"+": "+", "-": "-"})

    def _product(self) -> Said:
        return self._chain(self._part, {"*": "*", "/": "/"})

    def _chain(self, part: Callable[[], Said], signs: dict[str, str]) -> Said:
        said = part()
        while (sign := self._peek()) in signs:
            self.place += 1
            other = part()
            said = Said(f"({said.text} {signs[sign]} {other.text})", _all(said, other))
        return said

    def _part(self) -> Said:
        token = self._next()
        if token == "(":
            said = self._choice()
            self._must(")")
            return said
        if token == "-":
            said = self._part()
            return Said(f"(0 - {said.text})", said.needs)
        if token in ("null", "true", "false") or token[0].isdigit():
            return Said(token)
        if token[0] == '"':
            return Said(_text(token))
        if token in _WORDS or not (token[0].isalpha() or token[0] == "_"):
            raise _refused()
        return self._call(token) if self._took("(") else Said(token, f"{token} != null")

    def _call(self, function: str) -> Said:
        several = self._took("[")
        parts = [self._choice()]
        while self._took(","):
            parts.append(self._choice())
        if several:
            self._must("]")
        self._must(")")
        match function:
            case "not":
                return Said(f"!({parts[0].text})")
            case "min" | "max":
                sign = "<" if function == "min" else ">"
                return Said(_extreme([part.text for part in parts], sign), _all(*parts))
            case "floor":
                return Said(_whole(f"({parts[0].text} + {_HAIR})"), parts[0].needs)
            case "ceiling":
                return Said(_whole(f"({parts[0].text} + 1 - {_HAIR})"), parts[0].needs)
            case _:
                raise _refused()

    # -------------------------------------------------------------------------------- tokens

    def _peek(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def _next(self) -> str:
        token = self._peek()
        if not token:
            raise _refused()
        self.place += 1
        return token

    def _took(self, token: str) -> bool:
        here = self._peek() == token
        self.place += here
        return here

    def _must(self, token: str) -> None:
        if not self._took(token):
            raise _refused()


def _all(*parts: Said) -> str:
    return " && ".join(dict.fromkeys(part.needs for part in parts if part.needs))


def _extreme(texts: list[str], sign: str) -> str:
    found = texts[0]
    for text in texts[1:]:
        found = f"({found} {sign} {text} ? {found} : {text})"
    return found


def _whole(text: str) -> str:
    return f"({text} - {text} % 1)"


def _text(token: str) -> str:
    """A FEEL text as a JUEL one."""
    plain = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], token[1:-1])
    escaped = plain.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _refused() -> CannotSay:
    return CannotSay(say("platforms.expression.unknown"))
