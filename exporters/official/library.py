"""Which official schemas lie in a folder, and which one judges a file?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from exporters.official.compiling import CannotCompile, compiled
from exporters.official.files import SchemaFile, Unusable, read_schema
from exporters.official.names import family_of, title_of, version_of
from exporters.official.parts import Parts
from exporters.xmlkit import Schema, ZipRefused, unzip
from model.language import Message, say


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard that was recognised: by its namespace and version, in which file it begins."""

    namespace: str
    version: str
    file: str

    @property
    def title(self) -> Message:
        return title_of(self.namespace, self.version)


class Library:
    """The schemas of a folder. ``unusable`` grows when a schema turns out not to compile."""

    def __init__(self, files: Mapping[str, bytes] | None = None) -> None:
        self.files: dict[str, SchemaFile] = {}
        self.unusable: list[Unusable] = []
        for name, data in sorted((files or {}).items()):
            self._take(name, data)
        self.parts = Parts(self.files)
        self._compiled: dict[str, Schema | None] = {}

    def __bool__(self) -> bool:
        return bool(self.files or self.unusable)

    @property
    def standards(self) -> list[Standard]:
        """What was recognised among the standards we write, each version in each place once."""
        found: dict[tuple[str, str, str], Standard] = {}
        for file in self.files.values():
            if family_of(file.namespace) and self._is_entry(file):
                version = version_of(file.namespace, file.version)
                place = (file.namespace, version, file.folder)
                best = found.get(place)
                if best is None or self._size(file) > self._size(self.files[best.file]):
                    found[place] = Standard(file.namespace, version, file.name)
        return sorted(found.values(), key=lambda one: (one.namespace, one.version, one.file))

    def schema_for(self, namespace: str, element: str) -> tuple[Schema, Standard] | None:
        """The schema that knows this root element; None where no usable one does."""
        for file in self._entries(namespace, element):
            schema = self._schema(file)
            if schema is not None:
                version = version_of(file.namespace, file.version)
                return schema, Standard(file.namespace, version, file.name)
        return None

    def try_all(self) -> None:
        """Compile every recognised standard, so that ``unusable`` tells the whole truth."""
        for standard in self.standards:
            self._schema(self.files[standard.file])

    def works(self, standard: Standard) -> bool:
        """The schema of a recognised standard can be used."""
        return self._schema(self.files[standard.file]) is not None

    def _take(self, name: str, data: bytes) -> None:
        if name.lower().endswith(".zip"):
            try:
                members = unzip(data, name, strict=False)
            except ZipRefused as refused:
                self.unusable.append(Unusable(name, refused.what))
                return
            for inner, content in sorted(members.items()):
                if inner.lower().endswith(".xsd"):
                    self._keep(read_schema(f"{name}/{inner}", content))
        else:
            self._keep(read_schema(name, data))

    def _keep(self, found: SchemaFile | Unusable) -> None:
        if isinstance(found, Unusable):
            self.unusable.append(found)
        else:
            self.files[found.name] = found

    def _is_entry(self, file: SchemaFile) -> bool:
        return any(part.elements for part in self.parts.same_namespace(file))

    def _size(self, file: SchemaFile) -> int:
        return len(self.parts.closure(file))

    def _entries(self, namespace: str, element: str) -> Iterator[SchemaFile]:
        """Files of the namespace whose own parts know the element: the whole standard before a
        piece of it, the newest version first.
        """
        found = [
            file
            for file in self.files.values()
            if file.namespace == namespace
            and any(element in part.elements for part in self.parts.same_namespace(file))
        ]
        found.sort(key=lambda one: one.name)
        found.sort(key=lambda one: (_numbers(one.version), self._size(one)), reverse=True)
        yield from found

    def _schema(self, file: SchemaFile) -> Schema | None:
        if file.name not in self._compiled:
            try:
                self._compiled[file.name] = compiled(file, self.parts)
            except CannotCompile as error:
                self._compiled[file.name] = None
                self.unusable.append(Unusable(error.name, error.reason))
        return self._compiled[file.name]

    def reason_against(self, namespace: str) -> Unusable | None:
        """Why the schema of a namespace is not used although it lies in the folder."""
        names = {file.name for file in self.files.values() if file.namespace == namespace}
        return next((one for one in self.unusable if one.name in names), None)

    @property
    def summary(self) -> Message:
        """What was found, in one line."""
        if not self:
            return say("official.summary.empty")
        if not self.standards:
            return say("official.summary.none", n=len(self.files))
        return say("official.summary", n=len(self.standards))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())
