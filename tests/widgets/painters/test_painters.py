"""Do the painters cut nothing, and stay inside their boxes?"""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from model.geometry import Point, Rect
from model.grammar import TEMPLATES
from widgets.painters import text
from widgets.painters.card import _shared
from widgets.painters.flows import along, arrow, rounded, straight
from widgets.painters.ink import ink
from widgets.painters.looks import Detail, FlowLook, NodeLook, RowLook, detail_of
from widgets.painters.pills import flow_pill, pill_spots
from widgets.painters.table import PAINTERS, painter_of

LONG = "Bescheinigung über die regelmäßige Nutzung eines fremden Fahrzeugs"
CARD = QRectF(100, 100, 232, 36 + 28 * 2 + 4)
ROWS = (
    RowLook(
        "a", "field", 36, 28, "text", "Name der Halterin oder des Halters", "§ 45 StVO", 0, True
    ),
    RowLook("b", "option", 64, 28, "", "verwitwet oder in aufgehobener Partnerschaft", depth=1),
)


@pytest.mark.parametrize("title", ["Antrag", "4 Zusammenfassung und Versand", LONG])
def test_titles_are_never_cut(qapp: QApplication, title: str) -> None:
    brush = ink("light")

    fitted = text.fit(brush, title, 208, ("title", "title_small", "muted_small"), lines=2)

    assert not fitted.cut
    assert all(brush.width(fitted.font, line) <= 208 for line in fitted.lines)
    height = brush.metrics(fitted.font).height() * 0.94 * len(fitted.lines)
    assert height <= brush.tokens.header


def test_a_long_word_gets_smaller_and_is_never_broken_at_an_arbitrary_place(
    qapp: QApplication,
) -> None:
    brush = ink("light")
    fonts = ("row", "row_small")
    long, longest = "Sachkundenachweis", "Grundstücksverkehrsgenehmigungszuständigkeitsübertragung"
    room = brush.width("row_small", long) + 1

    smaller = text.fit(brush, long, room, fonts, lines=2)
    cut = text.fit(brush, longest, room, fonts, lines=2)

    assert smaller == text.Fitted("row_small", (long,))
    assert cut.cut
    assert len(cut.lines) == 1
    assert cut.lines[0].endswith("…")
    assert longest.startswith(cut.lines[0][:-1])


def test_lines_break_at_blanks_hyphens_and_soft_hyphens_only(qapp: QApplication) -> None:
    brush = ink("light")
    room = brush.width("row_small", "Sachkunde-nach") + 1

    soft = text.fit(brush, "Sachkunde\u00adnachweis", room, ("row", "row_small"), lines=2)
    hard = text.fit(brush, "E-Mail-Adresse des Amtes", room, ("row", "row_small"), lines=2)
    wide = text.fit(brush, "Sachkunde\u00adnachweis", 400, ("row", "row_small"), lines=2)

    assert soft.lines == ("Sachkunde-", "nachweis")
    assert hard.lines == ("E-Mail-Adresse", "des Amtes")
    assert wide.lines == ("Sachkundenachweis",)


def test_a_long_word_after_others_takes_nothing_of_them(qapp: QApplication) -> None:
    brush = ink("light")
    room = brush.width("row_small", "Nachweis der") + 1

    fitted = text.fit(
        brush, "Nachweis der Zulassungsbescheinigungen", room, ("row", "row_small"), lines=2
    )

    assert fitted.lines[0] == "Nachweis der"
    assert fitted.lines[1].startswith("Zulass")
    assert fitted.lines[1].endswith("…")


def test_only_what_fits_nowhere_is_cut_and_says_so(qapp: QApplication) -> None:
    fitted = text.fit(ink("light"), "wort " * 200, 208, ("title",), lines=2)

    assert fitted.cut
    assert fitted.lines[-1].endswith("…")


