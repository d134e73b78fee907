"""How does a clerk see an answer that was given on another form?"""

from __future__ import annotations

from exporters.forms.drawing import Drawing
from exporters.forms.fields import Component, question
from exporters.forms.rows import fim_link
from model.grammar import title
from model.language import say
from model.records import Field, FieldGroup, FieldUse


def used_rows(drawing: Drawing, card: str, asked: list[str]) -> list[Component]:
    """Read-only copies of the answers that a card uses and does not ask itself, in their order.

    Entries of one list stay together: a list is shown once, with the used fields in it.
    """
    found: list[Component] = []
    lists: dict[str, Component] = {}
    seen = set(asked)
    for field, use in _fields(drawing, card):
        if field.id in seen:
            continue
        seen.add(field.id)
        group = drawing.names.list_of(field.id)
        if not group:
            found += _copies(drawing, field, use)
            continue
        if group not in lists:
            lists[group] = _list(drawing, drawing.view.the(group, FieldGroup), use)
            found.append(lists[group])
        lists[group]["components"] += _copies(drawing, field, use)
    return found


def _fields(drawing: Drawing, card: str) -> list[tuple[Field, str]]:
    """The used fields, those of a used group one by one, each with the use it comes from."""
    found: list[tuple[Field, str]] = []
    for use in drawing.view.children(card, FieldUse):
        waiting = [use.field]
        while waiting:
            record = drawing.view.get(waiting.pop(0))
            if isinstance(record, FieldGroup):
                rows = drawing.view.rows(record.id)
                waiting = [r.id for r in rows if not isinstance(r, FieldUse)] + waiting
            elif isinstance(record, Field) and record.data_type != "obj":
                found.append(
                    (record, f"{use.id}_{record.id}" if record.id != use.field else use.id)
                )
    return [(field, use) for field, use in found if field.field_kind != "label"]


def _copies(drawing: Drawing, field: Field, use: str) -> list[Component]:
    if drawing.stored(field) == "file":
        drawing.report.substituted(field.id, say("platforms.form.file_copy", field=title(field)))
        label = drawing.neutral.markdown(title(field), field.id)
        hint = drawing.speak(say("platforms.form.file_attached"))
        return [{"id": use, "type": "text", "text": f"{label}: {hint}"}]
    found = question(drawing, field)
    for name in ("validate", "description", "defaultValue"):
        found.pop(name, None)
    key = drawing.names.key(field.id)
    return [{"id": use, "key": key, **found, "readonly": True, **fim_link(field)}]


def _list(drawing: Drawing, group: FieldGroup, use: str) -> Component:
    return {
        "id": f"{use}_liste",
        "label": drawing.neutral.text(title(group), group.id),
        "showOutline": True,
        "type": "dynamiclist",
        "path": drawing.names.key(group.id),
        "isRepeating": True,
        "allowAddRemove": False,
        "defaultRepetitions": 0,
        "components": [],
    }
