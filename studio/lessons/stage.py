"""What does the presenter have around the service: light, large words, black screen, notes?"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QApplication, QWidget

from model.geometry import Rect, united
from model.records import Stop
from studio.jobs.later import Later
from studio.windows.desk import Desk
from studio.windows.help import key_words
from studio.windows.sheet import Sheet
from widgets.canvas.places import place_of
from widgets.lessons import Blackout, KeyStrokes, LessonBar, NotesWindow, Spotlight
from widgets.look import theme

AROUND = 30.0
"""So much of the surroundings is seen, in units of the canvas."""
TO_WORK = ("palette", "inspector", "preview")
"""Panes that stay while people look on and somebody has something to do; the others give way to
the picture, and come when they are asked for.
"""
LARGE = 1.5
"""How large the words are while something is presented."""


class Stage(QObject):
    """Stands around one sheet while a script is played on it. ``presenting``: in front of people;
    a learner alone needs no large words and no second window. ``wanted`` as in the bar.
    """

    wanted = Signal(str)

    def __init__(self, desk: Desk, sheet: Sheet, bar: LessonBar, *, presenting: bool) -> None:
        super().__init__(sheet)
        self.desk, self.sheet, self.bar, self.presenting = desk, sheet, bar, False
        self.spotlight = Spotlight(desk.window)
        self.strokes = KeyStrokes(desk.window, key_words)
        self.blackout = Blackout(desk.window)
        self.notes: NotesWindow | None = None
        self.light_on = True
        self._stop: Stop | None = None
        self._again = Later(self, 0, self._look_again)
        self._looked = 0.0
        sheet.canvas.installEventFilter(self)
        self._before = desk.text_scale
        self.blackout.ended.connect(self.bar.setFocus)
        self._follow()
        if presenting:
            self.present()

    def present(self) -> None:
        """From now on people look on: large words, and the keys are shown."""
        if not self.presenting:
            self.presenting = True
            self.enlarge(LARGE)
            self._clear_up()
            self.strokes.start()

    def _clear_up(self) -> None:
        """Panes that nobody in the room reads give way."""
        stop = self._stop
        needed = {stop.pane, *(TO_WORK if stop.goals else ())} if stop is not None else set()
        for name, dock in self.desk.docks.docks.items():
            dock.setVisible(name in needed and self.desk.docks.is_shown(name))
        self._again.ask()

    def _put_back(self) -> None:
        for name, dock in self.desk.docks.docks.items():
            dock.setVisible(self.desk.docks.is_shown(name) and self.desk.sheet is not None)

    def _look_again(self) -> None:
        """The panes have found their places."""
        if self._stop is not None and self.desk.sheet is self.sheet:
            self.look(self._stop)
            self.shine()

    def _follow(self) -> None:
        canvas, follow = self.sheet.canvas, self.spotlight.follow
        canvas.zoom_changed.connect(follow)
        canvas.stirred.connect(follow)
        canvas.horizontalScrollBar().valueChanged.connect(follow)
        canvas.verticalScrollBar().valueChanged.connect(follow)

    # ------------------------------------------------------------------------------------ sizes

    def enlarge(self, factor: float) -> None:
        """Other words for everybody in the room; what the person has set is not forgotten."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and theme.text_scale() != factor:
            theme.scale_text(app, factor)
            self.desk.restyle()
            self.desk.docks.arrange()

    # -------------------------------------------------------------------------------------- stop

    def show(self, stop: Stop) -> None:
        """Bring into sight what a stop shows, and shine on what it points at."""
        self._stop = stop
        if self.sheet.shows_table:
            self.sheet.turn()
        if stop.pane and not self.desk.docks.is_shown(stop.pane):
            self.desk.docks.toggle(stop.pane)
        if self.presenting:
            self._clear_up()
        if stop.pane:
            self.desk.docks.docks[stop.pane].setVisible(True)
            self.desk.docks.docks[stop.pane].raise_()
        self._again.ask()
        self.look(stop)
        self.shine()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window was still finding its size: the stop anew, unless the hand has zoomed."""
        resized = event.type() == QEvent.Type.Resize and self._stop is not None
        if resized and self.sheet.canvas.zoom == self._looked:
            self._again.ask()
        return super().eventFilter(watched, event)

    def look(self, stop: Stop) -> None:
        """The part of the picture that a stop shows."""
        canvas = self.sheet.canvas
        found = [place_of(canvas.graph, one) for one in (*stop.cards, *stop.lit)]
        boxes = [Rect(b.x(), b.y(), b.width(), b.height()) for b in found if b is not None]
        if not boxes or not (stop.cards or stop.zoom):
            boxes += canvas.node_boxes().values()  # lanes are wider than what happens
        if boxes:
            canvas.show_box(
                united(boxes).grown(AROUND), largest=stop.zoom if stop.zoom > 0 else 1.0
            )
        self._looked = canvas.zoom

    def shine(self) -> None:
        """The light as it should be now."""
        stop = self._stop
        here = self.desk.sheet is self.sheet
        if stop is None or not here or not self.light_on or not (stop.lit or stop.pane):
            self.spotlight.put_out()
            return
        dim = not stop.goals  # who has something to do must see everything
        self.spotlight.light(partial(self._lit, stop), self._spared, dim=dim)

    def turn_light(self) -> None:
        """Light off, or on."""
        self.light_on = not self.light_on
        self.shine()

    def _lit(self, stop: Stop) -> Iterable[QRect]:
        found = [self._on_window(one) for one in stop.lit]
        if stop.pane:
            dock = self.desk.docks.docks[stop.pane]
            if dock.isVisible():
                found.append(self._placed(dock, dock.rect()))
        return [place for place in found if place is not None and not place.isEmpty()]

    def _on_window(self, record_id: str) -> QRect | None:
        canvas = self.sheet.canvas
        place = place_of(canvas.graph, record_id)
        if place is None:
            return None
        seen = canvas.mapFromScene(place).boundingRect()
        return self._placed(canvas.viewport(), seen & canvas.viewport().rect())

    def _spared(self) -> Iterable[QRect]:
        return (self._placed(self.bar, self.bar.rect()),) if self.bar.isVisible() else ()

    def _placed(self, widget: QWidget, box: QRect) -> QRect:
        return box.translated(widget.mapTo(self.desk.window, QPoint(0, 0)))

    # ------------------------------------------------------------------------------------- notes

    def open_notes(self) -> NotesWindow:
        """The second window; asked again, it goes."""
        if self.notes is None:
            self.notes = NotesWindow(self.desk.window)
            self.notes.wanted.connect(self.wanted)
        if self.notes.isVisible():
            self.notes.close()
        else:
            self.notes.open()
        return self.notes

    # --------------------------------------------------------------------------------- in and out

    def set_away(self, away: bool) -> None:
        """Another document is in front, or this one again."""
        if away:
            self.spotlight.put_out()
            self.blackout.end()
            self.strokes.stop()
        elif self.presenting:
            self.strokes.start()
        self.enlarge(self._before if away or not self.presenting else LARGE)
        if self.presenting:
            (self._put_back if away else self._clear_up)()
        if not away:
            self.shine()

    def strike(self) -> None:
        """Everything as it was before."""
        self.strokes.stop()
        self._again.cancel()
        self.sheet.canvas.removeEventFilter(self)
        for part in (self.spotlight, self.strokes, self.blackout, self.notes):
            if part is not None:
                self.desk.window.removeEventFilter(part)
                part.hide()
                part.deleteLater()
        if self.notes is not None:
            self.notes.close()
            self.desk.window.activateWindow()  # the keys were perhaps over there
        self.notes = None
        self.enlarge(self._before)
        if self.presenting:
            self._put_back()
