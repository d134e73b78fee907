"""What does an XML file say, as facts that can be counted?

Prefixes, the order of attributes, comments and white space between elements do not count;
everything else does. The outside judge of the exchange asks the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from lxml import etree

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
_OF_THE_ROOT = frozenset({"exporter", "exporterVersion", f"{_XSI}schemaLocation"})
_OF_A_MESSAGE = frozenset({"nachrichtID", "erstellungszeitpunkt"})
_COORDINATES = frozenset({"x", "y", "width", "height"})
Facts = Counter[Hashable]


def facts(data: bytes) -> Facts:
    """One fact for each element (where it stands, what it bears, its text and the text behind it)
    and one for the order of its children.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
    root = etree.fromstring(data, parser)
    found: Facts = Counter()
    open_ones: list[tuple[etree._Element, tuple[str, ...]]] = [(root, ())]
    while open_ones:
        node, trail = open_ones.pop()
        here = (*trail, str(node.tag))
        children = [child for child in node if _counts(child)]
        found[(here, _attributes(node), _value(node, "", _text(node.text)), _text(node.tail))] += 1
        if children:
            order = tuple((str(child.tag), child.get("id")) for child in children)
            found[(here, "order", order)] += 1
        numbers: Counter[str] = Counter()
        for child in children:
            step = child.get("id") or f"{child.tag}#{numbers[str(child.tag)]}"
            numbers[str(child.tag)] += 1
            open_ones.append((child, (*here, step)))
    return found


def _counts(node: etree._Element) -> bool:
    return isinstance(node.tag, str) and etree.QName(node).localname not in _OF_A_MESSAGE


def _attributes(node: etree._Element) -> frozenset[tuple[str, str]]:
    left_out = _OF_THE_ROOT if node.getparent() is None else frozenset()
    return frozenset(
        (str(name), _value(node, str(name), str(value)))
        for name, value in node.attrib.items()
        if name not in left_out
    )


def _text(text: str | None) -> str:
    return " ".join((text or "").split())


def _value(node: etree._Element, name: str, value: str) -> str:
    """Coordinates as numbers, qualified names by their namespace."""
    if name in _COORDINATES:
        try:
            return repr(float(value))
        except ValueError:
            return value
    prefix, colon, local = value.partition(":")
    if colon and prefix in node.nsmap and local and " " not in value:
        return f"{{{node.nsmap[prefix]}}}{local}"
    return value
