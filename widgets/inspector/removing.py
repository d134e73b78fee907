"""What is said before something is removed that others use?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from model.commands import consequences, remove, what_is_lost
from model.document import ChangeSet, Snapshot
from model.grammar import kind_title, title
from model.language import say, tr
from model.records import (
    Citation,
    ExampleCase,
    FieldUse,
    Flow,
    Option,
    Placement,
    Record,
    Remark,
    Text,
)
from widgets.basics.labels import ask
from widgets.inspector.changes import Editing


def remove_asked(section: QWidget, ids: list[str]) -> None:
    """Remove records; when something else would go or change with them, that is said first."""
    editing: Editing = section.editing  # type: ignore[attr-defined]
    if editing.document is None:
        return
    view = editing.view
    lines = list(said(view, consequences(editing.document, ids), ids))
    name = ", ".join(title(view[i]) or str(kind_title(view[i])) for i in ids if i in view)
    if not lines or ask(
        section, say("inspector.remove.ask", name=name), lines, say("inspector.remove")
    ):
        editing.change(say("undo.remove"), lambda tx: remove(tx, ids))


def said(view: Snapshot, changes: ChangeSet, ids: Iterable[str]) -> Iterable[str]:
    """One sentence per consequence that a person would notice."""
    own = set(ids)
    for change in changes:
        record = change.record
        belongs = record.family == "other" and getattr(record, "parent", "") in own
        if record.id in own or isinstance(record, _QUIET) or belongs:
            continue
        before, after = change.before, change.after
        name = _name(view, record)
        if after is None:
            yield tr("inspector.remove.goes", name=name)
        elif before is not None and (lost := what_is_lost(before, after)) is not None:
            yield str(lost)
        elif record.family != "other":
            yield tr("inspector.remove.changes", name=name)


_QUIET = (Placement, Citation, Text, Remark, Option, ExampleCase)
"""What leaves without being missed, or with what it belongs to."""


def _name(view: Snapshot, record: Record) -> str:
    if isinstance(record, Flow):
        target = view.get(record.target)
        return tr("inspector.way_to", name=title(target) if target else "")
    if isinstance(record, FieldUse):
        step, field = view.get(record.parent), view.get(record.field)
        step_name = title(step) if step else ""
        return tr("inspector.use_in", field=title(field) if field else "", step=step_name)
    return title(record) or str(kind_title(record))
