"""How does the inspector change the document?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from model.commands import rename
from model.document import Document, History, Snapshot, Transaction
from model.errors import FachwerkError
from model.language import Message, say, tr
from model.records import Record
from model.records.names import title_field

ORIGIN = "inspector"


class Editing(QObject):
    """The document that is edited. ``refused`` carries a sentence; ``jumped`` the id a person
    wants to see.
    """

    refused = Signal(str)
    jumped = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.history: History | None = None
        self.read_only = False

    @property
    def view(self) -> Snapshot:
        """The service as it is now."""
        assert self.document is not None
        return self.document.snapshot()

    def change(
        self, label: Message, work: Callable[[Transaction], Any], origin: str = ORIGIN
    ) -> bool:
        """One undo step; False when it was refused (then the reason was told)."""
        if self.document is None or self.read_only:
            return False
        try:
            with self.document.transaction(label, origin) as tx:
                work(tx)
        except FachwerkError as error:
            self.refused.emit(str(error))
            return False
        except ValueError:  # a value that the record does not take
            self.refused.emit(tr("inspector.value_refused"))
            return False
        return True

    def set_field(self, record_id: str, field: str, value: object, label: str) -> bool:
        """Set one fact of a record; ``label`` is what the person calls it."""
        return self.change(
            say("undo.edit", what=label), lambda tx: tx.alter(record_id, **{field: value})
        )

    def type_text(self, record_id: str, field: str, text: str, label: str) -> bool:
        """Set a text letter by letter; all letters until ``close_step`` are one undo step."""
        record = self.view.get(record_id)
        if record is None or getattr(record, field, None) == text:
            return False
        origin = f"typing:{record_id}:{field}"
        return self.change(
            say("undo.edit", what=label), lambda tx: _set_text(tx, record, field, text), origin
        )

    def close_step(self) -> None:
        """The focus left an editor."""
        if self.history is not None:
            self.history.close_step()


def _set_text(tx: Transaction, record: Record, field: str, text: str) -> None:
    if field == title_field(record):
        rename(tx, record.id, text)
    else:
        tx.alter(record.id, **{field: text})
