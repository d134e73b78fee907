"""Is it said of a page when it appears, with a way around it?"""

from __future__ import annotations

import pytest

from model.commands import connect_steps, page_condition, remove, set_condition, show_page_if
from model.errors import NotAllowed
from model.records import AnyOf, Chosen, Decision, Flow, Not
from tests.helpers.building import Bench
from tests.helpers.invariants import choices_without_default, dangling


class Pages:
    """Three pages in a row; the first asks a question."""

    def __init__(self) -> None:
        self.bench = Bench()
        after = self.bench.after
        self.first = after(self.bench.start, "page", "Ihre Angaben").id
        self.spouse = after(self.first, "page", "Ehegatte").id
        self.last = after(self.spouse, "page", "Zahlung").id
        married = self.bench.field("yesno", self.first, "Verheiratet?")
        self.yes, self.no = (
            Chosen(field=married.id, option=option.id) for option in self.bench.options(married)
        )

    def ways(self, node: str) -> list[tuple[str, bool, object]]:
        return [(w.target, w.default, w.condition) for w in self.bench.view.outgoing(node)]


@pytest.fixture
def pages() -> Pages:
    return Pages()


def test_a_page_with_a_condition_has_a_way_around_it(pages: Pages) -> None:
    pages.bench.do(show_page_if, pages.spouse, pages.yes)

    assert pages.ways(pages.first) == [
        (pages.last, True, None),
        (pages.spouse, False, pages.yes),
    ]
    assert page_condition(pages.bench.view, pages.spouse) == pages.yes
    assert choices_without_default(pages.bench.view) == []


def test_another_condition_replaces_the_first(pages: Pages) -> None:
    pages.bench.do(show_page_if, pages.spouse, pages.yes)

    pages.bench.do(show_page_if, pages.spouse, pages.no)

    assert page_condition(pages.bench.view, pages.spouse) == pages.no
    assert len(pages.ways(pages.first)) == 2


def test_a_page_that_always_appears_again_is_as_before(pages: Pages) -> None:
    before = pages.ways(pages.first)
    pages.bench.do(show_page_if, pages.spouse, pages.yes)

    pages.bench.do(show_page_if, pages.spouse, None)

    assert pages.ways(pages.first) == before
    assert page_condition(pages.bench.view, pages.spouse) is None


def test_after_the_start_a_decision_comes_in_between_and_leaves_again(pages: Pages) -> None:
    bench = pages.bench
    ways = len(bench.view.of(Flow))

    bench.do(show_page_if, pages.first, pages.yes)

    decision = bench.view.of(Decision)[0].id
    assert pages.ways(decision) == [
        (pages.spouse, True, None),
        (pages.first, False, pages.yes),
    ]
    assert dangling(bench.view) == []
    bench.do(show_page_if, pages.first, None)
    assert bench.view.of(Decision) == []
    assert len(bench.view.of(Flow)) == ways


def test_a_page_that_is_otherwise_says_when_that_is(pages: Pages) -> None:
    other = pages.bench.after(pages.first, "page", "Ledig", option=pages.no.option)

    assert page_condition(pages.bench.view, other.id) == pages.no
    assert page_condition(pages.bench.view, pages.spouse) == Not(part=pages.no)
    with pytest.raises(NotAllowed):
        pages.bench.do(show_page_if, pages.spouse, None)


def test_of_several_ways_one_is_enough_and_ways_back_do_not_count(pages: Pages) -> None:
    bench = pages.bench
    question = bench.field("yesno", pages.spouse, "Weiter?")
    option = bench.options(question)[0].id
    bench.do(connect_steps, pages.first, pages.last, option=pages.no.option)
    bench.do(connect_steps, pages.spouse, pages.first, option=option)
    bench.do(set_condition, bench.view.outgoing(pages.spouse)[0].id, pages.yes)

    said = page_condition(bench.view, pages.last)

    assert isinstance(said, AnyOf)
    assert set(said.parts) >= {pages.no}
    assert page_condition(bench.view, pages.first) is None


def test_a_page_without_a_way_to_it_or_from_it_says_what_to_do(pages: Pages) -> None:
    before = pages.bench.view
    with pytest.raises(NotAllowed):
        pages.bench.do(show_page_if, pages.last, pages.yes)
    assert pages.bench.view == before

    pages.bench.do(remove, [pages.bench.view.incoming(pages.last)[0].id])
    with pytest.raises(NotAllowed) as refused:
        pages.bench.do(show_page_if, pages.last, pages.yes)
    assert refused.value.todo is not None


def test_a_real_choice_is_not_torn_down(pages: Pages) -> None:
    other = pages.bench.after(pages.first, "page", "Ledig", option=pages.no.option)

    with pytest.raises(NotAllowed):
        pages.bench.do(show_page_if, other.id, None)
