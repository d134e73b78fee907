"""What does the portal receive for a card? The outer shape of a form, and its questions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from exporters.artifact import Artifact
from exporters.forms import Form
from exporters.platforms.serviceportal.process import ANSWERS, FORM_VERSION, TENANT

Json = dict[str, Any]

KNOWN: Final = frozenset({"STRING", "TEXTAREA", "EURO_BETRAG", "TEXT"})
"""Kinds of fields that were seen in public and fit."""
_KINDS: Final = {"textfield": "STRING", "textarea": "TEXTAREA", "text": "TEXT"}


def form_file(form: Form, title: str) -> Artifact:
    """forms/<name>-<version>-de.json."""
    place = {"service": "prozess", "variableName": ANSWERS}
    content: Json = {
        "id": f"{TENANT}:{form.key}:{FORM_VERSION}",
        "title": title,
        "sections": [
            {
                "id": f"{form.key}_abschnitt",
                "title": title,
                "fieldGroups": list(_groups(form.key, form.schema["components"])),
            }
        ],
        "source": place,
        "target": place,
        "customButtons": {"buttons": []},
    }
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    name = f"forms/{form.key}-{FORM_VERSION}-de.json"
    return Artifact(name, "application/json", text.encode(), "formular")


def unknown_kinds(form: Form) -> list[str]:
    """Ids of questions for which no kind of the portal is public."""
    return [str(row["id"]) for row in _questions(form.schema["components"]) if not _kind(row)]


def _groups(key: str, rows: list[Json]) -> Iterator[Json]:
    """Groups stay groups; what stands alone comes into a group of its own."""
    loose = [row for row in rows if row["type"] not in ("group", "dynamiclist")]
    if loose:
        yield {"id": f"{key}_gruppe", "fields": [_field(row) for row in _questions(loose)]}
    for number, row in enumerate((row for row in rows if row not in loose), 1):
        yield {
            "id": f"{key}_gruppe_{number}",
            "title": row["label"],
            "multiple": row["type"] == "dynamiclist",
            "fields": [_field(inner) for inner in _questions(row["components"])],
        }


def _questions(rows: list[Json]) -> Iterator[Json]:
    for row in rows:
        if row["type"] in ("group", "dynamiclist"):
            yield from _questions(row["components"])
        elif row["type"] != "expression":
            yield row


def _field(row: Json) -> Json:
    label = row.get("label") or row.get("dateLabel") or row.get("timeLabel") or ""
    found: Json = {
        "id": row.get("key") or str(row["id"]),
        "type": _kind(row) or "STRING",
        "label": label or row.get("text", ""),
        "required": bool(row.get("validate", {}).get("required")) and "conditional" not in row,
    }
    if "values" in row:
        found["possibleValues"] = row["values"]
    return found


def _kind(row: Json) -> str:
    if row["type"] == "number" and "suffixAdorner" in row.get("appearance", {}):
        return "EURO_BETRAG" if row["appearance"]["suffixAdorner"] == "EUR" else ""
    return _KINDS.get(row["type"], "")
