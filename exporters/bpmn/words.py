"""What does a card say in readable words, where BPMN has no element for it?"""

from __future__ import annotations

from collections.abc import Iterator

from model.document import Snapshot
from model.language import tr
from model.records import Deadline, Fee, Field, FieldGroup, FieldUse, Node, Record, Step

_MAX_DEPTH = 40


def words_of(view: Snapshot, record: Node) -> str:
    """Fields, deadlines, fee and norms of a card, one a line; "" when it has none."""
    lines = [*_rows(view, record.id, 0), *_work(record)]
    lines += [*_deadlines(view, record), *_fee(view, record)]
    norms = view.norms(record.id)
    if norms:
        lines.append(tr("bpmn.words.norms", norms="; ".join(norm.cited_as for norm in norms)))
    return "\n".join(lines)


def _rows(view: Snapshot, parent: str, depth: int) -> Iterator[str]:
    if depth > _MAX_DEPTH:
        return
    for row in view.rows(parent):
        yield "  " * depth + _row(view, row)
        if isinstance(row, FieldGroup):
            yield from _rows(view, row.id, depth + 1)


def _row(view: Snapshot, row: Record) -> str:
    if isinstance(row, FieldUse):
        field = view.get(row.field, Field)
        return tr(f"bpmn.words.{row.mode}", label=field.label if field else "")
    if isinstance(row, FieldGroup):
        key = "bpmn.words.repeated" if row.repeatable else "bpmn.words.group"
        return tr(key, label=row.label)
    assert isinstance(row, Field)
    options = ", ".join(option.label for option in view.options(row.id))
    text = tr("bpmn.words.required" if row.required else "bpmn.words.field", label=row.label)
    return f"{text} ({options})" if options else text


def _deadlines(view: Snapshot, record: Node) -> Iterator[str]:
    for deadline in view.children(record.id, Deadline):
        length = ""
        if deadline.length is not None:
            length = tr(f"bpmn.words.unit.{deadline.unit}", n=deadline.length)
        if length or deadline.name:
            said = tr("bpmn.words.deadline", name=deadline.name, length=length).strip()
            yield "; ".join([said, *_counted(deadline)])


def _counted(deadline: Deadline) -> Iterator[str]:
    """How it is counted, where that is not the usual (§§ 187 to 193 BGB)."""
    if deadline.counting == "begin":
        yield tr("bpmn.words.begin")
    if deadline.delivery:
        yield tr(f"bpmn.words.delivery.{deadline.delivery}")
    if deadline.weekend == "stays":
        yield tr("bpmn.words.stays")


def _work(record: Node) -> Iterator[str]:
    """What kind of work a step is: its Basisdienst, its Referenzaktivitätengruppe (FIM)."""
    if isinstance(record, Step) and record.basis:
        yield tr(f"bpmn.words.basis.{record.basis}")
    if isinstance(record, Step) and record.activity_group:
        yield tr("bpmn.words.activity_group", number=str(record.activity_group))


def _fee(view: Snapshot, record: Node) -> Iterator[str]:
    fee = view.get(record.fee, Fee) if isinstance(record, Step) else None
    if fee is not None:
        yield tr("bpmn.words.fee", name=fee.name)
