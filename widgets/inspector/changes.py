"""How does the inspector change the document?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from model.commands import add_option, rename
from model.document import Document, History, Snapshot, Transaction
from model.errors import FachwerkError
from model.grammar import TEMPLATES
from model.language import Message, say, tr
from model.records import Field, Option, Record
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


def change_field_type(tx: Transaction, field_id: str, template: str) -> None:
    """Ask for another kind of answer; question, help, norms and order stay. Answers leave with a
    choice, and come with one.
    """
    field = tx.the(field_id, Field)
    blank = {name: Field.model_fields[name].default for name in _SHAPE}
    tx.replace(field.replaced(**(blank | dict(TEMPLATES[template].fields))))
    options = tx.children(field_id, Option)
    if TEMPLATES[template].fields.get("field_kind") != "select":
        for option in options:
            tx.remove(option.id)
    elif not tx.options(field_id):
        for label in _first_answers(template):
            add_option(tx, field_id, label)


_SHAPE = (
    "field_kind",
    "data_type",
    "layout",
    "choices",
    "code_list",
    "unit",
    "media_types",
    "min_length",
    "max_length",
    "min_value",
    "max_value",
    "pattern",
    "content",
    "maximum",
)


def _first_answers(template: str) -> list[str]:
    if template == "yesno":
        return [tr("option.yes"), tr("option.no")]
    return [tr("option.first", n=number) for number in (1, 2)]
