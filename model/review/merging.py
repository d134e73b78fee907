"""How do two copies of a review become one, without losing a word?

Records meet by their id. What only one copy has is taken over. A record that was made out of the
other one takes its place. Where both were changed apart, each field is looked at alone: what only
one of them has filled in stands; the state follows the later change; answers are put together; and
where both say something different, the later one stands and the other is kept beside it as a
variant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from model.document import Transaction
from model.document.queries import Queries
from model.review.deeds import MAX_EARLIER
from model.review.records import Answer, Review, ReviewRecord, ReviewRemark, Variant, every

_NO_CONTENT = ("kind", "id", "of", "valid_from", "valid_until", "extras")
_FOLLOWS_TIME = ("state", "judged_by", "service", "title", "version", "content", "place", "author")


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in: records that were new, records that changed, versions left to choose."""

    added: int = 0
    changed: int = 0
    conflicts: int = 0


def fits(view: Queries, heads: Iterable[Review], remarks: Iterable[ReviewRemark]) -> bool:
    """Was the service of this view reviewed there, or an earlier state of it? Known by the id of
    the service, and when there are remarks on elements, by one that is there.
    """
    services = {head.service for head in heads}
    if services and view.service.id not in services:
        return False
    anchors = [remark.about for remark in remarks if remark.about]
    return not anchors or any(one in view for one in anchors)


def merge(tx: Transaction, theirs: Iterable[ReviewRecord]) -> Merged:
    """Take another copy of the review in."""
    added = changed = conflicts = 0
    for other in theirs:
        mine = tx.get(other.id, ReviewRecord)
        if mine is None:
            tx.add(other)
            added += 1
        elif mine != other and type(mine) is type(other):
            both = _together(mine, other)
            conflicts += len(set(both.variants) - set(mine.variants))
            changed += both != mine
            tx.replace(both)
    return Merged(added, changed, conflicts)


def conflicts_of(view: Queries) -> list[ReviewRecord]:
    """Records of which two versions are left to choose from."""
    return [record for record in every(view, ReviewRecord) if record.variants]


def _comes_from(later: ReviewRecord, sooner: ReviewRecord) -> bool:
    return sooner.changed != later.changed and sooner.changed in later.earlier


def _together(mine: ReviewRecord, theirs: ReviewRecord) -> ReviewRecord:
    if _comes_from(theirs, mine):
        return theirs
    if _comes_from(mine, theirs):
        return mine
    newer, older = sorted((mine, theirs), key=_age, reverse=True)
    values: dict[str, Any] = {}
    variants = dict.fromkeys((*newer.variants, *older.variants))
    for name, field in type(newer).model_fields.items():
        if name in (*_NO_CONTENT, "variants", "earlier"):
            continue
        new, old = getattr(newer, name), getattr(older, name)
        values[name] = _one(name, new, old, field.default)
        if _both_say(name, new, old, field.default):
            variants[Variant(field=name, value=old, author=older.author)] = None
    kept = tuple(v for v in variants if values.get(v.field) != v.value)
    past = {*newer.earlier, *older.earlier, older.changed} - {newer.changed}
    values["earlier"] = tuple(sorted(past))[-MAX_EARLIER:]
    return newer.replaced(**values, variants=kept)


def _one(name: str, new: Any, old: Any, default: Any) -> Any:
    if name == "answers":
        return _answers(new, old)
    if name == "written":
        return min(filter(None, (new, old)), default="")
    if name == "state":
        return new
    return old if new == default else new


def _both_say(name: str, new: Any, old: Any, default: Any) -> bool:
    if name in ("answers", "written", "changed", *_FOLLOWS_TIME):
        return False
    return bool(new != old and default not in (new, old))


def _answers(new: tuple[Answer, ...], old: tuple[Answer, ...]) -> tuple[Answer, ...]:
    every = dict.fromkeys((*new, *old))
    return tuple(sorted(every, key=lambda one: (one.written, one.author, one.text)))


def _age(record: ReviewRecord) -> tuple[str, str]:
    """The later change is the newer one; at the same moment something must decide."""
    return record.changed, record.model_dump_json()
