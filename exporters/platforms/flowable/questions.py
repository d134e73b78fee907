"""Which questions of a card does Flowable know, and what can it not ask?

Open-source Flowable draws no forms since 7.0: it keeps the questions of a step as form properties,
hands them out over its interface and takes the answers. So each question stands in the process;
beside it lies a form in the shape of Flowable 6, for the products that still draw forms.

Why days are texts (11/2026): the ways compare them as texts in ISO form; as a property of type
"date" they would be stored as something else.
Why values that only a form can reckon are properties, too: somebody has to hand them over, and here
the interface of the operator reads that it is asked for them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from exporters.artifact import Artifact
from exporters.bpmn.description import Extension
from exporters.forms import Form
from exporters.platforms.finished import components_of
from exporters.xmlkit import element

FLOWABLE: Final = "http://flowable.org/bpmn"
TYPES: Final = frozenset({"string", "long", "double", "boolean", "date", "enum"})

_CHOICES: Final = ("radio", "select")
_SHAPES: Final = {
    "textfield": "text",
    "textarea": "multi-line-text",
    "checkbox": "boolean",
    "datetime": "date",
    "select": "dropdown",
    "radio": "radio-buttons",
    "filepicker": "upload",
}
"""Kind of a component -> kind of a field of Flowable 6."""


def flowable(name: str) -> str:
    """The full name of an attribute or element of the engine."""
    return f"{{{FLOWABLE}}}{name}"


@dataclass(frozen=True, slots=True)
class Question:
    """One form property; ``reckoned``: nobody types it."""

    id: str
    name: str
    type: str
    required: bool = False
    options: tuple[tuple[str, str], ...] = ()
    reckoned: bool = False


def questions(form: Form) -> list[Question]:
    """What the engine asks with a card. What stands in a list is one answer: the list."""
    return list(_questions(form.schema["components"]))


def beyond(form: Form) -> list[str]:
    """Ids of rows that are shown or checked in a way the engine cannot."""
    found = []
    for row in components_of(form.schema):
        checks = {**row.get("validate", {})}
        checks.pop("required", None)
        if row.get("conditional") or checks or row["type"] in ("dynamiclist", "checklist"):
            found.append(str(row["id"]))
    return found


def _questions(rows: list[dict[str, Any]]) -> Iterator[Question]:
    for row in rows:
        if row["type"] == "group":
            yield from _questions(row["components"])
        elif row["type"] == "dynamiclist":
            if any(inner.get("key") and not inner.get("readonly") for inner in components_of(row)):
                yield Question(row["path"], row["label"], "string")
        elif row.get("key") and not row.get("readonly"):
            yield _question(row)


def _question(row: dict[str, Any]) -> Question:
    kind, key = row["type"], row["key"]
    label = row.get("label") or row.get("dateLabel") or row.get("timeLabel") or key
    if kind == "expression":
        return Question(key, key, "string", reckoned=True)
    needed = bool(row.get("validate", {}).get("required")) and "conditional" not in row
    if kind in _CHOICES and "values" in row:
        options = tuple((one["value"], one["label"]) for one in row["values"])
        return Question(key, label, "enum", needed, options)
    type_of = {"checkbox": "boolean", "number": "double"}.get(kind, "string")
    if kind == "number" and row.get("decimalDigits") == 0:
        type_of = "long"
    return Question(key, label, type_of, needed)


def properties(asked: list[Question]) -> Extension:
    """The questions as form properties."""

    def append(parent: Any) -> None:
        for one in asked:
            about = {"id": one.id, "name": one.name, "type": one.type}
            if one.required:
                about["required"] = "true"
            made = element(parent, flowable("formProperty"), about)
            for value, label in one.options:
                element(made, flowable("value"), {"id": value, "name": label})

    return append


def form_file(form: Form) -> Artifact:
    """The form in the shape of Flowable 6; open-source Flowable 7 lets it lie."""
    fields = list(_fields(form.schema["components"]))
    model = {"key": form.key, "name": form.key, "version": 1, "fields": fields, "outcomes": []}
    text = json.dumps(model, ensure_ascii=False, indent=2) + "\n"
    return Artifact(form.name, "application/json", text.encode(), "formular")


def _fields(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        if row["type"] in ("group", "dynamiclist"):
            yield from _fields(row["components"])
        elif row.get("key") and row["type"] != "expression":
            yield _field(row)


def _field(row: dict[str, Any]) -> dict[str, Any]:
    kind = _SHAPES.get(row["type"], "text")
    if row["type"] == "number":
        kind = "integer" if row.get("decimalDigits") == 0 else "decimal"
    found: dict[str, Any] = {
        "fieldType": "FormField",
        "id": row["key"],
        "name": row.get("label") or row.get("dateLabel") or row.get("timeLabel") or row["key"],
        "type": kind,
        "required": bool(row.get("validate", {}).get("required")) and "conditional" not in row,
        "readOnly": bool(row.get("readonly")),
        "overrideId": True,
        "placeholder": None,
    }
    if kind in ("dropdown", "radio-buttons"):
        options = [{"id": o["value"], "name": o["label"]} for o in row.get("values", ())]
        found |= {"fieldType": "OptionFormField", "hasEmptyValue": False, "options": options}
    return found
