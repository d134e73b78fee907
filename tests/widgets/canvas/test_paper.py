"""Does a service lie whole and readable on sheets of paper?"""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication

from model.behaviors import open_document
from model.document import Snapshot
from model.geometry import Rect
from model.storage import from_bytes
from studio.language.load import load
from studio.samples import sample_bytes, sample_names
from widgets.canvas.legend import entries
from widgets.canvas.paper import READABLE, pdf, plan
from widgets.canvas.picturing import Picture
from widgets.canvas.tiles import Tile, beside, cuts, tiles


def sample(name: str) -> Snapshot:
    load("de")
    return open_document(from_bytes(sample_bytes(name), name).records).snapshot()


def whole_on(sheets: list[Tile], box: Rect) -> bool:
    return any(
        sheet.area.x <= box.x
        and box.right <= sheet.area.right
        and sheet.area.y <= box.y
        and box.bottom <= sheet.area.bottom
        for sheet in sheets
    )


@pytest.mark.parametrize("name", sample_names())
def test_U13_no_card_and_no_word_is_cut_by_the_edge_of_a_sheet(
    qapp: QApplication, name: str
) -> None:
    picture = Picture(sample(name))

    planned = plan(picture, 1000, 660)

    cut = [box for box in picture.solids() if not whole_on(list(planned.tiles), box)]
    assert len(planned.tiles) > 1
    assert planned.scale >= READABLE
    assert cut == []


@pytest.mark.parametrize("name", sample_names())
def test_U13_two_runs_give_the_same_paper(qapp: QApplication, name: str) -> None:
    view = sample(name)

    first, second = pdf(view), pdf(view)

    assert first == second
    assert first.startswith(b"%PDF")
    assert first.count(b"/Type /Page\n") == len(plan_of(view)) + 1


def plan_of(view: Snapshot) -> tuple[Tile, ...]:
    """The sheets of A4 without their edge of ten millimetres."""
    wide, high = (round(side * 96 / 25.4) for side in (297 - 20, 210 - 20))
    return plan(Picture(view), wide - 32, high - 58).tiles


def test_what_fits_stays_on_one_sheet(qapp: QApplication) -> None:
    load("de")
    from model.behaviors import new_document

    planned = plan(Picture(new_document("Leer").snapshot()), 1000, 660)

    assert len(planned.tiles) == 1


def test_the_legend_names_each_sign_once(qapp: QApplication) -> None:
    told = entries(Picture(sample("hundesteuer")))

    signs = [sign for sign, _ in told if sign]
    words = [word for _, word in told]
    assert len(signs) == len(set(signs))
    assert "Seite des Antrags" in words
    assert any(word.startswith("* =") for word in words)


def test_a_cut_goes_through_no_span_where_that_can_be() -> None:
    chance = random.Random(5)
    for _ in range(200):
        starts = sorted(chance.uniform(0, 4000) for _ in range(20))
        spans = [(start, start + chance.uniform(20, 160)) for start in starts]

        found = cuts(0, 4200, 1000, spans)

        assert found[0] == 0
        assert found[-1] == 4200
        assert all(0 < b - a <= 1000.001 for a, b in pairwise(found))
        for before, place in pairwise(found[:-1]):
            inside = [span for span in spans if span[0] < place < span[1]]
            full = place - before > 999.999
            assert not inside or full


def test_each_sheet_knows_its_neighbours() -> None:
    sheets = tiles(Rect(0, 0, 2500, 1500), [], 1000, 800)
    by_name = {sheet.name: sheet for sheet in sheets}

    assert list(by_name) == ["A1", "B1", "C1", "A2", "B2", "C2"]
    assert beside(sheets, by_name["A1"], 1, 0) is by_name["B1"]
    assert beside(sheets, by_name["C1"], 1, 0) is None
    assert beside(sheets, by_name["B2"], 0, -1) is by_name["B1"]
    assert beside(sheets, by_name["B1"], 0, -1) is None
