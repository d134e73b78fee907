"""Which words does XDatenfelder use, and which of ours do they mean?

Plain tables. Codes, list addresses and versions are those that real files and the reference
converters write; where no text proves a code, the line says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

NS2 = "urn:xoev-de:fim:standard:xdatenfelder_2"
NS3 = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0"
GENERICODE = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"

SCHEMA, GROUP, FIELD = "stammdatenschema", "datenfeldgruppe", "datenfeld"
RULE, PROFILE, CODE_LIST = "regel", "dokumentsteckbrief", "codeliste"

MESSAGES = {
    "xdatenfelder.dokumentsteckbrief.0101": PROFILE,
    "xdatenfelder.stammdatenschema.0102": SCHEMA,
    "xdatenfelder.datenfeldgruppe.0103": GROUP,
    "xdatenfelder.datenfeld.0104": FIELD,
    "xdatenfelder.codeliste.0105": CODE_LIST,
}
"""Root element -> what the message holds. 2.0 calls the child of 0101 "dokumentensteckbrief"."""

PROFILE_V2 = "dokumentensteckbrief"


@dataclass(frozen=True, slots=True)
class CodeSource:
    """Where the codes of an element come from; written as listURI and listVersionID."""

    uri: str
    version: str


def _xdf(name: str, version: str = "1.0") -> CodeSource:
    return CodeSource(f"urn:xoev-de:fim:codeliste:xdatenfelder.{name}", version)


CODE_SOURCES = {
    "freigabestatus": CodeSource("urn:xoev-de:xprozess:codeliste:status", "2020-03-19"),
    "schemaelementart": _xdf("schemaelementart"),
    "feldart": _xdf("feldart", "2.0"),
    "datentyp": _xdf("datentyp", "2.0"),
    "vorbefuellung": _xdf("vorbefuellung"),
    "typ": _xdf("regeltyp"),
    "art": _xdf("gruppenart"),
    "dokumentart": CodeSource("urn:xoev-de:fim-datenfelder:codeliste:dokumentart", "2022-01-01"),
    "ableitungsmodifikationenStruktur": _xdf("ableitungsmodifikationenStruktur"),
    "ableitungsmodifikationenRepraesentation": _xdf("ableitungsmodifikationenRepraesentation"),
}
"""Element of 3.0.0 -> its list. The name of the list of group kinds is inferred."""

CODE_SOURCES_V2 = {
    name: _xdf(name)
    for name in (
        "status",
        "schemaelementart",
        "feldart",
        "datentyp",
        "ableitungsmodifikationenStruktur",
        "ableitungsmodifikationenRepraesentation",
    )
}
"""Element of 2.0 -> its list."""

STATUS_CODES = frozenset("12345678")
STATUS_OF_V2 = {"inVorbereitung": "2", "aktiv": "5", "inaktiv": "7"}
"""2.0 knows three states. "aktiv" means released; silver is the weakest release of 3.0.0."""

OLD_STATUS = dict.fromkeys("1238", "inVorbereitung") | dict.fromkeys("456", "aktiv")
OLD_STATUS["7"] = "inaktiv"
OLD_FIELD_KINDS = {"hidden": "input", "locked": "input"}
OLD_TYPES = {"text_latin": "text", "time": "text", "datetime": "text"}
"""What 3.0.0 has and 2.0 lacks -> what stands there instead."""

FIELD_KINDS = frozenset({"input", "select", "label", "hidden", "locked"})
DATA_TYPES = frozenset(
    [
        "text",
        "text_latin",
        "date",
        "time",
        "datetime",
        "bool",
        "num",
        "num_int",
        "num_currency",
        "file",
        "obj",
    ]
)
ELEMENT_TYPES = frozenset({"ABS", "HAR", "RNG"})
RELATIONS = frozenset({"ABL", "ERS", "EQU", "VKN"})
TEXTUAL = frozenset({"text", "text_latin"})
NUMERIC = frozenset({"num", "num_int", "num_currency"})
TEMPORAL = frozenset({"date", "time", "datetime"})
ATTACHED = frozenset({"file", "obj"})

PREFILL = {"none": "keine", "optional": "optional", "mandatory": "verpflichtend"}
"""Only "keine" is proven by files; the other two follow the names in the FIM handbook."""

RULE_TYPES = {
    "condition": "K",
    "validation": "V",
    "calculation": "B",
    "required": "M",
    "eligibility": "V",
    "notice": "K",
}
"""Purpose of a Rule -> Regeltyp: komplex, Validierung, Berechnung, Multiplizität."""

PURPOSES = {"V": "validation", "B": "calculation", "M": "required"}

LAYOUT_PATTERNS = {
    "email": r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}",
    "phone": r"\+?[0-9][0-9 /()\-]{2,28}",
    "iban": r"[A-Z]{2}[0-9]{2}[A-Z0-9 ]{11,30}",
    "postcode": r"[0-9]{5}",
    "plate": r"[A-ZÄÖÜ]{1,3}[ \-][A-Z]{1,2} ?[0-9]{1,4}[EH]?",
}
"""Everyday shape of a text -> the pattern that says the same in a data schema."""

DEFAULT_FIELD = "F60000000001"
DEFAULT_PROFILE = "D99000000001"
"""Placeholders of the FIM building kit, for an empty group and for a missing Dokumentsteckbrief."""

KEPT = "xdf:"
"""Prefix of the extras that keep an element of a foreign file under its name."""
LOOSE = KEPT + "lose"
"""Marks a page that stands for loose fields, so that it becomes no group."""
AT_PLACE = KEPT + "struktur"
"""Marks a citation that belongs to the multiplicity (struktur/bezug), not to the element."""

MEMORY_OF: Final = {NS2: "fachwerk-xdatenfelder-2.0", NS3: "fachwerk-xdatenfelder-3.0.0"}
"""Namespace -> the processing instruction in a message of the other version that keeps what only
this one can say.
"""
MEMORIES: Final = frozenset(MEMORY_OF.values())

SOURCE_ID: Final = "source_xdatenfelder"
"""The id of the record that keeps an imported file."""
