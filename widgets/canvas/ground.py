"""What do all parts of the canvas share: the document, its items, the choice, what lies above?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from model.document import Document, History
from model.errors import FachwerkError
from model.geometry import Point, Rect, united
from model.language import Message
from widgets.basics.labels import show_tip
from widgets.canvas.foreground import Above, place_of
from widgets.canvas.scene import CanvasScene
from widgets.canvas.selection import Selection
from widgets.canvas.sight import Sight
from widgets.canvas.telling import announce
from widgets.items.aside import DataItem
from widgets.items.item import rect
from widgets.look import theme
from widgets.tools.preview import Ghost


class Ground(Sight):
    """The state that stage, keys, minimap and screen reader work on; it knows none of them.

    ``hinted`` carries a Message (or None) for the status bar, ``refused`` a FachwerkError,
    ``menu_wanted`` a global place, ``gestured`` the kind of a gesture that begins to show itself.

    ``stirred``: a gesture, a name line or the document began or ended something. ``quick_wanted``
    carries what was typed and a place (or None); ``kind_wanted`` and ``condition_wanted`` mean what
    is chosen.
    """

    hinted = Signal(object)
    refused = Signal(object)
    menu_wanted = Signal(QPoint)
    gestured = Signal(str)
    stirred = Signal()
    quick_wanted = Signal(str, object)
    kind_wanted = Signal()
    condition_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.history: History | None = None
        self.graph = CanvasScene(theme.current(), self)
        self.setScene(self.graph)
        self.selection = Selection(self)
        self.above = Above()
        self.grid = False
        self.lasting: Message | None = None
        self._last = Point(0, 0)

    @property
    def hand(self) -> Point:
        """Where the hand was last."""
        return self._last

    def spot(self, record_id: str) -> Rect | None:
        """Where an element or a row is drawn."""
        found = place_of(self.graph, record_id) if record_id else None
        return rect(found) if found is not None else None

    def on_screen(self, point: Point) -> QPoint:
        """A place of the canvas, in the viewport."""
        return self.mapFromScene(QPointF(*point))

    def on_canvas(self, at: QPoint) -> Point:
        """A place of the viewport, on the canvas."""
        place = self.mapToScene(at)
        return Point(place.x(), place.y())

    def ask_condition(self) -> None:
        """Somebody wants to say when what is chosen is shown."""
        self.condition_wanted.emit()

    def take_focus(self) -> None:
        """The keys belong to the canvas again."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def node_boxes(self) -> dict[str, Rect]:
        """Where every node stands."""
        return {one: rect(item.box) for one, item in self.graph.nodes.items()}

    def goal_boxes(self) -> dict[str, Rect]:
        """Where everything stands to which a way may lead: nodes and data objects."""
        graph = self.graph
        data = {one: rect(i.box) for one, i in graph.notes.items() if isinstance(i, DataItem)}
        return self.node_boxes() | data

    def fit(self) -> None:
        """See everything."""
        self.show_box(self.graph.extent())

    def zoom_selection(self) -> None:
        """See what is chosen as large as possible."""
        places = [p for one in self.selection.ids if (p := place_of(self.graph, one)) is not None]
        if places:
            self.show_box(united(rect(one) for one in places), largest=1.6)

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Show what a gesture would do (the tools call this)."""
        if ghost is not None and self.above.ghost is None:
            self.gestured.emit(ghost.kind)
        self.above.ghost = ghost
        self.viewport().update()

    def refuse(self, error: FachwerkError) -> None:
        """Tell why something was not done: at the hand, to the screen reader, to who hears."""
        words = str(error)
        at = self.mapFromScene(QPointF(*self._last))
        show_tip(self.viewport().mapToGlobal(at), words, self.viewport())
        announce(self, words)
        self.refused.emit(error)
