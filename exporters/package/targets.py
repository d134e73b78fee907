"""Which platforms does a package serve, and what does the receiver put in there?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from exporters.artifact import Artifact
from exporters.platforms.engines import ENGINES
from exporters.platforms.flowable.gates import GATES as FLOWABLE_GATES
from exporters.platforms.flowable.writer import archive
from exporters.platforms.gates import gates_for
from exporters.platforms.operaton import Deployment
from exporters.platforms.profile import CIBSEVEN, OPERATON
from model.document import Snapshot


def _as_they_are(found: Deployment) -> list[Artifact]:
    return found.artifacts


def _in_one_archive(found: Deployment) -> list[Artifact]:
    """What the engine takes is one archive; the page for people lies beside it."""
    page = [one for one in found.artifacts if one.role == "anleitung"]
    inside = [one for one in found.artifacts if one.role != "anleitung"]
    return [archive(found.key, inside), *page]


@dataclass(frozen=True, slots=True)
class Served:
    """One platform: what it is called, which profile it follows, what is asked of its files, and
    how they are handed over.
    """

    engine: str
    profile: str
    gates: Iterable[str]
    handed_over: Callable[[Deployment], list[Artifact]] = _as_they_are


SERVED: Mapping[str, Served] = MappingProxyType(
    {
        "operaton": Served(OPERATON.name, "camunda7", tuple(gates_for(OPERATON))),
        "cibseven": Served(CIBSEVEN.name, "camunda7", tuple(gates_for(CIBSEVEN))),
        "flowable": Served("Flowable", "flowable", tuple(FLOWABLE_GATES), _in_one_archive),
    }
)
"""Key of the target -> platform. A further engine is one row here."""


def deployments(view: Snapshot) -> dict[str, Deployment]:
    """The files for every platform, ready or not."""
    return {target: ENGINES[target](view) for target in SERVED}
