"""What of a copy can stand on its own, and what is lost because something is not here?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.commands.clipping import BROUGHT, NEVER, Clip
from model.errors import NotAllowed
from model.expressions import without
from model.grammar import title
from model.language import Message, say
from model.records import (
    Citation,
    CodeList,
    DataFlow,
    DataObject,
    Deadline,
    ExampleAnswer,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    MessageFlow,
    Node,
    Norm,
    Option,
    Placement,
    Pool,
    Record,
    Role,
    Rule,
    SubProcess,
    TariffRow,
)
from model.records.base import Child, Fact, nested_fields, reference_fields, references_of

LARGEST = 100_000
"""So many records at once, and no more."""
_MUST: Mapping[type[Record], tuple[str, ...]] = {
    Flow: ("source", "target"),
    MessageFlow: ("source", "target"),
    DataFlow: ("source", "target"),
    FieldUse: ("field",),
    Citation: ("norm",),
    Placement: ("about",),
}
"""Without these a record means nothing."""
_MEANT: Mapping[str, tuple[type[Record], ...]] = {
    "source": (Node, Pool, DataObject),
    "target": (Node, Pool, DataObject),
    "role": (Role,),
    "attached_to": (Node,),
    "norm": (Norm,),
    "field": (Field, FieldGroup),
    "code_list": (CodeList,),
    "fee": (Fee,),
    "deadline": (Deadline,),
    "upload": (Field,),
}
"""What a field of that name may name."""
_FREE = ("node", "flow", "aside")
"""Families that may stand without a parent."""


@dataclass
class Kept:
    """The records that are put into the document, and what is told about the others."""

    records: list[Record]
    lost: list[Message] = field(default_factory=list)


def refuse_damaged(clip: Clip) -> None:
    """A copy from the clipboard may come from anywhere: each thing has one id, and what it stands
    in is not in itself.

    Raises:
        NotAllowed: it is no copy that this program made.
    """
    everything = (*clip.records, *clip.beside)
    known = {record.id: record for record in everything}
    if not clip.records or len(everything) > LARGEST or len(known) != len(everything):
        raise _damaged()
    for record in everything:
        if isinstance(record, NEVER) and record.id in {r.id for r in clip.records}:
            raise _damaged()
        if _in_a_circle(known, record) or not _means_the_right_things(known, record):
            raise _damaged()


def _damaged() -> NotAllowed:
    return NotAllowed(say("clip.damaged"), todo=say("clip.damaged.todo"))


def _means_the_right_things(known: Mapping[str, Record], record: Record) -> bool:
    """A way leads to a card, a citation names a norm, and so on."""
    for name in reference_fields(type(record)):
        other = known.get(getattr(record, name))
        wanted = _MEANT.get(name)
        if name == "parent" and isinstance(record, Node | Flow):
            wanted = (SubProcess,)
        elif name in ("source", "target") and isinstance(record, Flow):
            wanted = (Node,)
        if isinstance(other, Placement):
            return False
        if other is not None and wanted is not None and not isinstance(other, wanted):
            return False
    return True


def _in_a_circle(known: Mapping[str, Record], record: Record) -> bool:
    for way in ("parent", "attached_to", "of"):
        one: Record | None = record
        for _ in range(300):
            one = known.get(getattr(one, way, ""))
            if one is None:
                break
        if one is not None:
            return True
    return False


def kept_of(clip: Clip, twins: Mapping[str, str]) -> Kept:
    """What comes into the document, without the parts that name what is not there.

    A way between copied cards leaves with its condition when others lead on from there (it would
    hold for everybody); so does a row of a fee.
    """
    brought = [r for r in clip.beside if r.id not in twins and _comes_along(clip, r, twins)]
    own = [record for record in clip.records if record.id not in twins]
    kept = Kept([record for record in (*own, *brought) if _means_something(record)])
    names = {r.id: title(r) for r in (*clip.records, *clip.beside)}
    roots = frozenset(clip.roots)
    while True:
        here = {record.id for record in kept.records} | twins.keys()
        gone = {i for r in kept.records for i in r.references()} - here
        if not gone:
            return kept
        kept.records = [
            whole
            for record in kept.records
            if (whole := _without(record, gone, roots, kept, names)) is not None
        ]


def _means_something(record: Record) -> bool:
    return all(getattr(record, name) for name in _MUST.get(type(record), ()))


def _comes_along(clip: Clip, record: Record, twins: Mapping[str, str]) -> bool:
    """Brought along is what may stand in any document, and what belongs to it."""
    known = {other.id: other for other in clip.beside}
    one: Record | None = record
    for _ in range(300):
        if isinstance(one, (*BROUGHT, Role)) and one.id not in twins:
            return True
        holder = one.about if isinstance(one, Placement) else getattr(one, "parent", "")
        one = known.get(holder) or known.get(getattr(one, "of", ""))
        if one is None:
            return False
    return False


def _without(
    record: Record, gone: set[str], roots: frozenset[str], kept: Kept, names: Mapping[str, str]
) -> Record | None:
    """The record without what is gone; None when nothing is left of it."""
    missing = [n for n in reference_fields(type(record)) if getattr(record, n) in gone]
    if any(name in _MUST.get(type(record), ()) for name in missing):
        _tell(record, kept, names)
        return None
    if record.of in gone or ("parent" in missing and _needs_parent(record, roots)):
        return None
    fields: dict[str, object] = dict.fromkeys(missing, "")
    for name in nested_fields(type(record)):
        value = getattr(record, name)
        if isinstance(value, tuple):
            fields[name] = tuple(part for part in value if not gone.intersection(_named(part)))
        elif isinstance(value, Fact) and gone.intersection(references_of(value)):
            fields[name] = without(value, gone)  # type: ignore[arg-type]
            kept.lost.append(say("clip.lost.condition", what=_spoken(record, names)))
            if fields[name] is None and _was_for_some(record, kept):
                return None
    return record.replaced(**fields)


def _named(part: Fact) -> set[str]:
    return {part.field} if isinstance(part, ExampleAnswer) else set(references_of(part))


def _needs_parent(record: Record, roots: frozenset[str]) -> bool:
    return isinstance(record, Child) and record.family not in _FREE and record.id not in roots


def _was_for_some(record: Record, kept: Kept) -> bool:
    """Without its condition it would hold for everybody."""
    if isinstance(record, Rule):
        return not record.description
    if isinstance(record, Flow):
        ways = (r for r in kept.records if isinstance(r, Flow) and r.source == record.source)
        return sum(1 for _ in ways) > 1
    return isinstance(record, TariffRow)


def _tell(record: Record, kept: Kept, names: Mapping[str, str]) -> None:
    if isinstance(record, FieldUse):
        field_name = names.get(record.field, "") or str(say("sentence.gone"))
        kept.lost.append(say("clip.lost.use", field=field_name, step=names.get(record.parent, "")))


def _spoken(record: Record, names: Mapping[str, str]) -> str:
    """What a person calls the thing that lost a condition."""
    if isinstance(record, Flow):
        return f"{names.get(record.source, '')} → {names.get(record.target, '')}"
    if isinstance(record, Field | FieldGroup | Option) or title(record):
        return title(record)
    return names.get(getattr(record, "parent", ""), "")
