"""How is it said in another language?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child


class Text(Child):
    """The wording of one slot of a record in another language or layer (``language`` "en", "de-LS"
    for Leichte Sprache). ``parent`` is the record, ``slot`` its field name (label, help, name,
    text, message).
    """

    kind: Literal["text"] = "text"
    slot: str = "label"
    language: str = "en"
    text: str = ""
