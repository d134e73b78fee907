"""Does the engine know what a payment comes to?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from model.records import Answer, Count, Fee, Step, TariffRow
from model.records.base import references_of
from tests.exporters.platforms.dogs import dogs
from tests.exporters.platforms.exported import Exported


@pytest.mark.parametrize(
    ("fee", "amount"),
    [
        ({"form": "fixed", "amount": Decimal("12.50")}, "12.5"),
        ({"form": "free"}, "0"),
        (
            {"form": "frame", "minimum": Decimal(5), "maximum": Decimal(9)},
            "${execution.getVariable('steuersatz')}",
        ),
    ],
)
def test_other_fees_hand_over_their_amount(fee: dict[str, Any], amount: str) -> None:
    tax = Fee(id="tax", parent="service", name="Steuersatz", **fee)

    exported = Exported(dogs(tax, without="tariff_row"))

    assert exported.handed("pay")["betrag"] == amount
    assert not exported.has("pay_tarif")


def test_an_amount_that_nobody_sets_fails() -> None:
    tax = Fee(id="tax", parent="service", name="Steuersatz", form="frame")

    exported = Exported(dogs(tax, without="tariff_row"))

    assert ("tax", "platforms.operaton.amount_open") in exported.told("hint")
    assert ("pay", "platforms.gate.never_written") in exported.told("failed")


def test_a_payment_without_a_fee_fails() -> None:
    pay = Step(id="pay", form="automatic", basis="payment", name="Zahlen", role="system")

    assert ("pay", "platforms.operaton.no_fee") in Exported(dogs(pay)).told("failed")


@pytest.mark.parametrize(
    "reckoned",
    [
        {"form": "table", "round_to": Decimal(1)},
        {"form": "table", "times": Count(group="more")},
        {"form": "fixed", "amount": Decimal(5), "times": Answer(field="weight")},
        {"form": "fixed", "amount": Decimal(5), "months": Answer(field="weight")},
    ],
)
def test_what_depends_on_the_application_is_decided_before_it_is_paid(
    reckoned: dict[str, Any],
) -> None:
    fee = Fee(id="tax", parent="service", name="Steuersatz", per="Jahr", **reckoned)

    exported = Exported(dogs(fee))

    assert exported.told("failed") == []
    assert exported.handed("pay")["betrag"] == "${execution.getVariable('steuersatz')}"
    asked = {"weight": "gewicht", "more": "weitere_hunde_anzahl"}
    unit = reckoned.get("times") or reckoned.get("months")
    wanted = {asked[name] for name in references_of(unit)} if unit else set()
    assert wanted <= set(exported.handed("pay_tarif"))


def test_a_fee_for_each_entry_fails_instead_of_charging_a_wrong_sum() -> None:
    for form in ("table", "fixed"):
        fee = Fee(id="tax", name="Steuersatz", form=form, amount=Decimal(5), each="more")

        told = Exported(dogs(fee)).told("failed")

        assert ("tax", "platforms.dmn.each") in told


def test_a_fixed_fee_is_bounded_and_rounded_before_it_is_written() -> None:
    fee = Fee(
        id="tax",
        name="Steuersatz",
        amount=Decimal("7.26"),
        minimum=Decimal("8.26"),
        round_to=Decimal("0.10"),
    )

    exported = Exported(dogs(fee, without="tariff_row"))

    assert exported.handed("pay")["betrag"] == "8.3"


def test_that_a_rate_holds_for_a_time_only_is_told_as_lost() -> None:
    old = TariffRow(id="row9", parent="tax", label="Alt", valid_until=date(2026, 12, 31))

    assert ("row9", "platforms.lost.valid") in Exported(dogs(old)).told("lost")
