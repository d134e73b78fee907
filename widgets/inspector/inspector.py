"""What does the inspector show for the selection?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from model.document import ChangeSet, Document, History
from model.grammar import kind_title
from model.language import say, tr
from model.records import Record
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.hearing import Hearing
from widgets.basics.labels import plain_label
from widgets.inspector.changes import Editing
from widgets.inspector.conditions import SaidEditor
from widgets.inspector.editors import Editor
from widgets.inspector.form import Form, Section
from widgets.inspector.more import MoreSection
from widgets.inspector.sections import SECTIONS as MAKERS
from widgets.inspector.several import SeveralForm
from widgets.inspector.specs import EXPERT, FIRST, MORE, SECTIONS, Spec
from widgets.look.expert import is_expert
from widgets.panels.panel import Panel
from widgets.panels.scrollbar import thin

EXPERT_FAMILIES = ("node", "flow", "aside")
"""What has a name in BPMN."""


class Inspector(Panel):
    """The pane of properties. ``headed`` carries its title ("Eigenschaften · Feld"), ``jumped`` an
    id, ``refused`` a sentence.
    """

    headed = Signal(str)
    jumped = Signal(str)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = Editing(self)
        self.editing.jumped.connect(self.jumped)
        self.editing.refused.connect(self.refused)
        self._hearing: Hearing | None = None
        self._ids: tuple[str, ...] = ()
        self._shape: object = None
        self._parts: list[Form | Section | SeveralForm] = []
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        thin(self._area)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setMinimumWidth(280)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def open(
        self, document: Document | None, history: History | None = None, *, read_only: bool = False
    ) -> None:
        """Show another document (or none)."""
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self.editing.document, self.editing.history = document, history
        self.editing.read_only = read_only
        self._ids, self._shape = (), None
        if document is not None:
            self._hearing = Hearing(document, self)
            self._hearing.changed.connect(self._hear)
        self._show()

    def show_selection(self, ids: Iterable[str]) -> None:
        """Show what is selected; nothing selected means the service itself."""
        new = tuple(ids)
        if new != self._ids:
            self.editing.close_step()
            self._ids = new
            self._show()

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """What has the focus is on the screen."""
        body = self._area.widget()
        if now is not None and body is not None and body.isAncestorOf(now):
            self._area.ensureWidgetVisible(now)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The body has grown: the line one is in may have been moved out of sight."""
        if event.type() == QEvent.Type.Resize and watched is self._area.widget():
            self._follow_focus(None, QApplication.focusWidget())
        return super().eventFilter(watched, event)

    def focus_first(self) -> None:
        """Put the focus into the first editor."""
        form = next((part for part in self._parts if isinstance(part, Form)), None)
        if form is not None and form.editors:
            form.editors[0].setFocus(Qt.FocusReason.TabFocusReason)

    def focus_field(self, field: str, at: str = "") -> None:
        """Go where a person must mend something: into the editor of a field (of the record ``at``),
        into a section ("norms", "texts.en"), or into the first editor. What is picked from lists is
        opened.
        """
        section, _, rest = field.partition(".")
        for part in self._parts:
            if isinstance(part, MoreSection) and part.has(field):
                part.open()
        editor = self._editor(field, at)
        if editor is not None:
            open_editor(editor)
            self._area.ensureWidgetVisible(editor)
            return
        for part in self._parts:
            if isinstance(part, Section) and part.title_key == f"inspector.section.{section}":
                part.set_folded(False)
                part.enter(rest)
                self._area.ensureWidgetVisible(part)
                return
        self.focus_first()

    def _editor(self, field: str, at: str) -> Editor | None:
        """The editor of a field; of the wanted record, where there are several."""
        forms = [p for p in self._parts if isinstance(p, Form)]
        for part in self._parts:
            forms += part.forms if isinstance(part, Section) else []
        found = [e for form in forms for e in form.editors if e.spec.field == field and e.wanted]
        return next((e for e in found if e.record_id == at), found[0] if found else None)

    def retranslate(self) -> None:
        self._shape = None
        self._show()

    def restyle(self) -> None:
        self._shape = None
        self._show()

    @property
    def record(self) -> Record | None:
        """The one record that is shown; None for several or nothing."""
        if self.editing.document is None:
            return None
        if not self._ids:
            return self.editing.view.get(self.editing.view.service.id)
        return self.editing.view.get(self._ids[0]) if len(self._ids) == 1 else None

    def _hear(self, _changeset: ChangeSet) -> None:
        self._show()

    def _show(self) -> None:
        """Load the parts, or build others when another kind of thing is shown."""
        record = self.record
        shape = (self._ids, kind_of(record) if record else "", self.editing.read_only)
        if shape == self._shape:
            for part in self._parts:
                part.reload() if isinstance(part, Section) else part.load()
            return
        self._shape = shape
        self._parts = []
        body = self._body_of(record) if record is not None else self._several()
        old = self._area.takeWidget()
        self._area.setWidget(body)
        body.installEventFilter(self)
        if old is not None:
            old.deleteLater()
        self.headed.emit(self._title(record))

    def _title(self, record: Record | None) -> str:
        if record is None:
            return tr("pane.inspector")
        return tr("inspector.title", kind=kind_title(record))

    def _body_of(self, record: Record) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(12, 4, 12, 16)
        column.setSpacing(4)
        kind = kind_of(record)
        specs = _lookup(FIRST, kind) or (Spec("name"),)
        if is_expert() and record.family in EXPERT_FAMILIES:
            specs = (*specs, EXPERT)
        self._take(column, Form(self.editing, record.id, specs, body))
        for name in _lookup(SECTIONS, kind):
            self._take(column, MAKERS[name](self.editing, record.id, body))
        more = _lookup(MORE, kind)
        if more:
            self._take(column, MoreSection(self.editing, record.id, more, body))
        if not self._ids:
            column.addSpacing(12)
            hint = plain_label(tr("inspector.empty.keys"), body, wrap=True)
            hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
            column.addWidget(hint)
        column.addStretch(1)
        return body

    def _take(self, column: QVBoxLayout, part: Form | Section) -> None:
        self._parts.append(part)
        column.addWidget(part)

    def _several(self) -> QWidget:
        """What can be set for all that is selected, or a hint when nothing can be shown."""
        if self.editing.document is None:
            return EmptyHint("inspector", say("inspector.no_document"), ())
        form = SeveralForm(self.editing, self._ids)
        if not form.records:
            form.deleteLater()
            return EmptyHint("select", say("inspector.gone"), ())
        form.column.setContentsMargins(12, 8, 12, 16)
        form.column.addStretch(1)
        form.load()
        self._parts.append(form)
        return form


def open_editor(editor: Editor) -> None:
    """Go into an editor; what is picked from lists is opened."""
    if isinstance(editor, SaidEditor):
        editor.open_builder()
    else:
        editor.setFocus(Qt.FocusReason.TabFocusReason)


def kind_of(record: Record) -> str:
    """Kind, with the form of a step: "step.page"."""
    form = getattr(record, "form", "")
    return f"{record.kind}.{form}" if record.kind == "step" else record.kind


def _lookup(table: dict, kind: str) -> tuple:
    return table.get(kind) or table.get(kind.split(".")[0], ())
