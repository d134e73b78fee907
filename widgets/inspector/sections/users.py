"""Who uses this answer?"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from model.document import Snapshot
from model.grammar import kind_title, title
from model.language import tr
from model.records import Field, FieldUse, Flow, Record
from widgets.basics.labels import tip
from widgets.inspector.form import Section
from widgets.panels.buttons import Chip
from widgets.panels.flow import FlowLayout


class UsersSection(Section):
    """Steps, ways and conditions that name this field or an answer; a click goes there."""

    title_key = "inspector.section.users"

    def signature(self) -> object:
        return tuple(users(self.editing.view, self.record_id))

    def filled(self) -> bool:
        return bool(users(self.editing.view, self.record_id))

    def rebuild(self) -> None:
        found = users(self.editing.view, self.record_id)
        if not found:
            field = self.editing.view.get(self.record_id, Field) is not None
            self.quiet(tr("inspector.users.none" if field else "inspector.users.nobody"))
            return
        self.part(chips(self, found))


def chips(section: Section, found: list[tuple[str, str]]) -> QWidget:
    """One chip per user; a click goes there."""
    box = QWidget(section)
    flow = FlowLayout(box)
    for target, words in found:
        chip = Chip(words, box)
        tip(chip, words)
        chip.clicked.connect(lambda _c=False, i=target: section.editing.jumped.emit(i))
        flow.addWidget(chip)
    return box


def users(view: Snapshot, field: str) -> list[tuple[str, str]]:
    """Ids to jump to and their words, each once."""
    named = [field, *(option.id for option in view.children(field))]
    found: dict[str, str] = {}
    for record in (r for name in named for r in view.referring(name)):
        if getattr(record, "parent", "") in named and not isinstance(record, FieldUse):
            continue
        target, words = _user(view, record)
        if target and target not in named:
            found.setdefault(target, words)
    return list(found.items())


def _user(view: Snapshot, record: Record) -> tuple[str, str]:
    if isinstance(record, FieldUse):
        step = view.get(record.parent)
        return (step.id, _name(step)) if step else ("", "")
    if isinstance(record, Flow):
        target = view.get(record.target)
        return record.id, tr("inspector.way_to", name=_name(target) if target else "")
    if record.family in ("row", "node"):
        return record.id, _name(record)
    if record.kind in ("rule", "evidence", "tariff_row"):
        place = getattr(record, "parent", "")
        return (record.id if record.kind == "rule" else place), _name(record)
    return "", ""


def _name(record: Record) -> str:
    return title(record) or str(kind_title(record))
