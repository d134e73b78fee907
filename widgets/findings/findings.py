"""Which findings are shown, and which one is next?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from model.checks import CHECKS, Finding, Repair, together
from model.language import tr
from widgets.basics.labels import plain_label
from widgets.findings.gathering import Group, gathered, ordered
from widgets.findings.groupline import GroupLine
from widgets.findings.head import FindingsHead
from widgets.findings.line import FindingLine
from widgets.look.theme import text_scale
from widgets.panels.panel import Panel
from widgets.panels.scrollbar import thin

SHOWN = 60
INSET = 20
"""Pixels by which the lines of an open group stand in."""

Line = FindingLine | GroupLine


def _itself(record_id: str) -> tuple[str, ...]:
    return (record_id,)


class Findings(Panel):
    """The pane of findings. ``jumped`` carries an id, ``repaired`` a Repair, ``played`` a Finding
    that can be played on the canvas.
    """

    jumped = Signal(str)
    repaired = Signal(object)
    played = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.all: tuple[Finding, ...] = ()
        self.findings: tuple[Finding, ...] = ()
        self._place: Callable[[str], str] = str
        self._standing: Callable[[str], Iterable[str]] = _itself
        self._selection: frozenset[str] = frozenset()
        self._open: set[str] = set()
        self._lines: dict[tuple[str, ...], Line] = {}
        self._scale = text_scale()
        self._now = -1
        self._checked = False
        self.head = FindingsHead(self)
        self.head.narrowed.connect(self._choose)
        self._empty = self._quiet(12, wrap=True)
        self._rest = self._quiet(40)
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
        self,
        findings: Sequence[Finding] | None,
        place: Callable[[str], str] = str,
        standing: Callable[[str], Iterable[str]] = _itself,
    ) -> None:
        """Show these findings, errors first; ``place`` names where an id is, ``standing`` gives it
        and all it stands in. None = nothing was checked yet.
        """
        self._checked = findings is not None
        self._place, self._standing = place, standing
        self.all = tuple(ordered(findings or ()))
        self._choose()

    def show_selection(self, ids: Iterable[str]) -> None:
        """What is selected now; it matters when only that is wanted."""
        before, self._selection = self._selection, frozenset(ids)
        if self.head.only_selection.isChecked() and before != self._selection:
            self._choose()

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
        if _key(finding) not in self._lines and (finding.check,) in self._lines:
            self._turn(finding.check)
        line = self._lines.get(_key(finding))
        if line is not None:
            self._area.ensureWidgetVisible(line)
        return finding

    def repair_of_alike(self) -> Repair | None:
        """What mends all of the kind that has the focus, else of the one stepped to last, else of
        the first; None when nothing mends them all.
        """
        line = next((one for one in self._built() if one.isAncestorOf(self._focused())), None)
        line = next((one for one in self._built() if one.hasFocus()), line)
        if isinstance(line, GroupLine):
            return line.bundle.repair
        if not self.findings:
            return None
        check = (line.finding if line is not None else self.findings[max(self._now, 0)]).check
        return together([finding for finding in self.findings if finding.check == check])

    def lines(self) -> list[FindingLine]:
        """The lines of single findings that are built, top down."""
        return [line for line in self._built() if isinstance(line, FindingLine)]

    def groups(self) -> list[GroupLine]:
        """The lines of groups that are built, top down."""
        return [line for line in self._built() if isinstance(line, GroupLine)]

    def focus_first(self) -> None:
        """Put the focus on the first line."""
        lines = self._built()
        (lines[0] if lines else self._area).setFocus(Qt.FocusReason.TabFocusReason)

    def retranslate(self) -> None:
        self._inner.setAccessibleName(tr("pane.findings"))
        self._fill({})

    def restyle(self) -> None:
        self._inner.update()
        if self._scale != text_scale():  # places are cut and sentences stand by the size of words
            self._scale = text_scale()
            self._fill({})

    def _quiet(self, left: int, *, wrap: bool = False) -> QLabel:
        label = plain_label("", self, wrap=wrap)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setContentsMargins(left, 8, 12, 8)
        return label

    def _choose(self, *_only: object) -> None:
        """Take what is to be shown: everything, or what stands in the selection."""
        chosen = self.all
        if self.head.only_selection.isChecked():
            wanted = self._selection
            chosen = tuple(f for f in chosen if not wanted.isdisjoint(self._standing(f.at)))
        self.findings = chosen
        self._now = -1
        self._fill(self._lines)

    def _built(self) -> list[Line]:
        order = {line: self._column.indexOf(line) for line in self._lines.values()}
        return sorted(order, key=order.__getitem__)

    def _move(self, way: int) -> None:
        """The focus goes to the next or previous line; at the ends it stays."""
        lines = self._built()
        here = next((n for n, line in enumerate(lines) if line.hasFocus()), 0)
        there = lines[min(max(here + way, 0), len(lines) - 1)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(there)

    def _turn(self, check: str) -> None:
        """Open or shut a group; its line keeps the focus."""
        self._open ^= {check}
        held = (check,) in self._lines and self._lines[check,].isAncestorOf(self._focused())
        self._fill({key: line for key, line in self._lines.items() if key != (check,)})
        if held and (check,) in self._lines:
            self._lines[check,].setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> QWidget:
        focus = self.window().focusWidget()
        return focus if focus is not None else self

    def _fill(self, reusable: dict[tuple[str, ...], Line]) -> None:
        """Build the lines; one that says the same as before stays (and keeps its focus)."""
        old, self._lines = list(self._lines.values()), {}
        hidden = 0
        for item in gathered(self.findings):
            if len(self._lines) >= SHOWN:
                hidden += len(item.findings) if isinstance(item, Group) else 1
            elif isinstance(item, Group):
                hidden += self._add_group(item, reusable)
            else:
                self._add(item, reusable, 0)
        kept = set(map(id, self._lines.values()))
        for line in old:
            if id(line) not in kept:
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
        self._say_rest(hidden)

    def _add_group(self, group: Group, reusable: dict[tuple[str, ...], Line]) -> int:
        """Its line and, when it is open, those in it; how many had no more room."""
        opened = group.check in self._open
        line = reusable.get((group.check,))
        if (
            not isinstance(line, GroupLine)
            or line.opened != opened
            or line.bundle.title != group.title
            or (line.bundle.repair is None) != (group.repair is None)
        ):
            line = GroupLine(group, opened, self._inner)
            line.turned.connect(self._turn)
            line.moved.connect(self._move)
            line.repaired.connect(self.repaired)
        line.bundle = group
        self._put((group.check,), line)
        if not opened:
            return 0
        room = max(SHOWN - len(self._lines), 0)
        for finding in group.findings[:room]:
            self._add(finding, reusable, INSET)
        return max(len(group.findings) - room, 0)

    def _add(self, finding: Finding, reusable: dict[tuple[str, ...], Line], inset: int) -> None:
        key = _key(finding)
        line = reusable.get(key)
        fits = isinstance(line, FindingLine) and line.inset == inset and key not in self._lines
        if not fits or not isinstance(line, FindingLine) or line.finding.what != finding.what:
            line = FindingLine(finding, self._place(finding.at), self._inner, inset=inset)
            line.jumped.connect(self.jumped)
            line.played.connect(self.played)
            line.moved.connect(self._move)
            line.repaired.connect(self.repaired)
        line.finding = finding
        self._put(key, line)

    def _put(self, key: tuple[str, ...], line: Line) -> None:
        self._lines[key] = line
        self._column.insertWidget(len(self._lines) - 1, line)
        line.show()

    def _say_rest(self, hidden: int) -> None:
        self._empty.setText(self.nothing())
        self._empty.setVisible(not self.findings)
        self._rest.setVisible(hidden > 0)
        self._rest.setText(tr("findings.rest", n=hidden))
        self.head.count(self.all)

    def nothing(self) -> str:
        """Why the pane is empty; nothing is promised that was not checked."""
        if not self._checked:
            return tr("findings.not_yet")
        if self.all:
            return tr("findings.none_selected")
        return tr("findings.clean", n=len(CHECKS))


def _key(finding: Finding) -> tuple[str, ...]:
    return finding.check, finding.at, finding.what.key
