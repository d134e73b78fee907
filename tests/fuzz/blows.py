"""How is an honest file struck so that it stays nearly honest?

The fuzzer's own blows at bytes seldom leave XML well-formed; these know elements and values, so
that the readers behind the guard are reached.
"""

from __future__ import annotations

import copy
import random
import re
from collections.abc import Callable

from lxml import etree

_VALUES = re.compile(rb'="([^"]*)"|>([^<>]+)<|"([^"\\]*)"|(\d+)')
ODD = [
    b"",
    b" ",
    b"x",
    b"-1",
    b"0",
    b"0:0",
    b"9" * 40,
    b"1e999",
    b"NaN",
    b"&#x202e;",
    b"2021-13-40",
    b"P0D",
    b"P99999999999Y",
    b"&lt;&gt;",
    "ﬁ😀\u0661".encode(),
    b"\\ud800",
    b"true",
    b"null",
    b"#" * 300,
    b"./..",
    b"{}",
    b"${x",
    b"[1]",
]
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)

Blow = Callable[[bytes, random.Random], bytes]


def value(data: bytes, dice: random.Random) -> bytes:
    """A value becomes another one of the file, or something odd."""
    spans = [found.span(found.lastindex or 0) for found in _VALUES.finditer(data)]
    if not spans:
        return data
    start, end = dice.choice(spans)
    first, last = dice.choice(spans)
    new = dice.choice(ODD) if dice.random() < 0.5 else data[first:last]
    return data[:start] + new + data[end:]


def element(data: bytes, dice: random.Random) -> bytes:
    """An element leaves, comes twice, moves elsewhere, or gets the name of another."""
    try:
        return _with_another_tree(etree.fromstring(data, PARSER), data, dice)
    except (etree.XMLSyntaxError, ValueError, KeyError):
        return data  # some names are read and may not be given


def _with_another_tree(root: etree._Element, data: bytes, dice: random.Random) -> bytes:
    nodes = [node for node in root.iter() if isinstance(node.tag, str)][1:]
    if not nodes:
        return data
    node, other = dice.choice(nodes), dice.choice(nodes)
    act = dice.choice(("leave", "twice", "move", "rename", "attribute"))
    if act == "rename":
        node.tag = other.tag
    elif act == "attribute":
        _attribute(node, other, dice)
    elif act == "twice":
        other.append(copy.deepcopy(node))
    elif act == "move" and node not in other.iterancestors() and node is not other:
        other.append(node)
    elif act == "leave" and (parent := node.getparent()) is not None:
        parent.remove(node)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _attribute(node: etree._Element, other: etree._Element, dice: random.Random) -> None:
    """An attribute leaves, or one of another element comes."""
    if node.attrib and dice.random() < 0.5:
        del node.attrib[dice.choice(sorted(node.attrib))]
    elif other.attrib:
        name = dice.choice(sorted(other.attrib))
        node.set(name, other.attrib[name])


def line(data: bytes, dice: random.Random) -> bytes:
    """A line leaves, comes twice, or moves."""
    lines = data.split(b"\n")
    place, other = dice.randrange(len(lines)), dice.randrange(len(lines))
    found = lines[place]
    if dice.random() < 0.5:
        lines.pop(place)
    if dice.random() < 0.5:
        lines.insert(other, found)
    return b"\n".join(lines)


BLOWS: tuple[Blow, ...] = (value, value, element, element, line)


def strike(data: bytes, seed: int, blows: int = 4) -> bytes:
    """One to ``blows`` of them."""
    dice = random.Random(seed)
    for _ in range(dice.randint(1, blows)):
        data = dice.choice(BLOWS)(data, dice)
    return data
