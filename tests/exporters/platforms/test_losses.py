"""Is told what an engine does not do with deadlines, and that scripts stay at home?"""

from __future__ import annotations

from typing import Any

import pytest

from exporters.causes import grouped, singles
from exporters.platforms.losses import tell_what_is_lost
from exporters.report import ExportReport
from model.document import Snapshot
from model.records import Deadline, Record, Script, Service, Step, Stop, Text, Timer
from tests.helpers.speaking import speaking

STEP = Step(id="step", form="office", name="Prüfen")


def told(*records: Record) -> ExportReport:
    """The report, one line per cause."""
    view = Snapshot.of_records([Service(id="service", name="Probe"), STEP, *records])
    report = ExportReport()
    tell_what_is_lost(view, report)
    return grouped(report, view)


def remarks(*records: Record) -> set[tuple[str, str]]:
    return {(e.record, e.message.key.rpartition(".")[2]) for e in singles(told(*records))}


def deadline(**values: Any) -> Deadline:
    return Deadline(id="late", parent="step", name="Frist", length=14).replaced(**values)


def test_a_deadline_that_rests_on_a_weekend_is_told() -> None:
    assert remarks(deadline()) == {("late", "weekend")}
    assert remarks(deadline(unit="month")) == {("late", "weekend")}


@pytest.mark.parametrize(
    "values",
    [{"weekend": "stays"}, {"unit": "hour"}, {"unit": "workday"}, {"length": None}, {"length": -3}],
)
def test_a_deadline_that_no_weekend_moves_is_not_told(values: dict[str, Any]) -> None:
    assert remarks(deadline(**values)) == set()


def test_a_deadline_of_the_service_is_told_as_a_whole() -> None:
    assert remarks(deadline(parent="service")) == {("late", "alone")}


def test_a_deadline_that_counts_otherwise_is_told_once() -> None:
    assert remarks(deadline(delivery="general")) == {("late", "counting")}


def test_all_about_deadlines_stands_in_one_line_that_keeps_every_record() -> None:
    others = [deadline(id="d2"), deadline(id="d3", parent="service")]

    (line,) = told(deadline(), *others).entries

    with speaking("de"):
        words = str(line.message)
    assert words == (
        "Mit Fristen geht die Plattform anders um: bei 2 Fristen verschiebt sie das Ende nicht "
        "von einem Wochenende oder Feiertag auf den nächsten Werktag und 1 Frist, die zu keinem "
        "Schritt gehört, überwacht sie nicht."
    )
    assert set(line.records) == {"late", "d2", "d3"}


def test_scripts_are_told_once_and_their_words_not_at_all() -> None:
    script = Script(id="script", parent="service", name="Führung")
    stop = Stop(id="stop", parent="script", name="Halt")
    said = Text(id="t", parent="stop", slot="text", language="en", text="Spoken")

    report = told(script, stop, said)

    assert [(entry.record, entry.message.key) for entry in report.entries] == [
        ("script", "platforms.lost.script")
    ]
    with speaking("de"):
        assert str(report.entries[0].message) == "Ein Drehbuch wird der Plattform nicht mitgegeben."


def test_the_timer_of_the_way_is_told_like_that_of_a_step() -> None:
    timer = Timer(id="timer", deadline="late")

    assert remarks(timer, deadline(parent="timer")) == {("late", "weekend")}
