"""What does one file of a schema folder say of itself, and can it be used?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from exporters.xmlkit import XmlRefused, parse
from model.language import Message, say

Xml = Any
XS: Final = "{http://www.w3.org/2001/XMLSchema}"
LINKS: Final = frozenset({f"{XS}include", f"{XS}import", f"{XS}redefine", f"{XS}override"})
_MAX_BYTES: Final = 16 * 1024 * 1024
_MOST_TIMES: Final = 5000
"""Higher numbers of repetition make the validator unfold states without end."""
_NUMBER: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """One XSD. ``name`` is its path in the folder, with "/"; ``elements``: what may be a root."""

    name: str
    namespace: str
    version: str
    root: Xml
    elements: frozenset[str]

    @property
    def folder(self) -> str:
        return self.name.rpartition("/")[0]

    def links(self) -> list[Xml]:
        """Its includes and imports."""
        return [child for child in self.root if child.tag in LINKS]


@dataclass(frozen=True, slots=True)
class Unusable:
    """A file of the folder that cannot be used, and why."""

    name: str
    reason: Message | str


def read_schema(name: str, data: bytes) -> SchemaFile | Unusable:
    """The file as a schema; the guard for foreign XML holds here, too."""
    if len(data) > _MAX_BYTES:
        return Unusable(name, say("official.file.large", limit=_MAX_BYTES // 1024 // 1024))
    try:
        root = parse(data, name).root
    except XmlRefused as refused:
        return Unusable(name, refused.what)
    if root.tag != f"{XS}schema":
        return Unusable(name, say("official.file.no_schema"))
    if _unfolds(root):
        return Unusable(name, say("official.file.repeats", most=str(_MOST_TIMES)))
    elements = (child.get("name", "") for child in root.iterchildren(f"{XS}element"))
    return SchemaFile(
        name,
        root.get("targetNamespace", ""),
        root.get("version", ""),
        root,
        frozenset(filter(None, elements)),
    )


def _unfolds(root: Xml) -> bool:
    for node in root.iter(f"{XS}*"):
        for key in ("minOccurs", "maxOccurs"):
            times = node.get(key, "").strip()
            if _NUMBER.fullmatch(times) and (len(times) > 9 or int(times) > _MOST_TIMES):
                return True
    return False
