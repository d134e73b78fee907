"""How is a card drawn: a page or a step with its rows?"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from model.geometry import CARD_WIDTH, HEADER
from widgets.look import icons
from widgets.painters import text
from widgets.painters.badges import chip, chip_width, clock_badge
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, NodeLook, RowLook
from widgets.painters.markers import BOTTOM, CORNER, SORT, paint_edge, paint_markers, paint_sort
from widgets.painters.near import LAW_HEIGHT, control_width, paint_control, paint_law

PAD = 12.0
ICON = 14.0
INDENT = 20.0
CHIP_GAP = 6.0
CHIP_SHARE = 0.5
AFAR_PAD = 9.0
"""Two pixels on the screen when the whole is in sight."""
_CHEVRONS = {"folded": "down", "unfolded": "up"}
_MIDDLE = Qt.AlignmentFlag.AlignHCenter
_RIGHT = Qt.AlignmentFlag.AlignRight


def paint_card(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail) -> None:
    """White paper with title, count and rows; from far only the title, from very far the paper."""
    if detail == Detail.BOX:
        painter.fillRect(box, brush.brush("card"))
        return
    _paper(painter, brush, look, box, detail)
    if detail == Detail.TITLE or look.counts_only:
        _far(painter, brush, look, box, near=detail >= Detail.FULL)
        if detail >= Detail.FULL:
            paint_sort(painter, brush, look, box)
            paint_markers(painter, brush, look, box)
        return
    header = QRectF(box.left(), box.top(), box.width(), min(brush.tokens.header, box.height()))
    _header(painter, brush, look, header)
    if look.rows or look.lines:
        painter.setPen(brush.pen("panel_line"))
        painter.drawLine(QLineF(header.bottomLeft(), header.bottomRight()))
    for row in look.rows:
        if row.id in look.marked:
            stripe = QRectF(box.left() + 1, box.top() + row.top, box.width() - 2, row.height)
            painter.fillRect(stripe, brush.brush("accent_soft"))
    near = detail == Detail.NEAR
    for row in look.rows:
        place = QRectF(box.left(), box.top() + row.top, box.width(), row.height)
        (_rest if row.kind == "rest" else paint_row)(painter, brush, row, place, near=near)
    _lines(painter, brush, look, box, header)
    paint_markers(painter, brush, look, box)
    if look.badge:
        clock_badge(painter, brush, look.badge, box)


def _paper(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail) -> None:
    radius = brush.tokens.radius_card
    if detail >= Detail.FULL:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush.brush("shadow"))
        for depth in (7.0, 4.5, 1.5) if look.fold == "unfolded" else (1.5,):
            painter.drawRoundedRect(box.translated(0, depth), radius, radius)
    style = Qt.PenStyle.DashLine if look.foreign else Qt.PenStyle.SolidLine
    style = Qt.PenStyle.DotLine if look.edge == "dotted" else style
    plain = not look.foreign and not look.edge
    width = 1.8 if look.edge == "dotted" else 1.2
    painter.setPen(brush.pen("card_line" if plain else "card_edge", width, style))
    painter.setBrush(brush.brush("card"))
    painter.drawRoundedRect(box, radius, radius)
    paint_edge(painter, brush, look, box, radius)


def _header(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF) -> None:
    """The title has the right of way: the count goes when both do not fit."""
    inner = box.adjusted(PAD, 0, -PAD, 0)
    if look.fold:
        place = chevron_box(box)
        icons.paint(painter, _CHEVRONS[look.fold], place, brush.tokens.color("muted"))
        inner.setRight(place.left() - 5)
    if look.icon:
        icons.paint(
            painter,
            look.icon,
            QRectF(inner.left(), inner.center().y() - 7, ICON, ICON),
            brush.tokens.color("accent"),
        )
        inner.setLeft(inner.left() + ICON + 7)
    count = brush.width("muted", look.count) + 10 if look.count else 0
    color = "muted" if look.placeholder else "text"
    title = text.fit(brush, look.title, inner.width() - count, ("title",))
    if title.cut:
        title = text.fit(
            brush, look.title, inner.width(), ("title", "title_small", "muted_small"), lines=2
        )
        count = 0
    text.draw(painter, brush, title, inner, color)
    if count:
        said = text.Fitted("muted", (look.count,))
        text.draw(painter, brush, said, inner, "muted", _RIGHT)


def chevron_box(card: QRectF) -> QRectF:
    """Where the sign stands by which a card is folded."""
    height = min(HEADER, card.height())
    return QRectF(card.right() - PAD - ICON, card.top() + (height - ICON) / 2, ICON, ICON)


def _rest(painter: QPainter, brush: Ink, row: RowLook, box: QRectF, *, near: bool) -> None:  # noqa: ARG001
    """The last line of a folded card: how much more there is."""
    place = box.adjusted(PAD + ICON + 8, 0, -PAD, 0)
    text.say_in(painter, brush, "row", row.text, place, "accent")


def paint_row(
    painter: QPainter, brush: Ink, row: RowLook, box: QRectF, *, near: bool = False
) -> None:
    """Sign, question, red star, chip of the norm; an answer has its ring and its handle. From near
    the control stands in place of the chip, and the law below the words.
    """
    left = box.left() + PAD + row.depth * INDENT
    sign = QRectF(left, box.center().y() - ICON / 2, ICON, ICON)
    right = box.right() - PAD
    if row.kind == "option":
        painter.setPen(brush.pen("card_edge", 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.control == "check":
            painter.drawRoundedRect(sign.adjusted(1.5, 1.5, -1.5, -1.5), 2.5, 2.5)
        else:
            painter.drawEllipse(sign.center(), 5.5, 5.5)
        right = box.right() - PAD / 2 - brush.tokens.handle / 2
    elif row.icon:
        icons.paint(painter, row.icon, sign, brush.tokens.color("accent"))
    start = sign.right() + 8 if row.icon or row.kind == "option" else left
    star = brush.width("row_strong", "*") + 5 if row.required else 0
    shown, lines = (replace(row, chip=""), 1 if row.law else 2) if near else (row, 2)
    control = _control(brush, shown, right - start - star, lines) if near else 0.0
    if control:
        place = QRectF(right - control, box.top(), control, box.height())
        paint_control(painter, brush, row.control, place)
        right -= control + CHIP_GAP
    if near and row.law:
        law = QRectF(start, box.bottom() - LAW_HEIGHT, right - start, LAW_HEIGHT - 1)
        paint_law(painter, brush, row.law, law)
        box = box.adjusted(0, 0, 0, -LAW_HEIGHT + 2)
    label, fitted = _shared(brush, shown, right - start - star, lines)
    if label:
        width = min(chip_width(brush, label), (right - start) * CHIP_SHARE)
        chip(painter, brush, label, QRectF(right - width, box.center().y() - 9, width, 18))
        right -= width + CHIP_GAP
    place = QRectF(start, box.top(), max(right - start - star, 20), box.height())
    text.draw(painter, brush, fitted, place, "muted" if row.kind == "use" else "text")
    if star:
        used = max(brush.width(fitted.font, line) for line in fitted.lines)
        star_box = QRectF(start + used + 5, box.top(), star, box.height())
        text.draw(painter, brush, text.Fitted("row_strong", ("*",)), star_box, "error")
    if row.handle:
        paint_handle(painter, brush, QPointF(box.right(), box.center().y()))


def _control(brush: Ink, row: RowLook, room: float, lines: int) -> float:
    """How wide the control of a row is drawn; the words have the right of way."""
    width = control_width(row.control) if row.kind != "option" else 0.0
    if not width:
        return 0.0
    cut = _shared(brush, row, room - width - CHIP_GAP, lines)[1].cut
    return 0.0 if cut and not _shared(brush, row, room, lines)[1].cut else width


def _shared(brush: Ink, row: RowLook, room: float, lines: int = 2) -> tuple[str, text.Fitted]:
    """How words and chip share a row: the chip gets shorter and goes, then the words get small,
    before one of them is cut.
    """
    fonts = ("muted", "muted_small") if row.kind == "use" else ("row", "row_small")
    for label in dict.fromkeys((row.chip, _short(row.chip), "")):
        width = min(chip_width(brush, label), room * CHIP_SHARE) + CHIP_GAP if label else 0
        fitted = text.fit(brush, row.text, max(room - width, 20), fonts, lines=lines)
        if not fitted.cut:
            return label, fitted
    return "", text.fit(brush, row.text, max(room, 20), (*fonts, "muted_small"), lines=lines)


def _short(norm: str) -> str:
    """ "zu § 45 VwV-StVO +1" -> "§ 45"; where there is no paragraph, two words."""
    words = norm.split()
    start = next((at for at, word in enumerate(words) if word.startswith("§")), 0)
    return " ".join(words[start : start + 2])


def paint_handle(painter: QPainter, brush: Ink, center: QPointF, *, strong: bool = False) -> None:
    """The ring at a card's edge from which a way is drawn."""
    radius = brush.tokens.handle / 2 + (1.5 if strong else -0.5)
    painter.setPen(brush.pen("accent", 2.0 if strong else 1.7))
    painter.setBrush(brush.brush("accent_soft" if strong else "card"))
    painter.drawEllipse(center, radius, radius)


