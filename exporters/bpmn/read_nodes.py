"""Which record is a flow node of a foreign file?

What Fachwerk can edit becomes its own kind; everything else a ``ForeignNode`` that keeps its tag.
``extras``: tag = the element name
where it is not the one we would write; event = the kind of an event we only keep; attached_to =
its step; pool = whose it is, without a lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from exporters.bpmn.durations import read_duration
from exporters.bpmn.elements import is_words_id
from exporters.bpmn.identity import Identity
from exporters.bpmn.lanes import Lanes
from exporters.bpmn.picture import Picture
from exporters.bpmn.sides import form_of, side_of
from exporters.bpmn.vocabulary import (
    BPMN,
    CHOREOGRAPHY,
    GATEWAYS,
    MODES,
    TASK_OF_FORM,
    q,
)
from exporters.xmlkit.parse import text_of
from model.records import (
    Deadline,
    Decision,
    End,
    ForeignNode,
    Message,
    Parallel,
    Record,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)

Xml = Any
_SUBPROCESSES: Final = ("subProcess", "transaction", "adHocSubProcess")
_DOCUMENTATION: Final = q("documentation")
_RESULTS: Final[dict[str, Any]] = {"message": "message", "error": "error", "terminate": "stop"}


@dataclass(slots=True)
class Raw:
    """A flow node before it is a record."""

    record: str
    element: Xml
    tag: str
    scope: str
    parent: str
    lane: str = ""


class NodeReader:
    """Makes records of raw nodes; knows the shared messages and errors of the file."""

    def __init__(self, root: Xml, identity: Identity, picture: Picture, lanes: Lanes) -> None:
        self._identity = identity
        self._picture = picture
        self._lanes = lanes
        self._shared = {
            child.get("id"): child
            for tag in ("message", "error")
            for child in root.iterchildren(q(tag))
        }
        self._definitions = {
            child.get("id"): child
            for child in root.iterchildren()
            if isinstance(child.tag, str) and child.tag.endswith("EventDefinition")
        }

    def read(self, raw: Raw, pool: str, pool_name: str) -> Iterator[Record]:
        """The record of a node, before it the deadline it names."""
        common: dict[str, Any] = {
            "id": raw.record,
            "name": raw.element.get("name", ""),
            "parent": raw.parent,
            "role": raw.lane,
            "documentation": self._documentation(raw.element),
        }
        extras = (("pool", pool),) if pool and not raw.lane and not raw.parent else ()
        if raw.tag.endswith("Event") or raw.tag == "event":
            yield from self._event(raw, common, extras)
        else:
            yield self._other(raw, common, extras, pool_name)

    def _documentation(self, node: Xml) -> str:
        for found in node.iterchildren(_DOCUMENTATION):
            if not is_words_id(found.get("id", "")):
                return text_of(found).strip()
        return ""

    def _other(self, raw: Raw, common: dict[str, Any], extras: Any, pool_name: str) -> Record:
        tag = raw.tag
        if tag in MODES:
            return Decision(**common, extras=extras, mode=MODES[tag])  # type: ignore[arg-type]
        if tag in GATEWAYS:
            return Parallel(**common, extras=extras)
        if tag in CHOREOGRAPHY or tag == "implicitThrowEvent":
            return ForeignNode(**common, extras=extras, tag=tag)
        if tag == "callActivity":
            called = raw.element.get("calledElement", "")
            return ServiceCall(**common, extras=extras, called=called.rpartition(":")[2])
        if tag in _SUBPROCESSES:
            return SubProcess(
                **common,
                extras=extras if tag == "subProcess" else (*extras, ("tag", tag)),
                expanded=self._picture.is_expanded(raw.element.get("id", "")),
                by_event=raw.element.get("triggeredByEvent") in ("true", "1"),
            )
        side = self._lanes.side(raw.lane) if raw.lane else side_of(pool_name, ())
        form = form_of(tag, side)
        if tag != TASK_OF_FORM[form]:
            extras = (*extras, ("tag", tag))
        return Step(**common, extras=extras, form=form)

    # ------------------------------------------------------------------------------------ events

    def _event(self, raw: Raw, common: dict[str, Any], extras: Any) -> Iterator[Record]:
        sort, definition = self._definition(raw.element)
        attached = self._identity.meant(raw.element.get("attachedToRef", ""), raw.scope)
        if raw.tag in ("startEvent", "endEvent"):
            yield from self._end_or_start(raw, common, extras, sort, definition)
            return
        if sort in ("message", "timer") and (raw.tag != "boundaryEvent" or attached):
            common["attached_to"] = attached
            common["interrupting"] = raw.element.get("cancelActivity") not in ("false", "0")
            if sort == "message":
                direction: Any = "send" if raw.tag == "intermediateThrowEvent" else "receive"
                name = self._name_of(definition, "messageRef")
                yield Message(**common, extras=extras, direction=direction, message_name=name)
                return
            deadline = self._deadline(raw, definition)
            if deadline is not None:
                yield deadline
                common["deadline"] = deadline.id
            yield Timer(**common, extras=extras)
            return
        if sort:
            extras = (*extras, ("event", sort))
        if attached:
            common["attached_to"] = attached
        yield ForeignNode(**common, extras=extras, tag=raw.tag)

    def _end_or_start(
        self, raw: Raw, common: dict[str, Any], extras: Any, sort: str, definition: Xml
    ) -> Iterator[Record]:
        if sort == "message":
            common["message_name"] = self._name_of(definition, "messageRef")
        if raw.tag == "startEvent":
            if sort == "timer":
                deadline = self._deadline(raw, definition)
                if deadline is not None:
                    yield deadline
                    common["deadline"] = deadline.id
            known = sort in ("message", "timer")
            kept = extras if known or not sort else (*extras, ("event", sort))
            trigger: Any = sort if known else "none"
            yield Start(**common, extras=kept, trigger=trigger)
            return
        result = _RESULTS.get(sort, "none")
        if result == "error":
            common["error_code"] = self._code_of(definition)
        kept = (*extras, ("event", sort)) if sort and result == "none" else extras
        yield End(**common, extras=kept, result=result)

    def _definition(self, event: Xml) -> tuple[str, Xml]:
        """The one definition of an event: its kind and element; "multiple" when there are more."""
        found: list[Xml] = []
        for child in event:
            tag = child.tag
            if not isinstance(tag, str) or not tag.startswith("{" + BPMN):
                continue
            if tag.endswith("EventDefinition"):
                found.append(child)
            elif tag.endswith("eventDefinitionRef"):
                shared = self._definitions.get(text_of(child).strip().rpartition(":")[2])
                if shared is not None:
                    found.append(shared)
        if not found:
            return "", None
        if len(found) > 1:
            return "multiple", None
        name = found[0].tag[len(BPMN) + 2 :]
        return name.removesuffix("EventDefinition"), found[0]

    def _name_of(self, definition: Xml, attribute: str) -> str:
        shared = self._shared.get(definition.get(attribute, "").rpartition(":")[2])
        return shared.get("name", "") if shared is not None else ""

    def _code_of(self, definition: Xml) -> str:
        shared = self._shared.get(definition.get("errorRef", "").rpartition(":")[2])
        return shared.get("errorCode", "") if shared is not None else ""

    def _deadline(self, raw: Raw, definition: Xml) -> Deadline | None:
        duration = next(definition.iterchildren(q("timeDuration")), None)
        found = read_duration(text_of(duration)) if duration is not None else None
        if found is None:
            return None
        record = self._identity.free(f"{raw.record}_deadline")
        self._identity.element[record] = duration
        return Deadline(id=record, parent=raw.record, length=found[0], unit=found[1])
