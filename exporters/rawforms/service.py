"""How does an old form become a service of its own, with nothing in it but the shelf?"""

from __future__ import annotations

from pathlib import PurePath

from exporters.imported import Imported
from exporters.rawforms.reading import read_raw
from model.behaviors import new_document
from model.commands import shelve
from model.document import numbered_ids
from model.language import say


def read_as_service(data: bytes, name: str) -> Imported:
    """A new service with the old form beside it; the note says that nothing was placed yet.

    Raises:
        FachwerkError: the old form is refused.
    """
    form = read_raw(data, name)
    document = new_document(PurePath(name).stem, ids=numbered_ids())
    with document.transaction(say("shelf.undo.shelve", name=name)) as tx:
        shelve(tx, form)
    note = say("shelf.note.nothing_placed", n=len(form.entries))
    return Imported(list(document.snapshot()), [note])