@pytest.mark.parametrize("shape", sorted(PAINTERS))
@pytest.mark.parametrize("detail", list(Detail))
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_kind_is_painted_near_its_box(
    qapp: QApplication, shape: str, detail: Detail, theme: str
) -> None:
    box = (
        CARD
        if shape in ("step", "subprocess", "call", "foreign_node")
        else QRectF(200, 150, 36, 36)
    )
    look = NodeLook("n", shape, LONG, "4 Felder", "4 Felder", rows=ROWS if box is CARD else ())
    image = QImage(460, 340, QImage.Format.Format_ARGB32)
    ground = QColor("#ff00ff")
    image.fill(ground)
    painter = QPainter(image)

    painter_of(shape)(painter, ink(theme), look, box, detail)
    painter.end()

    touched = [
        (x, y)
        for x in range(0, 460, 2)
        for y in range(0, 340, 2)
        if image.pixelColor(x, y) != ground
    ]
    assert touched
    room = box.adjusted(-70, -70, 70, 70)
    assert all(room.contains(x, y) for x, y in touched)


def test_every_template_has_a_painter() -> None:
    rows, asides = {"field", "group"}, {"annotation", "frame", "data_object"}

    assert {t.kind for t in TEMPLATES.values()} - rows - asides <= PAINTERS.keys()


def test_a_line_begins_and_ends_where_it_should(qapp: QApplication) -> None:
    points = (Point(0, 0), Point(60, 0), Point(60, 80), Point(120, 80))

    path = rounded(points, 8)

    assert (path.elementAt(0).x, path.elementAt(0).y) == (0, 0)
    end = path.currentPosition()
    assert (end.x(), end.y()) == (120, 80)
    head = arrow(points, 9)
    assert (head[0].x(), head[0].y()) == (120, 80)
    assert all(point.x() <= 120 for point in head)


def test_words_of_a_way_stand_where_there_is_room(qapp: QApplication) -> None:
    points = (Point(0, 0), Point(20, 0), Point(20, 300), Point(60, 300))

    center = next(pill_spots(points, 80, 20))
    look = FlowLook("f", points, "wenn Familienstand = verheiratet und Alter ≥ 18")
    pill = flow_pill(ink("light"), look)

    assert center == Point(20, 150)
    assert pill.width() <= 175
    assert pill.center().x() == 20


def test_zoom_decides_what_is_shown() -> None:
    assert [detail_of(zoom) for zoom in (0.1, 0.3, 0.5, 1.59, 1.6)] == [
        Detail.BOX,
        Detail.TITLE,
        Detail.FULL,
        Detail.FULL,
        Detail.NEAR,
    ]


def test_the_chip_gives_way_before_a_question_is_cut(qapp: QApplication) -> None:
    row = RowLook("a", "field", 36, 28, "text", LONG, "§ 5 Sondernutzungsgebührensatzung")

    label, fitted = _shared(ink("light"), row, 190)

    assert not fitted.cut
    assert label in ("§ 5", "")


def test_the_chip_gives_way_before_a_long_word_is_cut(qapp: QApplication) -> None:
    row = RowLook("a", "field", 36, 28, "text", "Sachkundenachweis", "§ 4 LHundG Nordrhein")

    label, fitted = _shared(ink("light"), row, 150)

    assert fitted.lines == ("Sachkundenachweis",)
    assert not fitted.cut
    assert label in ("§ 4", "")


def test_a_short_chip_names_the_paragraph(qapp: QApplication) -> None:
    row = RowLook("a", "field", 36, 28, "text", LONG, "zu § 45 VwV-StVO +1")

    label, fitted = _shared(ink("light"), row, 190)

    assert label in ("§ 45", "")
    assert not fitted.cut


def test_a_message_between_cards_that_do_not_face_reaches_both() -> None:
    upper, lower = Rect(0, 0, 36, 36), Rect(200, 100, 100, 80)

    points = straight(upper, lower)

    assert points[0] == Point(18, 36)
    assert points[-1] == Point(250, 100)
    assert all(a.x == b.x or a.y == b.y for a, b in pairwise(points))


def test_the_ring_of_a_way_goes_round_its_line_only() -> None:
    ring = along((Point(0, 0), Point(100, 0), Point(100, 100)), 8, 7)

    assert ring.contains(QPointF(50, 5))
    assert not ring.contains(QPointF(50, 50))
