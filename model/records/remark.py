"""What did a reader say about it?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Record, Ref


class Remark(Record):
    """A comment anchored to a record (Anmerkung). Not part of the content hash.

    ``written`` is an ISO time given from outside.
    """

    kind: Literal["remark"] = "remark"
    about: Ref = ""
    text: str = ""
    author: str = ""
    written: str = ""
    state: Literal["open", "done"] = "open"
