"""What becomes of a form when the task list draws only older ones?

The file picker is younger than the task list of CIB seven: there the form says in words that a
document belongs here, and the report names the question.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from exporters.forms import Form, spoken
from exporters.report import ExportReport
from model.language import say

YOUNG = frozenset({"filepicker", "documentPreview"})
"""Kinds of components that an older task list does not know."""

_KEPT = ("conditional", "properties")


def as_old(forms: list[Form], newest: int, report: ExportReport) -> list[Form]:
    """The forms as a task list draws them that knows nothing newer than ``newest``."""
    return [form if form.version <= newest else _older(form, newest, report) for form in forms]


def _older(form: Form, newest: int, report: ExportReport) -> Form:
    rows = list(_rows(form.schema["components"], report))
    return replace(form, schema={**form.schema, "schemaVersion": newest, "components": rows})


def _rows(rows: list[dict[str, Any]], report: ExportReport) -> Iterator[dict[str, Any]]:
    for row in rows:
        if row["type"] in YOUNG:
            yield _note(row, report)
        elif "components" in row:
            yield {**row, "components": list(_rows(row["components"], report))}
        else:
            yield row


def _note(row: dict[str, Any], report: ExportReport) -> dict[str, Any]:
    label = str(row.get("label", ""))
    report.lost(row["id"], say("platforms.form.no_upload", field=label), "O18")
    text = spoken(say("platforms.form.upload_apart", field=label))
    kept: dict[str, Any] = {name: row[name] for name in _KEPT if name in row}
    return {"id": row["id"], "type": "text", "text": text, **kept}
