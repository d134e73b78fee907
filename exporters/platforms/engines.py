"""Which engines are there, and who writes for each?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from exporters.platforms import camunda8, cibseven, flowable, operaton, serviceportal
from exporters.platforms.operaton import Deployment
from model.document import Snapshot

ENGINES: Mapping[str, Callable[[Snapshot], Deployment]] = MappingProxyType(
    {
        "operaton": operaton.deployment,
        "cibseven": cibseven.deployment,
        "flowable": flowable.deployment,
        "camunda8": camunda8.deployment,
        "serviceportal": serviceportal.deployment,
    }
)
"""Key of the target -> its writer. A further engine is one module and one row."""


def deployment(view: Snapshot, target: str = "operaton") -> Deployment:
    """The files for an engine, what they could not say, and the verdict of each gate."""
    return ENGINES[target](view)
