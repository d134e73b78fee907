"""How does a reader know that nothing can be changed, and where to look?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label, tip
from widgets.look import icons
from widgets.look.theme import look, px, ui_font
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

SIDES = ("cover", "picture", "table", "form", "norms")
"""What one turns between, in the order of reading."""
_LINE = 26


class ReadingBar(QWidget):
    """ "Nur lesen. [Kommentieren] [Kopie bearbeiten]", and the sides of the service. ``turned``
    carries a side, ``wanted`` comment or copy.
    """

    turned = Signal(str)
    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lock = plain_label("", self)
        bold = ui_font()
        bold.setWeight(QFont.Weight.DemiBold)
        self.lock.setFont(bold)
        self.lock.setContentsMargins(px(_LINE), 0, px(6), 0)
        self.sides = {side: FlatButton("", self, role="tab") for side in SIDES}
        group = QButtonGroup(self)
        for side, button in self.sides.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _c=False, s=side: self.turned.emit(s))
        self.comment = FlatButton("", self, role="primary", sign="annotation")
        self.copy = FlatButton("", self, sign="duplicate")
        self.comment.clicked.connect(lambda _c=False: self.wanted.emit("comment"))
        self.copy.clicked.connect(lambda _c=False: self.wanted.emit("copy"))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        sides = QWidget(self)
        flow = FlowLayout(sides, gap=2)
        for button in self.sides.values():
            flow.addWidget(button)
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        deeds.addWidget(self.lock)
        deeds.addStretch(1)
        deeds.addWidget(self.comment)
        deeds.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(2)
        column.addLayout(deeds)
        column.addWidget(sides)

    def show_side(self, side: str) -> None:
        """Which side is in front now."""
        self.sides[side].setChecked(True)

    def retranslate(self) -> None:
        """Say all words again."""
        self.lock.setText(tr("review.bar.lock"))
        for side, button in self.sides.items():
            button.say(tr(f"review.side.{side}"))
        self.comment.say(tr("review.bar.comment"))
        self.copy.say(tr("review.bar.copy"))
        tip(self.lock, tr("review.bar.lock.tip"))
        tip(self.comment, tr("review.bar.comment.tip"))
        tip(self.copy, tr("review.bar.copy.tip"))
        self.setAccessibleName(tr("review.bar.name"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        said, painter = look(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), said.color("panel"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, said.color("panel_line"))
        size, box = px(18), self.lock.geometry()
        place = QRectF(box.left(), box.center().y() - size / 2, size, size)
        icons.paint(painter, "lock", place, said.color("timber"))
