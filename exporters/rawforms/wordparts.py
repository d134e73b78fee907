"""Of which words and form controls does a piece of a Word file consist?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from exporters.rawforms.words import clean

Xml = Any
SOFT: Final = re.compile(r"(_{3,}|\.{5,}|…{2,}|[☐☑☒□■❏❑])")
"""Where paper is written on: a line, dots, a box to tick."""
_BOXES: Final = frozenset("☐☑☒□■❏❑")
_QUIET: Final = frozenset(
    {"instrText", "delText", "del", "moveFrom", "pPr", "rPr", "sdtEndPr", "Fallback"}
)
"""What is deleted, said to Word alone, or a second time for older programs."""
_TICKS: Final = frozenset({"F06F", "F071", "F072", "F078", "F0A8", "F0FB", "F0FD", "F0FE"})
"""Boxes to tick in the font Wingdings."""
_NUMBERS: Final = {"number": "number", "calculated": "number", "date": "date"}


@dataclass(frozen=True)
class Control:
    """A place to fill in. ``label`` and ``name`` are what the file calls it."""

    template: str = "text"
    label: str = ""
    name: str = ""
    options: tuple[str, ...] = ()
    help: str = ""
    max_length: int | None = None


Part = str | Control


def local(element: Xml) -> str:
    """The name of an element without its namespace; "" for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Xml, name: str) -> Xml | None:
    """The first child of that name."""
    return next((one for one in element if local(one) == name), None)


def value(element: Xml | None, name: str = "val") -> str:
    """An attribute, whatever its namespace."""
    if element is None:
        return ""
    found = (text for key, text in element.items() if key.rpartition("}")[2] == name)
    return next(found, "")


def parts_of(element: Xml) -> list[Part]:
    """Words and controls in their order; what a control holds now is no part of the words."""
    return list(_softened(_walk(element, _Fields())))


def text_of(parts: list[Part]) -> str:
    """The words alone."""
    return clean(" ".join(part for part in parts if isinstance(part, str)))


class _Fields:
    """Where the walk stands in fields of the old kind: begin, instruction, result, end."""

    def __init__(self) -> None:
        self.open: list[bool] = []

    @property
    def silent(self) -> bool:
        """Is the text the answer of a form field?"""
        return any(self.open)

    def hear(self, mark: Xml) -> Control | None:
        """Take a mark in; the control that begins with it."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            data = child(mark, "ffData")
            self.open.append(data is not None)
            return _legacy(data) if data is not None else None
        if kind == "end" and self.open:
            self.open.pop()
        return None


def _walk(element: Xml, fields: _Fields) -> Iterator[Part]:
    for one in element:
        name = local(one)
        if name in _QUIET or not name:
            continue
        if name == "t" and not fields.silent:
            yield one.text or ""
        elif name in ("tab", "br", "cr"):
            yield " "
        elif name == "sym" and value(one, "char").upper() in _TICKS:
            yield "☐"
        elif name == "fldChar":
            begun = fields.hear(one)
            if begun is not None:
                yield begun
        elif name == "sdt" and (control := control_of(one)) is not None:
            yield control
        elif name != "t":
            yield from _walk(one, fields)


def _softened(parts: Iterator[Part]) -> Iterator[Part]:
    """Lines, dots and boxes of the paper are controls, too."""
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        yield from _split(words)
        words = ""
        yield part
    yield from _split(words)


def _split(words: str) -> Iterator[Part]:
    for piece in SOFT.split(words):
        if not piece:
            continue
        if SOFT.fullmatch(piece):
            yield Control("yesno" if piece in _BOXES else "text")
        else:
            yield piece


def control_of(sdt: Xml) -> Control | None:
    """The control that a content control is; None when it only holds others or a part of the
    document.
    """
    facts = child(sdt, "sdtPr")
    content = child(sdt, "sdtContent")
    if facts is None:
        return None
    names = {local(one): one for one in facts}
    inner = content is not None and any(local(one) in ("sdt", "tbl") for one in content.iter())
    if inner or names.keys() & {"docPartObj", "docPartList", "bibliography", "citation", "picture"}:
        return None
    label = clean(value(names.get("alias")))
    name = clean(value(names.get("tag")))
    template, options = _answers(names)
    return Control(template, label, name, options)


def _answers(names: dict[str, Xml]) -> tuple[str, tuple[str, ...]]:
    for kind in ("dropDownList", "comboBox"):
        if kind in names:
            items = (one for one in names[kind] if local(one) == "listItem")
            said = (
                (value(i, "displayText") or value(i, "value"), value(i, "value")) for i in items
            )
            return "choice", tuple(clean(words) for words, stored in said if words and stored)
    if "date" in names:
        return "date", ()
    if "checkbox" in names or "checkBox" in names:
        return "yesno", ()
    if "text" in names and value(names["text"], "multiLine") in ("1", "true", "on"):
        return "long_text", ()
    return "text", ()


def _legacy(data: Xml) -> Control:
    """A form field as Word knew it before 2007."""
    names = {local(one): one for one in data}
    name = clean(value(names.get("name")))
    told = names.get("helpText") if "helpText" in names else names.get("statusText")
    words = clean(value(told))
    if "checkBox" in names:
        return Control("yesno", "", name, (), words)
    if "ddList" in names:
        items = (clean(value(one)) for one in names["ddList"] if local(one) == "listEntry")
        return Control("choice", "", name, tuple(item for item in items if item), words)
    inside = names.get("textInput")
    facts = {local(one): one for one in inside} if inside is not None else {}
    length = value(facts.get("maxLength"))
    template = _NUMBERS.get(value(facts.get("type")), "text")
    most = int(length) if length.isascii() and length.isdigit() and len(length) < 6 else None
    return Control(template, "", name, (), words, most or None)
