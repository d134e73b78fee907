"""How deep do services call each other in a played case, and what is done for each thing?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from model.document import Snapshot
from model.play import Played, World, covering, play
from model.play.factors import factors
from model.play.playing import DEEPEST_CALL
from model.records import (
    Answer,
    Count,
    ExampleAnswer,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    TariffRow,
)
from tests.helpers.speaking import speaking
from tests.model.play.making import DAY, service

CASE = ExampleCase(id="case", name="Fall", applied=DAY)


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def calling(key: str) -> Snapshot:
    """A service that calls another; when that fails, it comes to another end."""
    return service(
        "start > call > end, event > b > end2",
        call={"called": key},
        event={"attached_to": "call", "trigger": "error"},
    )


def world(**services: Snapshot) -> World:
    return World(service=services.get)


def chain(played: Played) -> list[str]:
    """The ends reached, from the outermost service inwards."""
    found = [played.end]
    while played.called:
        played = played.called[0][1]
        found.append(played.end)
    return found


def test_a_called_service_calls_in_turn_and_a_failure_comes_all_the_way_up() -> None:
    well = service("start > a > end")
    ill = service("start > a > b > a")

    good = play(calling("one"), CASE, world=world(one=calling("two"), two=well))
    careless = service("start > call > end", call={"called": "two"})
    bad = play(calling("one"), CASE, world=world(one=careless, two=ill))

    assert chain(good) == ["end", "end", "end"]
    assert good.notes == ()
    assert bad.called[0][1].called[0][1].verdict == "stuck"
    assert bad.called[0][1].verdict == "stuck"
    assert bad.end == "end2"


def test_services_that_call_each_other_in_a_circle_are_told_and_end() -> None:
    circle = world(one=calling("two"), two=calling("one"))

    got = play(calling("one"), CASE, world=circle)

    inner = got.called[0][1].called[0][1]
    assert got.verdict == "agrees"
    assert [note.kind for note in inner.notes] == ["called_again"]
    assert "Platzhalter" in str(inner.notes[0].what)
    assert play(calling("one"), CASE, world=circle) == got


def test_a_very_long_chain_of_calls_ends_at_a_bound_without_recursion() -> None:
    services = {str(n): calling(str(n + 1)) for n in range(5_000)}

    got = play(calling("0"), CASE, world=World(service=services.get))

    assert got.end == "end"
    assert len(chain(got)) == DEEPEST_CALL + 1


def test_what_is_called_often_is_played_once_for_each_day() -> None:
    inner = service("start > a > end")
    view = service("start > call1 > call2 > end", call1={"called": "one"}, call2={"called": "one"})
    got = play(view, CASE, world=world(one=inner))

    assert [at for at, _ in got.called] == ["call1", "call2"]
    assert got.called[0][1] is got.called[1][1]


# ---------------------------------------------------------------------------------- for each


def test_what_is_done_for_each_without_a_list_is_done_and_charged_once() -> None:
    fee = Fee(id="fee", form="fixed", amount=Decimal(10))
    view = service("start > auto > end", fee, auto={"repeats": "parallel", "fee": "fee"})

    got = play(view, CASE)

    assert got.fee == Decimal(10)
    assert [(note.kind, note.at) for note in got.notes] == [("for_each", "auto")]
    assert "einmal" in str(got.notes[0].what)
    assert got.verdict == "agrees"


def test_what_is_paid_for_each_entry_is_not_paid_once_more_for_the_whole() -> None:
    dogs = FieldGroup(id="dogs", parent="page", label="Hunde", maximum=None)
    name = Field(id="name", parent="dogs", label="name")
    use = FieldUse(id="use", parent="auto", field="dogs")
    fee = Fee(id="fee", form="fixed", amount=Decimal(10))
    view = service(
        "start > page > auto > end",
        dogs,
        name,
        use,
        fee,
        auto={"repeats": "parallel", "fee": "fee"},
    )
    three = tuple(ExampleAnswer(field="name", value="Rex", repetition=n) for n in range(3))

    got = play(view, CASE.replaced(answers=three))

    assert got.fee == Decimal(30)
    assert got.notes == ()


# ------------------------------------------------------------------- how fees make a difference


def number(name: str, **values: object) -> Field:
    made = Field(id=name, parent="page", label=name, data_type="num_int", minimum=1)
    return made.replaced(**values)


def paid(fee: Fee, *more: TariffRow | Field | FieldGroup) -> Snapshot:
    return service("start > page > auto > end", fee, *more, auto={"fee": "fee"})


def test_units_and_months_of_a_fee_are_varied() -> None:
    fee = Fee(
        id="fee",
        form="fixed",
        amount=Decimal(12),
        times=Answer(field="copies"),
        months=Answer(field="months"),
    )
    view = paid(fee, number("copies"), number("months", max_value=Decimal(12)))

    found = {one.at: one.values for one in factors(view, DAY)}
    made = covering(view, DAY)

    assert found == {"copies": ("1", "2"), "months": ("1", "2", "12")}
    assert {one.expected_fee for one in made} >= {Decimal(1), Decimal(12)}
    assert all(play(view, one).verdict == "agrees" for one in made)


def test_a_fee_for_each_entry_is_tried_with_one_and_with_two() -> None:
    fee = Fee(id="fee", form="fixed", amount=Decimal(12), each="dogs")
    name = Field(id="name", parent="dogs", label="name", minimum=1)
    view = paid(fee, FieldGroup(id="dogs", parent="page", label="Hunde", maximum=None), name)

    made = covering(view, DAY)

    assert {one.expected_fee for one in made} == {Decimal(12), Decimal(24)}


def test_a_row_with_a_price_for_each_unit_is_varied() -> None:
    row = TariffRow(id="row", parent="fee", amount=Decimal(3), times=Count(group="dogs"))
    name = Field(id="name", parent="dogs", label="name", minimum=1)
    dogs = FieldGroup(id="dogs", parent="page", label="Hunde", maximum=None)
    view = paid(Fee(id="fee", form="table", maximum=Decimal(5)), row, dogs, name)

    made = covering(view, DAY)

    assert {one.expected_fee for one in made} == {Decimal(3), Decimal(5)}
