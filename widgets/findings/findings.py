"""Which findings are shown, and which one is next?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from model.checks import Finding
from model.language import tr
from widgets.basics.labels import plain_label
from widgets.findings.line import FindingLine
from widgets.panels.panel import Panel, heading
from widgets.panels.scrollbar import thin

SHOWN = 60
ORDER = ("error", "warning", "hint")


class Findings(Panel):
    """The pane of findings. ``jumped`` carries an id, ``repaired`` a Repair."""

    jumped = Signal(str)
    repaired = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self._place: Callable[[str], str] = str
        self._lines: dict[tuple[str, str, str], FindingLine] = {}
        self._now = -1
        self._checked = False
        self.head = FindingsHead(self)
        self._empty = plain_label("", self, wrap=True)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._rest = plain_label("", self)
        self._rest.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._rest.setContentsMargins(40, 4, 0, 4)
        self._inner = QWidget(self)
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._empty)
        self._column.addWidget(self._rest)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        thin(self._area)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.retranslate()

    def show_findings(
        self, findings: Sequence[Finding] | None, place: Callable[[str], str] = str
    ) -> None:
        """Show these findings, errors first; ``place`` names where an id is. None = nothing was
        checked yet.
        """
        self._checked = findings is not None
        self._place = place
        self.findings = tuple(sorted(findings or (), key=lambda f: ORDER.index(f.severity)))
        self._now = -1
        self._fill(self._lines)

    def step(self, direction: int) -> Finding | None:
        """The next (1) or previous (-1) finding, round and round; it is brought into view. None
        when there is none.
        """
        if not self.findings:
            return None
        if self._now < 0 and direction < 0:
            self._now = 0
        self._now = (self._now + direction) % len(self.findings)
        finding = self.findings[self._now]
        line = self._lines.get(_key(finding))
        if line is not None:
            self._area.ensureWidgetVisible(line)
        return finding

    def lines(self) -> list[FindingLine]:
        """The lines that are built, top down."""
        return [self._lines[_key(f)] for f in self.findings if _key(f) in self._lines]

    def focus_first(self) -> None:
        """Put the focus on the first line."""
        lines = self.lines()
        (lines[0] if lines else self._area).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self._inner.setAccessibleName(tr("pane.findings"))
        self._fill({})

    def restyle(self) -> None:
        self._inner.update()

    def _fill(self, reusable: dict[tuple[str, str, str], FindingLine]) -> None:
        """Build the lines; one that says the same as before stays (and keeps its focus)."""
        old, self._lines = self._lines, {}
        for number, finding in enumerate(self.findings[:SHOWN]):
            key = _key(finding)
            line = reusable.get(key)
            if line is None or key in self._lines or line.finding.what != finding.what:
                line = FindingLine(finding, self._place(finding.at), self._inner)
                line.jumped.connect(self.jumped)
                line.repaired.connect(self.repaired)
            line.finding = finding
            self._lines[key] = line
            self._column.insertWidget(number, line)
            line.show()
        for line in old.values():
            if line not in self._lines.values():
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
        self._say_rest()

    def _say_rest(self) -> None:
        self._empty.setText(tr("findings.clean") if self._checked else tr("findings.not_yet"))
        self._empty.setVisible(not self.findings)
        rest = len(self.findings) - SHOWN
        self._rest.setVisible(rest > 0)
        self._rest.setText(tr("findings.rest", n=max(rest, 0)))
        self.head.count(self.findings)


class FindingsHead(QWidget):
    """The title of the pane with its counts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = heading("", self, quiet=False)
        self._counts = [plain_label("", self) for _ in ORDER]
        self._next = plain_label("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 5)
        row.setSpacing(14)
        row.addWidget(self.title)
        for label in (*self._counts, self._next):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in self._counts:
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self._next)

    def count(self, findings: Sequence[Finding]) -> None:
        """Say how many there are of each severity."""
        self.title.setText(tr("pane.findings"))
        for severity, label in zip(ORDER, self._counts, strict=True):
            number = sum(f.severity == severity for f in findings)
            label.setText(tr(f"findings.count.{severity}", n=number))
        self._next.setText(tr("findings.next_key"))


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.check, finding.at, finding.what.key
