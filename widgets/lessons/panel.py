"""How is a script (Drehbuch) written? The pane of its stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from model.commands import move_stop, remove, script_of, word_stop
from model.document import ChangeSet, Document, History, Snapshot
from model.language import current_language, say, tr
from model.records import ExampleCase, Script, Stop, Text
from model.teaching import stops_of, worded
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.hearing import Hearing
from widgets.basics.labels import tip
from widgets.inspector.changes import Editing
from widgets.lessons.stopform import StopForm
from widgets.lessons.stoplist import StopList, StopRows
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel

_OURS = (Script, Stop, Text, ExampleCase)


class ScriptPanel(Panel):
    """The list of stops, and the chosen one. ``wanted`` carries what the window must do: set (a
    stop here), show (the script), view (take the view anew), record, recorded, drop.
    ``picked`` carries the id of a stop that was chosen here.
    """

    wanted = Signal(str)
    picked = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = Editing(self)
        self.editing.refused.connect(self.refused)
        self.rows = StopRows(self)
        self.list = StopList(self.rows, self)
        self.form = StopForm(self.editing, self)
        self.set_button = FlatButton("", self, role="primary")
        self.show_button = FlatButton("", self, sign="play")
        self.up, self.down = FlatButton("", self, sign="up"), FlatButton("", self, sign="down")
        self.delete = FlatButton("", self, sign="delete")
        self.empty = EmptyHint("play", say("lesson.panel.empty"), (say("lesson.panel.how"),), self)
        self._hearing: Hearing | None = None
        self._lay_out()
        self._wire()
        self.setFocusProxy(self.list)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.set_button)
        head.addWidget(self.show_button)
        head.addStretch(1)
        for button in (self.up, self.down, self.delete):
            head.addWidget(button)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.addWidget(self.list)
        self.split.addWidget(self.form)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([140, 400])
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.split)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(holder, 1)

    def _wire(self) -> None:
        self.rows.moved.connect(self.put)
        self.rows.named.connect(self._name)
        self.list.selectionModel().currentChanged.connect(lambda *_both: self._chosen())
        self.list.activated.connect(lambda _index: self.picked.emit(self.chosen))
        self.list.shifted.connect(self.move_by)
        self.list.deleted.connect(self.remove)
        self.form.wanted.connect(self.wanted)
        self.set_button.clicked.connect(lambda _c=False: self.wanted.emit("set"))
        self.show_button.clicked.connect(lambda _c=False: self.wanted.emit("show"))
        self.up.clicked.connect(lambda _c=False: self.move_by(-1))
        self.down.clicked.connect(lambda _c=False: self.move_by(1))
        self.delete.clicked.connect(lambda _c=False: self.remove())

    # -------------------------------------------------------------------------------- following

    def open(self, document: Document | None, history: History | None = None) -> None:
        """Show the script of another document (or none)."""
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self.editing.document, self.editing.history = document, history
        if document is not None:
            self._hearing = Hearing(document, self)
            self._hearing.changed.connect(self._hear)
        self._show()

    def focus_first(self) -> None:
        """The list, or what makes the first stop."""
        target = self.list if self.rows.stops else self.set_button
        target.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def chosen(self) -> str:
        """The id of the stop that is chosen, or ""."""
        return self.list.chosen

    def choose(self, stop: str) -> None:
        """Choose a stop."""
        self.list.choose(stop)

    @property
    def stops(self) -> list[Stop]:
        """The stops of the script, in their order."""
        script = script_of(self._view) if self._view is not None else None
        return stops_of(self._view, script.id) if script is not None and self._view else []

    @property
    def _view(self) -> Snapshot | None:
        return self.editing.view if self.editing.document is not None else None

    def _hear(self, changeset: ChangeSet) -> None:
        if any(isinstance(change.record, _OURS) for change in changeset):
            new = [c.id for c in changeset if c.before is None and isinstance(c.after, Stop)]
            self._show(new[-1] if new else "")

    def _show(self, chosen: str = "") -> None:
        view, chosen = self._view, chosen or self.chosen
        stops = self.stops
        language = current_language()
        self.rows.show_stops([worded(view, stop, language) for stop in stops] if view else [])
        self._stack.setCurrentIndex(1 if stops else 0)
        if stops:
            self.list.choose(chosen)
        for button in (self.show_button, self.up, self.down, self.delete):
            button.setEnabled(bool(stops))
        self.set_button.setEnabled(view is not None)
        self._chosen()

    def _chosen(self) -> None:
        view = self._view
        stop = view.get(self.chosen, Stop) if view is not None and self.chosen else None
        self.form.show_stop(view, stop)
        place = self.list.currentIndex().row()
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self.rows.stops) - 1)

    # --------------------------------------------------------------------------------- changing

    def put(self, stop: str, place: int) -> None:
        """Put a stop at another place."""
        self._do(say("lesson.undo.move"), lambda tx: move_stop(tx, stop, place))
        self.list.choose(stop)

    def move_by(self, step: int) -> None:
        """One place up or down."""
        place = self.list.currentIndex().row() + step
        if self.chosen and 0 <= place < len(self.rows.stops):
            self.put(self.chosen, place)

    def remove(self) -> None:
        """Delete the chosen stop; its neighbour is chosen then."""
        gone, place = self.chosen, self.list.currentIndex().row()
        if gone:
            self._do(say("lesson.undo.remove"), lambda tx: remove(tx, [gone]))
            left = self.rows.stops
            if left:
                self.list.choose(left[min(place, len(left) - 1)].id)

    def _name(self, stop: str, words: str) -> None:
        language = current_language()
        self._do(say("lesson.undo.name"), lambda tx: word_stop(tx, stop, "name", words, language))

    def _do(self, label: Any, work: Callable[[Any], Any]) -> None:
        self.editing.change(label, work, "script")

    # ----------------------------------------------------------------------------------- saying

    def retranslate(self) -> None:
        self.set_button.say(tr("lesson.panel.set"))
        self.show_button.say(tr("lesson.panel.show"))
        for button, key in ((self.up, "up"), (self.down, "down"), (self.delete, "delete")):
            button.setAccessibleName(tr(f"lesson.panel.{key}"))
            tip(button, tr(f"lesson.panel.{key}"))
        tip(self.set_button, tr("lesson.panel.set.tip"))
        tip(self.show_button, tr("lesson.panel.show.tip"))
        self.list.setAccessibleName(tr("pane.script"))
        self.empty.retranslate()
        self.form.retranslate()
        self._show()

    def restyle(self) -> None:
        self.empty.retranslate()
        self.list.restyle()
        self.form.update()
