"""Does whoever cannot see the canvas hear the service in the order of its outline?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from model.records import Node
from studio.samples import sample_names
from tests.conftest import Bar
from tests.helpers.desk import Hand

NAME = QAccessible.Text.Name


def heard(hand: Hand) -> list[str]:
    """Names of nodes and their rows, as the tree of the screen reader tells them."""
    listing = QAccessible.queryAccessibleInterface(hand.canvas)
    told: list[str] = []
    for place in range(listing.childCount()):
        part = listing.child(place)
        record = hand.sheet.view.get(part.record_id)  # type: ignore[attr-defined]
        if isinstance(record, Node):
            told.append(record.id)
            told += _rows(part)
    return told


def _rows(part: QAccessibleInterface) -> list[str]:
    return [part.child(n).record_id for n in range(part.childCount())]  # type: ignore[attr-defined]


def outlined(hand: Hand) -> list[str]:
    """Ids of the lines of the outline from top to bottom."""
    tree = hand.desk.panes.outline.tree
    tree.expandAll()
    model, told = tree.model(), []
    pending = [model.index(n, 0) for n in reversed(range(model.rowCount(QModelIndex())))]
    while pending:
        index = pending.pop()
        told.append(str(index.data(Qt.ItemDataRole.UserRole)))
        pending += [model.index(n, 0, index) for n in reversed(range(model.rowCount(index)))]
    return told


@pytest.mark.parametrize("sample", sample_names())
def test_U9_the_screen_reader_goes_in_the_order_of_the_outline(
    hand: Hand, sample: str, bar: Bar
) -> None:
    hand.desk.filing.open_sample(sample)
    hand.settle()

    told, seen = heard(hand), outlined(hand)

    both = set(told) & set(seen)
    assert {node.id for node in hand.sheet.view.of(Node)} <= both
    assert [one for one in told if one in both] == [one for one in seen if one in both]
    bar("U9", f"{sample}: {len(both)} elements read in the order of the outline", "all")


def test_U9_no_part_of_the_window_is_without_name_and_role(hand: Hand) -> None:
    silent = _silent(hand)
    hand.desk.filing.open_sample("bewohnerparkausweis")
    hand.wait_for_check()
    for node in hand.sheet.view.of(Node)[:12]:
        hand.canvas.select([node.id], node.id)
        hand.settle()
        silent += _silent(hand)

    assert silent == []


def _silent(hand: Hand) -> list[str]:
    """Parts that take the focus and say nothing, or nobody knows what they are."""
    found = []
    for part in hand.desk.window.findChildren(QWidget):
        own = not part.objectName().startswith("qt_")
        inner = isinstance(part.parent(), QAbstractScrollArea)  # a viewport speaks through it
        reached = part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        if inner or not (own and reached):
            continue
        face = QAccessible.queryAccessibleInterface(part)
        named = face.text(NAME) or face.text(QAccessible.Text.Description)
        known = face.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client)
        if not named or not known:
            found.append(f"{type(part).__name__} {face.role()} in {type(part.parent()).__name__}")
    return found
