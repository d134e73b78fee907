"""Finds the same question on two pages: what was said once is not asked again (once only)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called, called_at, name_of
from model.checks.reading import Reading
from model.commands import remove
from model.records import Field, Step


def _find(view: Reading) -> Iterator[Found]:
    pages = {step.id for step in view.of(Step) if step.form == "page"}
    asked: dict[tuple[str, str], list[Field]] = defaultdict(list)
    for field in view.of(Field):
        if field.parent in pages and field.field_kind in ("input", "select"):
            asked[(name_of(field).strip().casefold(), field.data_type)].append(field)
    for (name, _), fields in asked.items():
        if name and len({field.parent for field in fields}) > 1:
            yield from _each_but_first(view, fields)


def _each_but_first(view: Reading, fields: list[Field]) -> Iterator[Found]:
    for field in fields[1:]:
        first = called_at(view.get(fields[0].parent))
        values = {"name": called(field), "place": first}
        repair = Repair("remove_question", partial(remove, ids=[field.id]))
        yield Found(field.id, values, (repair,))


ASKED_TWICE = Check("asked_twice", "hint", (Field, Step), whole=_find)
