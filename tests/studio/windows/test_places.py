"""Where does a person look for a record?"""

from __future__ import annotations

from model.records import Deadline, Fee, Flow
from studio.windows.places import seen_at, standing
from tests.helpers.broken import good
from tests.helpers.spoiling import page_of, question_of, step_of


def test_what_is_drawn_is_seen_where_it_is_and_the_rest_at_what_it_belongs_to() -> None:
    view = good().view
    deadline = view.of(Deadline)[0].id

    assert seen_at(view, question_of(view)) == question_of(view)
    assert seen_at(view, deadline) == step_of(view)
    assert seen_at(view, view.of(Fee)[0].id) == ""
    assert seen_at(view, view.service.id) == ""
    assert seen_at(view, "gone") == ""


def test_a_row_stands_in_its_page_and_a_way_where_it_begins() -> None:
    view = good().view
    way = view.outgoing(page_of(view))[0]
    assert isinstance(way, Flow)

    assert list(standing(view, question_of(view))) == [question_of(view), page_of(view)]
    assert list(standing(view, way.id)) == [way.id, page_of(view)]
