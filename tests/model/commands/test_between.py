"""Does a card that stands there already go into a way, without anybody losing anything?"""

from __future__ import annotations

import pytest

from model.commands import place_node
from model.commands.between import put_between
from model.errors import NotAllowed
from model.geometry import Point
from tests.helpers.building import Bench


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_the_way_leads_to_it_and_a_new_one_leads_on(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    way = bench.view.outgoing(bench.start)[0]
    loose = bench.do(place_node, "page", bench.applicant, Point(700, 120), name="Lose")
    box = bench.view.placement(page.id).box

    bench.do(put_between, loose.id, way.id, box.x - 700, 0)

    view = bench.view
    assert [f.target for f in view.outgoing(bench.start)] == [loose.id]
    assert view.outgoing(bench.start)[0].id == way.id
    assert [f.target for f in view.outgoing(loose.id)] == [page.id]
    boxes = [view.placement(one).box for one in (loose.id, page.id)]
    assert not boxes[0].intersects(boxes[1])


def test_who_is_connected_or_begins_or_ends_is_refused(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    more = bench.after(page.id, "page", "Mehr")
    end = bench.do(place_node, "end", bench.applicant, Point(900, 120), name="Ende")
    way = bench.view.outgoing(bench.start)[0]

    for one in (more.id, end.id):
        before = bench.view
        with pytest.raises(NotAllowed):
            bench.do(put_between, one, way.id)
        assert bench.view is before
