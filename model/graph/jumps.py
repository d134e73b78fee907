"""From which event does the way jump, and to which?

A link (BPMN: Link Event) that is sent goes on where one of the same name is received, in the same
process or sub-process.
"""

from __future__ import annotations

from model.document.queries import Queries
from model.records import Event

Key = tuple[str, str]


def jumps(view: Queries) -> dict[str, list[str]]:
    """Sending link -> the links that receive it."""
    links = [event for event in view.of(Event) if event.trigger == "link"]
    receiving: dict[Key, list[str]] = {}
    for link in links:
        if link.direction == "receive":
            receiving.setdefault(key_of(link), []).append(link.id)
    sending = (link for link in links if link.direction == "send")
    return {link.id: receiving[key_of(link)] for link in sending if key_of(link) in receiving}


def key_of(link: Event) -> Key:
    """What two links have in common that belong together."""
    return link.parent, link.event_name.strip()
