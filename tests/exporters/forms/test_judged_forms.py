"""bpmn.io's form viewer draws our forms in a real browser without a complaint."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.expressions import Derived, Names, juel
from exporters.forms import forms_of
from exporters.report import ExportReport
from model.records import Field, Rule
from tests.exporters.platforms.dogs import BLIND, DANGEROUS, MORE_DOGS, compared, dogs
from tests.helpers.musterleistung import musterleistung
from tests.judges import judge

EVERY_KIND = (
    Field(id="k1", parent="page", order="b0", label="Telefon", layout="phone"),
    Field(id="k2", parent="page", order="b1", label="IBAN", layout="iban"),
    Field(id="k3", parent="page", order="b2", label="Beginn", data_type="datetime"),
    Field(id="k4", parent="page", order="b3", label="Öffnung", data_type="time"),
    Field(id="k5", parent="page", order="b4", label="Betrag", data_type="num_currency"),
    Field(id="k6", parent="page", order="b5", label="Nachweis", data_type="file", minimum=1),
    Field(id="k7", parent="page", order="b6", label="Text", layout="long"),
    Field(id="k8", parent="page", order="b7", label="H", field_kind="label", content="# {{x}} $"),
    Field(id="k9", parent="page2", order="b8", label="Schwer", value=compared("weight", "gt", 9)),
    Rule(id="r", parent="page2", purpose="notice", expression=DANGEROUS, message="Achtung."),
)


@pytest.mark.judge
def test_the_form_viewer_draws_every_kind_of_field(tmp_path: Path) -> None:
    view = dogs(*EVERY_KIND)
    names, report = Names(view), ExportReport()
    derived = Derived(names)
    juel(BLIND, names, derived)
    juel(MORE_DOGS, names, derived)
    sample = musterleistung()
    forms = [
        *forms_of(view, names, report, derived),
        *forms_of(sample, Names(sample), report),
    ]
    paths = []
    for number, form in enumerate(forms):
        paths.append(tmp_path / f"{number}.form")
        paths[-1].write_bytes(form.artifact().content)

    answers = judge.forms(paths)

    assert [(a["warnings"], a["errors"]) for a in answers] == [([], [])] * len(forms)
    by_card = {form.card: answer for form, answer in zip(forms, answers, strict=True)}
    assert set(by_card["page"]["missing"]) == {"name", "nachweis"}
    assert set(by_card["page2"]["missing"]) == {"gefaehrlicher_hund", "ich_bestaetige"}
