"""Which examples are there, and how does one become a document?"""

from __future__ import annotations

from collections.abc import Callable

from model.behaviors import open_document
from model.document import Snapshot, numbered_ids
from model.language import say
from studio.examples import bewohnerparkausweis, hundesteuer, liegenschaftskarte
from studio.examples.building import Bench

EXAMPLES: dict[str, Callable[[Bench], None]] = {
    module.NAME: module.tell for module in (hundesteuer, bewohnerparkausweis, liegenschaftskarte)
}
"""Name of the file -> who tells it; the simplest first."""


def build(name: str) -> Snapshot:
    """An example from its first word, with ids that are the same on every run."""
    document = open_document((), ids=numbered_ids(f"{name}_"))
    with document.transaction(say("undo.new"), "example") as tx:
        EXAMPLES[name](Bench(tx))
    return document.snapshot()
