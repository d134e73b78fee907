"""Which record does a line of a file hold?"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

from pydantic import Field as PydanticField
from pydantic import TypeAdapter

from model.records.aside import Annotation, DataFlow, DataObject, Frame
from model.records.base import Record
from model.records.deadline import Deadline
from model.records.evidence import Evidence
from model.records.example import ExampleCase
from model.records.fee import Fee, TariffRow
from model.records.flow import Flow, MessageFlow
from model.records.foreign import ForeignFile, ForeignNode
from model.records.form import CodeList, Field, FieldGroup, FieldUse, Option
from model.records.law import Citation, Norm
from model.records.layer import Layer
from model.records.oldform import OldEntry, OldForm
from model.records.placement import Placement
from model.records.process import (
    Decision,
    End,
    Event,
    Message,
    Parallel,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from model.records.remark import Remark
from model.records.role import Pool, Role
from model.records.rule import Rule
from model.records.script import Script, Stop
from model.records.service import DescriptionModule, Service
from model.records.text import Text

AnyRecord = Annotated[
    Annotation
    | Citation
    | CodeList
    | DataFlow
    | DataObject
    | Deadline
    | Decision
    | DescriptionModule
    | End
    | Event
    | Evidence
    | ExampleCase
    | Fee
    | Field
    | FieldGroup
    | FieldUse
    | Flow
    | ForeignFile
    | ForeignNode
    | Frame
    | Layer
    | Message
    | MessageFlow
    | Norm
    | OldEntry
    | OldForm
    | Option
    | Parallel
    | Placement
    | Pool
    | Remark
    | Role
    | Rule
    | Script
    | Service
    | ServiceCall
    | Start
    | Step
    | Stop
    | SubProcess
    | TariffRow
    | Text
    | Timer,
    PydanticField(discriminator="kind"),
]
"""Every kind of record; the field ``kind`` tells which."""

_CLASSES: tuple[type[Record], ...] = AnyRecord.__origin__.__args__  # type: ignore[attr-defined]
KINDS: dict[str, type[Record]] = {c.model_fields["kind"].default: c for c in _CLASSES}
"""Kind word in the file -> class."""


def make(kind: str, **values: Any) -> Any:
    """A record of the kind with that word.

    Raises:
        KeyError: there is no such kind.
    """
    return KINDS[kind](**values)


@cache
def record_adapter() -> TypeAdapter[Any]:
    """The validator of one line; built once, on first use (it costs some 50 ms)."""
    return TypeAdapter(AnyRecord)
