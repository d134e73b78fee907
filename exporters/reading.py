"""Which format is this foreign file, and who reads it?

Recognised by what is inside, not by the ending: a zip by its first bytes, XML by the namespace of
its root element. Only a plain list has nothing inside that tells; its ending does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Final

from exporters.imported import Imported
from model.errors import FachwerkError
from model.language import Message, say
from model.storage.notes import invisible
from model.storage.read import from_bytes

if TYPE_CHECKING:
    from exporters.xmlkit.parse import ParsedXml

Beside = Callable[[], Mapping[str, bytes]]

_BPMN: Final = "{http://www.omg.org/spec/BPMN/20100524/MODEL}definitions"
_XDATENFELDER: Final = "{urn:xoev-de:fim:standard:xdatenfelder_"
_XPROZESS: Final = "{http://www.regierung-mv.de/xprozess/2}"
_MIMETYPE_WITHIN: Final = 200
"""A package of ours tells its media type in its first bytes."""
_NOTES_SHOWN: Final = 10
_ZIP_END: Final = 22
"""The last record of a zip; a script may stand before the rest."""


class UnknownFormat(FachwerkError):
    """The file is none of the formats that are read."""


def read_foreign(data: bytes, name: str, beside: Beside = dict) -> Imported:
    """The service in a foreign file: BPMN 2.0, XDatenfelder 2 and 3, XProzess 2.0, or a package of
    Fachwerk; an old form (PDF, Word, Excel, a list) becomes a new service with the form beside it.

    ``beside`` gives the files in the same folder; asked only for the code lists of a data schema.

    Raises:
        FachwerkError: the file is unsafe, broken, or of a format that is not read.
    """
    if _is_old_form(data, name):
        from exporters.rawforms import read_as_service

        return read_as_service(data, name)
    if data.startswith(b"PK") or data[-_ZIP_END:].startswith(b"PK\x05\x06"):
        return _from_package(data, name)
    if not data.strip():
        raise _unknown(name, "read.empty")
    found = _from_xml(data, name, beside)
    hidden = islice(invisible(found.records), _NOTES_SHOWN)
    found.notes += [note.what for note in hidden]
    return found


def _is_old_form(data: bytes, name: str) -> bool:
    from exporters.rawforms import is_raw

    return is_raw(data, name)


def _from_xml(data: bytes, name: str, beside: Beside) -> Imported:
    from exporters.xmlkit.parse import parse

    parsed = parse(data, name)
    tag = str(parsed.root.tag)
    if tag == _BPMN:
        from exporters.bpmn.reader import read_parsed

        return read_parsed(parsed, name)
    if tag.startswith(_XDATENFELDER):
        return _xdatenfelder(data, name, beside)
    if tag.startswith(_XPROZESS):
        from exporters.processes import read_message

        return read_message(parsed, name)
    raise _refusal_of(parsed, name)


def _xdatenfelder(data: bytes, name: str, beside: Beside) -> Imported:
    room = import_module("exporters.xdatenfelder.reader")
    found = room.read_xdatenfelder(data, name, beside)
    assert isinstance(found, Imported)
    return found


def _refusal_of(parsed: ParsedXml, name: str) -> UnknownFormat:
    tag = str(parsed.root.tag)
    if "xprozess" in tag.lower():
        return _unknown(name, "read.xprozess")
    return _unknown(name, "read.unknown", root=tag)


def _from_package(data: bytes, name: str) -> Imported:
    """The working document inside a package. Our own ones are read strictly, those that somebody
    has packed again tolerantly.
    """
    from exporters.package.container import ASIC_TYPE, MEDIA_TYPE
    from exporters.xmlkit.zipread import unzip

    ours = MEDIA_TYPE.encode() in data[:_MIMETYPE_WITHIN]
    members = unzip(data, name, strict=ours)
    sources = [
        path
        for path in sorted(members)
        if path.startswith("source/") and path.endswith(".fachwerk")
    ]
    if not sources:
        raise _unknown(name, "read.package_without_source")
    opened = from_bytes(members[sources[0]], name)
    doubts = _doubts(data) if ours or ASIC_TYPE.encode() in data[:_MIMETYPE_WITHIN] else []
    return Imported(list(opened.records), [*doubts, *(note.what for note in opened.notes)])


def _doubts(data: bytes) -> list[Message]:
    """What is wrong with a package whose source can be read all the same; and that nobody asked
    who signed it.
    """
    from exporters.package.opening import open_package
    from exporters.package.verify import whole

    try:
        package = open_package(data)
    except FachwerkError as refusal:
        return [refusal.what]
    wrong = [problem.message for problem in islice(whole(package), _NOTES_SHOWN)]
    return [*wrong, say("container.note.import_signed")] if package.signed else wrong


def _unknown(name: str, key: str, **values: str) -> UnknownFormat:
    return UnknownFormat(
        say(key, **values), where=name, todo=say(f"{key}.todo"), code="FORMAT-UNKNOWN"
    )