def _lines(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, header: QRectF) -> None:
    """Quiet lines below title and rows, as many as there is room for."""
    top = max((row.top + row.height for row in look.rows), default=header.height())
    step = brush.tokens.row
    for line in look.lines:
        if top + step > box.height() + 1:
            return
        place = QRectF(box.left() + PAD, box.top() + top, box.width() - 2 * PAD, step)
        fitted = text.fit(brush, line, place.width(), ("muted", "muted_small"), lines=2)
        text.draw(painter, brush, fitted, place, "muted")
        top += step


class FarWords(NamedTuple):
    """Title and counts, measured: the font of each line, where it begins, and what it says."""

    font: str
    lines: tuple[tuple[QPointF, str], ...]
    small: str
    below: tuple[tuple[QPointF, str], ...]


def far_words(brush: Ink, look: NodeLook, box: QRectF, *, near: bool = False) -> FarWords:
    """Title and counts, large enough to be read from far; ``near``: an imported small card."""
    said_count = look.count if near else look.far_count
    far = ("far", "far_small", "title") if box.width() >= CARD_WIDTH else _SMALL_FAR
    fonts = _SMALL_FONTS if near else far
    inner = _inner(look, box) if near else box.adjusted(8, 4, -8, -4)
    count_font = "muted_small" if near else "far_count"
    count_height = brush.metrics(count_font).height()
    show_count = bool(said_count) and inner.height() > count_height * (2.6 if near else 2.7)
    fitted = _largest(brush, look.title, inner, fonts)
    if show_count:
        above = inner.adjusted(0, 0, 0, -count_height)
        beside = _largest(brush, look.title, above, fonts)
        if beside.font != fonts[-1] or fitted.font == beside.font:
            inner, fitted = above, beside
        else:  # the title has the right of way
            show_count = False
    below: tuple[tuple[QPointF, str], ...] = ()
    if show_count:
        place = QRectF(inner.left(), inner.bottom(), inner.width(), count_height)
        said = text.fit(brush, said_count, place.width(), (count_font,))
        below = text.laid(brush, said, place, _MIDDLE)
    return FarWords(fitted.font, text.laid(brush, fitted, inner, _MIDDLE), count_font, below)


