"""Is this foreign XML safe to read, and what does it hold?

Bytes in, tree out; nothing is ever fetched, expanded or dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from exporters.xmlkit.encoding import BadEncoding, decoded
from model.errors import FachwerkError
from model.language import Message, say, tr
from model.storage.collector import collector_off

MAX_BYTES: Final = 64 * 1024 * 1024
MAX_ELEMENTS: Final = 1_000_000
MAX_ATTRIBUTES: Final = 20_000
MAX_NAMESPACES: Final = 256
MAX_DEPTH: Final = 256
"""The parser's own limit, as is that of 10 MB for one text."""
_CHUNK: Final = 64 * 1024
_SHORTEST_ATTRIBUTE: Final = 4  # a="" and the space before it, less one

_DOCTYPE_FIRST: Final = re.compile(rb"(?:\s|<\?[^>]*\?>|<!--(?:[^-]|-[^-])*-->)*<!DOCTYPE")

# collect_ids: libxml2's own index of ids is slow and reports what the readers report better.
_SAFE: Final[dict[str, Any]] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "attribute_defaults": False,
    "huge_tree": False,
    "recover": False,
    "remove_comments": False,
    "remove_pis": False,
    "strip_cdata": False,
    "collect_ids": False,
    "ns_clean": False,
    "encoding": "utf-8",
}


class XmlRefused(FachwerkError):
    """A file that is not read: ``code`` says why, ``where`` the file and line."""


@dataclass(frozen=True, slots=True)
class ParsedXml:
    """A tree with everything in it, the text it was made of, the stated encoding, and notes of a
    repair.
    """

    root: etree._Element
    text: str
    encoding: str
    notes: tuple[Message, ...] = ()

    @property
    def tree(self) -> etree._ElementTree:
        return self.root.getroottree()


def parse(data: bytes, name: str = "") -> ParsedXml:
    """Read foreign XML under guard. ``name`` is the file's name for messages.

    Raises:
        XmlRefused: too large, a DOCTYPE, broken, wrong encoding, or over a limit.
    """
    if len(data) > MAX_BYTES:
        raise refused("XML-TOO-LARGE", name, limit=MAX_BYTES // 1024 // 1024)
    try:
        source = decoded(data)
    except BadEncoding as bad:
        raise refused(bad.code, name, stated=bad.stated) from None
    as_it_is = source.encoding == "utf-8" and not source.notes and data.startswith(b"<")
    root = _read(data if as_it_is else source.text.encode("utf-8", "surrogatepass"), name)
    return ParsedXml(root, source.text, source.encoding, source.notes)


def parse_text(text: str, name: str = "") -> etree._Element:
    """Read again what was read before; the encoding the text states does not count any more.

    Raises:
        XmlRefused: the text is not what ``parse`` let through.
    """
    return _read(text.encode("utf-8", "surrogatepass"), name)


def text_of(node: etree._Element | None) -> str:
    """The characters inside an element without its comments and processing instructions ("" for
    None).
    """
    if node is None:
        return ""
    if len(node) == 0:
        return node.text or ""
    parts = [node.text or ""]
    for child in node:
        if isinstance(child.tag, str):
            parts.append(text_of(child) if len(child) else child.text or "")
        parts.append(child.tail or "")
    return "".join(parts)


def refused(code: str, name: str, line: int = 0, *, key: str = "", **values: Any) -> XmlRefused:
    """The refusal of a code; its sentences are ``xml.<code>`` and ``xml.<code>.todo``, unless
    another ``key`` tells more.
    """
    key = key or "xml." + code.removeprefix("XML-").lower().replace("-", "_")
    place = tr("xml.line", n=str(line)) if line else ""
    where = ", ".join(part for part in (name, place) if part)
    return XmlRefused(say(key, **values), where=where, todo=say(f"{key}.todo"), code=code)


def _read(data: bytes, name: str) -> etree._Element:
    try:
        if _plainly_harmless(data):
            root: etree._Element = etree.fromstring(data, etree.XMLParser(**_SAFE))
            return root
        if b"<!" not in data and _tags(data) > MAX_ELEMENTS:
            raise refused("XML-TOO-MANY-ELEMENTS", name, limit=MAX_ELEMENTS)
        return _watched(data, name)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        if _DOCTYPE_FIRST.match(data[:_CHUNK]):
            # The parser stopped at an entity bomb before it told of the first element.
            raise refused("XML-DOCTYPE", name, line) from None
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise refused("XML-BROKEN", name, line, key="xml.over_limit", n=MAX_DEPTH) from None
        raise refused("XML-BROKEN", name, line, reason=_reason(error)) from None
    except ValueError as error:
        raise refused("XML-BROKEN", name, reason=str(error)) from None


def _plainly_harmless(data: bytes) -> bool:
    """True when the bytes alone show that no limit can be broken; a doubt is no fault yet."""
    if b"<!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        return False
    if data.count(b"<") > MAX_ELEMENTS or data.count(b"xmlns") > MAX_NAMESPACES:
        return False
    return not _has_long_tag(data, MAX_ATTRIBUTES * _SHORTEST_ATTRIBUTE)


def _tags(data: bytes) -> int:
    """The number of elements, where no comment or CDATA can hide a "<"."""
    return data.count(b"<") - data.count(b"</") - data.count(b"<?")


def _has_long_tag(data: bytes, length: int) -> bool:
    """Is there a run of that length without "<"? Jumps from run to run, so it costs nothing."""
    place = 0
    while place + length <= len(data):
        last = data.rfind(b"<", place, place + length)
        if last < 0:
            return True
        place = last + 1
    return False


def _watched(data: bytes, name: str) -> etree._Element:
    """The same parse, element by element, so that it stops at the first breach."""
    parser = etree.XMLPullParser(events=("start",), **_SAFE)
    elements = 0
    with collector_off():
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            for _, found in parser.read_events():
                elements += 1
                _within_limits(found, elements, name)
    root: etree._Element = parser.close()
    return root


def _within_limits(found: Any, elements: int, name: str) -> None:
    if elements == 1:
        info = found.getroottree().docinfo
        if info.doctype or info.internalDTD is not None:
            raise refused("XML-DOCTYPE", name, found.sourceline or 0)
    if elements > MAX_ELEMENTS:
        raise refused("XML-TOO-MANY-ELEMENTS", name, found.sourceline or 0, limit=MAX_ELEMENTS)
    if len(found.attrib) > MAX_ATTRIBUTES or len(found.nsmap) > MAX_NAMESPACES:
        raise refused("XML-TOO-MANY-ATTRIBUTES", name, found.sourceline or 0, limit=MAX_ATTRIBUTES)


def _reason(error: etree.XMLSyntaxError) -> str:
    """The parser's own words, without the place (it stands in ``where``)."""
    return (error.msg or "").partition(", line ")[0]
