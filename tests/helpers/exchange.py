"""What does a person do to an imported process, and which part of the file may an edit touch?

Each edit goes through the commands of the desk. It gives back the ids whose own elements may
change; what else may differ follows from the kind of the edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lxml import etree

from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.writer import write
from exporters.report import ExportReport
from model.behaviors import open_document
from model.commands.arrange import move
from model.commands.connect import reconnect
from model.commands.edit import rename
from model.commands.place import append_node
from model.commands.remove import remove
from model.document import Document, History, Snapshot, Transaction, numbered_ids
from model.errors import FachwerkError
from model.language import say
from model.records import End, Flow, ForeignNode, Node
from tests.helpers.facts import facts

_REFERENCES = ("incoming", "outgoing", "flowNodeRef", "participantRef")
_WAYS = ("sourceRef", "targetRef")


@dataclass(frozen=True, slots=True)
class Edit:
    """``do`` makes the gesture and names what it is about ("" = nothing to do here); ``leaves``
    are the parts of the file that may change besides the elements of these ids.
    """

    do: Callable[[Transaction], str]
    picture: bool = True
    order: bool = True
    references: bool = True


def _cards(tx: Transaction) -> list[Node]:
    return [node for node in tx.ordered(Node) if not isinstance(node, ForeignNode)]


def _rename(tx: Transaction) -> str:
    for node in _cards(tx)[-2:]:
        rename(tx, node.id, "Umbenannt <&> „so“")
        return node.id
    return ""


def _move(tx: Transaction) -> str:
    for node in _cards(tx):
        if tx.placement(node.id) is not None:
            move(tx, [node.id], 3, 2)
            return node.id
    return ""


def _delete(tx: Transaction) -> str:
    cards = _cards(tx)
    if not cards:
        return ""
    node = cards[len(cards) // 2]
    remove(tx, [node.id])
    return node.id


def _append(tx: Transaction) -> str:
    for node in _cards(tx):
        if isinstance(node, End):
            continue
        try:
            append_node(tx, "office", node.id, name="Neu dazu")
        except FachwerkError:
            continue
        return node.id
    return ""


def _redirect(tx: Transaction) -> str:
    for flow in tx.ordered(Flow):
        for node in _cards(tx):
            if node.id in (flow.source, flow.target):
                continue
            try:
                reconnect(tx, flow.id, target=node.id)
            except FachwerkError:
                continue
            return flow.id
    return ""


EDITS: dict[str, Edit] = {
    "rename": Edit(_rename, picture=False, order=False, references=False),
    "move": Edit(_move),
    "delete": Edit(_delete),
    "append": Edit(_append),
    "redirect": Edit(_redirect),
}


def opened(data: bytes, name: str = "a.bpmn") -> Document:
    document = open_document(read_bpmn(data, name).records)
    document.ids = numbered_ids()
    return document


def edited(document: Document, edit: Edit) -> tuple[Snapshot, set[str]]:
    """The service after one gesture, and every id that the gesture and its consequences touched
    (none: there is nothing to do it to). The document is as before.
    """
    before, history = document.snapshot(), History(document)
    with document.transaction(say("undo")) as tx:
        about = edit.do(tx)
    after = document.snapshot()
    history.undo()
    if not about:
        return before, set()
    touched = {r.id for r in before if after.get(r.id) != r} | {r.id for r in after} - {
        r.id for r in before
    }
    return after, touched | {about}


def exported(view: Snapshot) -> tuple[bytes, ExportReport]:
    artifacts, report = write(view)
    return artifacts[0].content, report


def lost_beyond(source: bytes, written: bytes, edit: Edit, touched: Iterable[str]) -> list[str]:
    """Facts of the source that are gone although the edit is not about them."""
    ids = _with_what_refers_to(source, set(touched))
    gone = facts(source) - facts(written)
    return [str(fact) for fact in gone if not _may_change(fact, edit, ids)]


def _with_what_refers_to(source: bytes, touched: set[str]) -> set[str]:
    """The touched ids, the ends of touched ways, and whatever is tied to one of these; elements
    without id by their place, as ``facts`` names it.
    """
    root = etree.fromstring(source, etree.XMLParser(resolve_entities=False, no_network=True))
    found = set(touched)
    for node in root.iter(etree.Element):
        ends = {node.get(name, "") for name in _WAYS} - {""}
        if node.get("id") in touched:
            found |= ends
        elif touched & {*ends, node.get("attachedToRef", "")}:
            found.add(node.get("id") or _place(node))
    return found


def _place(node: etree._Element) -> str:
    tag = str(node.tag)
    earlier = list(node.itersiblings(tag, preceding=True))
    return f"{tag}#{len(earlier)}"


def _may_change(fact: object, edit: Edit, touched: set[str]) -> bool:
    assert isinstance(fact, tuple)
    trail, what = fact[0], fact[1]
    local = trail[-1].rpartition("}")[2]
    if touched & set(trail) or (what != "order" and _id_in(what) & touched):
        return True
    if any(tag.endswith("}BPMNDiagram") for tag in trail):
        return edit.picture
    if what == "order":
        return edit.order
    return edit.references and local in _REFERENCES


def _id_in(attributes: object) -> set[str]:
    assert isinstance(attributes, frozenset)
    return {value for name, value in attributes if name in ("id", "attachedToRef", *_WAYS)}
