"""What does a process look like before it becomes XML?

Plain, mutable dataclasses between meaning (``semantics.build``) and bytes (``writer.serialise``).
**This is the hook
of the engine-specific writers**: they build the description, walk over it, and add to it; the XML
stays here.

    description = build(snapshot, report)
    description.namespaces["camunda"] = CAMUNDA
    description.processes[0].attributes["isExecutable"] = "true"        # plain name, or "{uri}name"
    node = description.nodes[step.id]                                   # keys are the ids in the
    file, see ``id_of``
    node.tag = "businessRuleTask"
    node.attributes[f"{{{CAMUNDA}}}topic"] = "fachwerk-bezahlung"
    node.extensions.append(lambda parent: element(parent, f"{{{CAMUNDA}}}properties"))
    flow.condition_text = "${...}"; flow.condition_attributes[f"{{{XSI}}}type"] =
    "bpmn:tFormalExpression"
    insert_before(description, node.id, Node(id="...", tag="businessRuleTask", name="..."))   #
    rewires, makes room in the picture
    data = serialise(description)

An extension is a function that receives the element ``extensionElements`` and appends to it, so
that namespaces are those of the file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from model.geometry import Point, Rect
from model.records import Expression

NOWHERE: Final = Rect(0, 0, 0, 0)

Extension = Callable[[Any], object]
"""Appends children to the extensionElements it is given."""


@dataclass(slots=True, kw_only=True)
class Part:
    """Anything with an id. ``record`` is the record it says, "" for what the writer inserted."""

    id: str
    name: str = ""
    record: str = ""
    documentation: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)
    extensions: list[Extension] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Event:
    """The definition inside an event. ``sort``: message, timer, error, terminate, ... (element
    name without "EventDefinition").

    ``refers`` is the id of a ``Shared``; ``time_tag`` timeDuration, timeDate or timeCycle with
    ``time``; ``condition`` belongs to a conditional event, ``name`` to a link.
    """

    sort: str
    refers: str = ""
    name: str = ""
    condition: str = ""
    condition_attributes: dict[str, str] = field(default_factory=dict)
    time_tag: str = "timeDuration"
    time: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    extensions: list[Extension] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Node(Part):
    """A flow node. ``process`` and ``parent`` (a sub-process, or "") say where it stands, ``lane``
    who does it.

    ``words`` is the readable summary of fields, deadlines and norms, written as a documentation of
    its own. ``repeats``: loop, parallel, sequential; ``repeats_with`` fills that element.
    """

    tag: str
    process: str = ""
    parent: str = ""
    lane: str = ""
    default: str = ""
    attached_to: str = ""
    event: Event | None = None
    box: Rect = NOWHERE
    expanded: bool | None = None
    words: str = ""
    repeats: str = ""
    repeats_with: list[Extension] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Flow(Part):
    """A sequence flow. ``condition`` is the tree, ``condition_text`` what is written (the
    sentence, unless a writer sets it).
    """

    source: str
    target: str
    process: str = ""
    parent: str = ""
    condition: Expression | None = None
    condition_text: str = ""
    condition_attributes: dict[str, str] = field(default_factory=dict)
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Lane(Part):
    """A lane; its nodes are those that name it. ``parent`` is a pool or another lane."""

    process: str = ""
    parent: str = ""
    box: Rect = NOWHERE


@dataclass(slots=True, kw_only=True)
class Pool(Part):
    """A participant; ``process`` "" = a black box."""

    process: str = ""
    box: Rect = NOWHERE


@dataclass(slots=True, kw_only=True)
class Process(Part):
    """One process; nodes and flows name it. ``isExecutable`` is among its attributes, "false"
    unless a writer says otherwise.
    """


@dataclass(slots=True, kw_only=True)
class Shared(Part):
    """What events refer to by id. ``sort``: message, signal, error, escalation. ``code`` is the
    code of an error or an escalation.
    """

    sort: str
    code: str = ""


@dataclass(slots=True, kw_only=True)
class MessageFlow(Part):
    """A message between two participants."""

    source: str
    target: str
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Note(Part):
    """A text annotation; ``name`` is its text. ``about`` is the id of what the association ties it
    to, "" = nothing; ``points`` the dotted line.
    """

    process: str = ""
    parent: str = ""
    about: str = ""
    association: str = ""
    box: Rect = NOWHERE
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Frame(Part):
    """A group; its name is the value ``value`` of a category of its own."""

    process: str = ""
    parent: str = ""
    category: str = ""
    value: str = ""
    box: Rect = NOWHERE


@dataclass(slots=True, kw_only=True)
class Thing(Part):
    """What is worked with. ``form``: object, store, input, output; ``whole`` is the id of the data
    object or store that it shows, "" for an input or output.
    """

    form: str
    whole: str = ""
    many: bool = False
    state: str = ""
    process: str = ""
    parent: str = ""
    box: Rect = NOWHERE


@dataclass(slots=True, kw_only=True)
class DataWay(Part):
    """A node reads or writes a thing; ``place`` is the id of what it reads into."""

    node: str
    thing: str
    reads: bool
    place: str = ""
    points: list[Point] = field(default_factory=list)


@dataclass(slots=True)
class Description:
    """Everything one BPMN file says. Dictionaries are keyed by id, in the order of writing."""

    id: str
    target_namespace: str
    namespaces: dict[str, str] = field(default_factory=dict)
    processes: list[Process] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)
    flows: dict[str, Flow] = field(default_factory=dict)
    lanes: dict[str, Lane] = field(default_factory=dict)
    pools: dict[str, Pool] = field(default_factory=dict)
    messages: dict[str, MessageFlow] = field(default_factory=dict)
    shared: dict[str, Shared] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    frames: dict[str, Frame] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    data_ways: dict[str, DataWay] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)

    def id_of(self, record: str) -> str:
        """The id a record has in the file (its own one, where that is an NCName)."""
        return self.ids.get(record, record)

    def outgoing(self, node: str) -> list[Flow]:
        return [flow for flow in self.flows.values() if flow.source == node]

    def incoming(self, node: str) -> list[Flow]:
        return [flow for flow in self.flows.values() if flow.target == node]
