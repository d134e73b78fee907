"""What stands in a JSON text, to the letter?

Python's reader keeps the last of two equal keys and turns numbers into floats. Foreign values are
kept as they were written, so this module cuts an object into the texts of its values and refuses
repeated keys.
"""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

_SPACE = re.compile(r"[ \t\r]*")
_DECODER = json.JSONDecoder(parse_constant=lambda name: _refuse(f"{name} is no JSON"))


def fields_of(text: str) -> list[tuple[str, str]]:
    """The fields of a JSON object on one line: name and text of the value, in their order.

    Raises:
        ValueError: it is no object, a name stands there twice, or something follows it.
    """
    at = _past(text, 0, "{")
    fields: list[tuple[str, str]] = []
    if text[at : at + 1] == "}":
        at = _past(text, at, "}")
    else:
        while True:
            name, at = _value(text, at)
            if not isinstance(name, str):
                _refuse("a name must be text")
            start = _past(text, at, ":")
            _, end = _value(text, start)
            fields.append((name, text[start:end]))
            at = _space(text, end)
            if text[at : at + 1] != ",":
                at = _past(text, at, "}")
                break
            at = _past(text, at, ",")
    if at != len(text):
        _refuse("something follows the object")
    if len({name for name, _ in fields}) != len(fields):
        _refuse("a name stands there twice")
    return fields


def object_of(fields: list[tuple[str, str]]) -> str:
    """The JSON object with these fields, compact."""
    return "{" + ",".join(f"{_quoted(name)}:{text}" for name, text in fields) + "}"


def with_fields(line: bytes, fields: list[tuple[str, str]]) -> bytes:
    """A JSON object (which has a field already) with further fields at its end."""
    added = "".join(f",{_quoted(name)}:{text}" for name, text in fields)
    return line[:-1] + added.encode() + b"}"


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def refuse_repeated_names(text: str) -> None:
    """Look for a name that stands twice in one object, at any depth.

    Raises:
        ValueError: there is one, or the text is no JSON.
    """
    _parsed(text)


def plain_object(text: str) -> dict[str, Any]:
    """The object as a dict of plain values.

    Raises:
        ValueError: it is none, or a name stands twice in it.
    """
    found = _parsed(text)
    if not isinstance(found, dict):
        _refuse("no object")
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_once, parse_constant=lambda name: _refuse(f"{name} is no JSON")
        )
    except RecursionError:
        _refuse("nested too deeply")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        _refuse("a name stands there twice")
    return found


def _value(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        _refuse("nested too deeply")


def _past(text: str, at: int, mark: str) -> int:
    at = _space(text, at)
    if text[at : at + 1] != mark:
        _refuse(f"{mark} expected")
    return _space(text, at + 1)


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _refuse(why: str) -> NoReturn:
    raise ValueError(why)
