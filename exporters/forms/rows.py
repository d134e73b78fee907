"""How do the rows of a card become the components of a form, groups and all?"""

from __future__ import annotations

from exporters.expressions.feel import feel_text
from exporters.forms.drawing import Drawing
from exporters.forms.fields import Component, preset, question
from exporters.forms.rules import answer_limits, notices, required_when
from model.grammar import title
from model.language import say
from model.records import Evidence, Expression, Field, FieldGroup, FieldUse, Record, Rule


def own_rows(drawing: Drawing, parent: str, scope: str = "") -> list[Component]:
    """Components of the questions that stand on a card or in a group, in their order."""
    found: list[Component] = []
    for row in drawing.view.rows(parent):
        if isinstance(row, Field):
            found += field_row(drawing, row, scope)
        elif isinstance(row, FieldGroup):
            found.append(_group(drawing, row, scope))
        if not isinstance(row, FieldUse):
            found += notices(drawing, row, scope)
    return found


def field_row(drawing: Drawing, field: Field, scope: str) -> list[Component]:
    """The component of one field; a calculated one that is shown takes two."""
    shown = drawing.hidden(_visible(drawing, field), field.id, scope)
    if field.data_type == "obj":
        drawing.report.lost(field.id, say("platforms.form.object"))
        return []
    if field.field_kind == "label":
        text = drawing.neutral.markdown(field.content or title(field), field.id)
        return [{"id": field.id, "type": "text", "text": text, **shown}]
    calculation = _calculation(drawing, field)
    if calculation is not None:
        text = drawing.feel(calculation, field.id, scope)
        if text:
            return _calculated(drawing, field, f"={text}", shown)
    if field.field_kind == "hidden":
        return _constant(drawing, field)
    return [_question(drawing, field, shown)]


def _question(drawing: Drawing, field: Field, shown: Component) -> Component:
    found = question(drawing, field)
    checks = {
        **found.pop("validate", {}),
        **answer_limits(drawing, field),
        **({"required": True} if field.required else {}),
    }
    required_when(drawing, field)
    _tell_what_is_lost(drawing, field)
    found = {"id": field.id, "key": drawing.names.key(field.id), **found, **shown}
    found |= preset(drawing, field)
    if field.field_kind == "locked":
        found["readonly"] = True
    if checks:
        found["validate"] = checks
    return {**found, **fim_link(field)}


def _tell_what_is_lost(drawing: Drawing, field: Field) -> None:
    several = field.maximum != 1 and field.choices == "one" and field.data_type != "file"
    if several:
        drawing.report.lost(field.id, say("platforms.form.several", field=title(field)))
    if field.prefill != "none":
        key = drawing.names.key(field.id)
        drawing.report.hint(field.id, say("platforms.form.prefill", variable=key))
    if any(option.help for option in drawing.view.options(field.id)):
        drawing.report.lost(field.id, say("platforms.form.option_help", field=title(field)))


def fim_link(record: Field | FieldGroup) -> Component:
    """The FIM number travels as a property; in a description the citizen would read it."""
    return {"properties": {"fim": record.fim_id}} if record.fim_id else {}


def _visible(drawing: Drawing, field: Field) -> Expression | None:
    """A document that is needed only sometimes is asked for only then."""
    if field.visible is not None:
        return field.visible
    proofs = [e for e in drawing.view.referring(field.id, Evidence) if e.upload == field.id]
    return proofs[0].needed if len(proofs) == 1 else None


def _calculation(drawing: Drawing, field: Field) -> Expression | None:
    if field.value is not None:
        return field.value
    rules = drawing.view.children(field.id, Rule)
    found = (r.expression for r in rules if r.purpose == "calculation" and r.expression is not None)
    return next(found, None)


def _calculated(drawing: Drawing, field: Field, text: str, shown: Component) -> list[Component]:
    """form-js computes without showing, so a text shows what was computed."""
    key = drawing.names.key(field.id)
    computed: Component = {
        "id": field.id,
        "type": "expression",
        "key": key,
        "expression": text,
        "computeOn": "change",
        **fim_link(field),
    }
    if field.field_kind == "hidden":
        return [computed]
    label = drawing.neutral.markdown(title(field), field.id)
    unit = f" {drawing.neutral.markdown(field.unit, field.id)}" if field.unit else ""
    text = f"{label}: {{{{{key}}}}}{unit}"
    return [computed, {"id": f"{field.id}_anzeige", "type": "text", "text": text, **shown}]


def _constant(drawing: Drawing, field: Field) -> list[Component]:
    if not field.content:
        drawing.report.hint(field.id, say("platforms.form.hidden"))
        return []
    literal = preset(drawing, field).get("defaultValue", "")
    text = feel_text(literal) if isinstance(literal, str) else str(literal).lower()
    return [
        {
            "id": field.id,
            "type": "expression",
            "key": drawing.names.key(field.id),
            "expression": f"={text}",
            "computeOn": "change",
        }
    ]


def _group(drawing: Drawing, group: FieldGroup, scope: str) -> Component:
    label = drawing.neutral.text(title(group), group.id)
    found: Component = {"id": group.id, "label": label, "showOutline": True}
    if group.help:
        drawing.report.lost(group.id, say("platforms.form.group_help"))
    if group.either:
        drawing.report.lost(group.id, say("platforms.form.either"))
    if group.repeatable:
        found |= {"type": "dynamiclist", "path": drawing.names.key(group.id)}
        found |= {"isRepeating": True, "allowAddRemove": True}
        found["defaultRepetitions"] = group.minimum
        if group.maximum is not None or group.minimum > 0:
            drawing.report.hint(group.id, say("platforms.form.repetitions"))
        inner = own_rows(drawing, group.id, group.id)
    else:
        found |= {"type": "group"}
        inner = own_rows(drawing, group.id, scope)
    shown = drawing.hidden(group.visible, group.id, scope)
    return {**found, **shown, **fim_link(group), "components": inner}


def asked_fields(drawing: Drawing, parent: str) -> list[str]:
    """Ids of all questions and groups below a card."""
    found: list[str] = []
    waiting: list[Record] = list(reversed(drawing.view.rows(parent)))
    while waiting:
        row = waiting.pop()
        if isinstance(row, Field | FieldGroup):
            found.append(row.id)
            waiting.extend(reversed(drawing.view.rows(row.id)))
    return found
