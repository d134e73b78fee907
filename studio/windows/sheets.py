"""Which documents are open, and which one is in front?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from model.language import tr
from studio.windows.tabs import Tabs
from widgets.basics.labels import shown, tip_text

if TYPE_CHECKING:
    from studio.windows.sheet import Sheet


class Sheets(QObject):
    """A tab per document; the start page lies beneath when none is in front. ``turned`` says that
    another one (or none) is in front.
    """

    turned = Signal()
    added = Signal(object)
    close_wanted = Signal(object)

    def __init__(self, start: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget(parent)
        self.start = start
        self.stack.addWidget(start)
        self.tabs = Tabs(parent, lambda: tr("action.file.close"))
        self.tabs.currentChanged.connect(self._turn)
        self.tabs.tabBarClicked.connect(self._clicked)
        self.tabs.crossed.connect(lambda i: self.close_wanted.emit(self.all[i]))
        self.all: list[Sheet] = []
        self._front: Sheet | None = None

    @property
    def front(self) -> Sheet | None:
        """The document in front; None while the start page is."""
        return self._front

    def add(self, sheet: Sheet) -> None:
        """Put a document in front."""
        self.all.append(sheet)
        self.stack.addWidget(sheet)
        sheet.stated.connect(self.say_titles)
        self.tabs.blockSignals(True)
        self.tabs.addTab("")
        self.tabs.setCurrentIndex(len(self.all) - 1)
        self.tabs.blockSignals(False)
        self.say_titles()
        self.added.emit(sheet)
        self.show(sheet)

    def remove(self, sheet: Sheet) -> None:
        """Take a document away; its neighbour comes to the front."""
        place = self.all.index(sheet)
        self.all.remove(sheet)
        self.tabs.blockSignals(True)
        self.tabs.removeTab(place)
        self.tabs.blockSignals(False)
        self.stack.removeWidget(sheet)
        if sheet is self._front:
            self.show(self.all[min(place, len(self.all) - 1)] if self.all else None)
        sheet.hide()
        sheet.deleteLater()

    def show(self, sheet: Sheet | None) -> None:
        """Bring a document (or the start page) to the front."""
        self._front = sheet
        self.stack.setCurrentWidget(sheet if sheet is not None else self.start)
        if sheet is not None:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(self.all.index(sheet))
            self.tabs.blockSignals(False)
        self.tabs.setProperty("in_front", sheet is not None)
        self.tabs.setVisible(bool(self.all))
        self.tabs.update()
        self.turned.emit()

    def say_titles(self) -> None:
        """Name the tabs; a star says that something is not saved."""
        for place, sheet in enumerate(self.all):
            star = " *" if sheet.session.dirty and not sheet.practice else ""
            title = shown(sheet.title).replace("&", "&&")
            self.tabs.setTabText(place, title + star)
            path = sheet.session.path
            self.tabs.setTabToolTip(place, tip_text(path or tr("tab.not_saved")))
            self.tabs.setAccessibleTabName(place, title + (tr("tab.changed") if star else ""))

    def _turn(self, place: int) -> None:
        if 0 <= place < len(self.all):
            self.show(self.all[place])

    def _clicked(self, place: int) -> None:
        if 0 <= place < len(self.all) and self._front is None:
            self.show(self.all[place])
