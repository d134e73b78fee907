"""How does a condition or calculation read as a whole sentence, with what it is about?"""

from __future__ import annotations

from model.document import Snapshot
from model.expressions import sentence
from model.grammar import kind_title, title
from model.language import tr
from model.records import Answer, Expression, Field, Flow, Record, Rule


def whole_sentence(view: Snapshot, record_id: str, expression: Expression | None) -> str:
    """``Seite „Ehegatte“ erscheint, wenn Familienstand = verheiratet.``"""
    record = view.get(record_id)
    if record is None:
        return sentence(view, expression) if expression is not None else ""
    key, name = _kind(record), _name(view, record)
    if expression is None:
        return tr(f"telling.{key}.always", name=name)
    return tr(f"telling.{key}", name=name, condition=sentence(view, expression))


def calculation_sentence(view: Snapshot, field_id: str, expression: Expression | None) -> str:
    """``Steuer = Anzahl Hunde × 60 €``"""
    field = view.get(field_id, Field)
    name = title(field) if field is not None else ""
    if expression is None:
        return tr("telling.calculation.always", name=name)
    unit = unit_of(view, Answer(field=field_id))
    said = sentence(view, expression)
    words = tr("telling.calculation", name=name, condition=said)
    return f"{words} {unit}" if unit and words[-1:].isdigit() else words


def _kind(record: Record) -> str:
    if isinstance(record, Rule):
        return f"rule.{record.purpose}"
    if record.kind in ("field", "group", "flow", "tariff_row", "evidence", "step"):
        return record.kind
    return "other"


def _name(view: Snapshot, record: Record) -> str:
    about: Record | None = record
    if isinstance(record, Flow):
        about = view.get(record.target)
    elif isinstance(record, Rule) and record.purpose != "condition":
        about = view.get(record.parent)
    if about is None:
        return ""
    return title(about) or str(kind_title(about))


def unit_of(view: Snapshot, about: Expression) -> str:
    """The unit of what is asked for: €, km, ..."""
    field = view.get(about.field, Field) if isinstance(about, Answer) else None
    if field is None:
        return ""
    return field.unit or ("€" if field.data_type == "num_currency" else "")
