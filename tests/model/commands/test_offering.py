"""Is offered what may have been meant, and only then?"""

from __future__ import annotations

import pytest

from model.commands import change_field_type, connect_steps, place_field
from model.commands.offering import offer_after, swap_pages
from model.document import ChangeSet
from model.errors import NotAllowed
from model.language import say
from model.records import Chosen, Field, Flow
from tests.helpers.building import Bench


class Pages:
    """Three pages in a row; what was done last is kept."""

    def __init__(self) -> None:
        self.bench = Bench()
        self.last: list[ChangeSet] = []
        after = self.bench.after
        self.first = after(self.bench.start, "page", "Ihre Angaben").id
        self.second = after(self.first, "page", "Ihr Hund").id
        self.third = after(self.second, "page", "Zahlung").id
        self.bench.document.listen(self.last.append)

    def connect(self, source: str, target: str, option: str = "") -> Flow:
        return self.bench.do(connect_steps, source, target, option=option)

    def offer(self):  # type: ignore[no-untyped-def]
        return offer_after(self.bench.view, self.last[-1])

    def take(self) -> None:
        offer = self.offer()
        assert offer is not None
        with self.bench.document.transaction(offer.label) as tx:
            offer.work(tx)

    def order(self) -> list[str]:
        found: list[str] = []
        now = self.bench.start
        while (ways := self.bench.view.outgoing(now)) and ways[0].target not in found:
            now = ways[0].target
            found.append(now)
        return found


@pytest.fixture
def pages() -> Pages:
    return Pages()


def test_a_way_from_one_of_several_answers_offers_to_allow_one_only(pages: Pages) -> None:
    field = pages.bench.field("multi", pages.first, "Merkmale")
    option = pages.bench.options(field)[0].id
    way = pages.connect(pages.first, pages.third, option)

    pages.take()

    view = pages.bench.view
    assert view.the(field.id, Field).choices == "one"
    assert view.the(way.id, Flow).condition == Chosen(field=field.id, option=option)
    assert pages.offer() is None


def test_a_way_from_one_of_one_answer_offers_nothing(pages: Pages) -> None:
    field = pages.bench.field("choice", pages.first, "Rasse")
    pages.connect(pages.first, pages.third, pages.bench.options(field)[0].id)

    assert pages.offer() is None


def test_a_plain_way_to_an_earlier_page_offers_the_other_order(pages: Pages) -> None:
    places = [pages.bench.view.placement(p) for p in (pages.first, pages.third)]
    pages.connect(pages.third, pages.first)

    pages.take()

    assert pages.order() == [pages.third, pages.second, pages.first]
    now = [pages.bench.view.placement(p) for p in (pages.third, pages.first)]
    assert [(p.x, p.y) for p in now] == [(p.x, p.y) for p in places]  # type: ignore[union-attr]


def test_a_way_back_from_an_answer_offers_to_say_what_it_is_for(pages: Pages) -> None:
    field = pages.bench.field("yesno", pages.third, "Stimmt alles?")
    way = pages.connect(pages.third, pages.first, pages.bench.options(field)[1].id)

    pages.take()

    assert pages.bench.view.the(way.id, Flow).name
    assert pages.order()[:3] == [pages.first, pages.second, pages.third]


def test_pages_whose_answers_lead_somewhere_do_not_change_places(pages: Pages) -> None:
    field = pages.bench.field("yesno", pages.first, "Hund?")
    pages.connect(pages.first, pages.third, pages.bench.options(field)[0].id)
    before = pages.bench.view

    with pytest.raises(NotAllowed):
        pages.bench.do(swap_pages, pages.first, pages.second)

    assert pages.bench.view == before


def test_neighbours_change_places(pages: Pages) -> None:
    pages.bench.do(swap_pages, pages.first, pages.second)

    assert pages.order() == [pages.second, pages.first, pages.third]


def test_a_way_onward_or_any_other_change_offers_nothing(pages: Pages) -> None:
    pages.bench.do(place_field, "text", pages.first, label="Name")
    assert pages.offer() is None

    field = pages.bench.field("multi", pages.second, "Merkmale")
    pages.bench.do(change_field_type, field.id, "choice")
    assert pages.offer() is None
    assert say("offer.order.button")
