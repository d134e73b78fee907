"""Fees reckoned by hand beside the program: tables, frames, units, months, bounds, rounding."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.document import Snapshot
from model.expressions import evaluate
from model.language import use
from model.play.fees import Charged, fee
from model.records import (
    Answer,
    Citation,
    Comparison,
    Count,
    Expression,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Norm,
    Present,
    Record,
    Service,
    Sum,
    TariffRow,
    Value,
)
from model.storage import from_bytes
from resources import texts

DAY = date(2026, 11, 25)


def row(number: int, amount: str, effect: Any = "rate", **more: Any) -> TariffRow:
    values = {"order": f"a{number}", "label": f"Satz {number}"} | more
    return TariffRow(id=f"r{number}", parent="g", amount=Decimal(amount), effect=effect, **values)


def charged(record: Fee, *more: Record, day: date = DAY, **answers: Any) -> Charged:
    view = Snapshot.of_records([Service(id="s"), record, *more])
    return fee(view, record, answers, day)


def table(**more: Any) -> Fee:
    return Fee(id="g", form="table", **more)


def at_least(field: str, number: int) -> Expression:
    right = Value(number=Decimal(number))
    return Comparison(relation="ge", left=Answer(field=field), right=right)


HAS = Present(field="ja")

FIXED = [
    # amount, what the fee says besides, answers, expected
    ("25", {}, {}, "25.00"),
    ("25", {"times": Answer(field="n")}, {"n": Decimal(3)}, "75.00"),
    ("25", {"times": Answer(field="n")}, {"n": Decimal(0)}, "0.00"),
    ("120", {"months": Answer(field="n")}, {"n": Decimal(5)}, "50.00"),
    ("90", {"months": Answer(field="n")}, {"n": Decimal(7)}, "52.50"),
    ("100", {"months": Answer(field="n")}, {"n": Decimal(5)}, "41.67"),
    ("120", {"months": Answer(field="n")}, {"n": Decimal(13)}, "120.00"),
    ("100", {"months": Answer(field="n"), "rounding": "down"}, {"n": Decimal(5)}, "41.66"),
    (
        "100",
        {"months": Answer(field="n"), "round_to": Decimal(1), "rounding": "down"},
        {"n": Decimal(5)},
        "41.00",
    ),
    (
        "100",
        {"months": Answer(field="n"), "round_to": Decimal(1), "rounding": "up"},
        {"n": Decimal(5)},
        "42.00",
    ),
    ("10.25", {"round_to": Decimal("0.10")}, {}, "10.30"),
    ("10.24", {"round_to": Decimal("0.10")}, {}, "10.20"),
    ("2", {"times": Answer(field="n"), "minimum": Decimal(10)}, {"n": Decimal(3)}, "10.00"),
    ("2", {"times": Answer(field="n"), "maximum": Decimal(50)}, {"n": Decimal(30)}, "50.00"),
    ("2", {"times": Answer(field="n"), "maximum": Decimal(60)}, {"n": Decimal(30)}, "60.00"),
]


@pytest.mark.parametrize(("amount", "more", "answers", "due"), FIXED)
def test_a_fixed_fee_is_multiplied_shared_bounded_and_rounded(
    amount: str, more: dict[str, Any], answers: dict[str, Any], due: str
) -> None:
    found = charged(Fee(id="g", amount=Decimal(amount), **more), **answers)

    assert str(found.amount) == due
    assert found.open == ()


TABLES = [
    ([row(1, "90")], "90.00"),
    ([row(1, "90", when=Present(field="nein")), row(2, "30")], "30.00"),
    ([row(1, "90"), row(2, "30")], "90.00"),
    ([row(1, "90"), row(2, "25", "surcharge")], "115.00"),
    ([row(1, "90"), row(2, "10", "surcharge", percent=True)], "99.00"),
    ([row(1, "90"), row(2, "45", "reduction", when=HAS)], "45.00"),
    ([row(1, "90"), row(2, "100", "reduction")], "90.00"),
    ([row(1, "90"), row(2, "50", "reduction", percent=True)], "45.00"),
    ([row(1, "90"), row(2, "50", "reduction", percent=True), row(3, "40", "reduction")], "40.00"),
    ([row(1, "90"), row(2, "0", "exemption", when=HAS)], "0.00"),
    ([row(1, "90"), row(2, "50", "reduction"), row(3, "25", "surcharge")], "75.00"),
    ([row(1, "15", times=Answer(field="n"))], "60.00"),
    ([row(1, "30"), row(2, "10", "surcharge", times=Answer(field="n"))], "70.00"),
]


@pytest.mark.parametrize(("rows", "due"), TABLES)
def test_a_table_is_read_from_top_to_bottom(rows: list[TariffRow], due: str) -> None:
    found = charged(table(), *rows, ja="ja", n=Decimal(4))

    assert str(found.amount) == due


@pytest.mark.parametrize(("positions", "due"), [((1,), 15), ((1, 3), 15 + 35), ((2, 2, 2), 75)])
def test_every_entry_of_a_list_is_priced_by_its_own_answers(
    positions: tuple[int, ...], due: int
) -> None:
    copies = row(2, "10", "surcharge", times=Answer(field="mehr"))
    entries = [{"mehr": Decimal(n - 1)} for n in positions]
    group = FieldGroup(id="liste", maximum=None)

    found = charged(table(each="liste"), group, row(1, "15"), copies, liste=entries)

    assert found.amount == due


def test_the_number_of_entries_can_be_the_number_of_units() -> None:
    record = Fee(id="g", amount=Decimal(15), times=Count(group="liste"))

    assert charged(record, liste=[{}, {}, {}]).amount == 45


def test_a_frame_waits_for_the_officer_and_says_between_which_amounts() -> None:
    frame = Fee(id="g", form="frame", minimum=Decimal("10.20"), maximum=Decimal("30.70"))

    found = charged(frame)

    assert found.amount is None
    assert found.open[0].key == "reckoning.fee.officer"
    assert found.open[0].values["high"] == Decimal("30.70")


def test_a_frame_without_room_is_an_amount_and_one_without_bounds_is_open() -> None:
    ten = Decimal(10)

    assert charged(Fee(id="g", form="frame", minimum=ten, maximum=ten)).amount == 10
    assert charged(Fee(id="g", form="frame", minimum=ten)).open[0].key.endswith("no_bounds")


def test_what_is_not_known_is_said_instead_of_guessed() -> None:
    unknown = [
        charged(Fee(id="g")),
        charged(Fee(id="g", amount=Decimal(1), times=Answer(field="n"))),
        charged(Fee(id="g", amount=Decimal(1), months=Answer(field="n"))),
        charged(table(), row(1, "1", when=HAS)),
        charged(table(), row(1, "1", times=Answer(field="n"))),
        charged(table(), row(1, "1"), row(2, "1", "surcharge", times=Answer(field="n"))),
    ]

    assert [found.amount for found in unknown] == [None] * 6
    assert all(len(found.open) == 1 for found in unknown)


def test_a_new_rate_holds_from_its_day_on() -> None:
    old = row(1, "90")
    new = old.replaced(id="neu", of="r1", amount=Decimal(120), valid_from=date(2027, 1, 1))

    before = charged(table(), old, new, day=date(2026, 12, 31))
    after = charged(table(), old, new, day=date(2027, 1, 1))

    assert before.amount == 90 and after.amount == 120


def test_a_new_fee_keeps_the_table_until_it_has_one_of_its_own() -> None:
    new = table(of="g", valid_from=date(2027, 1, 1), minimum=Decimal(100)).replaced(id="neu")
    day = date(2027, 2, 1)

    assert charged(table(), new, row(1, "90"), day=day).amount == 100
    own = row(2, "150").replaced(parent="neu")
    assert charged(table(), new, row(1, "90"), own, day=day).amount == 150


def test_a_fee_that_is_no_longer_in_force_charges_nothing_it_could_name() -> None:
    record = Fee(id="g", amount=Decimal(5), valid_until=date(2020, 12, 31))

    found = charged(record)

    assert found.amount is None and found.open[0].key == "reckoning.fee.not_valid"


def test_each_line_names_the_norm_of_its_row_and_else_that_of_the_fee() -> None:
    norms = [
        Norm(id="n1", law="HStS", paragraph="§ 5"),
        Norm(id="n2", law="HStS", paragraph="§ 7"),
        Citation(id="c1", parent="g", norm="n1"),
        Citation(id="c2", parent="r2", norm="n2"),
    ]
    use("de", texts("de"))

    found = charged(table(), row(1, "90"), row(2, "45", "reduction"), *norms)
    said = [str(line) for line in found.lines]
    use("de", {})

    assert said == [
        "Satz 1: 90,00 EUR (§ 5 HStS)",
        "ermäßigt – Satz 2: stattdessen 45,00 EUR (§ 7 HStS)",
    ]


@pytest.mark.parametrize(("dogs", "due"), [(1, 90), (2, 230), (3, 430)])
def test_the_sample_dog_tax_is_reckoned_like_its_bylaw_says(dogs: int, due: int) -> None:
    sample = Path(__file__).parents[3] / "resources/samples/hundesteuer.fachwerk"
    view = Snapshot.of_records(from_bytes(sample.read_bytes()).records)
    tax = next(f for f in view.of(Fee) if f.name == "Hundesteuer")
    group = next(g for g in view.of(FieldGroup) if g.repeatable)

    found = fee(view, tax, {group.id: [{}] * dogs}, DAY)

    assert found.amount == due
    assert len(found.lines) == dogs


MONEY = st.decimals(0, 5000, places=2)


NUMBERS = st.none() | st.decimals(-3, 40, places=1)
MAYBE = st.none() | MONEY
CONDITIONS = st.none() | st.builds(at_least, st.sampled_from("abn"), st.integers(0, 20))
UNITS = st.none() | st.sampled_from(
    [Answer(field="a"), Answer(field="b"), Count(group="liste"), Sum(field="n")]
)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@st.composite
def tariffs(draw: st.DrawFn) -> list[Record]:
    """A fee of any form, with a dated state and rows of every effect, some of them dated."""
    more: dict[str, Any] = {
        name: draw(of)
        for name, of in {
            "form": st.sampled_from(["fixed", "table", "table", "frame", "free"]),
            "amount": MAYBE,
            "minimum": MAYBE,
            "maximum": MAYBE,
            "each": st.sampled_from(["", "", "liste"]),
            "times": UNITS,
            "months": UNITS,
            "round_to": st.sampled_from([None, Decimal("0.10"), Decimal(1), Decimal(5)]),
            "rounding": st.sampled_from(["half_up", "down", "up"]),
            "valid_until": st.none() | DAYS,
        }.items()
    }
    found: list[Record] = [Fee(id="g", **more)]
    if draw(st.booleans()):
        new = found[0].replaced(id="neu", of="g", valid_until=None, valid_from=draw(DAYS))
        found.append(new.replaced(amount=draw(MAYBE), minimum=draw(MAYBE)))
    for number in range(draw(st.integers(0, 5))):
        effect = draw(st.sampled_from(["rate", "rate", "surcharge", "reduction", "exemption"]))
        values: dict[str, Any] = {
            "when": draw(CONDITIONS),
            "times": draw(UNITS),
            "percent": draw(st.booleans()),
        }
        first = row(number, str(draw(MONEY)), effect, **values)
        found.append(first)
        if draw(st.booleans()):
            dated = {"of": first.id, "valid_from": draw(DAYS), "amount": draw(MONEY)}
            found.append(first.replaced(id=f"neu{number}", **dated))
    return found


@given(tariffs(), NUMBERS, NUMBERS, st.lists(NUMBERS, max_size=4), DAYS)
def test_what_is_explained_to_the_citizen_is_what_a_condition_sees(
    records: list[Record], a: Decimal | None, b: Decimal | None, of: list[Decimal], day: date
) -> None:
    more = [FieldGroup(id="liste", maximum=None), Field(id="n", parent="liste")]
    view = Snapshot.of_records([Service(id="s"), *more, *records])
    answers = {"a": a, "b": b, "liste": [{"n": n} for n in of], "today": day}

    explained = fee(view, view.the("g", Fee), answers, day)

    assert explained.amount == evaluate(view, FeeAmount(fee="g"), answers)
    assert (explained.amount is None) == bool(explained.open)


@given(tariffs(), DAYS)
def test_every_line_of_a_sum_is_said_in_words(records: list[Record], day: date) -> None:
    more = [FieldGroup(id="liste", maximum=None), Field(id="n", parent="liste")]
    view = Snapshot.of_records([Service(id="s"), *more, *records])
    answers = {"a": Decimal(3), "b": Decimal("0.5"), "liste": [{"n": Decimal(2)}] * 2}

    found = fee(view, view.the("g", Fee), answers, day)

    known = texts("de")
    assert all(line.key in known for line in (*found.lines, *found.open))


def test_two_fees_that_ask_for_each_other_come_to_the_same_in_both_places() -> None:
    def more_than_nothing(other: str) -> Expression:
        right = Value(number=Decimal(0))
        return Comparison(relation="gt", left=FeeAmount(fee=other), right=right)

    rows = [
        row(1, "5", when=more_than_nothing("h")),
        row(2, "7"),
        row(3, "11", when=more_than_nothing("g")).replaced(parent="h"),
        row(4, "13").replaced(parent="h"),
    ]
    view = Snapshot.of_records([Service(id="s"), table(), Fee(id="h", form="table"), *rows])

    found = fee(view, view.the("g", Fee), {}, DAY)

    assert found.amount == evaluate(view, FeeAmount(fee="g"), {"today": DAY}) == 5


def test_a_condition_sees_the_price_of_every_entry_and_the_law_of_its_day() -> None:
    old = row(1, "15", times=Answer(field="n"))
    new = old.replaced(id="neu", of="r1", amount=Decimal(20), valid_from=date(2027, 1, 1))
    more = [FieldGroup(id="liste", maximum=None), Field(id="n", parent="liste")]
    record = table(each="liste", maximum=Decimal(90))
    view = Snapshot.of_records([Service(id="s"), record, *more, old, new])
    answers = {"liste": [{"n": Decimal(2)}, {"n": Decimal(3)}]}

    sums = [
        evaluate(view, FeeAmount(fee="g"), {**answers, "today": day})
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]

    assert sums == [75, 90]


def test_a_sum_beyond_all_measure_is_said_to_be_too_large() -> None:
    record = Fee(id="g", amount=Decimal("9e999999"), times=Answer(field="n"))

    found = charged(record, n=Decimal("9e999999"))

    assert found.amount is None
    assert found.open[0].key == "reckoning.fee.too_large"


@given(MONEY, st.integers(0, 30), MONEY, MONEY)
def test_an_amount_never_leaves_its_bounds(
    price: Decimal, number: int, one: Decimal, other: Decimal
) -> None:
    low, high = sorted((one, other))
    record = Fee(id="g", amount=price, times=Answer(field="n"), minimum=low, maximum=high)

    amount = charged(record, n=Decimal(number)).amount

    assert amount is not None
    assert amount == 0 if price == 0 else low <= amount <= high or amount == 0 == number
