"""Is a foreign lane the applicant's, an office's or a system's?

BPMN does not say; the rule, in this order: the lane's name holds a word for applicants; or a word
for machines; or all its
tasks are automatic (service, script, rule, send) and there is at least one; else it is an office.
Without a lane the same
holds for the name of the pool.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from exporters.bpmn.vocabulary import ACTIVITIES, AUTOMATIC_TASKS

Side = Literal["applicant", "office", "system"]

_APPLICANT: Final = re.compile(
    r"antragstell|bürger|buerger|kund|einwohner|anmelder|unternehmen\b|betroffene|"
    r"applicant|citizen|customer|client|requester|claimant",
    re.IGNORECASE,
)
_SYSTEM: Final = re.compile(
    r"\bsystem|automat|fachverfahren|\bit\b|software|server|portal|datenbank|engine|"
    r"\bbot\b|schnittstelle|basisdienst",
    re.IGNORECASE,
)


def side_of(name: str, tags: Iterable[str]) -> Side:
    """The side of a lane with this name and these elements in it."""
    if _APPLICANT.search(name):
        return "applicant"
    if _SYSTEM.search(name):
        return "system"
    tasks = [tag for tag in tags if tag in ACTIVITIES]
    if tasks and all(tag in AUTOMATIC_TASKS for tag in tasks):
        return "system"
    return "office"


def form_of(tag: str, side: Side) -> Literal["page", "office", "automatic"]:
    """What a task is in a lane of that side."""
    if tag in AUTOMATIC_TASKS or (side == "system" and tag == "task"):
        return "automatic"
    if side == "applicant" and tag in ("task", "userTask", "manualTask"):
        return "page"
    return "office"
