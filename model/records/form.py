"""What is asked, and in which form?"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, ClassVar, Literal, Self

from pydantic import model_validator

from model.records.base import NESTED, Child, Record, Ref
from model.records.expression import Expression

FieldKind = Literal["input", "select", "label", "hidden", "locked"]
DataType = Literal[
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

_EVERY: frozenset[str] = frozenset(DataType.__args__)  # type: ignore[attr-defined]
LEGAL_FIELD_TYPES: dict[str, frozenset[str]] = {
    "input": _EVERY,
    "select": frozenset({"text"}),
    "label": frozenset({"text"}),
    "hidden": _EVERY - {"file", "obj"},
    "locked": _EVERY - {"obj"},
}
"""Which Datentyp a Feldart may have (xdfm 1.8, rules 1011, 1012, 1015 to 1018.

FITKO "Grundsätzliches über Datenfelder").
"""


class Field(Child):
    """One question or value (FIM: Datenfeld).

    ``parent`` is the page or office step, or the group, it stands in.

    ``minimum``:``maximum`` is the multiplicity (FIM: Anzahl; None = any number); required means
    minimum > 0. ``choices`` "many" allows several options. ``layout`` is the everyday shape of a
    text: plain, long, email, phone, iban, postcode, plate. Lengths are characters; values are
    decimals as text in the field's unit. ``purpose`` and ``retention`` answer why it is asked and
    how long it is kept.
    """

    kind: Literal["field"] = "field"
    family: ClassVar[str] = "row"

    label: str = ""
    name: str = ""
    help: str = ""
    field_kind: FieldKind = "input"
    data_type: DataType = "text"
    layout: Literal["plain", "long", "email", "phone", "iban", "postcode", "plate"] = "plain"
    minimum: int = 0
    maximum: int | None = 1
    choices: Literal["one", "many"] = "one"
    code_list: Ref = ""
    content: str = ""
    unit: str = ""
    min_length: int | None = None
    max_length: int | None = None
    min_value: Decimal | None = None
    max_value: Decimal | None = None
    pattern: str = ""
    error_text: str = ""
    visible: Annotated[Expression | None, NESTED] = None
    value: Annotated[Expression | None, NESTED] = None
    prefill: Literal["none", "optional", "mandatory"] = "none"
    media_types: tuple[str, ...] = ()
    max_size: int | None = None
    purpose: str = ""
    retention: str = ""
    fim_id: str = ""
    fim_version: str = ""
    element_type: Literal["ABS", "HAR", "RNG"] = "RNG"

    @property
    def required(self) -> bool:
        return self.minimum > 0

    @model_validator(mode="after")
    def _legal(self) -> Self:
        if self.data_type not in LEGAL_FIELD_TYPES[self.field_kind]:
            raise ValueError(f"{self.field_kind} cannot be {self.data_type}")
        return self


class FieldGroup(Child):
    """Questions that belong together (FIM: Datenfeldgruppe); repeatable when ``maximum`` is not 1.

    ``either`` = exactly one of its parts (FIM: Auswahlgruppe).
    """

    kind: Literal["group"] = "group"
    family: ClassVar[str] = "row"

    label: str = ""
    name: str = ""
    help: str = ""
    minimum: int = 1
    maximum: int | None = 1
    either: bool = False
    visible: Annotated[Expression | None, NESTED] = None
    fim_id: str = ""
    fim_version: str = ""
    element_type: Literal["ABS", "HAR", "RNG"] = "RNG"

    @property
    def repeatable(self) -> bool:
        return self.maximum != 1


class CodeList(Record):
    """A list of codes with a name of its own (FIM: Codeliste); its options name it as parent.

    ``urn`` without umlauts, ``version`` a date.
    """

    kind: Literal["code_list"] = "code_list"
    name: str = ""
    urn: str = ""
    version: str = ""
    issuer: str = ""


class Option(Child):
    """One answer to choose (FIM: Wert); ``parent`` is the field or the code list.

    ``code`` is what is stored.
    """

    kind: Literal["option"] = "option"
    family: ClassVar[str] = "row"
    label: str = ""
    code: str = ""
    help: str = ""


class FieldUse(Child):
    """A step uses an answer given elsewhere: reads, checks or decides by it.

    ``parent`` is the step.
    """

    kind: Literal["use"] = "use"
    family: ClassVar[str] = "row"
    field: Ref
    mode: Literal["reads", "checks", "decides"] = "reads"
