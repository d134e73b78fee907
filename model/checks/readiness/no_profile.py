"""Finds services from FIM that name no Dokumentsteckbrief, or a wrong number of one.

By it the data schema and the process of a service know each other. A service that was drawn here
hears of it when it is exported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.reading import Reading
from model.records import Field, ForeignFile, Service, Step

_NUMBER = re.compile(r"D\d{8}(\d{3})?")
_STAND_INS = frozenset({"D99000001", "D99000000001"})


def _find(view: Reading) -> Iterator[Found]:
    profile = view.service.document_profile.strip()
    missing = not profile or profile in _STAND_INS
    if not missing and _NUMBER.fullmatch(profile):
        return
    if missing and not _from_fim(view):
        return
    repair = Repair("give_profile", opens="document_profile")
    yield Found(view.service.id, {"profile": profile}, (repair,), "" if missing else "odd")


def _from_fim(view: Reading) -> bool:
    """It was read in and bears ids of FIM or activity groups."""
    if not view.foreign:
        return False
    if any(field.fim_id for field in view.of(Field)):
        return True
    return any(step.activity_group for step in view.of(Step))


NO_PROFILE = Check("no_profile", "hint", (Service, Step, Field, ForeignFile), whole=_find)
