"""May this stand in there?"""

from __future__ import annotations

import pytest

from model.commands import move_row, place_field, use_field
from model.errors import NotAllowed
from model.grammar import TEMPLATES, may_hold
from model.grammar.kinds import icon_of, template_of
from model.records import make
from tests.helpers.building import Bench


def test_a_group_never_stands_in_itself() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    outer = bench.field("group", page.id, "Außen")
    inner = bench.do(place_field, "group", outer.id, label="Innen")

    with pytest.raises(NotAllowed):
        bench.do(move_row, outer.id, inner.id)


def test_a_page_reads_no_answers_and_an_automatic_step_asks_none() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    name = bench.field("text", page.id, "Name")
    payment = bench.after(page.id, "payment", "Zahlung", role=bench.system)

    with pytest.raises(NotAllowed):
        bench.do(use_field, page.id, name.id)

    assert not may_hold(bench.view, payment.id, "text").allowed
    assert bench.do(use_field, payment.id, name.id).field == name.id


def test_a_row_needs_a_card() -> None:
    bench = Bench()

    assert not may_hold(bench.view, bench.applicant, "text").allowed
    assert not may_hold(bench.view, bench.start, "text").allowed


@pytest.mark.parametrize("key", sorted(TEMPLATES))
def test_every_template_makes_a_record_that_is_known_by_it(key: str) -> None:
    template = TEMPLATES[key]

    record = make(template.kind, id="x", **template.fields)

    assert TEMPLATES[template_of(record)].icon == template.icon == icon_of(record)
