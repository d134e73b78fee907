"""Which conditions and rules does a form keep, and which are reported?"""

from __future__ import annotations

from decimal import Decimal

from model.records import (
    Answer,
    Chosen,
    Comparison,
    Evidence,
    Field,
    Rule,
    Value,
)
from tests.exporters.forms.drawn import drawn, forms
from tests.exporters.platforms.dogs import DANGEROUS, compared, dogs

ALWAYS = Comparison(relation="eq", left=Value(truth=True), right=Value(truth=True))


def test_shown_when_becomes_hidden_unless() -> None:
    schemas, _ = forms(dogs(Field(id="why", parent="page2", label="Grund", visible=DANGEROUS)))

    why = next(c for c in schemas["page2"]["components"] if c["id"] == "why")
    assert why["conditional"] == {"hide": '=not(gefaehrlicher_hund = "ja")'}


def test_a_calculated_field_is_computed_and_shown() -> None:
    value = Comparison(relation="gt", left=Answer(field="weight"), right=Value(number=Decimal(5)))
    schemas, _ = forms(dogs(Field(id="sum", parent="page2", label="Schwer", value=value)))

    found = [c for c in schemas["page2"]["components"] if c["id"].startswith("sum")]
    computed, shown = found
    assert computed["expression"] == "=gewicht > 5"
    assert shown["text"] == "Schwer: {{schwer}}"


def test_a_hidden_constant_is_computed_and_an_open_one_reported() -> None:
    components, report = drawn(
        Field(id="a", parent="p", order="a0", label="Art", field_kind="hidden", content='"Hund"'),
        Field(id="b", parent="p", order="a1", label="Offen", field_kind="hidden"),
    )

    assert [c["expression"] for c in components] == ['="\\"Hund\\""']
    assert [(e.record, e.message.key) for e in report.of("hint")] == [
        ("b", "platforms.form.hidden")
    ]


def test_a_bound_of_the_own_number_becomes_a_check() -> None:
    rule = Rule(
        id="r", parent="weight", purpose="validation", expression=compared("weight", "le", 90)
    )

    schemas, report = forms(dogs(rule))

    weight = next(c for c in schemas["page2"]["components"] if c["id"] == "weight")
    assert weight["validate"] == {"max": 90}
    assert not report.of("lost")


def test_a_rule_over_several_answers_is_shown_when_broken_and_reported() -> None:
    rule = Rule(
        id="r",
        parent="page2",
        name="Schwer",
        purpose="validation",
        expression=DANGEROUS,
        message="Bitte prüfen.",
    )

    schemas, report = forms(dogs(rule))

    shown = next(c for c in schemas["page2"]["components"] if c["id"] == "r")
    assert shown["text"] == "**Bitte prüfen.**"
    assert shown["conditional"] == {"hide": '=not(not(gefaehrlicher_hund = "ja"))'}
    assert [(e.record, e.message.key) for e in report.of("substituted")] == [
        ("r", "platforms.form.rule_shown")
    ]


def test_rules_a_form_cannot_say_are_lost_aloud() -> None:
    rules = (
        Rule(id="r1", parent="mail", purpose="required", expression=DANGEROUS),
        Rule(id="r2", parent="page", purpose="validation", description="nur Text"),
    )

    _, report = forms(dogs(*rules))

    assert {(e.record, e.message.key) for e in report.of("lost")} == {
        ("r1", "platforms.form.required_when"),
        ("r2", "platforms.form.rule_unsaid"),
    }


def test_a_proof_is_asked_only_when_it_is_needed() -> None:
    proof = Field(id="proof", parent="page2", order="b0", label="Nachweis", data_type="file")
    evidence = Evidence(id="e", parent="page2", upload="proof", needed=DANGEROUS)

    schemas, _ = forms(dogs(proof, evidence))

    found = next(c for c in schemas["page2"]["components"] if c["id"] == "proof")
    assert found["conditional"] == {"hide": '=not(gefaehrlicher_hund = "ja")'}


def test_a_condition_on_a_deleted_answer_is_reported() -> None:
    gone = Field(
        id="why", parent="page2", label="Grund", visible=Chosen(field="danger", option="x")
    )

    _, report = forms(dogs(gone))

    assert [(e.kind, e.record, e.code) for e in report.entries] == [("lost", "why", "C11")]


def test_a_rule_that_asks_no_page_is_reported() -> None:
    rule = Rule(id="r", parent="service", purpose="notice", message="Hallo.", expression=ALWAYS)

    _, report = forms(dogs(rule))

    assert ("r", "platforms.form.rule_homeless") in {
        (e.record, e.message.key) for e in report.of("lost")
    }


def test_a_rule_of_the_service_shows_on_the_last_page_it_asks() -> None:
    rule = Rule(
        id="r", parent="service", purpose="eligibility", message="Nein.", expression=DANGEROUS
    )

    schemas, _ = forms(dogs(rule))

    shown = {card: [c["id"] for c in schema["components"]] for card, schema in schemas.items()}
    assert "r" in shown["page2"]
    assert "r" not in shown["page"]
