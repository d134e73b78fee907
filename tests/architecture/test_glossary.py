"""Does each kind of record have exactly one German word, and the right term of BPMN or FIM?"""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from model.records import KINDS, Record
from tests.architecture.reading import ROOT

GLOSSARY: dict[str, dict[str, str]] = json.loads(
    (ROOT / "resources/catalogues/glossary.json").read_text(encoding="utf-8")
)
CLASSES = {kind.__name__: kind for kind in KINDS.values()}


def terms(record: type[Record]) -> dict[str, str]:
    """The foreign term that a docstring names: "(BPMN: Task)" -> {"bpmn": "Task"}."""
    found = re.search(r"\((BPMN|FIM): ([^,;)]+)", record.__doc__ or "")
    return {found[1].lower(): found[2].strip()} if found else {}


def test_the_glossary_knows_exactly_the_kinds_of_record() -> None:
    assert list(GLOSSARY) == sorted(CLASSES)


@pytest.mark.parametrize("name", GLOSSARY)
def test_glossary_and_docstring_name_the_same_term(name: str) -> None:
    entry = {key: word for key, word in GLOSSARY[name].items() if key != "de"}

    assert GLOSSARY[name]["de"]
    assert terms(CLASSES[name]) == entry


def test_no_two_kinds_share_a_word() -> None:
    words = Counter(entry["de"] for entry in GLOSSARY.values())

    assert [word for word, count in words.items() if count > 1] == []


def test_a_term_is_read_from_a_docstring() -> None:
    class Lane(Record):
        """Who does it (BPMN: Lane, Bahn)."""

    class Nothing(Record):
        """No term (really)."""

    assert (terms(Lane), terms(Nothing)) == ({"bpmn": "Lane"}, {})
