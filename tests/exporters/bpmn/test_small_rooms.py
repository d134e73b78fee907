"""Do the small parts keep their word: sides, durations, names, layout, lines?"""

from __future__ import annotations

from typing import Any

import pytest

from exporters.bpmn.durations import iso_duration, read_duration
from exporters.bpmn.layout import layered
from exporters.bpmn.lines import Courses, border_point
from exporters.bpmn.naming import Names, is_ncname
from exporters.bpmn.sides import form_of, side_of
from exporters.bpmn.words import words_of
from model.document import Snapshot
from model.geometry import Point, Rect
from model.language import tr
from model.records import Deadline, Service, Step


@pytest.mark.parametrize(
    ("name", "tags", "side"),
    [
        ("Antragstellende Person", [], "applicant"),
        ("Bürger:in", [], "applicant"),
        ("Customer", [], "applicant"),
        ("Fachverfahren", ["userTask"], "system"),
        ("Steueramt", ["userTask", "serviceTask"], "office"),
        ("Abteilung 3", ["serviceTask", "startEvent"], "system"),
        ("Abteilung 3", [], "office"),
        ("", [], "office"),
    ],
)
def test_the_side_of_a_lane_is_guessed_by_name_then_by_tasks(
    name: str, tags: list[str], side: str
) -> None:
    assert side_of(name, tags) == side


def test_a_service_task_is_automatic_on_every_side() -> None:
    assert form_of("serviceTask", "applicant") == "automatic"
    assert form_of("userTask", "applicant") == "page"
    assert form_of("receiveTask", "applicant") == "office"


@pytest.mark.parametrize(
    ("length", "unit", "text"),
    [(2, "hour", "PT2H"), (14, "day", "P14D"), (1, "month", "P1M"), (3, "year", "P3Y")],
)
def test_a_duration_is_read_as_it_was_written(length: int, unit: str, text: str) -> None:
    deadline = Deadline(id="d", length=length, unit=unit)  # type: ignore[arg-type]

    assert iso_duration(deadline) == text
    assert read_duration(text) == (length, unit)


def test_weeks_are_written_as_days_and_what_is_composed_is_not_read() -> None:
    assert iso_duration(Deadline(id="d", length=2, unit="week")) == "P14D"
    assert iso_duration(Deadline(id="d")) == ""
    assert read_duration("P2W") == (2, "week")
    assert read_duration("P1DT2H") is None
    assert read_duration("${frist}") is None


def test_ids_stay_unless_xml_forbids_them_and_are_never_given_twice() -> None:
    names = Names(["a", "1 b", "id_1_b", "ä-1"], taken=["ä-1"])

    assert names["a"] == "a"
    assert names["1 b"] == "id_1_b_2"
    assert names["ä-1"] == "ä-1_2"
    assert names.made("a") == "a_2"
    assert all(is_ncname(names[name]) for name in ("a", "1 b", "ä-1"))


def test_a_layout_of_loops_and_chains_ends_and_overlaps_nothing() -> None:
    nodes = {f"n{i}": (100.0, 80.0) for i in range(3000)}
    ways = [(f"n{i}", f"n{i + 1}") for i in range(2999)] + [("n2999", "n0"), ("n7", "n7")]
    bands = {f"n{i}": i % 3 for i in range(3000)}

    boxes = layered(nodes, ways, bands)

    assert len(boxes) == 3000
    some = [boxes[f"n{i}"] for i in range(200)]
    assert not any(a.intersects(b) for i, a in enumerate(some) for b in some[:i])


def test_a_way_goes_around_what_stands_in_between() -> None:
    a, b, c = Rect(0, 0, 100, 80), Rect(200, 0, 100, 80), Rect(400, 0, 100, 80)

    points = Courses([a, b, c]).between(a, c)

    assert points[0].x <= 100
    assert len(points) > 2


def test_the_end_of_a_line_stands_on_the_border() -> None:
    box = Rect(0, 0, 100, 80)

    assert border_point(box, Point(200, 30)) == Point(100, 30)
    assert border_point(box, Point(50, -10)) == Point(50, 0)
    assert border_point(box, Point(150, 120)) == Point(50 + 40 * 100 / 80, 80)
    assert border_point(box, Point(50, 40)) == Point(100, 40)


@pytest.mark.parametrize(
    ("counted", "key"),
    [
        ({"counting": "begin"}, "bpmn.words.begin"),
        ({"delivery": "general"}, "bpmn.words.delivery.general"),
        ({"delivery": "tax"}, "bpmn.words.delivery.tax"),
        ({"weekend": "stays"}, "bpmn.words.stays"),
    ],
)
def test_how_a_deadline_is_counted_stands_in_the_words_of_its_card(
    counted: dict[str, Any], key: str
) -> None:
    step = Step(id="step", form="office", name="Prüfen")
    plain = Deadline(id="d", parent="step", name="Äußerung", length=14)
    usual = Snapshot.of_records([Service(id="s"), step, plain])
    other = Snapshot.of_records([Service(id="s"), step, plain.replaced(**counted)])

    added = words_of(other, step).removeprefix(words_of(usual, step))

    assert added == f"; {tr(key)}"
