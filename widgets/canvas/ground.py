"""What do all parts of the canvas share: the document, its items, the choice, what lies above?"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from model.document import Document, History
from model.errors import FachwerkError
from model.geometry import Point, Rect, united
from widgets.basics.labels import show_tip
from widgets.canvas.foreground import Above, place_of
from widgets.canvas.scene import CanvasScene
from widgets.canvas.selection import Selection
from widgets.canvas.sight import Sight
from widgets.canvas.telling import announce
from widgets.items.item import rect
from widgets.look import theme
from widgets.tools.preview import Ghost


class Ground(Sight):
    """The state that stage, keys, minimap and screen reader work on; it knows none of them.

    ``hinted`` carries a Message (or None) for the status bar, ``refused`` a FachwerkError,
    ``menu_wanted`` a global place, ``gestured`` the kind of a gesture that begins to show something.
    """

    hinted = Signal(object)
    refused = Signal(object)
    menu_wanted = Signal(QPoint)
    gestured = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = Document()
        self.history: History | None = None
        self.graph = CanvasScene(theme.current(), self)
        self.setScene(self.graph)
        self.selection = Selection(self)
        self.above = Above()
        self.grid = False
        self._last = Point(0, 0)

    def node_boxes(self) -> dict[str, Rect]:
        """Where every node stands."""
        return {one: rect(item.box) for one, item in self.graph.nodes.items()}

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
