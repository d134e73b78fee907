"""Is what a reader sees what stands there?"""

from __future__ import annotations

import pytest

from exporters.dossier.blocks import Dossier, Facts, Span, Table, cell
from exporters.dossier.plain import plain, safe_link, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Straße 5 – „ja“", "Straße 5 – „ja“"),
        ("\u202eabc", "[U+202E]abc"),
        ("a\u200bb", "a[U+200B]b"),
        ("\x01\x1b[0m", "[U+0001][U+001B][0m"),
        ("\ud800", "[U+D800]"),
        ("Ver\u00adfahren", "Verfahren"),
        ("10\u00a0EUR", "10\u00a0EUR"),
        ("漢字", "漢字"),
    ],
)
def test_hidden_signs_are_shown_by_their_number(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("https://www.gesetze-im-internet.de/bmg/__38.html", True),
        ("http://www.gesetze-im-internet.de/", False),
        ("javascript:alert(1)", False),
        ("https://x.example/ y", False),
        ('https://x.example/"', False),
        ("https://x\u202ey.example/", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
def test_only_whole_addresses_of_pages_are_links(link: str, kept: bool) -> None:
    assert bool(safe_link(link)) is kept


def test_line_breaks_inside_of_words_become_lines() -> None:
    broken = Table("t", ("a",), ((cell("a\r\nb\n\nc\u2028d"),),), (100,))
    whole = Dossier("t", Span(""), Span(""), "de", Facts(()), (broken,))

    (table,) = plain(whole).blocks

    assert isinstance(table, Table)
    assert [line[0].words for line in table.rows[0][0]] == ["a", "b", "c", "d"]


def test_a_cell_of_blanks_is_not_left_empty() -> None:
    blank = Table("t", ("a", "b"), ((cell(" \u00ad"), cell("x")),), (50, 50))
    whole = Dossier("t", Span(""), Span(""), "de", Facts(()), (blank,))

    (table,) = plain(whole).blocks

    assert isinstance(table, Table)
    assert table.rows == ((cell("–"), cell("x")),)
