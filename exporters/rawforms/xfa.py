"""What does a form of the kind XFA ask for?

A PDF file may carry its form as XML (Adobe LiveCycle), sometimes without a single field that PDF
itself knows. Only the template is read; its scripts are not even looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from exporters.rawforms.refusal import MOST_ENTRIES, refused
from exporters.rawforms.wordparts import child, local, value
from exporters.rawforms.words import as_heading, as_label, asks_nothing, choice_of, guessed, tidied
from exporters.xmlkit import parse, text_of
from model.commands import RawEntry

if TYPE_CHECKING:
    from exporters.rawforms.pdffields import Seen

Xml = Any
_SILENT: Final = frozenset({"hidden", "invisible", "inactive"})
_SHUT: Final = frozenset({"protected", "readOnly", "nonInteractive"})
_HOLDERS: Final = frozenset({"template", "subform", "subformSet", "area"})
_NAMELESS: Final = re.compile(r"(?:form|page|seite|subform|body|inhalt|main)?\W*\d*", re.I)
_TEMPLATES: Final = {
    "dateTimeEdit": "date",
    "numericEdit": "number",
    "checkButton": "yesno",
    "imageEdit": "file",
}


def entries_of_xfa(seen: Seen, name: str) -> list[RawEntry]:
    """The entries in the order of the template; [] when the file carries none.

    Raises:
        FachwerkError: the XML is unsafe or damaged, or asks for more than any honest form.
    """
    packet = seen.xfa_template()
    if not packet:
        return []
    found: list[RawEntry] = []
    for entry in _walk(parse(packet, name).root, ""):
        found.append(entry)
        if len(found) > MOST_ENTRIES:
            raise refused("RAW-TOO-MANY", name, n=MOST_ENTRIES)
    return [guessed(entry) for entry in found if not asks_nothing(entry.label)]


def _walk(element: Xml, section: str) -> Iterator[RawEntry]:
    for one in element:
        kind = local(one)
        if one.get("presence", "") in _SILENT:
            continue
        if kind in _HOLDERS:
            yield from _walk(one, _section(one) or section)
        elif kind == "field" and one.get("access", "") not in _SHUT:
            entry = _field(one, section)
            if entry is not None:
                yield entry
        elif kind == "exclGroup":
            yield _buttons(one, section)


def _section(subform: Xml) -> str:
    """The heading of a part: the words for screen readers, else a name that says something."""
    words = as_heading(_tip(subform))
    said = subform.get("name", "")
    return words or ("" if _NAMELESS.fullmatch(said) else tidied(said))


def _field(field: Xml, section: str) -> RawEntry | None:
    shape = child(field, "ui")
    controls = [one for one in shape if local(one)] if shape is not None else []
    control = controls[0] if controls else field.makeelement("textEdit", {})
    kind = local(control)
    if kind in ("button", "signature", "barcode"):
        return None
    template, options = _TEMPLATES.get(kind, "text"), tuple[str, ...]()
    if kind == "choiceList":
        template, options = choice_of(_items(field), many=control.get("open") == "multiSelect")
    elif kind == "textEdit" and control.get("multiLine") == "1":
        template = "long_text"
    return RawEntry(
        as_label(_tip(field)) or as_label(_caption(field)) or tidied(field.get("name", "")),
        template,
        _is_required(field),
        options,
        "",
        _length(field) if template in ("text", "long_text") else None,
        section,
        0,
        field.get("name", ""),
    )


def _buttons(group: Xml, section: str) -> RawEntry:
    """Fields of which one is chosen."""
    fields = [one for one in group if local(one) == "field"]
    template, options = choice_of([as_label(_caption(one) or _tip(one)) for one in fields])
    label = as_label(_tip(group)) or as_label(_caption(group)) or tidied(group.get("name", ""))
    own, must = group.get("name", ""), _is_required(group)
    return RawEntry(label, template, must, options, section=section, origin=own)


def _caption(element: Xml) -> str:
    caption = child(element, "caption")
    return text_of(child(caption, "value")) if caption is not None else ""


def _tip(element: Xml) -> str:
    assist = child(element, "assist")
    return text_of(child(assist, "toolTip")) if assist is not None else ""


def _items(field: Xml) -> list[str]:
    """What a person reads of the answers; a second list holds what is stored."""
    lists = [one for one in field if local(one) == "items"]
    shown = [one for one in lists if one.get("save") != "1" and one.get("presence") != "hidden"]
    chosen = (shown or lists)[:1]
    return [text_of(one) for items in chosen for one in items if local(one)]


def _is_required(element: Xml) -> bool:
    rule = child(element, "validate")
    return rule is not None and value(rule, "nullTest") == "error"


def _length(field: Xml) -> int | None:
    held = child(field, "value")
    text = child(held, "text") if held is not None else None
    most = value(text, "maxChars")
    return int(most) if most.isascii() and most.isdigit() and 0 < int(most) < 100_000 else None
