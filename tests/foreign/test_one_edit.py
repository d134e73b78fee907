"""Does one gesture leave the rest of a foreign file alone, and a valid file valid?"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from exporters.registry import TARGETS
from model.document import Document
from model.errors import FachwerkError
from model.records import Flow, Node
from tests.exporters.bpmn.files import FOLDERS, bpmn_schema, foreign_files, small_file
from tests.exporters.xprozess.files import model
from tests.foreign.habits import FLOWS, habits
from tests.helpers.exchange import EDITS, edited, exported, lost_beyond, opened
from tests.helpers.facts import facts
from tests.helpers.musterleistung import musterleistung

NEEDS_ID = ("Task", "task", "Event", "Gateway", "sequenceFlow", "subProcess", "callActivity")


def own_files() -> list[tuple[str, bytes]]:
    written = TARGETS["bpmn"].write(musterleistung())[0][0].content
    return [("klein", small_file()), ("ohne Bild", model()), ("Musterleistung", written)]


OUR_OWN = {"own": own_files, "habits": lambda: list(habits().items())}


def all_files(shared: Path, folder: str) -> list[tuple[str, bytes]]:
    if folder in OUR_OWN:
        return OUR_OWN[folder]()
    return [(path.name, path.read_bytes()) for path in foreign_files(shared, folder)]


def is_plain(data: bytes) -> bool:
    """Well-formed in the encoding it states; others are repaired, which another test judges."""
    try:
        etree.fromstring(data)
    except etree.XMLSyntaxError:
        return False
    return True


def has_nameless_steps(data: bytes) -> bool:
    """What has no id gets one with its first edit, so its facts cannot be told apart."""
    nodes = etree.fromstring(data).iter(etree.Element)
    return any(
        not node.get("id") and str(node.tag).endswith(NEEDS_ID) and node.get("name", "x")
        for node in nodes
        if "/BPMN/" in str(node.tag)
    )


@pytest.mark.parametrize("folder", [*FOLDERS, *OUR_OWN])
def test_one_edit_of_each_kind_touches_nothing_else_and_a_valid_file_stays_valid(
    folder: str, shared: Path
) -> None:
    schema = bpmn_schema(shared)
    broken: list[str] = []
    made = 0

    for name, data in all_files(shared, folder):
        if not is_plain(data):
            continue
        valid = not schema.faults(data)
        alone = not has_nameless_steps(data)
        document = opened(data, name)
        for kind in EDITS:
            content, lost = after(document, kind, data)
            made += bool(content)
            if content and valid:
                broken += [f"{name}, {kind}: {fault}" for fault in schema.faults(content)]
            broken += [f"{name}, {kind}: {fact}" for fact in lost if alone]

    assert broken == []
    assert made > len(EDITS)


def after(document: Document, kind: str, data: bytes) -> tuple[bytes, list[str]]:
    """The file after the gesture (b"" where there is nothing to do it to) and what it lost."""
    view, touched = edited(document, EDITS[kind])
    if not touched:
        return b"", []
    content, _ = exported(view)
    return content, lost_beyond(data, content, EDITS[kind], touched)


@pytest.mark.parametrize("folder", [*FOLDERS, *OUR_OWN])
def test_the_desk_may_open_and_take_back_everything_and_the_file_is_as_before(
    folder: str, shared: Path
) -> None:
    for name, data in all_files(shared, folder):
        if not is_plain(data):
            continue
        document = opened(data, name)
        for kind in EDITS:
            try:
                edited(document, EDITS[kind])
            except FachwerkError as refusal:
                pytest.fail(f"{name}, {kind}: {refusal}")

        content, _ = exported(document.snapshot())

        assert content == data or facts(content) == facts(data), name


@pytest.mark.parametrize("name", habits())
def test_a_file_in_the_habit_of_another_tool_is_understood(name: str) -> None:
    """Not only kept: the five signs and four ways of each file are there, under their names."""
    view = opened(habits()[name], name).snapshot()

    assert {"Antrag eingegangen", "Antrag prüfen", "Vollständig?", "Bescheid erzeugen"} <= {
        node.name for node in view.of(Node)
    }
    assert len(view.of(Flow)) == len(FLOWS)
    assert all(view.placement(node.id) is not None for node in view.of(Node))
