"""How is the start page laid out?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.language import current_language, tr
from widgets.basics.labels import plain_label
from widgets.look.theme import look, px, text_scale, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import Panel, heading
from widgets.panels.scrollbar import thin
from widgets.start.cards import RecentButton, SampleButton
from widgets.start.recovery import RecoveryBanner

WIDEST = 1120
LARGE = 1.5


@dataclass(frozen=True)
class SampleCard:
    """A worked example: its name for the program, title and story for people, its picture when it
    is asked for (None: it cannot be drawn yet).
    """

    name: str
    title: str
    story: str
    picture: Callable[[], QPixmap | None] | None = field(compare=False)


@dataclass(frozen=True)
class RecentFile:
    """A file that was open before: its path, its name and folder for people."""

    path: str
    name: str
    folder: str


@dataclass(frozen=True)
class Unsaved:
    """Work that a crash left behind, in one sentence; ``key`` tells it apart."""

    key: str
    sentence: str


class StartPage(Panel):
    """Says what was chosen; ``furnish`` hands in what there is."""

    new_wanted = Signal()
    open_wanted = Signal()
    import_wanted = Signal()
    exercise_wanted = Signal()
    sample_wanted = Signal(str)
    recent_wanted = Signal(str)
    recover_wanted = Signal(str)
    discard_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Sequence[SampleCard] = ()
        self._recent: Sequence[RecentFile] = ()
        self._unsaved: list[Unsaved] = []
        self._stands: object = None
        self.samples: list[SampleButton] = []
        self.recent: list[RecentButton] = []
        self.banners: list[RecoveryBanner] = []
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        thin(self._area)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.retranslate()

    def furnish(
        self,
        samples: Sequence[SampleCard],
        recent: Sequence[RecentFile],
        unsaved: Sequence[Unsaved] = (),
    ) -> None:
        """Show these samples, files and pieces of unsaved work. What stands there already stays,
        with focus and pointer; only its pictures may come.
        """
        now = (list(samples), list(recent), list(unsaved), current_language())
        stands = now == self._stands
        self._samples, self._recent, self._unsaved = samples, recent, list(unsaved)
        if stands:
            for button, sample in zip(self.samples, samples, strict=True):
                button.take_picture(sample.picture)
            return
        self.retranslate()
        self._stands = now

    def settled(self, key: str) -> None:
        """A piece of unsaved work was brought back or put aside."""
        self._unsaved = [one for one in self._unsaved if one.key != key]
        self._stands = None
        self.retranslate()

    def retranslate(self) -> None:
        self.samples, self.recent, self.banners = [], [], []
        page = Paper()
        middle = QHBoxLayout(page)
        middle.setContentsMargins(32, 28, 32, 32)
        column = QWidget(page)
        column.setMaximumWidth(px(WIDEST))
        middle.addStretch(1)
        middle.addWidget(column, 100)
        middle.addStretch(1)
        outer = QVBoxLayout(column)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        for one in self._unsaved:
            outer.addWidget(self._banner(one))
        outer.addWidget(self._title())
        outer.addSpacing(6)
        row = QHBoxLayout()
        row.setSpacing(36)
        row.addLayout(self._new_column())
        samples = self._sample_column()
        row.addLayout(samples, 1)
        # In large words three columns are wider than the screen.
        if text_scale() >= LARGE:
            samples.insertLayout(samples.count() - 1, self._recent_column())
        else:
            row.addLayout(self._recent_column())
        outer.addLayout(row, 1)
        old = self._area.takeWidget()
        self._area.setWidget(page)
        if old is not None:
            old.deleteLater()

    def restyle(self) -> None:
        self.retranslate()

    def _banner(self, one: Unsaved) -> RecoveryBanner:
        banner = RecoveryBanner(one.sentence)
        banner.recovered.connect(lambda: self.recover_wanted.emit(one.key))
        banner.discarded.connect(lambda: self.discard_wanted.emit(one.key))
        banner.later.connect(banner.hide)
        self.banners.append(banner)
        return banner

    def _title(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        title = plain_label(tr("start.title"), box)
        font = ui_font(1.6)
        font.setWeight(QFont.Weight.DemiBold)
        title.setFont(font)
        words = plain_label(tr("start.words"), box, wrap=True)
        words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(title)
        column.addWidget(words)
        return box

    def _new_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(heading(tr("start.new")))
        self.new_button = FlatButton(tr("start.empty"), role="primary", sign="new")
        self.open_button = FlatButton(tr("start.open"), sign="open")
        self.import_button = FlatButton(tr("start.import"), sign="import")
        for button, signal in (
            (self.new_button, self.new_wanted),
            (self.open_button, self.open_wanted),
            (self.import_button, self.import_wanted),
        ):
            _fill(button)
            button.clicked.connect(signal)
            column.addWidget(button)
        column.addWidget(_quiet(tr("start.import.what")))
        column.addSpacing(14)
        column.addWidget(heading(tr("start.learn")))
        self.exercise_button = FlatButton(tr("start.exercise"), sign="ok")
        _fill(self.exercise_button)
        self.exercise_button.clicked.connect(lambda _c=False: self.exercise_wanted.emit())
        column.addWidget(self.exercise_button)
        column.addWidget(_quiet(tr("start.exercise.what")))
        column.addStretch(1)
        return column

    def _sample_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(heading(tr("start.samples")))
        for sample in self._samples:
            button = SampleButton(sample.title, sample.story, sample.picture)
            button.clicked.connect(lambda _c=False, n=sample.name: self.sample_wanted.emit(n))
            self.samples.append(button)
            column.addWidget(button)
        if not self._samples:
            column.addWidget(plain_label(tr("start.no_samples"), wrap=True))
        column.addStretch(1)
        return column

    def _recent_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(heading(tr("start.recent")))
        for file in self._recent:
            button = RecentButton(file.name, file.folder)
            button.clicked.connect(lambda _c=False, p=file.path: self.recent_wanted.emit(p))
            self.recent.append(button)
            column.addWidget(button)
        if not self._recent:
            words = plain_label(tr("start.no_recent"), wrap=True)
            words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            words.setFixedWidth(px(220))
            column.addWidget(words)
        column.addStretch(1)
        return column


def _fill(button: FlatButton) -> None:
    """As wide as its column, and never narrower than its words."""
    button.setMinimumHeight(px(38))
    button.setMinimumWidth(max(px(210), button.sizeHint().width()))


def _quiet(words: str) -> QWidget:
    """A small hint below a button."""
    hint = plain_label(words, wrap=True)
    hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    hint.setFont(ui_font(0.9))
    hint.setFixedWidth(px(210))
    return hint


class Paper(QWidget):
    """The ground of the page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), look().color("paper"))
