"""How does a service become the JSON Schema of its answers?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from exporters.artifact import Artifact
from exporters.causes import grouped
from exporters.german import spoken_german
from exporters.jsonschema.elements import Keys, field_schema, unsaid_of
from exporters.report import ExportReport
from exporters.target import Written
from exporters.xdatenfelder.multiplicity import anzahl, from_anzahl
from exporters.xdatenfelder.parts import Part, left_out, schema_parts
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import Field, FieldGroup, Rule

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
MEDIA_TYPE: Final = "application/schema+json"
NAME: Final = "datenschema.json"

Json = dict[str, Any]


def write(view: Snapshot) -> Written:
    """One artifact: the schema of the answers."""
    report = ExportReport()
    with spoken_german():
        schema = schema_of(view, report)
    content = json.dumps(schema, ensure_ascii=False, indent=2).encode() + b"\n"
    return [Artifact(NAME, MEDIA_TYPE, content, "datenfelder")], grouped(report, view)


def schema_of(view: Snapshot, report: ExportReport) -> Json:
    """The schema as plain values; what it cannot say is told to ``report``."""
    parts = schema_parts(view)
    run = _Run(view, report, Keys(view, parts))
    service = view.service
    found: Json = {"$schema": DRAFT, "$id": run.keys.schema, "title": service.name}
    if service.description:
        found["description"] = service.description
    found |= run.object_of(parts, in_choice=False)
    if run.definitions:
        found["$defs"] = run.definitions
    if not parts:
        report.hint(service.id, say("jsonschema.empty"))
    _tell_what_is_left_out(view, parts, report)
    return found


def _tell_what_is_left_out(view: Snapshot, parts: tuple[Part, ...], report: ExportReport) -> None:
    for asked in left_out(view):
        report.lost(asked.id, say("jsonschema.lost.office_field", name=title(asked)))
    for rule in _rules(view, parts):
        report.lost(rule.id, say("jsonschema.lost.rule", name=rule.name or rule.id))


def _rules(view: Snapshot, parts: tuple[Part, ...]) -> Iterator[Rule]:
    """Rules about what is written. A condition that others reuse refuses nothing by itself."""
    about = {view.service.id, ""}
    about |= {inner.record.id for part in parts for inner in part.walk()}
    about |= {part.page.id for part in parts if part.page is not None}
    for rule in view.ordered(Rule):
        if rule.parent in about and rule.purpose not in ("condition", "notice"):
            yield rule


@dataclass(slots=True)
class _Run:
    """One export: the definitions made so far."""

    view: Snapshot
    report: ExportReport
    keys: Keys
    definitions: dict[str, Json] = field(default_factory=dict)

    def object_of(self, parts: tuple[Part, ...], *, in_choice: bool) -> Json:
        """What stands in a group, or at the top."""
        properties: dict[str, Json] = {}
        required: list[str] = []
        for part in parts:
            if isinstance(part.record, Field) and part.record.field_kind == "label":
                continue
            key = self.keys.of(part.record)
            if key in properties:
                self.report.lost(part.record.id, say("jsonschema.lost.twice", key=key))
                continue
            times = from_anzahl(anzahl(part, in_choice=in_choice)) or (0, 1)
            properties[key] = _repeated({"$ref": f"#/$defs/{self._defined(part)}"}, *times)
            if times[0] > 0:
                required.append(key)
        found: Json = {"type": "object", "properties": properties}
        if required:
            found["required"] = required
        found["additionalProperties"] = False
        if in_choice and properties:
            found["oneOf"] = [{"required": [key]} for key in properties]
        return found

    def _defined(self, part: Part) -> str:
        """The name of the definition; equal ones stand once, unequal ones get a number."""
        made = self._element(part)
        key = self.keys.of(part.record)
        name, number = key, 2
        while self.definitions.get(name, made) != made:
            name, number = f"{key}_{number}", number + 1
        self.definitions[name] = made
        return name

    def _element(self, part: Part) -> Json:
        record = part.record
        for message in unsaid_of(record, sure=part.sure):
            self.report.lost(record.id, message)
        if isinstance(record, Field):
            return field_schema(self.view, record, self.report)
        label = getattr(record, "name", "") or str(title(record))
        choice = isinstance(record, FieldGroup) and record.either
        return {"title": label, **self.object_of(part.parts, in_choice=choice)}


def _repeated(one: Json, minimum: int, maximum: int | None) -> Json:
    """A single value, or an array where several may be given."""
    if maximum == 1:
        return one
    found: Json = {"type": "array", "items": one}
    if minimum > 0:
        found["minItems"] = minimum
    if maximum is not None:
        found["maxItems"] = maximum
    return found
