"""Why does nothing change in a service that is only read?"""

from __future__ import annotations

from typing import NoReturn

from model.document import Change, Document, Transaction
from model.errors import NotAllowed
from model.language import say
from model.records import Record


def nothing_changes(_tx: Transaction, _change: Change) -> NoReturn:
    """Whatever a gesture was about to do, it did not happen.

    Raises:
        NotAllowed: always; the sentence names the way out.
    """
    raise NotAllowed(say("review.locked"), todo=say("review.locked.todo"))


def locked_document(records: tuple[Record, ...]) -> Document:
    """A document that can be looked at in every way."""
    return Document(records, behaviors=(nothing_changes,))
