"""Which code lists lie in files beside a data schema, and how do they come in and go out again?

A schema names its lists by URN and version; the FIM editors put the entries into genericode files
in the same folder. Who reads the folder is the caller; here a file is recognised by the URN inside,
never by its name. It is kept whole, so that columns we do not understand go out again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from exporters.artifact import Artifact
from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.codelists import entries, slug
from exporters.xdatenfelder.reading import Reading
from exporters.xdatenfelder.vocabulary import KEPT
from exporters.xmlkit import ParsedXml, XmlRefused, parse, text_of
from model.document import Snapshot
from model.language import say
from model.records import CodeList, ForeignFile, Option

Xml = etree._Element
Files = Mapping[str, bytes]
Beside = Callable[[], Files]
"""The files in the folder of a schema, asked for only where the schema names lists."""

LIST_SOURCE = "source_codeliste_"
"""The ids of the records that keep the files of lists begin so."""
FILE = KEPT + "datei"
"""The extra of a list that names the record of its file."""
MEDIA_TYPE = "application/xml"


@dataclass(frozen=True, slots=True)
class ListFile:
    """A genericode list in a file: what it is called, and in which version."""

    name: str
    parsed: ParsedXml
    root: Xml
    urn: str
    version: str

    @property
    def title(self) -> str:
        return _head(self.root, "LongName") or _head(self.root, "ShortName")


def kept_files(view: Snapshot) -> dict[str, bytes]:
    """The files of lists that were read in with a schema."""
    kept = (file for file in view.of(ForeignFile) if file.id.startswith(LIST_SOURCE))
    return {file.name: bytes_of_file(file) for file in kept}


def bytes_of_file(file: ForeignFile) -> bytes:
    """The file as it came in."""
    return file.text.encode(file.encoding, "xmlcharrefreplace")


def read_lists(reading: Reading, beside: Beside) -> None:
    """Give the lists that a schema names the entries from files beside it."""
    wanting = [
        (place, record)
        for place, record in enumerate(reading.records)
        if isinstance(record, CodeList) and record.urn
    ]
    if not wanting:
        return
    found = _by_urn(reading, beside())
    taken: list[ListFile] = []
    for place, code_list in wanting:
        file = found.get((code_list.urn, code_list.version))
        if file is None:
            _tell_other_version(reading, code_list, found)
            continue
        if file not in taken:
            taken.append(file)
            _keep(reading, file, f"{LIST_SOURCE}{len(taken)}")
        _fill(reading, place, code_list, file, f"{LIST_SOURCE}{taken.index(file) + 1}")
    if taken:
        names = ", ".join(file.name for file in taken)
        reading.notes.append(say("fim.read.lists_beside", n=len(taken), names=names))


def list_of(root: Xml) -> Xml | None:
    """The list in a file: alone, or inside a message 0105."""
    return next((node for node in root.iter(etree.Element) if local_name(node) == "CodeList"), None)


def kept_artifacts(view: Snapshot) -> list[Artifact]:
    """The files of lists, unchanged, under the names that an export gives them."""
    found: list[Artifact] = []
    names: set[str] = set()
    for code_list in view.of(CodeList):
        file = view.get(code_list.extra(FILE), ForeignFile)
        if file is not None:
            name = artifact_name(code_list, names)
            found.append(Artifact(name, MEDIA_TYPE, bytes_of_file(file), "codeliste"))
    return found


def artifact_name(code_list: CodeList, names: set[str]) -> str:
    """A file name for a list that none of ``names`` is; it joins them."""
    word, number = slug(code_list.name or code_list.id), 2
    name = word
    while name in names:
        name, number = f"{word}-{number}", number + 1
    names.add(name)
    return f"codeliste_{name}.xml"


def _by_urn(reading: Reading, files: Files) -> dict[tuple[str, str], ListFile]:
    """URN and version -> file; the last version of a URN stands under "" as well."""
    found: dict[tuple[str, str], ListFile] = {}
    for file in _list_files(reading, files):
        found.setdefault((file.urn, file.version), file)
    for file in sorted(found.values(), key=lambda one: one.version):
        found[(file.urn, "")] = file
    return found


def _list_files(reading: Reading, files: Files) -> Iterator[ListFile]:
    for name, data in sorted(files.items()):
        try:
            parsed = parse(data, name)
        except XmlRefused as refused:
            reading.notes.append(say("fim.read.list_refused", name=name, reason=refused.what))
            continue
        root = list_of(parsed.root)
        if root is not None and (urn := _head(root, "CanonicalUri")):
            yield ListFile(name, parsed, root, urn, _head(root, "Version"))


def _head(root: Xml, name: str) -> str:
    for place in root:
        if local_name(place) == "Identification":
            return next((text_of(one).strip() for one in place if local_name(one) == name), "")
    return ""


def _keep(reading: Reading, file: ListFile, record: str) -> None:
    reading.add(
        ForeignFile(
            id=record,
            name=file.name,
            media_type=MEDIA_TYPE,
            encoding=file.parsed.encoding,
            text=file.parsed.text,
        )
    )


def _tell_other_version(
    reading: Reading, code_list: CodeList, found: Mapping[tuple[str, str], ListFile]
) -> None:
    """Another version of a list has other entries: it is not taken for the one that is named."""
    other = found.get((code_list.urn, ""))
    if other is not None:
        words = say(
            "fim.read.list_version",
            name=other.name,
            version=other.version,
            wanted=code_list.version,
        )
        reading.notes.append(words)


def _fill(reading: Reading, place: int, code_list: CodeList, file: ListFile, kept: str) -> None:
    title = file.title or code_list.name
    reading.records[place] = code_list.replaced(
        name=title, extras=(*code_list.extras, (FILE, kept))
    )
    for code, label in entries(file.root):
        reading.add(
            Option(
                id=reading.new_id("option", f"{code_list.id}_{code}"),
                parent=code_list.id,
                order=reading.next_key(code_list.id),
                label=label,
                code=code,
            )
        )
