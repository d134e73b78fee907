"""Which record is an event of a foreign file?

One definition makes a message, a deadline, a start, an end or an ``Event``; several at once are a
kept block. ``Older`` reads as the program did before it knew events (11/2026): services imported
then are compared with that reading, so an unedited one is still its source to the byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exporters.bpmn.durations import read_duration
from exporters.bpmn.identity import Identity
from exporters.bpmn.raw import Raw
from exporters.bpmn.vocabulary import BPMN, SHARED_CODES, TRIGGERS, q
from exporters.xmlkit.parse import text_of
from model.records import (
    Deadline,
    End,
    Event,
    ForeignNode,
    Message,
    Record,
    Start,
    Timer,
)

Xml = Any
_SHARED: Final = ("message", "error", "signal", "escalation")
_RESULTS: Final[dict[str, Any]] = {"message": "message", "terminate": "stop"}
_OLD_RESULTS: Final[dict[str, Any]] = {**_RESULTS, "error": "error"}
_NAMED: Final = frozenset({"signal", "escalation", "error"})
_OF_START: Final = frozenset({"signal", "conditional", "error", "escalation", "compensate"})
_OF_END: Final = frozenset({"signal", "escalation", "error", "cancel", "compensate"})
_NO: Final = ("false", "0")


class EventReader:
    """Makes records of events; knows the shared messages, signals, errors of the file."""

    def __init__(self, root: Xml, identity: Identity) -> None:
        self._identity = identity
        self._shared = {
            child.get("id"): child for tag in _SHARED for child in root.iterchildren(q(tag))
        }
        self._definitions = {
            child.get("id"): child
            for child in root.iterchildren()
            if isinstance(child.tag, str) and child.tag.endswith("EventDefinition")
        }

    def read(self, raw: Raw, common: dict[str, Any], extras: Any) -> Iterator[Record]:
        """The record of an event, before it the deadline it names."""
        sort, definition = self.definition(raw.element)
        attached = self._identity.meant(raw.element.get("attachedToRef", ""), raw.scope)
        if raw.tag == "startEvent":
            yield from self._start(raw, common, extras, sort, definition)
        elif raw.tag == "endEvent":
            yield self._end(common, extras, sort, definition)
        elif raw.tag == "boundaryEvent" and not attached:
            yield self._block(raw, common, extras, sort, "")
        elif sort in ("message", "timer"):
            yield from self._on_the_way(raw, common, extras, sort, definition, attached)
        elif sort in TRIGGERS and raw.tag != "event":
            yield self._event(raw, common, extras, sort, definition, attached)
        else:
            yield self._block(raw, common, extras, sort, attached)

    def _start(
        self, raw: Raw, common: dict[str, Any], extras: Any, sort: str, definition: Xml
    ) -> Iterator[Record]:
        if sort == "message":
            common["message_name"] = self.name_of(definition, "message")
        if sort == "timer":
            deadline = self.deadline(raw, definition)
            if deadline is not None:
                yield deadline
                common["deadline"] = deadline.id
        trigger: Any = sort if sort in ("message", "timer") else "none"
        if sort in _OF_START:
            trigger = TRIGGERS[sort]
            common |= self._named(sort, definition)
            extras = (*extras, *_condition(sort, definition))
        elif sort and trigger == "none":
            extras = (*extras, ("event", sort))
        if raw.element.get("isInterrupting") in _NO:
            common["interrupting"] = False
        yield Start(**common, extras=extras, trigger=trigger)

    def _end(self, common: dict[str, Any], extras: Any, sort: str, definition: Xml) -> Record:
        result = _RESULTS.get(sort, "none")
        if sort == "message":
            common["message_name"] = self.name_of(definition, "message")
        elif sort in _OF_END:
            result = TRIGGERS[sort]
            common |= self._named(sort, definition)
        elif sort and result == "none":
            extras = (*extras, ("event", sort))
        return End(**common, extras=extras, result=result)

    def _on_the_way(
        self,
        raw: Raw,
        common: dict[str, Any],
        extras: Any,
        sort: str,
        definition: Xml,
        attached: str,
    ) -> Iterator[Record]:
        """A message or a deadline."""
        common["attached_to"] = attached
        common["interrupting"] = raw.element.get("cancelActivity") not in _NO
        if sort == "message":
            direction: Any = "send" if raw.tag == "intermediateThrowEvent" else "receive"
            name = self.name_of(definition, "message")
            yield Message(**common, extras=extras, direction=direction, message_name=name)
            return
        deadline = self.deadline(raw, definition)
        if deadline is not None:
            yield deadline
            common["deadline"] = deadline.id
        yield Timer(**common, extras=extras)

    def _event(
        self,
        raw: Raw,
        common: dict[str, Any],
        extras: Any,
        sort: str,
        definition: Xml,
        attached: str,
    ) -> Record:
        common |= self._named(sort, definition)
        if sort == "link":
            common["event_name"] = definition.get("name", "")
        trigger: Any = TRIGGERS[sort]
        return Event(
            **common,
            extras=(*extras, *_condition(sort, definition)),
            trigger=trigger,
            direction="send" if raw.tag == "intermediateThrowEvent" else "receive",
            attached_to=attached,
            interrupting=raw.element.get("cancelActivity") not in _NO,
        )

    def _block(
        self, raw: Raw, common: dict[str, Any], extras: Any, sort: str, attached: str
    ) -> Record:
        """What is only kept."""
        if sort:
            extras = (*extras, ("event", sort))
        return ForeignNode(**common, extras=extras, tag=raw.tag, attached_to=attached)

    # --------------------------------------------------------------------------- what is named

    def definition(self, event: Xml) -> tuple[str, Xml]:
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

    def _named(self, sort: str, definition: Xml) -> dict[str, Any]:
        """Name and code of a signal, an escalation or an error."""
        if sort not in _NAMED:
            return {}
        return {
            "event_name": self.name_of(definition, sort),
            "error_code": self.code_of(definition, sort),
        }

    def name_of(self, definition: Xml, sort: str) -> str:
        shared = self._shared_by(definition, sort)
        return shared.get("name", "") if shared is not None else ""

    def code_of(self, definition: Xml, sort: str) -> str:
        shared = self._shared_by(definition, sort)
        code = SHARED_CODES.get(sort, "")
        return shared.get(code, "") if shared is not None and code else ""

    def _shared_by(self, definition: Xml, sort: str) -> Xml:
        return self._shared.get(definition.get(f"{sort}Ref", "").rpartition(":")[2])

    def deadline(self, raw: Raw, definition: Xml) -> Deadline | None:
        duration = next(definition.iterchildren(q("timeDuration")), None)
        found = read_duration(text_of(duration)) if duration is not None else None
        if found is None:
            return None
        record = self._identity.free(f"{raw.record}_deadline")
        self._identity.element[record] = duration
        return Deadline(id=record, parent=raw.record, length=found[0], unit=found[1])


class OlderEventReader(EventReader):
    """Signals, conditions and the like are kept blocks or kept words, as they were before."""

    def read(self, raw: Raw, common: dict[str, Any], extras: Any) -> Iterator[Record]:
        sort, definition = self.definition(raw.element)
        attached = self._identity.meant(raw.element.get("attachedToRef", ""), raw.scope)
        if raw.tag == "startEvent":
            known = sort in ("message", "timer", "")
            old = extras if known else (*extras, ("event", sort))
            for record in super()._start(raw, common, (), sort if known else "", definition):
                is_start = isinstance(record, Start)
                yield record.replaced(extras=old, interrupting=True) if is_start else record
        elif raw.tag == "endEvent":
            yield self._older_end(common, extras, sort, definition)
        elif sort in ("message", "timer") and (raw.tag != "boundaryEvent" or attached):
            yield from self._on_the_way(raw, common, extras, sort, definition, attached)
        else:
            yield self._block(raw, common, extras, sort, attached)

    def _older_end(self, common: dict[str, Any], extras: Any, sort: str, definition: Xml) -> Record:
        result = _OLD_RESULTS.get(sort, "none")
        if sort == "message":
            common["message_name"] = self.name_of(definition, "message")
        if sort == "error":
            common["error_code"] = self.code_of(definition, "error")
        kept = (*extras, ("event", sort)) if sort and result == "none" else extras
        return End(**common, extras=kept, result=result)


def _condition(sort: str, definition: Xml) -> tuple[tuple[str, str], ...]:
    """The text of a condition, kept as it stands."""
    if sort != "conditional":
        return ()
    found = next(definition.iterchildren(q("condition")), None)
    text = text_of(found).strip() if found is not None else ""
    return (("condition", text),) if text else ()
