"""Which forms does a service have, and what do their files say?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from exporters.artifact import Artifact
from exporters.expressions import Derived, Names, Neutral
from exporters.forms.drawing import Drawing
from exporters.forms.fields import Component
from exporters.forms.rows import asked_fields, own_rows
from exporters.forms.rules import SHOWN, named, notice, notices
from exporters.forms.uses import used_rows
from exporters.report import ExportReport
from model.document import Snapshot
from model.language import say
from model.records import Rule, Step

MEDIA_TYPE = "application/json"
EXPORTER = {"name": "Fachwerk", "version": "0.1.0"}
PLATFORM = {"executionPlatform": "Camunda Platform", "executionPlatformVersion": "7.24.0"}

OLDEST, NEWEST = 16, 19
"""Schema versions of form-js: what every task list draws, and what the file picker needs."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form of one card; ``key`` is its id in the file and in the references to it."""

    card: str
    key: str
    schema: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.key}.form"

    @property
    def version(self) -> int:
        return int(self.schema["schemaVersion"])

    def artifact(self, folder: str = "") -> Artifact:
        """Two blanks of indent, LF, German letters as they are: readable, and stable in git."""
        text = json.dumps(self.schema, ensure_ascii=False, indent=2) + "\n"
        return Artifact(f"{folder}{self.name}", MEDIA_TYPE, text.encode(), "formular")


def forms_of(
    view: Snapshot, names: Names, report: ExportReport, derived: Derived | None = None
) -> list[Form]:
    """One form per page and office step that has rows, in the order of their names.

    ``derived``: what conditions elsewhere ask the forms to compute; print those first.
    """
    language = view.service.languages[0] if view.service.languages else "de"
    drawing = Drawing(view, names, report, Neutral(report), derived or Derived(names), language)
    cards = [step for step in view.of(Step) if view.rows(step.id)]
    for step in cards:
        if step.form == "automatic":
            report.hint(step.id, say("platforms.form.automatic"))
    made = [_form(drawing, step) for step in cards if step.form != "automatic"]
    _tell_homeless_rules(drawing)
    return sorted((form for form in made if form.schema["components"]), key=lambda f: f.key)


def _form(drawing: Drawing, step: Step) -> Form:
    key = drawing.names.key(step.id)
    rows = used_rows(drawing, step.id, asked_fields(drawing, step.id)) + own_rows(drawing, step.id)
    rows += _computed(drawing, step) + notices(drawing, step)
    if step.form == "page":
        rows += _service_rules(drawing, step)
    newest = any(_uses_files(row) for row in rows)
    schema = {
        "schemaVersion": NEWEST if newest else OLDEST,
        "id": key,
        "type": "default",
        "exporter": EXPORTER,
        **PLATFORM,
        "components": rows,
    }
    return Form(step.id, key, schema)


def _computed(drawing: Drawing, step: Step) -> list[Component]:
    """What the ways and tables need and only a form can compute; nobody sees it."""
    return [
        {
            "id": f"Berechnet_{value.name}",
            "type": "expression",
            "key": value.name,
            "expression": f"={value.text}",
            "computeOn": "change",
        }
        for value in drawing.derived.of(step.id)
    ]


def _service_rules(drawing: Drawing, step: Step) -> list[Component]:
    """A rule of the whole service shows on the last page whose answers it reads."""
    found: list[Component] = []
    asked = set(asked_fields(drawing, step.id))
    for rule in drawing.view.children(drawing.view.service.id, Rule):
        last = _last_card(drawing, rule)
        if last == step.id and asked:
            found += notice(drawing, rule)
    return found


def _tell_homeless_rules(drawing: Drawing) -> None:
    """A rule of the service that reads no answer of a page is shown nowhere."""
    for rule in drawing.view.children(drawing.view.service.id, Rule):
        if rule.purpose in SHOWN and rule.expression is not None and not _last_card(drawing, rule):
            drawing.report.lost(rule.id, say("platforms.form.rule_homeless", rule=named(rule)))


def _last_card(drawing: Drawing, rule: Rule) -> str:
    cards = [drawing.view.card_of(reference) for reference in rule.references()]
    pages = [c for c in cards if isinstance(c, Step) and c.form == "page"]
    return max(pages, key=lambda page: (page.order, page.id)).id if pages else ""


def _uses_files(row: Component) -> bool:
    inner = row.get("components", ())
    return row["type"] == "filepicker" or any(_uses_files(part) for part in inner)
