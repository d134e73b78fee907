"""Which other files of the folder does a schema need? Never one from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping

from exporters.official.files import XS, SchemaFile, Xml, read_schema
from exporters.official.names import HELPERS
from resources import open_resource

HELPER_PREFIX = "fachwerk:"
"""Marks a part that we bring along; no file in a folder is called so."""


class Parts:
    """Finds the parts of schemas among the files of one folder."""

    def __init__(self, files: Mapping[str, SchemaFile]) -> None:
        self._files = files
        self._helpers: dict[str, SchemaFile] = {}
        self._closures: dict[str, tuple[SchemaFile, ...]] = {}

    def target(self, file: SchemaFile, link: Xml) -> SchemaFile | None:
        """What an include or import means: by path, by name, by namespace; None = not there."""
        location = (link.get("schemaLocation") or "").strip().replace("\\", "/")
        imports = link.tag == f"{XS}import"
        namespace = link.get("namespace", "") if imports else file.namespace
        allowed = {namespace} if imports else {namespace, ""}
        path = posixpath.normpath(posixpath.join(file.folder, location)) if location else ""
        exact = self._files.get(path)
        if exact is not None and exact.namespace in allowed:
            return exact
        word = location.rpartition("/")[2].lower()
        near = [
            one
            for one in self._files.values()
            if one.namespace in allowed
            and one is not file
            and (one.name.rpartition("/")[2].lower() == word or (imports and namespace))
        ]
        near.sort(key=lambda one: (*_nearness(file, one, word), one.name))
        return near[0] if near else self._helper(namespace if imports else "")

    def closure(self, file: SchemaFile) -> tuple[SchemaFile, ...]:
        """The file and everything that it needs and that is there."""
        if file.name not in self._closures:
            found = {file.name: file}
            todo = [file]
            while todo:
                here = todo.pop()
                for link in here.links():
                    part = self.target(here, link)
                    if part is not None and part.name not in found:
                        found[part.name] = part
                        todo.append(part)
            self._closures[file.name] = tuple(found.values())
        return self._closures[file.name]

    def same_namespace(self, file: SchemaFile) -> list[SchemaFile]:
        """The file and its parts in its own namespace."""
        return [p for p in self.closure(file) if p.namespace in ("", file.namespace)]

    def missing(self, file: SchemaFile) -> list[tuple[SchemaFile, str]]:
        """Which parts are not there: who asks for them, and how it calls them."""
        return [
            (part, link.get("schemaLocation") or link.get("namespace", ""))
            for part in self.closure(file)
            for link in part.links()
            if self.target(part, link) is None
        ]

    def _helper(self, namespace: str) -> SchemaFile | None:
        name = HELPERS.get(namespace)
        if name is None:
            return None
        if name not in self._helpers:
            found = read_schema(f"{HELPER_PREFIX}{name}", open_resource(f"schemas/{name}"))
            assert isinstance(found, SchemaFile)
            self._helpers[name] = found
        return self._helpers[name]


def _nearness(file: SchemaFile, other: SchemaFile, word: str) -> tuple[bool, int]:
    """A file of the wanted name before any other; then the one that lies nearest."""
    shared = len(posixpath.commonprefix([file.folder + "/", other.folder + "/"]))
    return (other.name.rpartition("/")[2].lower() != word, -shared)
