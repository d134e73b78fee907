"""What kind of answer does a question take, and what must hold for it?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.amounts import bare
from exporters.dossier.blocks import Cell, line
from exporters.dossier.voice import Voice, labelled
from model.language import tr
from model.records import CodeList, Evidence, Field, FieldGroup

_MEGABYTE = 1024 * 1024


def sort_of(field: Field) -> str:
    """The everyday word for the kind of a field."""
    if field.field_kind == "select":
        return tr("dossier.sort.several" if field.choices == "many" else "dossier.sort.one")
    if field.field_kind == "label":
        return tr("dossier.sort.label")
    plain = field.data_type in ("text", "text_latin")
    key = field.layout if plain and field.layout != "plain" else field.data_type
    sort = tr(f"dossier.sort.{key}")
    unit = tr("dossier.sort.unit", sort=sort, unit=field.unit) if field.unit else sort
    return (
        tr(f"dossier.sort.{field.field_kind}", sort=unit) if field.field_kind != "input" else unit
    )


def constraints(voice: Voice, row: Field | FieldGroup) -> Cell:
    """When it is asked, which answers there are, and what is refused."""
    lines = list(labelled("dossier.rule.visible", voice.condition(row.visible)))
    if isinstance(row, Field):
        for key, words in _of_field(voice, row):
            lines += labelled(key, words)
    many = _how_many(row)
    lines += (line(many),) if many else ()
    for evidence in voice.source.children(row.id, Evidence):
        lines += labelled("kind.evidence", ((voice.name(evidence),),))
    return tuple(lines)


def _of_field(voice: Voice, field: Field) -> Iterator[tuple[str, str]]:
    yield "dossier.rule.value", voice.condition(field.value)
    options = [voice.name(option).words for option in voice.source.options(field.id)]
    yield "dossier.rule.answers", voice.listed(options, 40)
    code_list = voice.source.get(field.code_list, CodeList)
    if code_list is not None:
        yield "kind.code_list", code_list.name
    if field.field_kind == "label":
        yield "dossier.rule.shown", voice.slot(field, "content").words
        return
    yield "dossier.rule.length", _between(field.min_length, field.max_length)
    low = bare(field.min_value) if field.min_value is not None else None
    high = bare(field.max_value) if field.max_value is not None else None
    yield "dossier.rule.range", _between(low, high)
    yield "dossier.rule.pattern", field.pattern
    if field.data_type == "file":
        yield "dossier.rule.files", voice.listed(_endings(field), 8)
        if field.max_size:
            size = bare_size(field.max_size)
            yield "dossier.rule.size", tr("dossier.megabytes", size=size)
    if field.prefill != "none":
        yield "inspector.prefill", tr(f"inspector.prefill.{field.prefill}")


def bare_size(octets: int) -> str:
    """Megabytes, with one place where that is needed."""
    return (
        tr("sentence.number", value=round(octets / _MEGABYTE, 1))
        .removesuffix(",0")
        .removesuffix(".0")
    )


def _endings(field: Field) -> list[str]:
    return [media.rpartition("/")[2].upper() for media in field.media_types]


def _between(low: object, high: object) -> str:
    if low is None and high is None:
        return ""
    if low == high:
        return tr("dossier.between.same", low=low)
    if low is None:
        return tr("dossier.between.high", high=high)
    key = "dossier.between.low" if high is None else "dossier.between"
    return tr(key, low=low, high=high)


def _how_many(row: Field | FieldGroup) -> str:
    if row.maximum == 1:
        return ""
    if row.maximum is None:
        return tr("dossier.repeats.open", low=row.minimum)
    return tr("dossier.repeats", low=row.minimum, high=row.maximum)
