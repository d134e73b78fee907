"""What is known about who signed a package?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exporters.signature.problem import Problem

UNSIGNED, VALID, UNKNOWN, INVALID = "unsigned", "valid", "unknown", "invalid"
"""The four words. ``UNKNOWN``: the files are as they were signed, but nobody vouches for the
signer.
"""


@dataclass(frozen=True, slots=True)
class Signer:
    """What the certificate says about the one who signed; times in UTC. ``claimed`` is the time of
    signing, which only the signer vouches for.
    """

    name: str
    issuer: str
    serial: str
    begins: datetime
    ends: datetime
    claimed: datetime


@dataclass(frozen=True, slots=True)
class Verdict:
    """The state of a signature, its signer, and all that does not fit. ``path``: the names from the
    signer up to the trusted authority.
    """

    state: str
    signer: Signer | None = None
    path: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