_SMALL_FAR = ("far_small", "title", "title_small", "row_small")
_SMALL_FONTS = ("title_small", "row_small", "muted_small")


def _inner(look: NodeLook, box: QRectF) -> QRectF:
    """The room for the name of a small card, beside the signs at its edges."""
    top = CORNER + SORT - 4 if look.sort else 4.0
    return box.adjusted(6, top, -6, -BOTTOM + 2 if look.markers else -4)


def afar_words(brush: Ink, look: NodeLook, box: QRectF, *, small: bool) -> FarWords:
    """The name when the whole is in sight, about nine pixels on the screen, in as many lines as
    there is room for; below it the count, when a line is left. ``small``: from still further.
    """
    font = "afar_more" if small else "afar"
    inner = box.adjusted(AFAR_PAD, 0, -AFAR_PAD, 0)
    count_font = f"{font}_count"
    line = brush.metrics(font).height() * 0.94
    room = max(int(inner.height() / line), 1)
    fitted = text.paragraph(brush, look.title, inner.width(), 1e6, (font,))
    if len(fitted.lines) > room:
        fitted = text.fit(brush, look.title, inner.width(), (font,), lines=room)
    spare = inner.height() - line * len(fitted.lines)
    said = text.fit(brush, look.count, inner.width(), (count_font,))
    if not look.count or said.cut or spare < 1.5 * line:
        return FarWords(font, text.laid(brush, fitted, inner, _MIDDLE), count_font, ())
    top = inner.top() + (spare - line) / 2
    title = QRectF(inner.left(), top, inner.width(), inner.height() - spare)
    below = QRectF(inner.left(), title.bottom(), inner.width(), line)
    return FarWords(
        font,
        text.laid(brush, fitted, title, _MIDDLE),
        count_font,
        text.laid(brush, said, below, _MIDDLE),
    )


def title_place(brush: Ink, look: NodeLook, box: QRectF) -> QRectF:
    """Where the name of an open sub-process stands."""
    width = PAD + ICON + 7 + brush.width("title", look.title)
    return QRectF(box.left(), box.top(), min(width + PAD, box.width()), min(HEADER, box.height()))


def frame_words(
    brush: Ink,
    look: NodeLook,
    box: QRectF,
    fonts: tuple[str, ...] = ("far", "far_small", "title"),
) -> FarWords:
    """The name of an open sub-process stands in its title line: below that others stand."""
    place = QRectF(box.left() + PAD, box.top(), box.width() - 2 * PAD, min(HEADER, box.height()))
    fitted = text.fit(brush, look.title, place.width(), fonts)
    return FarWords(fitted.font, text.laid(brush, fitted, place), "far_count", ())


def _far(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, *, near: bool) -> None:
    words = far_words(brush, look, box, near=near)
    painter.setFont(brush.font(words.font))
    painter.setPen(brush.pen("muted" if look.placeholder else "text"))
    for at, line in words.lines:
        painter.drawText(at, line)
    painter.setFont(brush.font(words.small))
    painter.setPen(brush.pen("muted"))
    for at, line in words.below:
        painter.drawText(at, line)


def _largest(brush: Ink, title: str, room: QRectF, fonts: tuple[str, ...]) -> text.Fitted:
    """The title in the largest font in which all of it has room."""
    fitted = text.Fitted(fonts[-1], (title,))
    for name in fonts:
        lines = max(int(room.height() / (brush.metrics(name).height() * 0.94)), 1)
        fitted = text.fit(brush, title, room.width(), (name,), lines=min(lines, 4))
        if not fitted.cut:
            break
    return fitted
