"""How does a schema of several files become one that judges, without anything being fetched?

Each file gets a plain inner name; the addresses in it are rewritten to those names. A part that is
not there loses its address: maybe nobody needs it.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from exporters.official.files import LINKS, SchemaFile
from exporters.official.parts import HELPER_PREFIX, Parts
from exporters.xmlkit import Schema
from model.language import Message, say


class CannotCompile(Exception):
    """A schema with an error: in which file, and what it is."""

    def __init__(self, name: str, reason: Message) -> None:
        super().__init__(name)
        self.name, self.reason = name, reason


def compiled(file: SchemaFile, parts: Parts) -> Schema:
    """The schema that begins in this file.

    Raises:
        CannotCompile: it has an error, or a part that it needs is not there.
    """
    closure = parts.closure(file)
    inner = {part.name: f"part{number}.xsd" for number, part in enumerate(closure)}
    files = {inner[part.name]: _rewritten(part, parts, inner) for part in closure}
    try:
        return Schema(inner[file.name], files)
    except etree.LxmlError as error:
        raise _cannot(error, file, parts, {mine: name for name, mine in inner.items()}) from None


def _rewritten(part: SchemaFile, parts: Parts, inner: dict[str, str]) -> bytes:
    root = deepcopy(part.root)
    for old, new in zip(part.links(), [c for c in root if c.tag in LINKS], strict=True):
        target = parts.target(part, old)
        if target is not None:
            new.set("schemaLocation", inner[target.name])
        elif new.get("namespace") is not None:
            new.attrib.pop("schemaLocation", None)
        else:
            root.remove(new)
    return etree.tostring(root, encoding="utf-8")


def _cannot(
    error: etree.LxmlError, file: SchemaFile, parts: Parts, outer: dict[str, str]
) -> CannotCompile:
    missing = parts.missing(file)
    if missing:
        asking, wanted = missing[0]
        return CannotCompile(file.name, say("official.file.missing", by=asking.name, part=wanted))
    faults = [one for one in error.error_log if one.level >= etree.ErrorLevels.ERROR]
    fault = faults[0] if faults else None
    name = outer.get((fault.filename or "").rpartition("/")[2], file.name) if fault else file.name
    if name.startswith(HELPER_PREFIX):
        name = file.name
    reason = fault.message if fault else str(error)
    return CannotCompile(
        name, say("official.file.error", line=fault.line if fault else 0, reason=reason)
    )
