"""How do groups, lists and used answers stand in a form, and what is in its file?"""

from __future__ import annotations

import json
from typing import Any

from exporters.expressions import Derived, Names, juel
from exporters.forms import forms_of
from exporters.report import ExportReport
from model.language import say
from model.records import (
    Field,
    FieldGroup,
    FieldUse,
)
from tests.exporters.forms.drawn import drawn, forms
from tests.exporters.platforms.dogs import BLIND, dogs
from tests.helpers.musterleistung import musterleistung


def test_a_list_of_entries_keeps_its_fields_together() -> None:
    schemas, _ = forms(dogs())

    more = next(c for c in schemas["page2"]["components"] if c["id"] == "more")
    assert (more["type"], more["path"]) == ("dynamiclist", "weitere_hunde")
    assert [c["key"] for c in more["components"]] == ["rufname", "alter"]
    assert more["defaultRepetitions"] == 0


def test_a_group_draws_its_fields_in_a_frame() -> None:
    group = FieldGroup(id="g", parent="p", label="Anschrift", either=True, help="Wo?")

    components, report = drawn(group, Field(id="f", parent="g", label="Ort"))

    assert components[0]["type"] == "group"
    assert components[0]["components"][0]["key"] == "ort"
    assert {e.message.key for e in report.of("lost")} == {
        "platforms.form.either",
        "platforms.form.group_help",
    }


def test_a_clerk_sees_the_used_answers_read_only() -> None:
    schemas, _ = forms(dogs())

    danger, more = schemas["check"]["components"]
    assert (danger["key"], danger["readonly"], danger["type"]) == (
        "gefaehrlicher_hund",
        True,
        "radio",
    )
    assert "validate" not in danger
    assert (more["path"], more["allowAddRemove"]) == ("weitere_hunde", False)
    assert [c["key"] for c in more["components"]] == ["rufname"]


def test_a_step_that_asks_and_uses_the_same_field_asks_it() -> None:
    use = FieldUse(id="u", parent="page2", field="danger")

    schemas, _ = forms(dogs(use))

    keys = [c.get("key") for c in schemas["page2"]["components"]]
    assert keys.count("gefaehrlicher_hund") == 1


def test_a_used_group_shows_all_its_fields() -> None:
    use = FieldUse(id="use2", parent="check", order="a1", field="more")

    schemas, _ = forms(dogs(use))

    more = schemas["check"]["components"][1]
    assert [c["key"] for c in more["components"]] == ["rufname", "alter"]
    assert len({c["id"] for c in more["components"]}) == 2


def test_a_used_upload_is_a_note() -> None:
    proof = Field(id="proof", parent="page", label="Nachweis", data_type="file")

    schemas, report = forms(dogs(proof, FieldUse(id="u9", parent="check", field="proof")))

    notes = [c for c in schemas["check"]["components"] if c["type"] == "text"]
    assert notes[0]["text"] == "Nachweis: liegt als Anlage beim Antrag"
    assert "platforms.form.file_copy" in {e.message.key for e in report.of("substituted")}


def test_only_uploads_need_the_newest_schema() -> None:
    proof = Field(id="proof", parent="page", label="Nachweis", data_type="file")

    schemas, _ = forms(dogs(proof))

    assert {card: schema["schemaVersion"] for card, schema in schemas.items()} == {
        "page": 19,
        "page2": 16,
        "check": 16,
    }


def test_a_form_computes_what_ways_need() -> None:
    view = dogs()
    names, report = Names(view), ExportReport()
    derived = Derived(names)
    juel(BLIND, names, derived)

    found = {form.card: form.schema for form in forms_of(view, names, report, derived)}

    computed = [c for c in found["page2"]["components"] if c["type"] == "expression"]
    assert [c["key"] for c in computed] == ["merkmale_blindenhund"]


def test_the_file_is_readable_json_with_german_letters() -> None:
    view = dogs()
    form = forms_of(view, Names(view), ExportReport())[0]

    artifact = form.artifact("form/")

    assert (artifact.name, artifact.role) == ("form/antrag_pruefen.form", "formular")
    assert json.loads(artifact.content) == form.schema
    assert "Gefährlicher".encode() in artifact.content
    assert artifact.content.endswith(b"}\n")
    assert b"\r" not in artifact.content


def test_every_form_of_the_musterleistung_has_unique_ids_and_keys() -> None:
    schemas, _ = forms(musterleistung())

    for schema in schemas.values():
        ids = [c["id"] for c in _all(schema)]
        assert len(set(ids)) == len(ids)


def test_a_message_is_spoken_in_the_language_of_the_service() -> None:
    from exporters.forms import spoken

    message = say("platforms.operaton.workdays", n=1200)

    assert spoken(message).startswith("Aus 1.200 Werktagen")
    assert spoken(message, "en").startswith("1,200 workdays")
    assert spoken(message, "fr") == spoken(message)


def _all(schema: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = list(schema["components"])
    while waiting:
        component = waiting.pop()
        found.append(component)
        waiting += component.get("components", [])
    return found
