"""How do the lines of a group of facts stand under each other?"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from model.language import tr
from widgets.basics.labels import plain_label
from widgets.conditions.tabbing import tab_through
from widgets.inspector.changes import Editing
from widgets.inspector.conditions import SaidEditor
from widgets.inspector.editors import Editor
from widgets.inspector.linked import EDITORS
from widgets.inspector.specs import Spec
from widgets.look.theme import look, px
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import heading

LABEL = 96
STACKED = 26
"""From this height of a line on (some 150 %) names stand above their editors."""


class Form(QWidget):
    """Names at the left, editors at the right; what an editor opens has the whole width below."""

    def __init__(
        self, editing: Editing, record_id: str, specs: tuple[Spec, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.editors: list[Editor] = []
        self._labels: list[QLabel] = []
        self._stacked = self.fontMetrics().height() >= STACKED
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        if not self._stacked:
            self._grid.setColumnMinimumWidth(0, LABEL)
        self._grid.setColumnStretch(1, 1)
        for number, spec in enumerate(specs):
            self._add(3 * number, EDITORS[spec.editor](editing, record_id, spec, self))
        self.load()

    def _add(self, row: int, editor: Editor) -> None:
        label = plain_label(editor.label, self, wrap=True)
        label.setBuddy(editor.focusProxy() or editor)
        if self._stacked:
            self._grid.addWidget(label, row, 0, 1, 2)
            self._grid.addWidget(editor, row + 1, 0, 1, 2)
        else:
            label.setFixedWidth(LABEL)
            label.setMinimumHeight(px(28))
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(editor, row, 1)
        if isinstance(editor, SaidEditor):
            self._grid.addLayout(editor.wide, row + 2, 0, 1, 2)
        self.editors.append(editor)
        self._labels.append(label)

    def load(self) -> None:
        """Show what the document says; a line that means nothing now is hidden."""
        for editor, label in zip(self.editors, self._labels, strict=True):
            if editor.record is not None:
                editor.load()
                editor.setVisible(editor.wanted)
                label.setVisible(editor.wanted)


class Dot(QWidget):
    """A small dot: there is something in here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(8, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(look().color("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(0, 4, 6, 6))


MANY = 4
"""A section with more things than this is folded until it is asked for."""


class Section(QWidget):
    """A titled part of the inspector. Subclasses make its parts in ``rebuild`` and say by
    ``filled`` whether there is anything in it, and by ``count`` how much.
    """

    title_key = ""
    add_key = ""
    _unfolded: set[str] = set()  # noqa: RUF012 - remembered while the program runs

    def __init__(self, editing: Editing, record_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.editing, self.record_id = editing, record_id
        self.dot = Dot(self)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.addWidget(self.dot)
        words = heading(self.title(), self, quiet=False)
        words.setWordWrap(True)
        self.head.addWidget(words, 1)
        self.add: FlatButton | None = None
        if self.add_key:
            self.add = FlatButton(tr(self.add_key), self, role="quiet")
            self.add.clicked.connect(lambda _c=False: self._press_add())
            self.add.setEnabled(not editing.read_only)
            self.head.addWidget(self.add)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 6)
        column.setSpacing(6)
        column.addLayout(self.head)
        column.addLayout(self.body)
        self._forms: list[Form] = []
        self._signature: object = None
        self.reload()

    def title(self) -> str:
        """The words of the title."""
        return tr(self.title_key)

    def signature(self) -> object:
        """What the parts of the body depend on; while it stays equal, they stay (and keep the
        focus).
        """
        return ()

    def rebuild(self) -> None:
        """Make the parts of the body; ``part`` takes one in."""

    def filled(self) -> bool:
        """Is there anything in it?"""
        return False

    def count(self) -> int:
        """How many things are in it."""
        return 0

    @property
    def folded(self) -> bool:
        """Too much to be shown unasked."""
        return self.count() > MANY and self.title_key not in Section._unfolded

    def set_folded(self, folded: bool) -> None:
        """Show it all, or only how much there is."""
        change = Section._unfolded.discard if folded else Section._unfolded.add
        change(self.title_key)
        self.reload()

    def _press_add(self) -> None:
        self.set_folded(False)
        self.added()

    def added(self) -> None:
        """The link at the right of the title was pressed."""

    def enter(self, _rest: str = "") -> None:
        """A person is led here to mend something: into what is there, else to the link."""
        if self.add is not None and self.add.isEnabled():
            self.added()

    @property
    def forms(self) -> list[Form]:
        """The forms in it."""
        return self._forms

    def reload(self) -> None:
        """Show what the document says, and the dot when there is something."""
        if self.editing.view.get(self.record_id) is None:
            return
        signature = (self.folded, self.signature())
        if signature != self._signature:
            self._signature = signature
            self._forms = []
            clear(self.body)
            if self.count() > MANY:
                self.part(self._folder())
            if not self.folded:
                self.rebuild()
            tab_through(self)
        for form in self._forms:
            form.load()
        self.dot.setVisible(self.filled())

    def _folder(self) -> FlatButton:
        """Says how much there is; folds it in or out."""
        folded = self.folded
        key = "inspector.fold.show" if folded else "inspector.fold.hide"
        button = FlatButton(tr(key, n=self.count()), self, role="quiet")
        button.clicked.connect(lambda _c=False: self.set_folded(not folded))
        return button

    def go_to(self, record_id: str, field: str) -> None:
        """Put the focus where the person goes on: into a field of what was just made."""
        editors = (e for form in self._forms for e in form.editors)
        for editor in editors:
            if editor.record_id == record_id and editor.spec.field == field:
                editor.setFocus(Qt.FocusReason.TabFocusReason)

    def part(self, widget: Form | QWidget) -> None:
        """Take a part into the body; a Form is loaded with the section."""
        self.body.addWidget(widget)
        if isinstance(widget, Form):
            self._forms.append(widget)

    def quiet(self, text: str) -> None:
        """A muted sentence in the body."""
        label = plain_label(text, self, wrap=True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.body.addWidget(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, look().color("panel_line"))


def clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    """Take all widgets and inner layouts out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)  # type: ignore[arg-type]
