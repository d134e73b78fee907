"""Which changes of a side are neither in the result of a merge nor in a question?"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from model.behaviors import new_document, open_document
from model.compare import Merged
from model.compare.sequence import displaced, row_of, rows_of
from model.compare.threeway import LISTS
from model.compare.words import list_parts
from model.document import Snapshot, numbered_ids
from model.records import Record
from tests.helpers.editing import edit_at_random

Triple = tuple[Snapshot, Snapshot, Snapshot]


def edited(view: Snapshot, seed: int, steps: int, prefix: str) -> Snapshot:
    """The same service after some random commands of one person."""
    document = open_document(view, ids=numbered_ids(prefix))
    chance = random.Random(seed)
    for _ in range(steps):
        edit_at_random(document, chance)
    return document.snapshot()


def histories(seed: int, begun: int = 30, steps: int = 8) -> Triple:
    """A service, and what two people made of it."""
    base = edited(new_document("Zufall", ids=numbered_ids()).snapshot(), seed, begun, "b_")
    return base, edited(base, seed + 1, steps, "o_"), edited(base, seed + 2, steps, "t_")


def lost(base: Snapshot, side: Snapshot, merged: Merged) -> list[str]:
    """Changes of the side that nobody is told of, as "id attribute"."""
    found = [f"{one} {what}" for one, what in _lost(base, side, merged)]
    return [*found, *_lost_order(base, side, merged)]


def _lost(base: Snapshot, side: Snapshot, merged: Merged) -> Iterator[tuple[str, str]]:
    for record in side:
        was, now = base.get(record.id), merged.view.get(record.id)
        if record == was:
            continue
        if now is None or type(now) is not type(record):
            if not any(merged.about(record.id)):
                yield record.id, "gone"
            continue
        for name in type(record).model_fields:
            silent = name != "order" and _is_lost(was, record, now, name)
            if silent and not any(merged.about(record.id, name)):
                yield record.id, name
    for record in base:
        if record.id not in side and record.id in merged.view and not any(merged.about(record.id)):
            yield record.id, "back"


def _is_lost(was: Record | None, record: Record, now: Record, name: str) -> bool:
    value = getattr(record, name)
    known = was is not None and type(was) is type(record)
    if known and getattr(was, name) == value:
        return False
    if name not in LISTS:
        return bool(getattr(now, name) != value)
    gone, come = list_parts(getattr(was, name) if known else (), value)
    there = getattr(now, name)
    return any(part not in there for part in come) or any(
        part in there and part not in value for part in gone
    )


def _lost_order(base: Snapshot, side: Snapshot, merged: Merged) -> Iterator[str]:
    """Somebody whom the side put elsewhere stands elsewhere to those who stand still."""
    rows = {row for r in side if (row := row_of(r)) is not None and r != base.get(r.id)}
    was, now, result = (rows_of(view, rows) for view in (base, side, merged.view))
    others = rows_of(merged.theirs if side is merged.ours else merged.ours, rows)
    for row in rows:
        mine = _put(base, was[row], now[row], side)
        other_side = merged.theirs if side is merged.ours else merged.ours
        other = _put(base, was[row], others[row], other_side)
        still = [one for one in was[row] if one not in mine | other and one in result[row]]
        for one in mine - other:
            if one not in result[row] or any(merged.about(one)):
                continue
            known = [i for i in still if i in now[row]]
            wanted, got = _before(now[row], one, known), _before(result[row], one, known)
            if wanted != got:
                yield f"{one} order"


def _put(base: Snapshot, was: Sequence[str], now: Sequence[str], side: Snapshot) -> set[str]:
    there = set(was)
    suspects = {
        one
        for one in now
        if one in there and getattr(base[one], "order", "") != getattr(side[one], "order", "")
    }
    return {one for one in now if one not in there} | displaced(was, now, suspects)


def _before(row: Sequence[str], one: str, still: Sequence[str]) -> set[str]:
    return set(row[: row.index(one)]) & set(still)
