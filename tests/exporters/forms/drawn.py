"""How do tests draw the forms of a service, or the components of one field?"""

from __future__ import annotations

from typing import Any

from exporters.expressions import Names
from exporters.forms import forms_of
from exporters.report import ExportReport
from model.document import Snapshot
from model.records import (
    Field,
    Record,
    Service,
    Step,
)


def forms(view: Snapshot) -> tuple[dict[str, Any], ExportReport]:
    report = ExportReport()
    found = forms_of(view, Names(view), report)
    return {form.card: form.schema for form in found}, report


def drawn(*records: Record, form: str = "page") -> tuple[list[dict[str, Any]], ExportReport]:
    """The components of a form with one field or more on it."""
    step = Step(id="p", form=form, name="Seite")  # type: ignore[arg-type]
    schemas, report = forms(Snapshot.of_records([Service(id="s"), step, *records]))
    return schemas["p"]["components"] if schemas else [], report


def one(field: Field, *others: Record) -> dict[str, Any]:
    components, _ = drawn(field, *others)
    return next(c for c in components if c["id"] == field.id)
