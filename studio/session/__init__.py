"""What is one open service, and why is its work never lost?

A session joins the document with its history, its file and its journal. Saving writes beside the
file, compares, and replaces in one step; a file that somebody else has changed is never
overwritten. Every gesture stands in the journal before the next one; after a crash the next start
finds the journal and offers it, and never applies it unasked.

Why an own routine and not the toolkit's save file (11/2026): on a full disk that one reported
success and truncated the file.
Why two locks (11/2026): the owner file informs people for hours and may be wrong; the save lock is
held for milliseconds, around compare and replace, and is what keeps two savers from losing each
other's work (measured: comparing alone loses some).
Why a copy of the opened file lies beside the journal (11/2026): changes can be repeated only on
what they were made on. With the copy, recovery works although a colleague saved in between or the
network drive is away.
Why a living session is known by a lock and not by its process number (11/2026): numbers are given
again, a lock dies with its holder. No toolkit here: worker threads are plain, few, and joined when
the session closes.
"""

from studio.session.disk import DISK, Disk
from studio.session.files import (
    ABSENT,
    WHATEVER,
    OpenFailed,
    SaveConflict,
    SaveFailed,
    read_file,
    save_bytes,
)
from studio.session.owner import Holder, Owner
from studio.session.recovery import Recovery, find_recoveries
from studio.session.session import NeedsName, ReadOnly, Session
from studio.session.surroundings import Surroundings

__all__ = [
    "ABSENT",
    "DISK",
    "WHATEVER",
    "Disk",
    "Holder",
    "NeedsName",
    "OpenFailed",
    "Owner",
    "ReadOnly",
    "Recovery",
    "SaveConflict",
    "SaveFailed",
    "Session",
    "Surroundings",
    "find_recoveries",
    "read_file",
    "save_bytes",
]
