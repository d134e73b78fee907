"""What a person does to an imported data schema, and how far the export moves from its source."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from lxml import etree

from exporters.xdatenfelder import writer_v2, writer_v3
from exporters.xdatenfelder.reader import read_xdatenfelder
from exporters.xdatenfelder.vocabulary import NS2, NS3
from model.document import Snapshot
from model.records import Field, FieldGroup, Record, Rule

WRITERS = {NS2: writer_v2.write, NS3: writer_v3.write}
Edit = Callable[[Snapshot], list[Record]]


def read(data: bytes) -> Snapshot:
    return Snapshot.of_records(read_xdatenfelder(data, "x.xml").records)


def namespace_of(data: bytes) -> str:
    return NS2 if b"xdatenfelder_2" in data[:2000] else NS3


def edited(data: bytes, edit: Edit) -> Snapshot:
    return Snapshot.of_records(edit(read(data)))


def exported(view: Snapshot, namespace: str) -> bytes:
    return WRITERS[namespace](view)[0][0].content


def replaced(view: Snapshot, record: Record, **changes: object) -> list[Record]:
    return [r.replaced(**changes) if r.id == record.id else r for r in view]


def rename(view: Snapshot) -> list[Record]:
    return replaced(view, view.ordered(Field)[0], label="Neuer Name", name="")


def add(view: Snapshot) -> list[Record]:
    parent = view.ordered(Field)[0].parent
    return [*view, Field(id="neu", parent=parent, order="zz", label="Neues Feld")]


def wrap(view: Snapshot) -> list[Record]:
    first = view.ordered(Field)[0]
    group = FieldGroup(id="neue_gruppe", parent=first.parent, order=first.order, label="Gruppe")
    return [*replaced(view, first, parent=group.id), group]


def give_rule(view: Snapshot) -> list[Record]:
    first = view.ordered(Field)[0]
    rule = Rule(id="neue_regel", parent=first.id, order="zz", name="R", description="Es gilt A.")
    return [*view, rule]


def repeat(view: Snapshot) -> list[Record]:
    return replaced(view, view.ordered(Field)[0], minimum=0, maximum=7)


def delete(view: Snapshot) -> list[Record]:
    last = view.ordered(Field)[-1]
    return [r for r in view if last.id not in (r.id, getattr(r, "parent", ""))]


EDITS: dict[str, Edit] = {
    "rename": rename,
    "add": add,
    "wrap": wrap,
    "give_rule": give_rule,
    "repeat": repeat,
    "delete": delete,
}


def judge(shared: Path) -> ModuleType:
    """The program that says from outside what counts as unchanged."""
    path = shared / "acceptance" / "roundtrip.py"
    spec = importlib.util.spec_from_file_location("roundtrip_judge", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def texts_of(data: bytes) -> Counter[tuple[str, str, str]]:
    """Every element with its text and attributes, wherever it stands; without the header."""
    root = etree.fromstring(data)
    found: Counter[tuple[str, str, str]] = Counter()
    for node in root.iter(etree.Element):
        name = etree.QName(node).localname
        if name not in ("nachrichtID", "erstellungszeitpunkt"):
            text = " ".join("".join(node.xpath("text()")).split())
            found[(name, text, str(sorted(node.attrib.items())))] += 1
    return found
