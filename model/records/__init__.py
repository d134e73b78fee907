"""Which facts make up a public service?

Frozen pydantic records, one family a module. A record is a fact with an id; it is replaced, never
altered. Children name their ``parent`` and carry a fractional ``order`` key; a parent never lists
its children, so two people who insert at different places never conflict.

Why all kinds stand here from the first version (11/2026): a kind added later is unknown to older
programs; they keep it, but cannot show it. Dated states: a record with ``of`` is a state of the
record it names, valid between its dates; everybody refers to the first id. Why extras are pairs and
not a dict: a record is immutable to the bottom, and the order of foreign XML counts.
"""

from model.records.aside import Annotation, DataFlow, DataObject, Frame
from model.records.base import Extras, Record
from model.records.deadline import Deadline
from model.records.evidence import Evidence
from model.records.example import ExampleAnswer, ExampleCase, ExampleTurn
from model.records.expression import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    FeeAmount,
    Membership,
    Named,
    Not,
    Present,
    Sum,
    Today,
    Value,
)
from model.records.fee import Fee, TariffRow
from model.records.flow import Flow, MessageFlow
from model.records.foreign import ForeignFile, ForeignNode, Unknown
from model.records.form import (
    LEGAL_FIELD_TYPES,
    CodeList,
    Field,
    FieldGroup,
    FieldUse,
    Option,
)
from model.records.law import Citation, Norm
from model.records.layer import Layer, LayerChange
from model.records.oldform import OldEntry, OldForm
from model.records.order import key_between, keys_between
from model.records.placement import Placement
from model.records.process import (
    Decision,
    End,
    Event,
    Message,
    Node,
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
from model.records.script import Aim, Deed, Goal, Script, Stop
from model.records.service import DescriptionModule, Service
from model.records.text import Text
from model.records.union import KINDS, AnyRecord, make, record_adapter

__all__ = [
    "KINDS",
    "LEGAL_FIELD_TYPES",
    "Aim",
    "AllOf",
    "Annotation",
    "Answer",
    "AnyOf",
    "AnyRecord",
    "Arithmetic",
    "Chosen",
    "Citation",
    "CodeList",
    "Comparison",
    "Count",
    "DataFlow",
    "DataObject",
    "DateShift",
    "Deadline",
    "Decision",
    "Deed",
    "DescriptionModule",
    "End",
    "Event",
    "Evidence",
    "ExampleAnswer",
    "ExampleCase",
    "ExampleTurn",
    "Expression",
    "Extras",
    "Fee",
    "FeeAmount",
    "Field",
    "FieldGroup",
    "FieldUse",
    "Flow",
    "ForeignFile",
    "ForeignNode",
    "Frame",
    "Goal",
    "Layer",
    "LayerChange",
    "Membership",
    "Message",
    "MessageFlow",
    "Named",
    "Node",
    "Norm",
    "Not",
    "OldEntry",
    "OldForm",
    "Option",
    "Parallel",
    "Placement",
    "Pool",
    "Present",
    "Record",
    "Remark",
    "Role",
    "Rule",
    "Script",
    "Service",
    "ServiceCall",
    "Start",
    "Step",
    "Stop",
    "SubProcess",
    "Sum",
    "TariffRow",
    "Text",
    "Timer",
    "Today",
    "Unknown",
    "Value",
    "key_between",
    "keys_between",
    "make",
    "record_adapter",
]
