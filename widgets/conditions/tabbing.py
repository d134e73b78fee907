"""In which order does Tab go through what was put together piece by piece?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_through(root: QWidget, after: QWidget | None = None) -> None:
    """Tab follows what is seen, from above; the first comes after ``after``. Qt's own order is that
    of birth, so a line that was added later would come last.
    """
    found = [*([after] if after is not None else []), *focusable(root)]
    for one, next_one in pairwise(found):
        QWidget.setTabOrder(one, next_one)


def focusable(root: QWidget) -> Iterator[QWidget]:
    """What Tab can reach in a widget, as it is laid out."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield root
    layout = root.layout()
    if layout is not None:
        yield from _in(layout)


def _in(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from focusable(widget)
        elif inner is not None:
            yield from _in(inner)
