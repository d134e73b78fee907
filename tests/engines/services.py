"""Which services do the engines get beside the samples? Random ones, somebody for each step."""

from __future__ import annotations

from typing import Any

from model.document import Snapshot
from model.records import Deadline, Decision, Node, Role, Service, Timer
from model.records import Record as Anything


def staffed(view: Snapshot) -> Snapshot:
    """The service with an office for every step, so that it can be deployed."""
    office = Role(id="amt", name="Amt", side="office")
    return Snapshot.of_records([office, *(_placed(record, view) for record in view)])


def _placed(record: Anything, view: Snapshot) -> Anything:
    changed: dict[str, Any] = {}
    if isinstance(record, Timer) and not record.deadline:
        changed["deadline"] = next((one.id for one in view.children(record.id, Deadline)), "")
    if isinstance(record, Node) and not record.parent:
        changed["role"] = "amt"
    if isinstance(record, Decision) and not record.name:
        changed["name"] = "Wie weiter?"
    if isinstance(record, Service):
        changed["short_name"] = "Probe"
    return record.replaced(**changed) if changed else record
