"""Is text for people kept from being run?"""

from __future__ import annotations

import pytest

from exporters.expressions import Neutral, harmless
from exporters.report import ExportReport


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Antrag #{pruefen", "Antrag # {pruefen"),
        ("Betrag ${ 1 + }", "Betrag $ { 1 + }"),
        ("$${x}", "$$ {x}"),
        ("{{name}} und {{{x}}}", "{ {name}} und { { {x}}}"),
        ("=1+1", " =1+1"),
        ("Kosten: 5 $ {einmalig}", "Kosten: 5 $ {einmalig}"),
        ("Preis = 5 €", "Preis = 5 €"),
    ],
)
def test_no_text_for_people_is_an_expression(text: str, plain: str) -> None:
    assert harmless(text) == plain
    assert harmless(plain) == plain


def test_the_report_names_the_record_once() -> None:
    report = ExportReport()
    neutral = Neutral(report)

    neutral.text("${a}", "field_1")
    neutral.text("${b}", "field_1")
    neutral.text("plain", "field_2")

    assert [(e.kind, e.record, e.code) for e in report.entries] == [
        ("substituted", "field_1", "C05")
    ]


@pytest.mark.parametrize("text", ["# Titel", "- Punkt", "1. Punkt", "*fett*", "[a](b)", "<b>x</b>"])
def test_markdown_in_a_text_means_nothing(text: str) -> None:
    shown = Neutral(ExportReport()).markdown(text, "f")

    assert "\\" in shown
    assert shown.replace("\\", "") == text
