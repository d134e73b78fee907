"""Dated deadlines, each with the provision or holiday that decides it.

Expected days are counted by hand from the wording of the law and the calendar of that year.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.behaviors import open_document
from model.language import use
from model.play.calendar import due, extended, fiction_of_approval, start_day
from model.play.calendar_delivery import made_known
from model.play.calendar_holidays import LANDS, holiday_name, rests
from model.play.calendar_spans import days_apart, end_of_span, point_of_month
from model.records import Deadline, Field
from resources import texts
from tests.helpers.musterleistung import musterleistung


def ends(start: str, length: int, unit: str, land: str = "", **more: str) -> str:
    deadline = Deadline(id="f", length=length, unit=unit, **more)  # type: ignore[arg-type]
    found = due(deadline, date.fromisoformat(start), land)
    assert found is not None
    return found.end.isoformat()


SPANS = [
    # § 187 Abs. 1, § 188 Abs. 1: days
    ("2026-01-05", 14, "day", "event", "2026-01-19"),
    ("2024-02-28", 1, "day", "event", "2024-02-29"),
    ("2023-02-28", 1, "day", "event", "2023-03-01"),
    ("2025-12-31", 1, "day", "event", "2026-01-01"),
    # § 187 Abs. 2: the first day is counted
    ("2026-01-05", 14, "day", "begin", "2026-01-18"),
    ("2026-01-05", 1, "day", "begin", "2026-01-05"),
    # § 188 Abs. 2: weeks
    ("2026-03-04", 1, "week", "event", "2026-03-11"),
    ("2026-03-04", 1, "week", "begin", "2026-03-10"),
    ("2026-12-28", 2, "week", "event", "2027-01-11"),
    # § 188 Abs. 2: months and years
    ("2026-01-15", 1, "month", "event", "2026-02-15"),
    ("2026-02-28", 1, "month", "event", "2026-03-28"),
    ("2026-01-15", 1, "month", "begin", "2026-02-14"),
    ("2026-03-01", 1, "month", "begin", "2026-03-31"),
    ("2026-02-01", 1, "month", "begin", "2026-02-28"),
    ("2024-02-01", 1, "month", "begin", "2024-02-29"),
    ("2026-01-01", 1, "year", "begin", "2026-12-31"),
    ("2026-11-24", 1, "year", "event", "2027-11-24"),
    ("2026-11-15", 3, "month", "event", "2027-02-15"),
    # § 188 Abs. 3: the day is lacking
    ("2026-01-31", 1, "month", "event", "2026-02-28"),
    ("2024-01-31", 1, "month", "event", "2024-02-29"),
    ("2026-01-29", 1, "month", "event", "2026-02-28"),
    ("2026-03-31", 1, "month", "event", "2026-04-30"),
    ("2026-08-31", 6, "month", "event", "2027-02-28"),
    ("2024-02-29", 1, "year", "event", "2025-02-28"),
    ("2024-02-29", 4, "year", "event", "2028-02-29"),
    ("2026-01-31", 1, "month", "begin", "2026-02-28"),
    ("2026-01-30", 1, "month", "begin", "2026-02-28"),
    ("2026-01-29", 1, "month", "begin", "2026-02-28"),
    # § 189 Abs. 1
    ("2026-01-10", 1, "half_month", "event", "2026-01-25"),
    ("2026-01-10", 1, "quarter", "event", "2026-04-10"),
    ("2026-08-31", 1, "half_year", "event", "2027-02-28"),
    # counted back from the event
    ("2026-12-31", -4, "week", "event", "2026-12-03"),
    ("2026-03-31", -1, "month", "event", "2026-02-28"),
]


@pytest.mark.parametrize(("start", "length", "unit", "counting", "end"), SPANS)
def test_the_civil_code_says_on_which_day_a_period_ends(
    start: str, length: int, unit: str, counting: str, end: str
) -> None:
    found = end_of_span(date.fromisoformat(start), length, unit, counting)  # type: ignore[arg-type]

    assert found.isoformat() == end


ENDS = [
    # § 193 BGB, § 31 Abs. 3 Satz 1: Saturday, Sunday
    ("2026-01-31", 1, "month", "", "2026-03-02"),  # 28 February 2026 is a Saturday
    ("2026-02-01", 14, "day", "", "2026-02-16"),  # 15 February 2026 is a Sunday
    ("2026-05-11", 14, "day", "", "2026-05-26"),  # Whit Monday
    ("2026-03-23", 14, "day", "", "2026-04-07"),  # Easter Monday
    ("2026-03-20", 14, "day", "", "2026-04-07"),  # Good Friday, then Easter
    ("2026-12-11", 14, "day", "", "2026-12-28"),  # Christmas, then Saturday and Sunday
    ("2025-12-18", 14, "day", "", "2026-01-02"),  # New Year's Day
    ("2026-04-30", 2, "week", "", "2026-05-15"),  # Ascension Day
    ("2026-04-17", 14, "day", "", "2026-05-04"),  # 1 May, a Friday
    ("2025-09-19", 14, "day", "", "2025-10-06"),  # 3 October, a Friday
    # holidays of the Länder
    ("2026-05-21", 14, "day", "NW", "2026-06-05"),  # Fronleichnam, 4 June 2026
    ("2026-05-21", 14, "day", "NI", "2026-06-04"),
    ("2026-05-21", 14, "day", "SN", "2026-06-04"),
    ("2026-05-21", 14, "day", "SN-catholic", "2026-06-05"),
    ("2026-05-21", 14, "day", "TH", "2026-06-04"),
    ("2026-05-21", 14, "day", "TH-catholic", "2026-06-05"),
    ("2025-08-01", 14, "day", "BY", "2025-08-15"),  # Mariä Himmelfahrt, a Friday
    ("2025-08-01", 14, "day", "BY-catholic", "2025-08-18"),
    ("2025-08-01", 14, "day", "SL", "2025-08-18"),
    ("2025-07-25", 14, "day", "BY-catholic", "2025-08-08"),  # Augsburg's own feast
    ("2025-07-25", 14, "day", "BY-Augsburg", "2025-08-11"),
    ("2025-10-17", 14, "day", "NI", "2025-11-03"),  # Reformationstag, a Friday
    ("2025-10-17", 14, "day", "NW", "2025-10-31"),
    ("2017-10-17", 14, "day", "NW", "2017-11-02"),  # once for all in 2017, then Allerheiligen
    ("2025-11-05", 14, "day", "SN", "2025-11-20"),  # Buß- und Bettag
    ("2025-11-05", 14, "day", "BY", "2025-11-19"),
    ("2024-02-23", 14, "day", "BE", "2024-03-11"),  # Frauentag, a Friday
    ("2024-02-23", 14, "day", "MV", "2024-03-11"),
    ("2022-02-22", 14, "day", "MV", "2022-03-08"),  # there only since 2023
    ("2024-09-06", 14, "day", "TH", "2024-09-23"),  # Weltkindertag, a Friday
    ("2026-12-23", 14, "day", "BW", "2027-01-07"),  # Heilige Drei Könige
    ("2026-12-23", 14, "day", "HE", "2027-01-06"),
]


@pytest.mark.parametrize(("start", "length", "unit", "land", "end"), ENDS)
def test_an_end_on_a_day_off_moves_to_the_next_working_day(
    start: str, length: int, unit: str, land: str, end: str
) -> None:
    assert ends(start, length, unit, land) == end


def test_a_day_that_was_fixed_stays_on_a_sunday() -> None:
    assert ends("2026-02-01", 14, "day", weekend="stays") == "2026-02-15"


def test_hours_run_through_the_weekend_and_a_part_of_a_day_is_a_day() -> None:
    assert ends("2026-02-13", 48, "hour") == "2026-02-15"
    assert ends("2026-02-09", 25, "hour") == "2026-02-11"


@pytest.mark.parametrize(
    ("start", "length", "land", "end"),
    [
        ("2026-11-20", 5, "", "2026-11-27"),  # from a Friday
        ("2026-04-02", 1, "", "2026-04-07"),  # over Easter
        ("2026-12-23", 5, "", "2026-12-31"),  # 24, 28, 29, 30, 31
        ("2026-06-03", 1, "NW", "2026-06-05"),
        ("2026-11-23", -2, "", "2026-11-19"),
    ],
)
def test_working_days_leave_out_weekends_and_holidays(
    start: str, length: int, land: str, end: str
) -> None:
    assert ends(start, length, "workday", land) == end


@pytest.mark.parametrize(
    ("sent", "delivery", "day"),
    [
        ("2024-12-31", "general", "2025-01-03"),  # the third day, for the last time
        ("2025-01-01", "general", "2025-01-05"),  # the fourth; a Sunday is kept
        ("2026-11-18", "general", "2026-11-22"),
        ("2026-11-18", "tax", "2026-11-23"),  # 22 November 2026 is a Sunday: § 108 Abs. 3 AO
        ("2024-12-12", "tax", "2024-12-16"),  # Sunday, 15 December 2024
        ("2026-11-18", "", "2026-11-18"),
    ],
)
def test_a_letter_counts_as_made_known_by_the_law_of_its_day(
    sent: str, delivery: str, day: str
) -> None:
    known, _why = made_known(date.fromisoformat(sent), delivery)  # type: ignore[arg-type]

    assert known.isoformat() == day


def test_an_objection_is_counted_from_the_day_on_which_the_notice_is_made_known() -> None:
    assert ends("2026-11-18", 1, "month", delivery="general") == "2026-12-22"
    assert ends("2026-11-18", 1, "month", delivery="tax") == "2026-12-23"


def test_an_approval_counts_as_given_after_three_months_and_can_be_prolonged() -> None:
    approved = fiction_of_approval(date(2026, 11, 30))

    later = extended(approved, 1, "month")

    assert approved.end == date(2027, 3, 1)  # 28 February 2027 is a Sunday
    assert later.end == date(2027, 4, 1)


def test_months_apart_and_points_of_a_month() -> None:
    assert days_apart(2, "month") == 60 and days_apart(1, "year") == 365
    february = date(2028, 2, 10)
    assert [point_of_month(february, p).day for p in ("start", "middle", "end")] == [1, 15, 29]


def test_every_step_is_said_with_its_norm_in_both_languages() -> None:
    deadline = Deadline(id="f", length=1, unit="month", delivery="general")
    found = due(deadline, date(2026, 2, 11), "BY")

    assert found is not None
    for language in ("de", "en"):
        use(language, texts(language))
        said = [str(step) for step in found.steps]
        assert all("§" in line and "{" not in line for line in said), said
    use("de", {})
    assert len(said) == 4 and found.end == date(2026, 3, 16)  # Sunday, 15 March 2026


def test_a_deadline_without_length_has_no_end() -> None:
    assert due(Deadline(id="f"), date(2026, 1, 1)) is None


def test_a_deadline_that_starts_with_an_answer_starts_on_the_day_answered() -> None:
    snapshot = open_document(musterleistung()).snapshot()
    field = snapshot.of(Field)[0]
    deadline = Deadline(id="f", length=1, starts_with=field.id)

    assert start_day(snapshot, deadline, {field.id: "31.01.2026"}) == date(2026, 1, 31)
    assert start_day(snapshot, deadline, {}) is None


def test_days_without_known_holidays_and_absurd_lengths_end_somewhere() -> None:
    assert holiday_name(date(1850, 12, 25)) == ""
    assert ends("2026-01-01", 10**9, "day") == date.max.isoformat()
    assert ends("2026-01-01", 10**9, "workday") > "2090"


DAYS = st.dates(date(1995, 1, 1), date(2090, 1, 1))
UNITS = st.sampled_from(["day", "week", "month", "year"])


@given(DAYS, st.integers(1, 40), UNITS, st.sampled_from(["", *LANDS]))
def test_no_deadline_ends_on_a_day_off(day: date, length: int, unit: str, land: str) -> None:
    assert not rests(date.fromisoformat(ends(day.isoformat(), length, unit, land)), land)


@given(DAYS, st.integers(0, 40), UNITS, st.integers(0, 400))
def test_a_later_event_never_gives_an_earlier_end(
    day: date, length: int, unit: str, more: int
) -> None:
    later = day + timedelta(days=more)

    assert ends(day.isoformat(), length, unit) <= ends(later.isoformat(), length, unit)


@given(DAYS, st.integers(0, 40), UNITS)
def test_a_longer_deadline_never_ends_earlier_and_none_at_all_ends_at_once(
    day: date, length: int, unit: str
) -> None:
    assert end_of_span(day, 0, unit) == day
    assert end_of_span(day, length, unit) <= end_of_span(day, length + 1, unit)
