"""Is the language settled as the person wants it?"""

from __future__ import annotations

import pytest

from model.language import tr, use
from studio.language import chosen, load, take_option


@pytest.mark.parametrize(
    ("environment", "wish", "expected"),
    [
        ({}, "", "de"),
        ({"LANG": "de_DE.UTF-8"}, "", "de"),
        ({"LANG": "en_US.UTF-8"}, "", "en"),
        ({"LANG": "fr_FR.UTF-8"}, "", "en"),
        ({"LANG": "C.UTF-8"}, "", "de"),
        ({"LANG": "POSIX"}, "", "de"),
        ({"LANG": "en_US", "LC_ALL": "de_AT"}, "", "de"),
        ({"LANG": "de_DE"}, "en", "en"),
        ({"LANG": "en_US"}, "de", "de"),
    ],
)
def test_the_wish_wins_over_the_machine_and_german_over_nothing(
    environment: dict[str, str], wish: str, expected: str
) -> None:
    assert chosen(environment, wish) == expected


@pytest.mark.parametrize(
    "words", [["--language", "en", "check", "x"], ["check", "--language=en", "x"]]
)
def test_the_option_may_stand_anywhere(words: list[str]) -> None:
    assert take_option(words) == ("en", ["check", "x"])


def test_loading_a_language_speaks_it() -> None:
    load("en")
    english = tr("menu.file")
    load("de")
    german = tr("menu.file")
    use("de", {})

    assert (german, english) == ("Datei", "File")
