"""How is a card drawn: a page or a step with its rows?"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.look import icons
from widgets.painters import text
from widgets.painters.badges import chip, chip_width, clock_badge
from widgets.painters.ink import Ink
from widgets.painters.looks import Detail, NodeLook, RowLook

PAD = 12.0
ICON = 14.0
INDENT = 20.0
CHIP_GAP = 6.0
CHIP_SHARE = 0.5
_RIGHT = Qt.AlignmentFlag.AlignRight


def paint_card(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail) -> None:
    """White paper with title, count and rows; from far only the title, from very far the paper."""
    if detail == Detail.BOX:
        painter.fillRect(box, brush.brush("card"))
        return
    _paper(painter, brush, look, box, detail)
    if detail == Detail.TITLE or look.counts_only:
        _far(painter, brush, look, box, near=detail == Detail.FULL)
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
    for row in look.rows:
        paint_row(
            painter, brush, row, QRectF(box.left(), box.top() + row.top, box.width(), row.height)
        )
    _lines(painter, brush, look, box, header)
    if look.badge:
        clock_badge(painter, brush, look.badge, QPointF(box.right() - 16, box.bottom()))


def _paper(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, detail: Detail) -> None:
    radius = brush.tokens.radius_card
    if detail == Detail.FULL:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush.brush("shadow"))
        painter.drawRoundedRect(box.translated(0, 1.5), radius, radius)
    style = Qt.PenStyle.DashLine if look.foreign else Qt.PenStyle.SolidLine
    painter.setPen(brush.pen("card_edge" if look.foreign else "card_line", 1.2, style))
    painter.setBrush(brush.brush("card"))
    painter.drawRoundedRect(box, radius, radius)
    if look.shape == "call":
        painter.setPen(brush.pen("card_edge", 2.2))
        painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), radius - 1, radius - 1)


def _header(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF) -> None:
    """The title has the right of way: the count goes when both do not fit."""
    inner = box.adjusted(PAD, 0, -PAD, 0)
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


def paint_row(painter: QPainter, brush: Ink, row: RowLook, box: QRectF) -> None:
    """Sign, question, red star, chip of the norm; an answer has its ring and its handle."""
    left = box.left() + PAD + row.depth * INDENT
    sign = QRectF(left, box.center().y() - ICON / 2, ICON, ICON)
    right = box.right() - PAD
    if row.kind == "option":
        painter.setPen(brush.pen("card_edge", 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(sign.center(), 5.5, 5.5)
        right = box.right() - PAD / 2 - brush.tokens.handle / 2
    elif row.icon:
        icons.paint(painter, row.icon, sign, brush.tokens.color("accent"))
    start = sign.right() + 8 if row.icon or row.kind == "option" else left
    star = brush.width("row_strong", "*") + 5 if row.required else 0
    label, fitted = _shared(brush, row, right - start - star)
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


def _shared(brush: Ink, row: RowLook, room: float) -> tuple[str, text.Fitted]:
    """How words and chip share a row: the chip gets shorter and goes, then the words get small,
    before one of them is cut.
    """
    fonts = ("muted", "muted_small") if row.kind == "use" else ("row", "row_small")
    for label in dict.fromkeys((row.chip, _short(row.chip), "")):
        width = min(chip_width(brush, label), room * CHIP_SHARE) + CHIP_GAP if label else 0
        fitted = text.fit(brush, row.text, max(room - width, 20), fonts, lines=2)
        if not fitted.cut:
            return label, fitted
    return "", text.fit(brush, row.text, max(room, 20), (*fonts, "muted_small"), lines=2)


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


def _far(painter: QPainter, brush: Ink, look: NodeLook, box: QRectF, *, near: bool) -> None:
    """Title and counts, large enough to be read from far; ``near``: an imported small card."""
    said_count = look.count if near else look.far_count
    fonts = ("title", "title_small", "muted_small") if near else ("far", "far_small", "title")
    inner = box.adjusted(8, 4, -8, -4)
    count_font = "muted_small" if near else "far_count"
    count_height = brush.metrics(count_font).height()
    show_count = bool(said_count) and inner.height() > count_height * (2.6 if near else 2.7)
    if show_count:
        inner.setBottom(inner.bottom() - count_height)
    fitted = _largest(brush, look.title, inner, fonts)
    color = "muted" if look.placeholder else "text"
    text.draw(painter, brush, fitted, inner, color, Qt.AlignmentFlag.AlignHCenter)
    if show_count:
        place = QRectF(inner.left(), inner.bottom(), inner.width(), count_height)
        said = text.fit(brush, said_count, place.width(), (count_font,))
        text.draw(painter, brush, said, place, "muted", Qt.AlignmentFlag.AlignHCenter)


def _largest(brush: Ink, title: str, room: QRectF, fonts: tuple[str, ...]) -> text.Fitted:
    """The title in the largest font in which all of it has room."""
    fitted = text.Fitted(fonts[-1], (title,))
    for name in fonts:
        lines = max(int(room.height() / (brush.metrics(name).height() * 0.94)), 1)
        fitted = text.fit(brush, title, room.width(), (name,), lines=min(lines, 4))
        if not fitted.cut:
            break
    return fitted
