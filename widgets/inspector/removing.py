"""What is said before something is removed that others use?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from model.commands import consequences, remove
from model.document import ChangeSet, Snapshot
from model.grammar import kind_title, title
from model.language import say, tr
from model.records import Flow, Placement
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
        if isinstance(record, Placement) or record.id in own or record.family == "other":
            continue
        name = title(record) or str(kind_title(record))
        if isinstance(record, Flow):
            target = view.get(record.target)
            name = tr("inspector.way_to", name=title(target) if target else "")
        gone = change.after is None
        yield tr("inspector.remove.goes" if gone else "inspector.remove.changes", name=name)
