"""What is offered, under which key, by whom?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child, Record, Ref


class Service(Record):
    """One public service (FIM: Leistung); a document holds exactly one.

    ``leika_key``: 14 digits, 99 + group + object + Verrichtung + detail. ``status``: FIM
    Freigabestatus 1 to 8. ``languages``: codes, the first is the language of the records
    themselves; further ones are given by Text records. ``number_range``: five digits, the
    Nummernkreis of new FIM ids; 98000 is our own provisional range.
    """

    kind: Literal["service"] = "service"
    name: str = ""
    short_name: str = ""
    leika_key: str = ""
    office: str = ""
    description: str = ""
    version: str = "1.0.0"
    status: Literal[1, 2, 3, 4, 5, 6, 7, 8] = 2
    languages: tuple[str, ...] = ("de",)
    number_range: str = "98000"
    document_profile: str = ""
    trust_level: Literal["", "none", "basic", "substantial", "high"] = ""


class DescriptionModule(Child):
    """One module of the service description (FIM: Textmodul), ``code`` from the LeiKa list.

    05 short text, 06 full text, 08 documents, 09 conditions, ...
    """

    kind: Literal["module"] = "module"
    parent: Ref = ""
    code: str = ""
    text: str = ""
