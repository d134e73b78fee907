"""Which facts of an imported message has the other version no place for, and how is that told?

A memory (``memory``) holds every leaf that comes back in other words. Most of them mean the same:
white space, an empty element, the way in which sources or a precision are strung together. What is
left is a loss for everybody who does not read our memory, and is told.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from exporters.report import Entry
from exporters.xdatenfelder.fresh import Xml
from exporters.xdatenfelder.latin import plain
from exporters.xdatenfelder.leaves import AROUND, canon, leaves, places
from exporters.xdatenfelder.legal import sources
from exporters.xmlkit import text_of
from model.document import Snapshot
from model.language import say

_SCRIPTS = frozenset({"script", "skript"})
_STUB = "functionscript(){}"
_LINKED = "bezug"


def is_unsaid(name: str, original: Xml, derived: Xml) -> bool:
    """The leaf says more than what the way back makes of it."""
    place, prefix = name.removeprefix(AROUND), AROUND if name.startswith(AROUND) else ""
    olds, news = (_meaning(place, dict(places(node)).get(prefix)) for node in (original, derived))
    return any(one not in news for one in olds)


def told_of_unsaid(unsaid: Mapping[str, list[str]], view: Snapshot) -> Iterator[Entry]:
    """One remark for each leaf of each record."""
    for record, names in unsaid.items():
        about = record.partition("#")[0]
        about = about if about in view else view.service.id
        for name in dict.fromkeys(one.removeprefix(AROUND) for one in names):
            yield Entry("substituted", about, say("fim.remembered", element=name))


def _meaning(name: str, node: Xml | None) -> list[object]:
    """What the leaves of a name say, without how they are written."""
    found = leaves(node, name) if node is not None else []
    if name == _LINKED:
        links = [one.get("link", "") for one in found if one.get("link")]
        return [*(plain(part) for one in found for part in sources(text_of(one))), *links]
    if name == "identifikation":
        return [_value(child) for one in found for child in one if isinstance(child.tag, str)]
    if name == "praezisierung":
        return [pair for one in found for pair in sorted(_precision(one).items())]
    if name in _SCRIPTS:
        scripts = ("".join(text_of(one).split()) for one in found)
        return [script for script in scripts if script not in ("", _STUB)]
    return [told for one in found if (told := _value(one))]


def _value(node: Xml) -> object:
    """Text, attributes and children, as far as there is anything; the address of a list of codes
    is none.
    """
    _, attributes, text, inside = canon(node)
    children = [told for child in node if isinstance(child.tag, str) and (told := _value(child))]
    if any(key == "listURI" for key, _ in attributes):  # type: ignore[attr-defined]
        attributes = ()
    if not (attributes or text or children):
        return None
    return (attributes, plain(str(text)), children) if inside else (attributes, plain(str(text)))


def _precision(node: Xml) -> dict[str, str]:
    """JSON in 2.0, attributes in 3.0.0."""
    if node.attrib:
        return {str(name): str(value) for name, value in node.attrib.items()}
    text = text_of(node).strip()
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {"": text}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {"": text}
