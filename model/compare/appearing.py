"""How is it said that a record is new, or gone?"""

from __future__ import annotations

from collections.abc import Iterator

from model.compare.attributes import attribute
from model.compare.naming import Later, quoted, thing, way_condition
from model.compare.values import words_of
from model.document.queries import Queries
from model.language import Message, say
from model.records import Citation, Flow, Record
from model.records.base import Child
from model.records.names import title

_TOLD = {
    "flow": ("source", "target", "condition", "default", "name"),
    "citation": ("norm",),
    "use": ("field", "mode"),
    "norm": ("law", "paragraph"),
    "text": ("language", "slot"),
    "module": ("code",),
    "old_entry": ("label",),
}
_NEVER = frozenset({"kind", "id", "order", "parent", "of"})


def appeared(view: Queries, record: Record) -> Message:
    """Neu: Feld „Rasse“ in „Ihr Hund“."""
    return _worded(view, record, "new")


def vanished(view: Queries, record: Record) -> Message:
    """Entfällt: Feld „Rasse“ in „Ihr Hund“."""
    return _worded(view, record, "gone")


def details(view: Queries, record: Record) -> Iterator[Message]:
    """What a new (or lost) record says beyond its name: one line for each attribute that is set."""
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        if name in _NEVER or value == field.default or _is_told(record, name):
            continue
        yield say(
            "compare.detail",
            attribute=attribute(record.kind, name),
            value=words_of(view, record, name),
        )


def _is_told(record: Record, name: str) -> bool:
    if name in _TOLD.get(record.kind, ()):
        return True
    first = next((n for n in ("label", "name", "text") if getattr(record, n, "")), "")
    return name == first and len(str(getattr(record, first))) <= _SHORT


_SHORT = 90
_SAYS_WHERE = frozenset({"option", "use", "text", "module", "data_flow"})


def _worded(view: Queries, record: Record, verb: str) -> Message:
    if isinstance(record, Flow) and not record.of:
        return _way(view, record, verb)
    if isinstance(record, Citation) and not record.of:
        return say(
            f"compare.{verb}.citation",
            thing=Later(lambda: quoted(view, record.parent)),
            norm=Later(lambda: quoted(view, record.norm)),
        )
    named = thing(view, record)
    parent = getattr(record, "parent", "")
    says_where = record.kind in _SAYS_WHERE or bool(record.of) or not title(record)
    if isinstance(record, Child) and parent and parent in view and not says_where:
        return say(
            f"compare.{verb}.in", thing=named, parent=Later(lambda: quoted(view, record.parent))
        )
    return say(f"compare.{verb}", thing=named)


def _way(view: Queries, flow: Flow, verb: str) -> Message:
    """Neuer Weg: Gefährlich = Ja führt zu „Ordnungsamt“."""
    source = Later(lambda: quoted(view, flow.source))
    target = Later(lambda: quoted(view, flow.target))
    if flow.condition is not None:
        condition = Later(lambda: way_condition(view, flow))
        return say(f"compare.{verb}.way.when", condition=condition, source=source, target=target)
    key = "else" if flow.default else "plain"
    return say(f"compare.{verb}.way.{key}", source=source, target=target)
