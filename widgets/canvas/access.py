"""What does a screen reader find on the canvas?

A list in reading order: first the nodes, then the ways, then what is beside them (notes and
frames); the rows of a card are its children. Qt
asks a factory for the interface of each widget; for a Canvas
it gets ours. Interfaces are made when they are asked for and then kept: Qt holds pointers to them.

Do not override ``interface_cast``: returning None from it crashes PySide6 6.11. So elements have
no actions of their own; Enter and the letters act on the focus.
"""

from __future__ import annotations

import weakref

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from model.document import ChangeSet
from model.graph import reading_order
from model.records import Annotation, DataFlow, DataObject, Flow, Frame, MessageFlow, Node
from widgets.canvas.ground import Ground
from widgets.canvas.places import place_of
from widgets.canvas.telling import announce, description_of, name_of
from widgets.tools.walk import rows_of

_lists: dict[int, Listing] = {}
_installed: list[bool] = []


def install() -> None:
    """Tell Qt once who speaks for a canvas."""
    if not _installed:
        _installed.append(True)
        QAccessible.installFactory(_made_for)


def _made_for(kind: str, widget: QObject) -> QAccessibleInterface | None:
    """A new interface each time: Qt asks again when PySide renews the class's meta-object, files
    the answer once more, and deletes every filed one; the same twice would crash.
    """
    if kind != "Canvas" or not isinstance(widget, Ground):
        return None
    listing = list_of(widget)
    made = CanvasAccess(listing)
    listing.faces.append(made)
    return made


def list_of(canvas: Ground) -> Listing:
    """What is told of a canvas."""
    key = id(canvas)
    if key not in _lists:
        _lists[key] = Listing(canvas)
        canvas.destroyed.connect(lambda: _let_go(key))
    return _lists[key]


def _let_go(key: int) -> None:
    """The widget is gone: Qt deletes its interfaces, we the ones we registered."""
    gone = _lists.pop(key, None)
    if gone is not None:
        gone.forget_all()


class Listing:
    """The elements of a canvas in reading order, and their interfaces; made when asked for."""

    def __init__(self, canvas: Ground) -> None:
        self._canvas = weakref.ref(canvas)
        self.faces: list[CanvasAccess] = []
        self._order: list[str] | None = None
        self._parts: dict[str, PartAccess] = {}

    @property
    def canvas(self) -> Ground:
        """Held weakly, so that nobody lives on because it was once listed."""
        canvas = self._canvas()
        if canvas is None:
            raise RuntimeError("the canvas is gone")
        return canvas

    def forget_order(self) -> None:
        """Something came or went."""
        self._order = None

    def forget_all(self) -> None:
        """Another document."""
        self._order = None
        for part in self._parts.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(part))
        self._parts = {}

    @property
    def order(self) -> list[str]:
        """Ids of the elements: nodes in reading order, ways by their sources, notes and frames."""
        if self._order is None:
            graph = self.canvas.graph
            nodes = [one for one in reading_order(graph.view_of) if one in graph.nodes]
            ways = [f.id for one in nodes for f in graph.view_of.outgoing(one)]
            ways += [message.id for message in graph.view_of.of(MessageFlow)]
            ways += [way.id for way in graph.view_of.of(DataFlow)]
            asides = [*graph.notes, *graph.frames]
            self._order = [*nodes, *(one for one in ways if one in graph.flows), *asides]
        return self._order

    def part(self, record_id: str) -> PartAccess:
        """The interface of an element, made when it is first asked for."""
        if record_id not in self._parts:
            made = PartAccess(self, record_id)
            self._parts[record_id] = made
            QAccessible.registerAccessibleInterface(made)
        return self._parts[record_id]


