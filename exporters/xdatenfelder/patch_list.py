"""How do edits of an imported code list get into its file, and nothing else?

The file is a message 0105 of 2.0, or genericode beside a schema. Rows are known by their code: a
row that is still there stays with everything in it, only its words change; a new one is written
like its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from exporters.artifact import Artifact
from exporters.xdatenfelder.beside import FILE, MEDIA_TYPE, bytes_of_file, list_of
from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.codelists import codes, key_and_name, named
from exporters.xdatenfelder.patch import bytes_of, bytes_of_tree
from exporters.xdatenfelder.patch_leaves import set_text
from exporters.xdatenfelder.source import Source
from exporters.xmlkit import parse, text_of
from model.document import Snapshot
from model.records import CodeList, ForeignFile, Option

Xml = etree._Element
Words = tuple[str, str]

_HEAD = {"name": ("LongName", "ShortName"), "urn": ("CanonicalUri",), "version": ("Version",)}
"""What a list says of itself; the first of several names that is not empty."""


def patched_list(source: Source, view: Snapshot) -> bytes:
    """The message with the edits in it; b"" when the list is no longer in the document."""
    before = next(iter(source.view.of(CodeList)), None)
    now = view.get(before.id, CodeList) if before is not None else None
    if before is None or now is None:
        return b""
    node = source.walked.content
    _head(node, before, now)
    olds, news = _entries(source.view, before), _entries(view, now)
    content = next(child for child in node if local_name(child) == "genericode")
    inside = [child for child in content if isinstance(child.tag, str)]
    if inside:
        _identify(inside[0], before, now)
        _rows(inside[0], olds, news)
    elif text := text_of(content).strip():
        root = parse(text.encode()).root
        _identify(root, before, now)
        _rows(root, olds, news)
        set_text(content, etree.tostring(root, encoding="unicode"))
    return bytes_of(source)


def _entries(view: Snapshot, code_list: CodeList) -> dict[str, str]:
    """Code -> label, in order, as an export writes them."""
    options = view.children(code_list.id, Option)
    labels = (option.label for option in options)
    return dict(zip(codes(options), labels, strict=True))


def _head(node: Xml, before: CodeList, now: CodeList) -> None:
    """Name, address and version of the list, in the words of the message."""
    if before.name != now.name:
        langname = _child(node, "langname")
        title = langname if langname is not None and text_of(langname).strip() else None
        title = title if title is not None else _child(node, "name")
        if title is not None:
            set_text(title, now.name)
    triple = _child(node, "genericodeIdentification")
    if triple is not None:
        _address(
            triple,
            ("canonicalIdentification", "version", "canonicalVersionUri"),
            before,
            now,
        )


def _identify(root: Xml, before: CodeList, now: CodeList) -> None:
    """The same inside the list."""
    place = _child(root, "Identification")
    if place is None:
        return
    title = _child(place, "LongName")
    if title is not None and before.name != now.name:
        set_text(title, now.name)
    _address(place, ("CanonicalUri", "Version", "CanonicalVersionUri"), before, now)


def _address(place: Xml, names: tuple[str, str, str], before: CodeList, now: CodeList) -> None:
    if (before.urn, before.version) == (now.urn, now.version):
        return
    whole = f"{now.urn}_{now.version}" if now.version else now.urn
    for name, text in zip(names, (now.urn, now.version, whole), strict=True):
        found = _child(place, name)
        if found is not None:
            set_text(found, text)


def kept_list(view: Snapshot, code_list: CodeList, name: str) -> Artifact | None:
    """The file a list came in, with the edits in it; None for a list that came without one."""
    file = view.get(code_list.extra(FILE), ForeignFile)
    if file is None:
        return None
    source = bytes_of_file(file)
    parsed = parse(source, file.name)
    root = list_of(parsed.root)
    if root is None:
        return None
    before = {code: label for code, label, _ in _coded(root)}
    news = _entries(view, code_list)
    told = _told_by(root, code_list)
    if list(before.items()) == list(news.items()) and told == code_list:
        return Artifact(name, MEDIA_TYPE, source, "codeliste")
    _identify(root, told, code_list)
    _rows(root, before, news)
    return Artifact(name, MEDIA_TYPE, bytes_of_tree(parsed), "codeliste")


def _told_by(root: Xml, code_list: CodeList) -> CodeList:
    """The list with what its file says of it; what the file does not say counts as the same."""
    place = _child(root, "Identification")
    said = {
        key: next(filter(None, (text_of(_child_of(place, name)).strip() for name in names)), "")
        for key, names in _HEAD.items()
    }
    if not code_list.version:
        said["version"] = ""
    return code_list.replaced(**{key: text for key, text in said.items() if text})


def _coded(root: Xml) -> list[tuple[str, str, Xml]]:
    """Code, label and row of everything that has a code; a code that stands twice is numbered."""
    key, label = key_and_name(root)
    rows = [row for row in named(root, "Row") if _cell_text(row, key)]
    found = [Option(id="o", code=_cell_text(row, key)) for row in rows]
    labels = [_cell_text(row, label) for row in rows]
    return [
        (code, text or option.code, row)
        for code, option, text, row in zip(codes(found), found, labels, rows, strict=True)
    ]


def _rows(root: Xml, olds: Mapping[str, str], news: Mapping[str, str]) -> None:
    """The rows in their new order. Untouched while both say the same."""
    if list(olds.items()) == list(news.items()):
        return
    coded = _coded(root)
    rows = [row for _, _, row in coded]
    columns = key_and_name(root)
    known = {code: row for code, _, row in coded}
    holder = rows[0].getparent() if rows else next(iter(named(root, "SimpleCodeList")), None)
    if holder is None:
        return
    first = holder.index(rows[0]) if rows else len(holder)
    between, last = (rows[0].tail, rows[-1].tail) if rows else (None, None)
    made = [
        known[code] if code in known else _new_row(holder, rows, code, columns) for code in news
    ]
    for row in rows:
        holder.remove(row)
    for place, (row, (code, label)) in enumerate(zip(made, news.items(), strict=True)):
        if olds.get(code) != label:
            _say(row, columns[1], label or code)
        row.tail = last if place == len(made) - 1 else between
        holder.insert(first + place, row)


def _new_row(holder: Xml, rows: list[Xml], code: str, columns: Words) -> Xml:
    """A row like the others, with this code and nothing but code and name."""
    space = etree.QName(holder).namespace
    prefix = f"{{{space}}}" if space else ""
    if rows:
        row = deepcopy(rows[-1])
        for value in list(named(row, "Value")):
            if value.get("ColumnRef", "") not in columns:
                row.remove(value)
    else:
        row = etree.Element(f"{prefix}Row")
    _say(row, columns[0], code)
    return row


def _say(row: Xml, column: str, text: str) -> None:
    """The text of one cell; made where there is none."""
    for value in named(row, "Value"):
        if value.get("ColumnRef", "") == column:
            cell = next((c for c in value if local_name(c) == "SimpleValue"), value)
            set_text(cell, text)
            return
    space = etree.QName(row).namespace
    prefix = f"{{{space}}}" if space else ""
    value = etree.SubElement(row, f"{prefix}Value", ColumnRef=column)
    etree.SubElement(value, f"{prefix}SimpleValue").text = text


def _cell_text(row: Xml, column: str) -> str:
    found = (v for v in named(row, "Value") if v.get("ColumnRef", "") == column)
    return next(("".join(text_of(cell) for cell in value).strip() for value in found), "")


def _child_of(node: Xml | None, name: str) -> Xml | None:
    return None if node is None else _child(node, name)


def _child(node: Xml, name: str) -> Xml | None:
    return next((child for child in node if local_name(child) == name), None)
