"""Which official rules are there? All active numbers of xdfm 1.8, once each."""

from __future__ import annotations

from itertools import chain
from types import MappingProxyType

from exporters.quality import (
    kinds,
    law,
    lists,
    naming,
    network,
    profiles,
    ranges,
    regulation,
    states,
    structure,
    wording,
)
from exporters.quality.check import Check

_ROOMS = (
    naming,
    law,
    structure,
    kinds,
    ranges,
    lists,
    regulation,
    states,
    profiles,
    wording,
    network,
)

CHECKS: MappingProxyType[str, Check] = MappingProxyType(
    {
        check.number: check
        for check in sorted(
            chain.from_iterable(room.CHECKS for room in _ROOMS), key=lambda check: check.number
        )
    }
)
"""Number -> check, by number."""
