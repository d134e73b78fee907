"""How is a thing called in a sentence about a difference?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from model.compare.attributes import attribute
from model.document.queries import Queries
from model.expressions import sentence
from model.grammar import kind_title
from model.language import Message, say, tr
from model.records import (
    Citation,
    DataFlow,
    Deadline,
    DescriptionModule,
    FieldUse,
    Flow,
    MessageFlow,
    OldEntry,
    Option,
    Placement,
    Record,
    Remark,
    Text,
)
from model.records.names import title

_LONG = 90


@dataclass(frozen=True, slots=True, eq=False)
class Later:
    """Words that are spoken when they are shown, in the language of that moment."""

    speak: Callable[[], str]

    def __str__(self) -> str:
        return self.speak()


def called(view: Queries, record_id: str) -> str:
    """The name of a record, or the word for what it is; for one that is gone, that it is gone."""
    record = view.get(record_id)
    if record is None:
        return tr("sentence.gone")
    if isinstance(record, Deadline) and not record.name and record.length is not None:
        return tr(f"unit.{record.unit}", n=record.length)
    return short(title(record)) or str(thing(view, record))


def quoted(view: Queries, record_id: str) -> str:
    """The same between quotation marks when it has a name of its own."""
    record = view.get(record_id)
    name = short(title(record)) if record is not None else ""
    return tr("compare.quoted", text=name) if name else called(view, record_id)


def thing(view: Queries, record: Record) -> Message:
    """What it is and how it is called: Feld „Geburtsdatum“. Also for a dated state."""
    if record.of and record.of != record.id:
        first = view.get(record.of)
        named = thing(view, first) if first is not None and not first.of else _plain(view, record)
        if record.valid_from is None:
            return say("compare.thing.state", thing=named)
        return say("compare.thing.state.from", thing=named, day=record.valid_from)
    worded = _WORDED.get(type(record))
    return worded(view, record) if worded is not None else _plain(view, record)


def _plain(view: Queries, record: Record) -> Message:
    """Of a row of a table without a name: in which table it stands."""
    name = short(title(record))
    kind = kind_title(record)
    if name:
        return say("compare.thing", kind=kind, name=name)
    parent = getattr(record, "parent", "")
    if not parent or parent not in view or record.family == "node":
        return kind
    return say("compare.thing.in", kind=kind, parent=Later(lambda: quoted(view, parent)))


def short(text: str) -> str:
    """A name on one line, and not too long for a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= _LONG else text[: _LONG - 2].rstrip() + " …"


def _of(key: str, **references: str) -> Callable[[Queries, Record], Message]:
    """A sentence part that names other records: its placeholders, and the fields of the ids."""

    def worded(view: Queries, record: Record) -> Message:
        names = {
            place: Later(lambda field=field: quoted(view, getattr(record, field)))  # type: ignore[misc]
            for place, field in references.items()
        }
        return say(key, kind=kind_title(record), **names)

    return worded


def _option(view: Queries, record: Record) -> Message:
    parent = getattr(record, "parent", "")
    return say(
        "compare.thing.option",
        kind=kind_title(record),
        name=short(title(record)),
        question=Later(lambda: quoted(view, parent)),
    )


def _text(view: Queries, record: Record) -> Message:
    assert isinstance(record, Text)
    return say(
        "compare.thing.text",
        language=record.language,
        slot=Later(lambda: slot_said(view, record)),
        thing=Later(lambda: quoted(view, record.parent)),
    )


def slot_said(view: Queries, record: Text) -> str:
    """Which of the texts of a record is translated: its help, its name."""
    parent = view.get(record.parent)
    if parent is None or record.slot not in type(parent).model_fields:
        return tr("compare.quoted", text=short(record.slot))
    return str(attribute(parent.kind, record.slot))


def _module(_view: Queries, record: Record) -> Message:
    return say(
        "compare.thing.module", kind=kind_title(record), code=getattr(record, "code", "") or "–"
    )


def _old_entry(_view: Queries, record: Record) -> Message:
    return say("compare.thing", kind=kind_title(record), name=short(title(record)))


def way_condition(view: Queries, flow: Flow) -> str:
    """The condition of a way as a sentence: Gefährlich = Ja."""
    return sentence(view, flow.condition) if flow.condition is not None else ""


_WORDED: dict[type[Record], Callable[[Queries, Record], Message]] = {
    Citation: _of("compare.thing.citation", norm="norm", thing="parent"),
    DataFlow: _of("compare.thing.way", source="source", target="target"),
    DescriptionModule: _module,
    FieldUse: _of("compare.thing.use", field="field", step="parent"),
    Flow: _of("compare.thing.way", source="source", target="target"),
    MessageFlow: _of("compare.thing.way", source="source", target="target"),
    OldEntry: _old_entry,
    Option: _option,
    Placement: _of("compare.thing.placement", thing="about"),
    Remark: _of("compare.thing.remark", thing="about"),
    Text: _text,
}