class CanvasAccess(QAccessibleWidget):
    """The canvas as a list."""

    def __init__(self, listing: Listing) -> None:
        canvas = listing.canvas
        super().__init__(canvas, QAccessible.Role.List, canvas.accessibleName())
        self.listing = listing

    @property
    def canvas(self) -> Ground:
        return self.listing.canvas

    def childCount(self) -> int:
        return len(self.listing.order)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        order = self.listing.order
        return self.listing.part(order[index]) if 0 <= index < len(order) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        one = getattr(child, "record_id", "")
        order = self.listing.order
        return order.index(one) if one in order else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        focus = self.canvas.selection.focus
        if focus and self.canvas.hasFocus() and focus in self.canvas.graph.view_of:
            return self.listing.part(focus)
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        place = self.canvas.viewport().mapFromGlobal(QPoint(x, y))
        at = self.canvas.mapToScene(place)
        for one, item in self.canvas.graph.nodes.items():
            if item.box.contains(at):
                return self.listing.part(one)
        return None

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.canvas.accessibleName()
        if kind == QAccessible.Text.Description:
            return description_of(self.canvas.graph, "", {})
        return ""


_OF_THEIR_OWN = (Node, Flow, MessageFlow, DataFlow, Annotation, Frame, DataObject)


class PartAccess(QAccessibleInterface):
    """One node, way or row."""

    def __init__(self, holder: Listing, record_id: str) -> None:
        super().__init__()
        self.holder = holder
        self.record_id = record_id

    @property
    def _rows(self) -> list[str]:
        graph = self.holder.canvas.graph
        return rows_of(graph.view_of, self.record_id) if self.record_id in graph.nodes else []

    @property
    def _above(self) -> str:
        """The card of a row; "" for nodes and ways."""
        view = self.holder.canvas.graph.view_of
        if isinstance(view.get(self.record_id), _OF_THEIR_OWN):
            return ""
        card = view.card_of(self.record_id)
        return card.id if card is not None else ""

    def isValid(self) -> bool:
        return self.record_id in self.holder.canvas.graph.view_of

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]
        return self.holder.canvas.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        above = self._above
        if above:
            return self.holder.part(above)
        return QAccessible.queryAccessibleInterface(self.holder.canvas)

    def childCount(self) -> int:
        return len(self._rows)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        rows = self._rows
        return self.holder.part(rows[index]) if 0 <= index < len(rows) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        one = getattr(child, "record_id", "")
        return self._rows.index(one) if one in self._rows else -1

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        said = QAccessible.State()
        canvas = self.holder.canvas
        said.focusable = True
        said.selectable = True
        said.focused = canvas.hasFocus() and canvas.selection.focus == self.record_id
        said.selected = self.record_id in canvas.selection
        return said

    def text(self, kind: QAccessible.Text) -> str:
        canvas = self.holder.canvas
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return name_of(canvas.graph, self.record_id, self.holder.order)
        if kind == QAccessible.Text.Description:
            return description_of(canvas.graph, self.record_id, canvas.above.badges or {})
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names are changed through the line on the canvas."""

    def rect(self) -> QRect:
        canvas = self.holder.canvas
        place = place_of(canvas.graph, self.record_id)
        if place is None:
            return QRect()
        seen = canvas.mapFromScene(place).boundingRect()
        return QRect(canvas.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def foregroundColor(self) -> QColor:
        return self.holder.canvas.graph.ink.tokens.color("text")

    def backgroundColor(self) -> QColor:
        return self.holder.canvas.graph.ink.tokens.color("card")


# ------------------------------------------------------------------------------- what is told


def forget(canvas: Ground) -> None:
    """Another document, or another language."""
    if id(canvas) in _lists:
        _lists[id(canvas)].forget_all()


def changed(canvas: Ground, changeset: ChangeSet) -> None:
    """The list may be another one; what happened is announced."""
    if id(canvas) in _lists:
        _lists[id(canvas)].forget_order()
    announce(canvas, str(changeset.label))


def focused(canvas: Ground, record_id: str) -> None:
    """Another element has the focus: that is what readers speak."""
    if not QAccessible.isActive() or record_id not in canvas.graph.view_of:
        return
    event = QAccessibleEvent(list_of(canvas).part(record_id), QAccessible.Event.Focus)
    QAccessible.updateAccessibility(event)
