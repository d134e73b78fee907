"""Is a document valid against an XSD? The XSD is handed in as bytes, never fetched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """One breach; ``path`` leads to the element, ``message`` is the validator's own wording."""

    line: int
    path: str
    message: str


class _Files(etree.Resolver):
    """Answers the includes of a schema from files at hand and nothing else."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def resolve(self, *place: Any) -> Any:
        system_url, _, context = place
        name = (system_url or "").rsplit("/", 1)[-1]
        return self.resolve_string(self._files.get(name, b""), context, base_url=name)


class Schema:
    """A compiled XSD. ``main`` is the name of the entry file among ``files``."""

    def __init__(self, main: str, files: Mapping[str, bytes]) -> None:
        parser = etree.XMLParser(no_network=True, resolve_entities=False, load_dtd=False)
        parser.resolvers.add(_Files(files))
        self._schema = etree.XMLSchema(etree.fromstring(files[main], parser, base_url=main))

    def faults(self, document: etree._Element | bytes) -> list[SchemaFault]:
        """All breaches, in the order of the document; empty = valid."""
        if isinstance(document, bytes):
            document = etree.fromstring(document, etree.XMLParser(resolve_entities=False))
        self._schema.validate(document)
        return [
            SchemaFault(entry.line, entry.path or "", entry.message)
            for entry in list[Any](self._schema.error_log)
        ]
