"""How does a foreign BPMN file become a service?"""

from __future__ import annotations

from exporters.bpmn.seal import sealed
from exporters.bpmn.survey import READING, read_with, survey
from exporters.bpmn.vocabulary import BPMN, MEDIA_TYPE
from exporters.imported import Imported
from exporters.xmlkit.parse import ParsedXml, XmlRefused, parse, refused
from model.records import ForeignFile


def read_bpmn(data: bytes, name: str, reading: int = READING) -> Imported:
    """All records of a file; the file itself is kept whole among them.

    ``reading``: as the program of that number reads it (see ``survey``).

    Raises:
        XmlRefused: the file is unsafe or broken, or holds no BPMN 2.0.
    """
    return read_parsed(parse(data, name), name, reading)


def read_parsed(parsed: ParsedXml, name: str, reading: int = READING) -> Imported:
    """The same for a file that is parsed already."""
    if parsed.root.tag != f"{{{BPMN}}}definitions":
        raise refused("XML-NAMESPACE", name, parsed.root.sourceline or 0, found=parsed.root.tag)
    source = survey(parsed, name, reading)
    kept = ForeignFile(
        id=_free_id(source.records),
        name=name,
        media_type=MEDIA_TYPE,
        encoding=parsed.encoding,
        text=parsed.text,
    )
    kept = sealed(read_with(kept, reading), source.records.values())
    return Imported([*source.records.values(), kept], source.notes)


def _free_id(taken: object) -> str:
    name = "source_file"
    while name in taken:  # type: ignore[operator]
        name += "_"
    return name


__all__ = ["XmlRefused", "read_bpmn", "read_parsed"]
