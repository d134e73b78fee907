"""Where do the panes stand, and how does one walk from one to the next?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QMainWindow, QTabWidget, QWidget

from model.language import tr
from studio.jobs.later import Later
from studio.windows.panetabs import PaneTabs
from widgets.basics.labels import shown
from widgets.look.theme import px
from widgets.panels.panel import heading

_ARRANGEMENT = 3
"""Raised when docks are added, so that an old arrangement is not forced onto them."""
ROOMY = 1366
"""A narrower window shows the preview as a tab of the inspector."""


class Docks(QObject):
    """The docks of the window by name, and the round of panes (F6)."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.docks: dict[str, QDockWidget] = {}
        self.titles: dict[str, QLabel] = {}
        self._focus: dict[str, Callable[[], None]] = {}
        self._round: list[str] = []
        self._shown: dict[str, bool] = {}
        self._idle = {"shelf", "script", "play", "cases", "review"}
        self._away = self._arranged = False
        self._entered = ""
        self._first_time = Later(self, 0, self._arrange_and_enter)
        self._narrow = False
        self._tabs = PaneTabs(self)
        self._dress = Later(self, 0, lambda: self._tabs.dress(window))
        area = Qt.DockWidgetArea
        window.setCorner(Qt.Corner.BottomLeftCorner, area.LeftDockWidgetArea)
        window.setCorner(Qt.Corner.BottomRightCorner, area.RightDockWidgetArea)
        window.setDockNestingEnabled(False)
        for side in (area.LeftDockWidgetArea, area.RightDockWidgetArea, area.BottomDockWidgetArea):
            window.setTabPosition(side, QTabWidget.TabPosition.North)
        window.installEventFilter(self)

    def add(
        self,
        name: str,
        widget: QWidget,
        area: Qt.DockWidgetArea,
        focus: Callable[[], None],
        head: QWidget | None = None,
    ) -> QDockWidget:
        """A pane in a dock; ``focus`` puts the focus into it."""
        dock = QDockWidget(self.window)
        dock.setObjectName(f"dock_{name}")
        features = QDockWidget.DockWidgetFeature
        dock.setFeatures(features.DockWidgetMovable | features.DockWidgetClosable)
        dock.setWidget(widget)
        if head is None:
            self.titles[name] = heading()
            self.titles[name].setWordWrap(True)  # in large type it may need two lines
            head = TitleBar(self.titles[name])
        dock.setTitleBarWidget(head)
        self.window.addDockWidget(area, dock)
        self.docks[name] = dock
        self._shown[name] = True
        self._focus[name] = focus
        self._round.append(name)
        self.say()
        return dock

    def add_centre(self, name: str, focus: Callable[[], None]) -> None:
        """The canvas takes part in the round without being a dock."""
        self._focus[name] = focus
        self._round.insert(0, name)

    def arrange(self) -> None:
        """The usual places and sizes."""
        window, docks = self.window, self.docks
        front = not self._is_behind("shelf")
        # Also a hidden tab makes others tabs.
        for name in ("cases", "play", "review", "script", "shelf", "outline"):
            if not docks[name].isFloating():
                self._take_out(name)
        window.splitDockWidget(docks["palette"], docks["outline"], Qt.Orientation.Vertical)
        self._place_behind("palette", "shelf", front=front)
        self._place_behind("outline", "script", front=not self._is_behind("script"))
        self._place_behind("findings", "cases", front=not self._is_behind("cases"))
        self._narrow = window.width() < px(ROOMY)
        self._place_preview()
        sides = [docks["palette"], docks["inspector"]]
        most = window.width() // 3
        window.resizeDocks(
            sides, [min(px(224), most), min(px(330), most)], Qt.Orientation.Horizontal
        )
        self._give_room()
        window.resizeDocks(
            [docks["inspector"], docks["preview"]], [470, 320], Qt.Orientation.Vertical
        )
        self._give_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that became narrow or roomy gives the preview another place."""
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Is there room for inspector and preview, in words as large as they are now?"""
        narrow = self.window.width() < px(ROOMY)
        if "preview" in self.docks and narrow != self._narrow:
            self._narrow = narrow
            self._place_preview()

    def _place_preview(self) -> None:
        """Below the inspector; in a narrow window as a tab beside it."""
        self._dress.ask()
        self._place_form()
        self._place_behind("inspector", "play")
        self._place_behind("inspector", "review")
        self.bring_forward("play")

    def _place_form(self) -> None:
        inspector, preview = self.docks["inspector"], self.docks["preview"]
        side = self.window.dockWidgetArea
        for name in ("play", "review"):
            if not self.docks[name].isFloating():
                self._take_out(name)
        if inspector.isFloating() or preview.isFloating() or side(inspector) != side(preview):
            return
        if self._narrow:
            self.window.tabifyDockWidget(inspector, preview)
            inspector.raise_()
        elif preview in self.window.tabifiedDockWidgets(inspector):
            self._take_out("preview")
            down = Qt.Orientation.Vertical
            self.window.splitDockWidget(inspector, preview, down)
            self.window.resizeDocks([inspector, preview], [470, 320], down)
        else:
            self.window.splitDockWidget(inspector, preview, Qt.Orientation.Vertical)

    def _place_behind(self, host: str, name: str, *, front: bool = True) -> None:
        """As a tab behind another pane; what nobody wants is not there at all. What a person has
        put elsewhere stays there.
        """
        first, second = self.docks[host], self.docks[name]
        side = self.window.dockWidgetArea
        if first.isFloating() or second.isFloating() or side(first) != side(second):
            return
        self.window.tabifyDockWidget(first, second)
        second.setVisible(self._is_wanted(name))
        (second if front and self._is_wanted(name) else first).raise_()
        self._dress.ask()

    def _give_height(self) -> None:
        """Findings are lines; a case is read in sentences."""
        low, high = min(px(124), self.window.height() // 4), self.window.height() // 3
        tall = high if self._is_wanted("cases") else low
        self.window.resizeDocks([self.docks["findings"]], [tall], Qt.Orientation.Vertical)

    def _give_room(self) -> None:
        """The outline is low; behind it the script is written in whole sentences."""
        low = (
            px(210) if not self.is_shown("script") else max(px(210), self.window.height() * 3 // 5)
        )
        pair, high = [self.docks["palette"], self.docks["outline"]], self.window.height()
        self.window.resizeDocks(pair, [max(high - low, low), low], Qt.Orientation.Vertical)

    def _take_out(self, name: str) -> None:
        """Out of its tabs: beside a tab Qt would only make another tab."""
        dock = self.docks[name]
        side = self.window.dockWidgetArea(dock)
        self.window.removeDockWidget(dock)
        self.window.addDockWidget(side, dock)
        dock.setVisible(self._is_wanted(name))

    def reset(self) -> None:
        """Everything back to its usual place."""
        area = Qt.DockWidgetArea
        for name, dock in self.docks.items():
            left = ("palette", "shelf", "outline", "script")
            right = ("inspector", "preview", "play", "review")
            side = area.LeftDockWidgetArea if name in left else area.BottomDockWidgetArea
            self.window.addDockWidget(area.RightDockWidgetArea if name in right else side, dock)
            self._shown[name] = True
            dock.setVisible(self._is_wanted(name))
        self.arrange()

    def say(self) -> None:
        """Name the panes, in the language in use now."""
        for name, dock in self.docks.items():
            dock.setWindowTitle(tr(f"pane.{name}"))
            if name in ("palette", "shelf", "outline", "script", "play", "review"):
                self.titles[name].setText(tr(f"pane.{name}"))

    def say_title(self, name: str, words: str) -> None:
        """Give a pane a more exact title ("Eigenschaften · Feld")."""
        self.titles[name].setText(shown(words))

    # ----------------------------------------------------------------------- shown and hidden

    def is_shown(self, name: str) -> bool:
        """Is a pane wanted by the person, and is there something to show in it?"""
        return self._shown[name] and name not in self._idle

    def _is_wanted(self, name: str) -> bool:
        return self.is_shown(name) and not self._away

    def _is_behind(self, name: str) -> bool:
        """Is it a tab that another pane stands before?"""
        dock = self.docks[name]
        return bool(self.window.tabifiedDockWidgets(dock)) and dock.visibleRegion().isEmpty()

    def set_needed(self, name: str, needed: bool) -> None:
        """A pane that has nothing to show is not there, whatever the person wished before."""
        if needed == (name not in self._idle):
            return
        (self._idle.discard if needed else self._idle.add)(name)
        self.docks[name].setVisible(self._is_wanted(name))
        if name == "preview" and needed:
            self._place_preview()
        self._dress.ask()

    def bring_forward(self, name: str) -> None:
        """In front of the panes that share its place; the focus stays where it is."""
        if self._is_wanted(name):
            self.docks[name].raise_()

    def went_into(self, name: str) -> None:
        """A pane took the keys by itself: it keeps them when the panes are arranged."""
        self._entered = name

    def toggle(self, name: str) -> None:
        """Show a pane and go into it, or hide it; a pane that has no focus gets it first."""
        dock = self.docks[name]
        if name in self._idle:  # asked for although it is empty: it says what belongs there
            self._idle.discard(name)
            self._shown[name] = False
        inside = (
            dock.isAncestorOf(self.window.focusWidget()) if self.window.focusWidget() else False
        )
        if self._shown[name] and inside:
            self._shown[name] = False
            dock.hide()
            self.enter("canvas")
        elif self._shown[name] and (name == "inspector" or self._is_behind(name)):
            self.enter(name)
        else:
            self._shown[name] = not self._shown[name]
            dock.setVisible(self._shown[name])
            self._dress.ask()
            if name == "script":
                self._place_behind("outline", "script", front=not self._is_behind("script"))
                self._give_room()
            elif name == "cases":
                self._place_behind("findings", "cases", front=not self._is_behind("cases"))
                self._give_height()
            if self._shown[name]:
                self.enter(name)

    def set_away(self, away: bool) -> None:
        """Hide all panes while the start page is in front; they come back as they were."""
        if away == self._away:
            return
        self._away = away
        for name, dock in self.docks.items():
            dock.setVisible(self._is_wanted(name))
        self._dress.ask()
        if not away:
            self.arrange_first_time()

    def arrange_first_time(self) -> None:
        """Sizes hold only once the docks are on the screen: at the next turn of the loop."""
        if not self._arranged:
            self._arranged = True
            self._first_time.ask()

    def _arrange_and_enter(self) -> None:
        focus, where = self.window.focusWidget(), self._where()
        self.arrange()
        if focus is not None and where == self._entered:
            focus.setFocus()  # a pane that somebody went into keeps the keys
        else:  # also where the window gave them to whatever comes first in it
            self.enter("canvas")

    # ---------------------------------------------------------------------------------- walking

    def enter(self, name: str) -> None:
        """Put the focus into a pane; one behind another comes to the front."""
        if name in self.docks:
            self.docks[name].setVisible(True)  # a presentation may have put it aside
            self.docks[name].raise_()
            self._entered = name
        self._focus[name]()

    def cycle(self, direction: int) -> None:
        """Go to the next or previous pane that is on the screen."""
        names = [n for n in self._round if n not in self.docks or self.docks[n].isVisible()]
        if names:
            now = self._where()
            place = names.index(now) if now in names else -1 if direction > 0 else 0
            self.enter(names[(place + direction) % len(names)])

    def _where(self) -> str:
        focus = self.window.focusWidget()
        for name, dock in self.docks.items():
            if focus is not None and dock.isAncestorOf(focus):
                return name
        return self._round[0]

    # ------------------------------------------------------------------------------- remembering

    def state(self) -> dict[str, object]:
        """The arrangement, to be remembered."""
        raw = bytes(self.window.saveState(_ARRANGEMENT).toHex().data()).decode("ascii")
        return {"docks": raw, "hidden": [n for n, shown_ in self._shown.items() if not shown_]}

    def restore(self, state: dict[str, object]) -> None:
        """Take a remembered arrangement over, if it is one of ours."""
        raw, hidden = state.get("docks"), state.get("hidden")
        if isinstance(raw, str) and raw.isascii():
            done = self.window.restoreState(
                QByteArray.fromHex(QByteArray(raw.encode("ascii"))), _ARRANGEMENT
            )
            self._arranged = bool(done)
        if isinstance(hidden, list):
            for name in self.docks:
                self._shown[name] = name not in hidden
        for name, dock in self.docks.items():
            dock.setVisible(self._is_wanted(name))


class TitleBar(QWidget):
    """A quiet title; the dock is moved by it."""

    def __init__(self, title: QLabel) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 3)
        row.addWidget(title, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)
