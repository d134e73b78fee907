"""Finds two pages or steps of the same name, or two fields of the same name on one card.

Nobody can tell which is meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.commands import rename
from model.document import Snapshot
from model.records import Field, FieldGroup, Record, ServiceCall, Step, SubProcess


def _find(view: Snapshot) -> Iterator[Found]:
    for place, kinds in (("", (Step, SubProcess, ServiceCall)), ("card", (Field, FieldGroup))):
        named: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for kind in kinds:
            for record in view.of(kind):
                where = getattr(record, "parent", "") if place else ""
                named[(where, name_of(record).strip().casefold())].append(record)
        for (_, name), records in named.items():
            if name and len(records) > 1:
                yield from _each_but_first(records)


def _each_but_first(records: list[Record]) -> Iterator[Found]:
    for number, record in enumerate(records[1:], start=2):
        name = name_of(record)
        yield Found(
            record.id,
            {"name": name, "n": len(records)},
            (Repair("number_it", partial(rename, record=record.id, text=f"{name} ({number})")),),
        )


DUPLICATE_NAMES = Check(
    "duplicate_names",
    "warning",
    (Step, SubProcess, ServiceCall, Field, FieldGroup),
    whole=_find,
    heeds=frozenset({"name", "label", "parent"}),
)
