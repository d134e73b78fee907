"""How is XML written the same way every time?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without the characters XML 1.0 cannot hold."""
    return _FORBIDDEN.sub("", text)


def element(
    parent: etree._Element,
    tag: str,
    attributes: Mapping[str, str] | None = None,
    text: str = "",
) -> etree._Element:
    """A child at the end; attributes with an empty value are left out."""
    child: etree._Element = etree.SubElement(parent, tag)
    if attributes:
        for name, value in attributes.items():
            if value:
                child.set(name, clean(value))
    if text:
        child.text = clean(text)
    return child


def unbind(root: etree._Element) -> None:
    """New elements without a namespace stay without one where the file has a default namespace;
    the library would write them into it.
    """
    for node in list(root.iter(etree.Element)):
        tag = str(node.tag)
        parent = node.getparent()
        if tag.startswith("{") or parent is None or not node.nsmap.get(None):
            continue
        made = etree.fromstring(f'<x xmlns="urn:x"><{tag} xmlns=""/></x>')[0]
        made.text, made.tail = node.text, node.tail
        made.attrib.update(node.attrib)
        made.extend(list(node))
        parent.replace(node, made)


def to_bytes(root: etree._Element, *, indent: bool = True) -> bytes:
    """UTF-8 with declaration, two spaces a level, one line feed at the end."""
    if indent:
        etree.indent(root, space="  ")
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"
