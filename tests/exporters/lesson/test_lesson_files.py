"""Does a guide carry its pictures and no markup of others, and is a result sheet a safe table?"""

from __future__ import annotations

import base64
import csv
import io

from exporters.lesson import (
    Guide,
    GuideStop,
    Result,
    Results,
    guide_html,
    results_csv,
    results_html,
)

EVIL = '<script>alert("1")</script>'


def test_a_guide_is_one_file_with_its_pictures_inside() -> None:
    stop = GuideStop("Erster Halt", "Zeile 1\nZeile 2", ("Tun",), ("So",), b"\x89PNG", "Bild")
    guide = Guide("Anleitung", "Worum es geht", (stop, GuideStop("Zweiter", "")))

    page = guide_html(guide).decode()

    assert page == guide_html(guide).decode()
    assert base64.b64encode(b"\x89PNG").decode() in page
    assert 'alt="Bild"' in page
    assert "Zeile 1<br>Zeile 2" in page
    assert page.count("<section") == 2
    assert 'src="http' not in page


def test_no_word_of_a_script_becomes_markup() -> None:
    stop = GuideStop(EVIL, EVIL, (EVIL,), (EVIL,), b"x", EVIL)

    pages = guide_html(Guide(EVIL, EVIL, (stop,))) + results_html(
        Results(EVIL, (Result(EVIL, "alone"),), EVIL)
    )

    assert b"<script" not in pages
    assert b"default-src 'none'" in pages


def test_a_result_sheet_is_a_table_that_begins_no_formula() -> None:
    results = Results("Lektion", (Result("=1+1", "alone"), Result("B", "", 3)), "-Anna")

    rows = list(csv.reader(io.StringIO(results_csv(results).decode("utf-8-sig")), delimiter=";"))

    assert [row[1] for row in rows[1:]] == ["'=1+1", "B"]
    assert [row[3] for row in rows[1:]] == ["0", "3"]
    assert {row[4] for row in rows[1:]} == {"'-Anna"}
    assert results.solved == 1
    assert len(rows[0]) == 5


def test_without_a_name_there_is_no_column_for_one() -> None:
    results = Results("Lektion", (Result("A", "helped", 1),))

    table = results_csv(results).decode("utf-8-sig").splitlines()

    assert [len(line.split(";")) for line in table] == [4, 4]
