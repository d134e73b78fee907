"""Who takes part?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child


class Pool(Child):
    """A participant (BPMN: Pool, Beteiligte).

    An organisation with lanes, or a black box that only sends and receives.
    """

    kind: Literal["pool"] = "pool"
    name: str = ""
    black_box: bool = False


class Role(Child):
    """Who does it (BPMN: Lane, Bahn).

    ``side`` decides what its cards are: pages of the form, office steps or automatic steps.

    ``group``: technical name of the group of people on a platform; empty = derived from the name.
    """

    kind: Literal["role"] = "role"
    name: str = ""
    side: Literal["applicant", "office", "system"] = "office"
    group: str = ""
