"""Which ASCII word stands for a label?"""

from __future__ import annotations

import pytest

from exporters.expressions import file_slug, slug


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Gefährlicher Hund?", "gefaehrlicher_hund"),
        ("Straße", "strasse"),
        ("2. Wohnsitz", "feld_2_wohnsitz"),
        ("  ", "feld"),
        ("Ça va – née", "ca_va_nee"),
        ("a\u0308rger", "aerger"),
        ("„Ja“/Nein", "ja_nein"),
    ],
)
def test_a_label_becomes_a_speakable_ascii_word(text: str, word: str) -> None:
    assert slug(text) == word


def test_a_long_label_is_cut_between_words() -> None:
    word = slug("Angaben zur gesetzlichen Vertretung der antragstellenden Person")

    assert word == "angaben_zur_gesetzlichen_vertretung_der"


def test_names_of_files_have_hyphens() -> None:
    assert file_slug("Amt für Steuern") == "amt-fuer-steuern"
