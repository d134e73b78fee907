"""Where does a case stand, what may happen now, and what has happened?"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from model.language import say, tr
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.labels import shown, tip
from widgets.lessons.judged import Judged
from widgets.look.theme import px
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel, heading
from widgets.play.course import Course, Offer, Place
from widgets.play.log import LogView

MOST = 12
"""So many sentences or offers are shown at once; a tangle has more than anybody reads."""


class PlayPanel(Panel):
    """The pane "Probelauf". ``wanted`` carries a wish as the bar's; ``offered`` the number of what
    is to happen; ``jumped`` an id; ``returned`` after how many moves one wants to stand again.
    """

    wanted = Signal(str)
    offered = Signal(int)
    jumped = Signal(str)
    returned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.course: Course | None = None
        self._heads = {name: heading("", self) for name in ("stands", "offers", "log")}
        self.stands, self.offers, self.troubles = (_Stack(self) for _ in range(3))
        self.log = LogView(self)
        self.log.returned.connect(self.returned)
        self.log.jumped.connect(self.jumped)
        self.back_here = FlatButton("", self, role="quiet")
        self.back_here.clicked.connect(lambda _c=False: self._go_back())
        self.log.selectionModel().currentChanged.connect(lambda *_: self._say_back())
        self._pages = QStackedWidget(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)
        self._pages.addWidget(self._empty())
        self._pages.addWidget(self._full())
        self.retranslate()

    def _empty(self) -> QWidget:
        lines = (say("playing.empty.how"), say("playing.empty.here"))
        return EmptyHint("play", say("playing.empty"), lines)

    def _full(self) -> QWidget:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(4)
        for part in (
            *(self._heads["stands"], self.stands, self.troubles),
            *(self._heads["offers"], self.offers, self._heads["log"]),
        ):
            column.addWidget(part)
        column.addWidget(self.log, 1)
        column.addWidget(self.back_here)
        return inner

    def show_course(self, course: Course | None) -> None:
        """Show a run as it is now; None = nothing is played."""
        self.course = course
        self._pages.setCurrentIndex(0 if course is None else 1)
        if course is None:
            return
        self.stands.fill([self._place(place, "") for place in course.stands[:MOST]])
        self.troubles.fill([self._place(place, "warning") for place in course.troubles[:MOST]])
        self.offers.fill([self._offer(n, one) for n, one in enumerate(course.offers[:MOST])])
        self._heads["offers"].setVisible(bool(course.offers))
        self.log.show_lines(course.lines)
        self._say_back()

    def _place(self, place: Place, sign: str) -> QWidget:
        if not place.at:
            line = Judged(self)
            line.say(sign or "ok", place.words)
            return line
        button = LongButton(place.words, self, role="quiet", sign=sign)
        button.clicked.connect(lambda _c=False: self.jumped.emit(place.at))
        return button

    def _offer(self, number: int, offer: Offer) -> QWidget:
        button = LongButton(
            offer.words, self, role="primary" if offer.usual else "plain", sign=offer.sign
        )
        button.clicked.connect(lambda _c=False: self.offered.emit(number))
        return button

    def buttons(self) -> list[FlatButton]:
        """The buttons of what may happen now, top down."""
        return [one for one in self.offers.parts if isinstance(one, FlatButton)]

    def focus_first(self) -> None:
        """Into what may happen now, else into the log."""
        target: QWidget = next(iter(self.buttons()), self.log)
        (target if self.course is not None else self).setFocus(Qt.FocusReason.TabFocusReason)

    def _go_back(self) -> None:
        line = self.log.chosen
        if line is not None:
            self.returned.emit(line.step)

    def _say_back(self) -> None:
        line = self.log.chosen
        here = self.course.step if self.course is not None else 0
        self.back_here.setEnabled(line is not None and line.step < here)

    def retranslate(self) -> None:
        for name, head in self._heads.items():
            head.setText(tr(f"playing.head.{name}"))
        self.log.setAccessibleName(tr("playing.head.log"))
        self.back_here.say(tr("playing.back_here"))
        tip(self.back_here, tr("playing.back_here.tip"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("pane.play"))

    def restyle(self) -> None:
        self.log.restyle()
        self.show_course(self.course)


class LongButton(FlatButton):
    """Takes the width there is; too long words are cut, the tooltip has them whole."""

    def __init__(
        self, text: object, parent: QWidget, *, role: str = "plain", sign: str = ""
    ) -> None:
        super().__init__(text, parent, role=role, sign=sign)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        tip(self, shown(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), super().sizeHint().height())

    def _words(self) -> str:
        words = super()._words()
        room = self.width() - (px(16) + 6 if self.sign else 0) - 14
        if not self.isVisible() or room <= 0:
            return words
        return QFontMetrics(self._font()).elidedText(words, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._font()).horizontalAdvance(super()._words())
        return QSize(wide + (px(16) + 6 if self.sign else 0) + 24, super().sizeHint().height())


class _Stack(QWidget):
    """Widgets below each other that come and go together."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(3)

    def fill(self, parts: list[QWidget]) -> None:
        """These instead of those that are there."""
        for old in self.parts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.parts = parts
        for part in parts:
            self._column.addWidget(part)
            part.show()
        self.setVisible(bool(parts))
