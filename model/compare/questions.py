"""How is a conflict put to a person, with both answers?"""

from __future__ import annotations

from model.compare.attributes import attribute
from model.compare.chapters import only_drawn
from model.compare.conflict import MergeConflict, Side, Sort, conflict_id
from model.compare.contested import Contested
from model.compare.naming import Later, quoted, thing
from model.compare.threeway import Clash
from model.compare.values import excerpts, said
from model.document import Change, Snapshot
from model.grammar import title
from model.language import Message, say, tr
from model.records import Flow, Placement, Record

_SHOWN = 4


def asked_value(
    ours: Snapshot, theirs: Snapshot, clash: Clash, sort: Sort = "value"
) -> MergeConflict:
    """Two different values of the same attributes."""
    mine, other = clash.ours, clash.theirs
    records = (mine.id,) if mine.id == other.id else (mine.id, other.id)
    if clash.attributes == ("kind",):
        sort = "kind"
    elif sort == "value" and all(only_drawn(mine, name) for name in clash.attributes):
        sort = "drawn"
    return MergeConflict(
        sort,
        records,
        () if sort == "kind" else clash.attributes,
        _value_question(ours, theirs, clash, sort),
        _answer(ours, mine, clash, sort, "ours"),
        _answer(theirs, other, clash, sort, "theirs"),
        conflict_id(sort, records, clash.attributes, (clash.base, mine, other)),
    )


def _value_question(ours: Snapshot, theirs: Snapshot, clash: Clash, sort: Sort) -> Message:
    mine, other = thing(ours, clash.ours), thing(theirs, clash.theirs)
    if sort in ("kind", "drawn"):
        return say(f"compare.conflict.{sort}", thing=mine)
    if sort in ("circle", "default"):
        return say(f"compare.conflict.{sort}", one=mine, two=other)
    names = Later(
        lambda: ", ".join(str(attribute(clash.ours.kind, name)) for name in clash.attributes)
    )
    return say("compare.conflict.value", thing=mine, attribute=names)


def _answer(view: Snapshot, record: Record, clash: Clash, sort: Sort, side: Side) -> Message:
    if sort == "drawn":
        return say("compare.answer.drawn")
    if sort in ("kind", "default"):
        return say("compare.answer.thing", thing=thing(view, record))
    if sort == "circle":
        place = Later(lambda: quoted(view, getattr(record, "parent", "")))
        return say("compare.answer.stands", thing=thing(view, record), parent=place)
    return say("compare.answer.value", value=Later(lambda: _values(view, record, clash, side)))


def _values(view: Snapshot, record: Record, clash: Clash, side: Side) -> str:
    """The values of the attributes; with their names where they are several."""
    parts = []
    for name in clash.attributes:
        value = said(view, record, name) or tr("compare.empty")
        mine, other = getattr(clash.ours, name, ""), getattr(clash.theirs, name, "")
        if isinstance(mine, str) and isinstance(other, str) and max(len(mine), len(other)) > _LONG:
            value = tr("compare.quoted", text=excerpts(mine, other)[side == "theirs"])
        if len(clash.attributes) == 1:
            return value
        if mine != other:
            label = str(attribute(record.kind, name))
            parts.append(tr("compare.detail", attribute=label, value=value))
    return ", ".join(parts)


_LONG = 80


def asked_gone(base: Snapshot, keeper: Snapshot, found: Contested, deleter: Side) -> MergeConflict:
    """One side deleted what the other worked on."""
    first = _head(keeper, found.gone)
    work = [one for one in found.work if one not in found.gone] or list(found.work)
    deleted = thing(keeper, keeper[first])
    names = Later(lambda: _list(keeper, work))
    keep = say("compare.answer.keep", thing=deleted)
    drop = say("compare.answer.drop", thing=deleted)
    records = (first, *(i for i in (*found.gone, *found.work, *found.forgot) if i != first))
    states = [view.get(one) for one in records for view in (base, keeper)]
    return MergeConflict(
        "gone",
        tuple(dict.fromkeys(records)),
        (),
        say(f"compare.conflict.gone.{deleter}", thing=deleted, work=names),
        drop if deleter == "ours" else keep,
        keep if deleter == "ours" else drop,
        conflict_id(f"gone.{deleter}", records, (), states),
        deleter,
    )


def _head(view: Snapshot, ids: tuple[str, ...]) -> str:
    """The one that holds the others, or has a name."""
    inside = {getattr(view[one], "parent", "") for one in ids}
    tops = [one for one in ids if getattr(view[one], "parent", "") not in ids]
    rank = {"node": 0, "row": 1}

    def order(one: str) -> tuple[bool, int, bool, str]:
        record = view[one]
        return one not in inside, rank.get(record.family, 2), not title(record), one

    return min(tops or list(ids), key=order)


def _list(view: Snapshot, ids: list[str]) -> str:
    named = list(dict.fromkeys(str(thing(view, view[one])) for one in ids))
    shown = ", ".join(named[:_SHOWN])
    rest = len(named) - _SHOWN
    return tr("compare.and_more", things=shown, n=rest) if rest > 0 else shown


def asked_order(base: Snapshot, ours: Snapshot, theirs: Snapshot, record_id: str) -> MergeConflict:
    """Both put the same to different places among its siblings."""
    mine, other = ours[record_id], theirs[record_id]
    drawn = only_drawn(mine, "order")
    states = (base.get(record_id), mine, other)
    return MergeConflict(
        "drawn" if drawn else "order",
        (record_id,),
        ("order",),
        say("compare.conflict.order", thing=thing(ours, mine)),
        say("compare.answer.order.ours"),
        say("compare.answer.order.theirs"),
        conflict_id("order", (record_id,), ("order",), states),
    )


def asked_ways(view: Snapshot, before: Flow, after: Flow) -> MergeConflict:
    """Both sides altered the ways of a choice; of these one must be the way "sonst"."""
    source, target = (Later(lambda i=i: quoted(view, i)) for i in (after.source, after.target))  # type: ignore[misc]
    key = "compare.answer.otherwise" if after.default else "compare.answer.not_otherwise"
    told = say("compare.conflict.ways", thing=source)
    answer = say(key, target=target)
    one = conflict_id("followed", (after.id,), (), (before, after))
    return MergeConflict("followed", (after.id,), (), told, answer, answer, one)


def asked_drawn_gone(view: Snapshot, was: Record, moved: Record) -> MergeConflict:
    """One side only drew elsewhere, or listed elsewhere, what the other deleted."""
    told = say("compare.conflict.drawn_gone", thing=thing(view, moved))
    answer = say("compare.answer.drop", thing=thing(view, moved))
    one = conflict_id("drawn", (moved.id,), (), (was, moved))
    return MergeConflict("drawn", (moved.id,), (), told, answer, answer, one)


def asked_followed(
    base: Snapshot, ours: Snapshot, theirs: Snapshot, change: Change
) -> MergeConflict:
    """What a deletion of one side changed by itself: told, although there is no other answer."""
    record = change.before
    assert record is not None
    view = ours if record.id in ours else theirs
    sort: Sort = "drawn" if isinstance(record, Placement) else "followed"
    key = "compare.answer.drop" if change.after is None else "compare.answer.forgets"
    key = "compare.answer.drawn" if sort == "drawn" else key
    states = (base.get(record.id), ours.get(record.id), theirs.get(record.id))
    answer = say(key, thing=thing(view, record))
    what = say(f"compare.conflict.{sort}", thing=thing(view, record))
    return MergeConflict(
        sort, (record.id,), (), what, answer, answer, conflict_id(sort, (record.id,), (), states)
    )
