"""Which record is a flow node of a foreign file?

What Fachwerk can edit becomes its own kind; everything else a ``ForeignNode`` that keeps its tag.
``extras``: tag = the element name where it is not the one we would write; event = the kind of an
event we only keep; pool = whose it is, without a lane.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from exporters.bpmn.elements import is_words_id
from exporters.bpmn.identity import Identity
from exporters.bpmn.lanes import Lanes
from exporters.bpmn.picture import Picture
from exporters.bpmn.raw import Raw
from exporters.bpmn.read_events import EventReader, OlderEventReader
from exporters.bpmn.sides import form_of, side_of
from exporters.bpmn.vocabulary import (
    ACTIVITIES,
    CHOREOGRAPHY,
    GATEWAYS,
    MODES,
    SORT_OF_TASK,
    TASK_OF_FORM,
    q,
)
from exporters.xmlkit.parse import text_of
from model.records import (
    Decision,
    ForeignNode,
    Parallel,
    Record,
    ServiceCall,
    Step,
    SubProcess,
)
from model.records.process import Repeats

Xml = Any
_SUBPROCESSES: Final = ("subProcess", "transaction", "adHocSubProcess")
_DOCUMENTATION: Final = q("documentation")
_LOOP: Final = q("standardLoopCharacteristics")
_MANY: Final = q("multiInstanceLoopCharacteristics")


class NodeReader:
    """Makes records of raw nodes. ``older``: as they were made before events had records."""

    def __init__(
        self, root: Xml, identity: Identity, picture: Picture, lanes: Lanes, *, older: bool = False
    ) -> None:
        self._picture = picture
        self._lanes = lanes
        self._older = older
        self._events = (OlderEventReader if older else EventReader)(root, identity)

    def read(self, raw: Raw, pool: str, pool_name: str) -> Iterator[Record]:
        """The record of a node, before it the deadline it names."""
        common: dict[str, Any] = {
            "id": raw.record,
            "name": raw.element.get("name", ""),
            "parent": raw.parent,
            "role": raw.lane,
            "documentation": _documentation(raw.element),
        }
        extras = (("pool", pool),) if pool and not raw.lane and not raw.parent else ()
        if raw.tag.endswith("Event") or raw.tag == "event":
            yield from self._events.read(raw, common, extras)
        else:
            yield self._other(raw, common, extras, pool_name)

    def _other(self, raw: Raw, common: dict[str, Any], extras: Any, pool_name: str) -> Record:
        tag = raw.tag
        if not self._older and raw.tag in ACTIVITIES:
            common["repeats"] = _repeats(raw.element)
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
            if self._older:
                extras = (*extras, ("tag", tag))
            else:
                common["task"] = SORT_OF_TASK[tag]
        return Step(**common, extras=extras, form=form)


def _documentation(node: Xml) -> str:
    for found in node.iterchildren(_DOCUMENTATION):
        if not is_words_id(found.get("id", "")):
            return text_of(found).strip()
    return ""


def _repeats(activity: Xml) -> Repeats:
    """Again and again, or once for each thing: side by side or one after the other."""
    for child in activity:
        if child.tag == _LOOP:
            return "loop"
        if child.tag == _MANY:
            return "sequential" if child.get("isSequential") in ("true", "1") else "parallel"
    return ""
