"""Which format is this foreign file, and who reads it?

Recognised by what is inside, never by the ending: a zip by its first bytes, XML by the namespace
of its root element.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from exporters.imported import Imported
from model.errors import FachwerkError
from model.language import say

if TYPE_CHECKING:
    from exporters.xmlkit.parse import ParsedXml

_BPMN: Final = "{http://www.omg.org/spec/BPMN/20100524/MODEL}definitions"
_XDATENFELDER: Final = "{urn:xoev-de:fim:standard:xdatenfelder_"
_XPROZESS: Final = "{urn:xoev-de:mv:em:standard:xprozess"
_PROJECT: Final = b'{"'


class UnknownFormat(FachwerkError):
    """The file is none of the formats that are read."""


def read_foreign(data: bytes, name: str) -> Imported:
    """The service in a foreign file: BPMN 2.0, XDatenfelder 2 and 3, or a package of Fachwerk.

    Raises:
        FachwerkError: the file is unsafe, broken, or of a format that is not read.
    """
    if data.startswith(b"PK"):
        return _from_package(data, name)
    if not data.strip():
        raise _unknown(name, "read.empty")
    from exporters.xmlkit.parse import parse

    parsed = parse(data, name)
    tag = str(parsed.root.tag)
    if tag == _BPMN:
        from exporters.bpmn.reader import read_parsed

        return read_parsed(parsed, name)
    if tag.startswith(_XDATENFELDER):
        return _xdatenfelder(data, name)
    raise _refusal_of(parsed, name)


def _xdatenfelder(data: bytes, name: str) -> Imported:
    room = import_module("exporters.xdatenfelder.reader")
    found = room.read_xdatenfelder(data, name)
    assert isinstance(found, Imported)
    return found


def _refusal_of(parsed: ParsedXml, name: str) -> UnknownFormat:
    tag = str(parsed.root.tag)
    if tag.startswith(_XPROZESS) or "xprozess" in tag.lower():
        return _unknown(name, "read.xprozess")
    return _unknown(name, "read.unknown", root=tag)


def _from_package(data: bytes, name: str) -> Imported:
    """The working document inside a package of ours."""
    from exporters.xmlkit.zipread import unzip

    members = unzip(data, name, strict=False)
    sources = [
        path
        for path in sorted(members)
        if path.startswith("source/") and path.endswith(".fachwerk")
    ]
    if not sources:
        raise _unknown(name, "read.package_without_source")
    room = import_module("model.storage.read")
    opened = room.from_bytes(members[sources[0]], name)
    notes = getattr(opened, "notes", None) or getattr(opened, "findings", None) or ()
    return Imported(list(opened.records), list(notes))


def _unknown(name: str, key: str, **values: str) -> UnknownFormat:
    return UnknownFormat(
        say(key, **values), where=name, todo=say(f"{key}.todo"), code="FORMAT-UNKNOWN"
    )
