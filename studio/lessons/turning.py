"""How does a document become again what it was at an earlier moment?"""

from __future__ import annotations

from model.document import Change, ChangeSet, Document, Snapshot
from model.language import Message


def turn_back(document: Document, then: Snapshot, label: Message) -> bool:
    """Make it so, as one undo step without consequences; False when it was so already."""
    now = document.snapshot()
    gone = [Change(record, None) for record in now if record.id not in then]
    other = [Change(now.get(record.id), record) for record in then if now.get(record.id) != record]
    if not gone and not other:
        return False
    document.apply(ChangeSet(label, (*gone, *other), "lesson"))
    return True
