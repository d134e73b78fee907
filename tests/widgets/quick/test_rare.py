"""Are the rarer blocks found by German and by BPMN words, and kept out of the way otherwise?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.grammar import TEMPLATES
from model.language import use
from resources import texts
from widgets.palette.rows import rows
from widgets.quick.words import hinted, ranked


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Fehler", "error"),
        ("boundary", "error"),
        ("Eskalation", "escalation_send"),
        ("Signal send", "signal_send"),
        ("Datenobjekt", "data_object"),
        ("data store", "data_store"),
        ("Ablage", "data_store"),
        ("Sprungmarke", "link_receive"),
        ("event sub", "event_subprocess"),
        ("conditional", "condition"),
    ],
)
def test_it_is_found_by_what_people_call_it(typed: str, key: str) -> None:
    assert key in ranked(typed, ())[:3]


@pytest.mark.parametrize("name", ["Fehler melden", "Akte anlegen", "Unterlagen prüfen"])
def test_the_name_of_a_step_does_not_mean_a_rare_block(name: str) -> None:
    assert all(TEMPLATES[key].group != "rare" for key in hinted(name))


def test_the_palette_shows_the_rare_group_closed_and_opens_it() -> None:
    closed = [row for row in rows("", frozenset()) if row.group == "rare"]
    opened = [row for row in rows("", frozenset({"rare"})) if row.group == "rare"]

    rare = [key for key, template in TEMPLATES.items() if template.group == "rare"]
    assert [(row.template, row.more) for row in closed] == [(None, len(rare))]
    assert [row.template.key for row in opened if row.template] == rare
