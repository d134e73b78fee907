"""How does a service become a data schema of XDatenfelder 3.0.0?"""

from __future__ import annotations

from datetime import datetime

from exporters.target import Written
from exporters.xdatenfelder.send import STEM, sent
from exporters.xdatenfelder.vocabulary import NS3
from model.document import Snapshot


def write(snapshot: Snapshot, *, stem: str = STEM, written: datetime | None = None) -> Written:
    """The schema first, then one genericode file for each code list with entries. Lists bear no
    stem: who writes them beside the schema puts its name in front.

    ``written`` is the moment told as erstellungszeitpunkt; without it the day from which the
    service is valid. An imported file of this version whose data nobody changed comes out as it
    came; an edited one with the edits patched in.
    """
    return sent(snapshot, NS3, stem, written)
