"""What does the canvas do when the hand, the keys or the document do something?"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmapCache,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from model.document import ChangeSet, Document, History
from model.geometry import Point
from model.language import say
from widgets.basics.hearing import Hearing
from widgets.basics.labels import show_tip
from widgets.canvas import access
from widgets.canvas.folding import Folding
from widgets.canvas.foreground import accented, paint_above, place_of
from widgets.canvas.glance import can_name, paint_glance
from widgets.canvas.keys import Keys
from widgets.canvas.minimap import Minimap
from widgets.items.item import rect
from widgets.items.wording import explained
from widgets.look import theme
from widgets.painters.lanes import paint_desk
from widgets.painters.looks import BOX_BELOW, TITLE_BELOW
from widgets.quick import Quick

CACHE_KILOBYTES = 16 * 1024
MANY = 4000
_ENDS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.DragEnter,
    QEvent.Type.DragLeave,
    QEvent.Type.Drop,
    QEvent.Type.Resize,
)
"""After these a gesture may have begun or ended."""
WAYS_AT_ONCE, WAYS_FROM = 25, 0.14
"""So many courses are found in one frame; from further away straight lines are near enough."""
READABLE = 0.8
"""The smallest zoom at which a document first shows itself."""


class Canvas(Folding):
    """One document as "Akte auf Bahnen". Give it a document with ``open``; hear ``selection``.

    ``hinted`` carries a Message (or None) for the status bar, ``refused`` a FachwerkError,
    ``zoom_changed`` the factor, ``menu_wanted`` a global place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), CACHE_KILOBYTES))
        self._hearing: Hearing | None = None
        self._fit_first = False
        self._first_sight: object = None
        self._marked: set[str] = set()
        self._strong: set[str] = set()
        self._rest_of_words = QTimer(self)
        self._rest_of_words.setSingleShot(True)
        self._rest_of_words.setInterval(0)
        self._rest_of_words.timeout.connect(self.viewport().update)
        self._keys = Keys(self)
        self.minimap = Minimap(self)
        self.quick = Quick(self, self, (self.minimap,))
        self.quick_wanted.connect(self.quick.add)
        self.kind_wanted.connect(self.quick.change)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(str(say("canvas.name")))
        self.selection.changed.connect(self._show_chosen)
        self.selection.focused.connect(self._show_focus)
        self.graph.filled.connect(self._all_made)
        self.zoom_changed.connect(lambda _zoom: self.minimap.follow())
        self.selection.changed.connect(self.minimap.follow)
        self.horizontalScrollBar().valueChanged.connect(self.minimap.follow)
        self.verticalScrollBar().valueChanged.connect(self.minimap.follow)
        self.horizontalScrollBar().valueChanged.connect(lambda _value: self.quick.follow_soon())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.quick.follow_soon())
        access.install()

    # ------------------------------------------------------------------------------- document

    def open(self, document: Document, history: History | None = None) -> None:
        """Show a document; an earlier one is heard no more."""
        self.tool.cancel()
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
        self.selection.set(())
        self.document, self.history = document, history
        self._hearing = Hearing(document, self)
        self._hearing.changed.connect(self._hear)
        self.above.badges = {}
        self.graph.build(document.snapshot())
        self.show_grid(self.grid)
        self.set_extent(self.graph.extent())
        gc.unfreeze()
        access.forget(self)
        self._fit_first, self._first_sight = True, None
        self._fit_once()
        self.minimap.renew()

    def _all_made(self) -> None:
        """Everything stands: the collector need not look at it again and again."""
        if len(self.document.snapshot()) > MANY:
            gc.freeze()
        self.viewport().update()

    def _fit_once(self) -> None:
        """The first sight of a document: all of it, but readable; else its beginning."""
        if not self._fit_first or not self.isVisible():
            return
        self._fit_first = False
        self.fit()
        if self.zoom < READABLE:
            extent = self.graph.extent()
            self.zoom_to(READABLE)
            room = self.viewport().rect()
            self.centerOn(
                extent.x + room.width() / 2 / self.zoom - 24,
                extent.y + room.height() / 2 / self.zoom - 24,
            )
        self._first_sight = self._sight()

    def _sight(self) -> tuple[float, int, int]:
        return self.zoom, self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def _hear(self, changeset: ChangeSet) -> None:
        view = self.document.snapshot()
        self._first_sight = None
        changed = self.graph.show_changes(view, changeset)
        gone = {change.id for change in changeset if change.after is None}
        self.selection.forget(gone)
        self._show_chosen()
        access.changed(self, changeset)
        if changed:
            self.set_extent(self.graph.extent())
            self.minimap.renew()
        self.stirred.emit()
        self.viewport().update()

    def speak_again(self) -> None:
        """The language changed: find all words again."""
        self.setAccessibleName(str(say("canvas.name")))
        self.graph.speak_again()
        access.forget(self)
        self.stirred.emit()
        self.viewport().update()

    def set_theme(self, name: str = "") -> None:
        """Wear a theme; default: the one the program wears."""
        self.graph.wear(name or theme.current())
        self.stirred.emit()
        self.minimap.restyle()
        self.viewport().update()

    def set_badges(self, badges: Mapping[str, str]) -> None:
        """Findings: id of a record -> "error", "warning" or "hint"."""
        self.above.badges = dict(badges)
        self.viewport().update()

    # -------------------------------------------------------------------------- seeing, choosing

    def select(self, ids: Iterable[str], focus: str = "") -> None:
        """Choose elements (nodes, rows, answers, ways, lanes) by id."""
        self.selection.set(ids, focus)

    def show_element(self, record_id: str) -> None:
        """Scroll to an element, choose it and give it the focus."""
        self._fit_once()
        self.selection.set((record_id,), record_id)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_chosen(self, _ids: object = None) -> None:
        chosen = self.selection.ids
        self.above.chosen = chosen
        rows: dict[str, set[str]] = {}
        for one in chosen:
            card = self.graph.view_of.card_of(one) if one in self.graph.view_of else None
            if card is not None and card.id != one:
                rows.setdefault(card.id, set()).add(one)
        for node in self._marked | rows.keys():
            if node in self.graph.nodes:
                self.graph.nodes[node].mark(frozenset(rows.get(node, ())))
        strong = accented(self.graph, chosen)
        for flow in self._strong | strong:
            if flow in self.graph.flows:
                self.graph.flows[flow].strengthen(flow in strong)
        self._marked, self._strong = set(rows), strong
        self.viewport().update()

    def _show_focus(self, record_id: str) -> None:
        self.above.focus = record_id
        place = place_of(self.graph, record_id) if record_id else None
        if place is not None and not self.tool.busy:
            self.bring_in_sight(rect(place))
        access.focused(self, record_id)
        self.viewport().update()

    # ---------------------------------------------------------------------------------- quick

    def quick_add(self) -> None:
        """Open quick-add beside what is chosen."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.quick.add()

    def change_kind(self) -> None:
        """Open the kinds that the chosen thing may change to."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.quick.change()

    # ----------------------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space and plain and not event.isAutoRepeat():
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self._keys.press(event):
            event.ignore()
        self.stirred.emit()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self._keys.tab(1 if next else -1) or super().focusNextPrevChild(next)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.above.has_focus = True
        by_key = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        )
        if by_key and not self.selection.focus:
            self._keys.enter()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.above.has_focus = False
        self._space = False
        self.viewport().update()

    # ------------------------------------------------------------------------------- painting

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and self._keys.claims(event):
            event.accept()
            return True
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        done = self._seen_event(event)
        if event.type() in _ENDS and hasattr(self, "quick"):
            self.stirred.emit()
        return done

    def _seen_event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and self.pinched(event):
            return True
        if event.type() == QEvent.Type.ToolTip:
            self._explain(event.pos(), event.globalPos())  # type: ignore[attr-defined]
            return True
        return super().viewportEvent(event)

    def _explain(self, at: QPoint, on_screen: QPoint) -> None:
        """The full words of what is under the hand."""
        place = self.mapToScene(at)
        hit = self.stage.hit(Point(place.x(), place.y()))
        record = self.graph.view_of.get(hit.id) if hit.id else None
        words = explained(self.graph.view_of, record) if record is not None else ""
        show_tip(on_screen, words, self.viewport())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "minimap"):
            self.set_theme()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_once()

    def resizeEvent(self, event: QResizeEvent) -> None:
        untouched = self._first_sight == self._sight()
        super().resizeEvent(event)
        if untouched:
            # The window was still finding its size (panes came in): the first sight anew.
            self._fit_first = True
            self._fit_once()
        self.minimap.stand()

    def paintEvent(self, event: QPaintEvent) -> None:
        area = self.mapToScene(event.rect()).boundingRect()
        if self.zoom >= TITLE_BELOW:
            self.graph.attend(area)
            super().paintEvent(event)
            return
        self.graph.complete()
        painter = QPainter(self.viewport())
        painter.setTransform(self.viewportTransform())
        self.drawBackground(painter, area)
        whole = self.zoom < WAYS_FROM or self.graph.lead_ways(area, WAYS_AT_ONCE)
        if self.zoom < BOX_BELOW and not can_name(self.graph, area, self.zoom):
            self.graph.far.paint(painter, self.graph.ink, self.zoom, area)
        else:
            whole &= paint_glance(painter, self.graph, area, self.zoom, self._strong)
        if not whole:
            self._rest_of_words.start()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.drawForeground(painter, area)
        painter.end()

    def drawBackground(self, painter: QPainter, area: QRectF | QRect) -> None:
        paint_desk(painter, self.graph.ink, QRectF(area), self.zoom, self.graph.ground())

    def drawForeground(self, painter: QPainter, area: QRectF | QRect) -> None:
        self.above.seen = self.mapToScene(self.viewport().rect()).boundingRect()
        try:
            paint_above(painter, self.graph, self.above, QRectF(area), self.zoom)
        except Exception:
            # As in CanvasItem.paint: reported, not crashed.
            sys.excepthook(*sys.exc_info())
