"""Cards with many rows are folded, and no way loses its answer by that."""

from __future__ import annotations

from model.geometry import ROW
from model.graph import FOLD_ABOVE, card_rows, card_size, is_foldable, route
from model.graph.card import shows_rows
from tests.helpers.building import Bench


def _page(bench: Bench, fields: int) -> str:
    page = bench.after(bench.start, "page", "Angaben")
    for number in range(fields):
        bench.field("text", page.id, f"Feld {number}")
    return page.id


def test_a_card_with_seven_rows_shows_them_all() -> None:
    bench = Bench()
    page = _page(bench, FOLD_ABOVE)

    rows = card_rows(bench.view, page)

    assert [row.kind for row in rows] == ["field"] * FOLD_ABOVE
    assert not is_foldable(bench.view, page)


def test_a_card_with_more_rows_tells_how_many_are_hidden() -> None:
    bench = Bench()
    page = _page(bench, 12)

    folded, unfolded = card_rows(bench.view, page), card_rows(bench.view, page, unfolded=True)

    assert folded[:-1] == unfolded[:FOLD_ABOVE]
    assert (folded[-1].id, folded[-1].kind, folded[-1].count) == (page, "rest", 5)
    assert [row.kind for row in unfolded] == ["field"] * 12
    assert is_foldable(bench.view, page)


def test_one_row_too_many_is_shown_because_folding_it_would_save_nothing() -> None:
    bench = Bench()
    page = _page(bench, FOLD_ABOVE + 1)

    rows = card_rows(bench.view, page)

    assert len(rows) == FOLD_ABOVE + 1
    assert not is_foldable(bench.view, page)


def test_the_place_of_a_card_is_as_tall_as_the_folded_card() -> None:
    bench = Bench()
    page = _page(bench, 12)

    place = bench.view.placement(page)

    assert place is not None
    assert (place.width, place.height) == card_size(bench.view, page)
    assert card_size(bench.view, page, unfolded=True)[1] == place.height + 4 * ROW
    assert shows_rows(bench.view, page)


def test_a_question_from_whose_answer_a_way_leaves_stays_visible() -> None:
    bench = Bench()
    page = _page(bench, 9)
    question = bench.field("yesno", page, "Gefährlich?")
    answer = bench.options(question)[0]
    bench.after(page, "page", "Erlaubnis", option=answer.id)

    rows = card_rows(bench.view, page)
    flow = next(f for f in bench.view.outgoing(page) if f.condition is not None)
    row = next(row for row in rows if row.id == answer.id)
    card = bench.view.placement(page)

    assert card is not None
    assert question.id in {row.id for row in rows}
    assert rows[-1].count == 2
    assert route(bench.view, flow)[0].y == card.y + row.middle


def test_a_card_of_an_older_file_that_has_room_for_all_rows_shows_them() -> None:
    bench = Bench()
    page = _page(bench, 12)
    place = bench.view.placement(page)
    assert place is not None
    tall = card_size(bench.view, page, unfolded=True)[1]

    bench.do(lambda tx: tx.replace(place.replaced(height=tall)))

    assert len(card_rows(bench.view, page)) == 12
    assert not is_foldable(bench.view, page)
