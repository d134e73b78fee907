"""What stands in the tool bar: the open documents, undo and redo, the state of the check, the
export?
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolBar, QWidget

from model.language import tr
from studio.actions.table import ACTIONS
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from studio.windows.sheets import Sheets
from widgets.basics.labels import tip
from widgets.panels.buttons import FlatButton


class ToolBar(QToolBar):
    """One line; it asks the desk whenever that says it has changed."""

    def __init__(self, desk: Desk, sheets: Sheets) -> None:
        super().__init__(desk.window)
        self.desk = desk
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setFloatable(False)
        self.toggleViewAction().setEnabled(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        box = QWidget(self)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(box)
        row.setContentsMargins(8, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(sheets.tabs, 1)
        row.addStretch(0)
        self.picture = self._side(tr("toolbar.picture"), False)
        self.table = self._side(tr("toolbar.table"), True)
        row.addWidget(self.picture)
        row.addWidget(self.table)
        self.undo = self._button("edit.undo", "", sign="undo")
        self.redo = self._button("edit.redo", "", sign="redo")
        self.check = self._button("check.all", "plain")
        self.export = self._button("file.export", "primary")
        for button in (self.undo, self.redo, self.check, self.export):
            row.addWidget(button)
        self.addWidget(box)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how things stand."""
        sheet = self.desk.sheet
        self.setVisible(bool(self.desk.sheets.all))
        for button, key in (
            (self.undo, "edit.undo"),
            (self.redo, "edit.redo"),
            (self.check, "check.all"),
            (self.export, "file.export"),
        ):
            action = ACTIONS[key]
            button.setEnabled(bool(action.enabled(self.desk)))
            words = action.words_now(self.desk)
            button.setAccessibleName(words)
            key_words = ""
            if action.keys:
                native = QKeySequence.SequenceFormat.NativeText
                key_words = QKeySequence(action.keys[0]).toString(native)
            tip(button, f"{words} ({key_words})" if key_words else words)
            button.setVisible(sheet is not None)
        self._say_side()
        count = len(sheet.check.findings or ()) if sheet is not None else 0
        self.check.say(tr("toolbar.check", n=count) if count else tr("toolbar.check.none"))
        self.export.say(tr("toolbar.export"))

    def _side(self, words: str, table: bool) -> FlatButton:
        """Picture or table: which one is in front."""
        button = FlatButton(words, self, role="tab")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _c=False: self._turn(table))
        return button

    def _turn(self, table: bool) -> None:
        sheet = self.desk.sheet
        for _turn in range(2):  # from the cover sheet the table is two turns away
            if sheet is not None and not _shows(sheet, table=table):
                self.desk.run(ACTIONS["view.table"].run)
        self._say_side()

    def _say_side(self) -> None:
        sheet = self.desk.sheet
        for button, table in ((self.picture, False), (self.table, True)):
            button.say(tr("toolbar.table" if table else "toolbar.picture"))
            button.setVisible(sheet is not None)
            button.setChecked(sheet is not None and _shows(sheet, table=table))
            tip(button, tr("toolbar.table.tip" if table else "toolbar.picture.tip"))

    def _button(self, key: str, role: str, sign: str = "") -> FlatButton:
        button = FlatButton("", self, role=role or "plain", sign=sign)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _c=False: self.desk.run(ACTIONS[key].run))
        return button


def _shows(sheet: Sheet, *, table: bool) -> bool:
    """Is the table in front, or the picture? A service that is read has further sides."""
    return sheet.shows_table if table else sheet.shows_picture
