"""What does a schema say about one file: the official one, else our own description?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

from exporters.official.files import Unusable, Xml
from exporters.official.library import Library, Standard
from exporters.official.names import RECONSTRUCTED, family_of, version_of
from exporters.xmlkit import Schema, SchemaFault, parse
from resources import open_resource


@dataclass(frozen=True, slots=True)
class Judgement:
    """``standard``: which schema has judged, its ``file`` is "" for our own description; None where
    there was none. ``against``: why an official one at hand was not used.
    """

    namespace: str
    root: Xml
    standard: Standard | None
    faults: tuple[SchemaFault, ...] = ()
    against: Unusable | None = None

    @property
    def official(self) -> bool:
        """An official schema has judged."""
        return self.standard is not None and bool(self.standard.file)


def judge(content: bytes, library: Library, *, name: str = "") -> Judgement | None:
    """The judgement about a message; None for what is no message of a standard we know.

    Raises:
        XmlRefused: the bytes are no safe XML.
    """
    root = parse(content, name).root
    tag = etree.QName(root)
    namespace = tag.namespace or ""
    if not family_of(namespace):
        return None
    found = library.schema_for(namespace, tag.localname)
    against = None if found else library.reason_against(namespace)
    if found is None and namespace in RECONSTRUCTED:
        found = _own(namespace), Standard(namespace, version_of(namespace), "")
    if found is None:
        return Judgement(namespace, root, None, against=against)
    schema, standard = found
    return Judgement(namespace, root, standard, tuple(schema.faults(root)), against)


@cache
def _own(namespace: str) -> Schema:
    name = RECONSTRUCTED[namespace]
    return Schema(name, {name: open_resource(f"schemas/{name}")})
