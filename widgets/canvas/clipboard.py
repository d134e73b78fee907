"""How do elements go into the clipboard and come out of it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from model.commands import (
    Clip,
    Planned,
    clip,
    duplicate,
    lines_of,
    parse_html,
    parse_list,
    paste,
    paste_answers,
    paste_list,
    paste_list_as_page,
    paste_uses,
    remove,
)
from model.commands.copying import beside_row
from model.document import ChangeSet, Snapshot, Transaction
from model.document.queries import Queries
from model.errors import FachwerkError
from model.geometry import Point
from model.grammar import TEMPLATES, kind_title, title
from model.language import Message, say
from model.reading import told
from model.records import CodeList, Field, Option
from widgets.basics.labels import ask
from widgets.canvas import picture
from widgets.canvas.cliptext import MIME, pack, unpack
from widgets.canvas.deeds import Deeds
from widgets.canvas.deleting import warnings

ORIGIN = "clipboard"
LONGEST_TEXT = 2_000_000


@dataclass(frozen=True)
class Made:
    """What was pasted: what is said of it, what could not come along, and its undo step."""

    words: Message
    changeset: ChangeSet | None
    lost: tuple[Message, ...] = ()
    guessed: Message | None = None


# ------------------------------------------------------------------------------------------- out


def copy(canvas: Deeds) -> Message:
    """Put what is chosen into the clipboard, for this program and as a text for others.

    Raises:
        FachwerkError: nothing that can be copied is chosen.
    """
    view, ids = canvas.document.snapshot(), _chosen(canvas)
    copied = _clip(view, ids)
    data = QMimeData()
    data.setData(MIME, pack(copied))
    data.setText(told(view, copied.roots))
    QGuiApplication.clipboard().setMimeData(data)
    return say("clip.copied", n=len(copied.roots))


def cut(canvas: Deeds) -> bool:
    """Copy and delete; when something elsewhere would change, it is said first.

    Raises:
        FachwerkError: nothing that can be copied is chosen.
    """
    view, ids = canvas.document.snapshot(), _chosen(canvas)
    roots = _clip(view, ids).roots
    lines = warnings(canvas.document, roots)
    what = spoken(view, roots)
    question = say("canvas.delete.question", what=what)
    if lines and not ask(canvas, question, lines, say("canvas.delete.confirm")):
        return False
    copy(canvas)
    with canvas.document.transaction(say("clip.undo.cut", what=what), ORIGIN) as tx:
        remove(tx, roots)
    return True


def copy_text(canvas: Deeds) -> Message:
    """What is chosen (or the whole service) as readable text."""
    view = canvas.document.snapshot()
    ids = [one for one in canvas.selection.ids if one in view]
    QGuiApplication.clipboard().setText(told(view, ids or None))
    return say("clip.copied.text")


def copy_picture(canvas: Deeds) -> Message:
    """What is chosen (or the whole service) as a picture, in light colours for paper."""
    view = canvas.document.snapshot()
    image = _picture(view, [one for one in canvas.selection.ids if one in view])
    QGuiApplication.clipboard().setImage(image)
    return say("clip.copied.picture")


def _picture(view: Snapshot, ids: list[str]) -> QImage:
    cards = [view.card_of(one) for one in ids]
    wanted = [card.id if card is not None else one for card, one in zip(cards, ids, strict=True)]
    return picture.picture_of(view, list(dict.fromkeys(wanted)) or None)


def _chosen(canvas: Deeds) -> list[str]:
    view = canvas.document.snapshot()
    ids = [one for one in canvas.selection.ids if one in view]
    if not ids:
        raise FachwerkError(say("clip.nothing_chosen"), todo=say("clip.nothing_chosen.todo"))
    return ids


def _clip(view: Queries, ids: Iterable[str]) -> Clip:
    copied = clip(view, ids)
    if not copied:
        raise FachwerkError(say("clip.ways_alone"), todo=say("clip.ways_alone.todo"))
    return copied


# -------------------------------------------------------------------------------------------- in


def paste_here(canvas: Deeds) -> Made:
    """What lies in the clipboard becomes part of the document: elements, or the lines of a text or
    table as fields or answers.

    Raises:
        FachwerkError: there is nothing for here, it is damaged, or the place cannot hold it.
    """
    data = QGuiApplication.clipboard().mimeData()
    if data is not None and data.hasFormat(MIME):
        return _paste_elements(canvas, unpack(bytes(data.data(MIME).data())))
    text = data.text()[:LONGEST_TEXT] if data is not None and data.hasText() else ""
    page = data.html()[:LONGEST_TEXT] if data is not None and data.hasHtml() else ""
    fields = (parse_html(page) if page else []) or parse_list(text)
    if not fields:
        raise FachwerkError(say("clip.empty"), todo=say("clip.empty.todo"))
    view = canvas.document.snapshot()
    question = _question(view, canvas.selection.focus)
    if question and "\t" not in text.strip() and "<t" not in page:
        lines = lines_of(text) or [field.label for field in fields]
        return _paste_answers(canvas, question, lines)
    return _paste_fields(canvas, fields)


def paste_as_use(canvas: Deeds) -> Made:
    """The step with the focus uses the copied answers instead of asking them again.

    Raises:
        FachwerkError: there is no such answer or no step for it.
    """
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(MIME):
        raise FachwerkError(say("clip.no_answers"), todo=say("clip.no_answers.todo"))
    copied = unpack(bytes(data.data(MIME).data()))
    card = canvas.document.snapshot().card_of(canvas.selection.focus)
    if card is None:
        raise FachwerkError(say("clip.use_needs_step"), todo=say("clip.use_needs_step.todo"))
    with canvas.document.transaction(say("clip.undo.use", step=title(card)), ORIGIN) as tx:
        new = paste_uses(tx, copied, card.id)
    _show(canvas, new)
    return Made(say("clip.made.uses", n=len(new), step=title(card)), tx.changeset)


def duplicate_chosen(canvas: Deeds) -> Made:
    """The same again, beside it.

    Raises:
        FachwerkError: nothing is chosen, or it cannot stand there twice.
    """
    view, ids = canvas.document.snapshot(), _chosen(canvas)
    roots = _clip(view, ids).roots
    label = say("clip.undo.duplicate", what=spoken(view, roots))
    with canvas.document.transaction(label, ORIGIN) as tx:
        new = duplicate(tx, roots)
    _show(canvas, new)
    return Made(say("clip.made.things", n=len(new)), tx.changeset)


def _paste_elements(canvas: Deeds, copied: Clip) -> Made:
    view = canvas.document.snapshot()
    titles = {record.id: record for record in copied.records}
    what = say("clip.things", n=len(copied.roots))
    if len(copied.roots) == 1:
        record = titles[copied.roots[0]]
        what = _called(kind_title(record), title(record))
    label = say("clip.undo.paste", what=what)
    at = None if _in_sight(canvas, copied) else _middle(canvas)
    into = canvas.selection.focus if canvas.selection.focus in view else ""
    with canvas.document.transaction(label, ORIGIN) as tx:
        pasted = paste(tx, copied, at, into)
    _show(canvas, pasted.ids)
    lost = tuple(dict.fromkeys(pasted.lost))
    return Made(say("clip.made.things", n=len(pasted.ids)), tx.changeset, lost)


def _paste_answers(canvas: Deeds, question: str, lines: list[str]) -> Made:
    focus = canvas.selection.focus
    view = canvas.document.snapshot()
    before = beside_row(view, focus, options=True)[1] if view.get(focus, Option) else ""
    label = say("clip.undo.answers", n=len(lines))
    with canvas.document.transaction(label, ORIGIN) as tx:
        new = paste_answers(tx, lines, question, before)
    if not new:
        raise FachwerkError(say("clip.no_new_answers"))
    _show(canvas, new)
    return Made(say("clip.made.answers", n=len(new)), tx.changeset)


def _paste_fields(canvas: Deeds, fields: list[Planned]) -> Made:
    label = say("clip.undo.list", n=len(fields))
    with canvas.document.transaction(label, ORIGIN) as tx:
        new = _put_fields(tx, canvas, fields)
    _show(canvas, new)
    return Made(say("clip.made.fields", n=len(new)), tx.changeset, guessed=_recognised(fields))


def _put_fields(tx: Transaction, canvas: Deeds, fields: list[Planned]) -> list[str]:
    focus = canvas.selection.focus
    if focus in tx and (tx[focus].family == "row" or tx.card_of(focus) is not None):
        parent, before = beside_row(tx, focus)
        return paste_list(tx, fields, parent, before)
    return paste_list_as_page(tx, fields, _middle(canvas))[1]


def _question(view: Queries, focus: str) -> str:
    """The choice whose answers are meant when lines are pasted on it."""
    record = view.get(focus)
    if isinstance(record, Option):
        return record.parent if view.get(record.parent, CodeList) is None else ""
    choice = isinstance(record, Field) and record.field_kind == "select" and not record.code_list
    return focus if choice else ""


def _recognised(fields: list[Planned]) -> Message | None:
    """Which kinds were guessed, when it is not all plain text."""
    keys = [field.template for field in fields]
    counted = {key: keys.count(key) for key in dict.fromkeys(keys)}
    if set(counted) == {"text"}:
        return None
    kinds = [str(say("clip.made.kind", n=n, kind=TEMPLATES[k].title)) for k, n in counted.items()]
    return say("clip.made.kinds", kinds=", ".join(kinds))


# ------------------------------------------------------------------------------------ the canvas


def spoken(view: Queries, ids: Iterable[str]) -> object:
    """ "Seite „Ihr Fahrzeug“", or how many elements."""
    chosen = list(ids)
    if len(chosen) != 1:
        return say("clip.things", n=len(chosen))
    record = view[chosen[0]]
    return _called(kind_title(record), title(record))


def _called(kind: Message, name: str) -> Message:
    return say("reading.called", kind=kind, name=name) if name else kind


def _show(canvas: Deeds, ids: list[str]) -> None:
    if ids:
        canvas.selection.set(ids, ids[0])


def _in_sight(canvas: Deeds, copied: Clip) -> bool:
    """Is the original here, and seen? Then the copy belongs beside it."""
    view, seen = canvas.document.snapshot(), canvas.viewport().rect()
    area = canvas.mapToScene(seen).boundingRect()
    places = (view.placement(one) for one in copied.roots if one in view)
    boxes = [place.box for place in places if place is not None]
    return any(area.contains(box.center.x, box.center.y) for box in boxes)


def _middle(canvas: Deeds) -> Point:
    """The middle of what is seen."""
    middle = canvas.mapToScene(canvas.viewport().rect().center())
    return Point(middle.x(), middle.y())


__all__ = [
    "Made",
    "copy",
    "copy_picture",
    "copy_text",
    "cut",
    "duplicate_chosen",
    "paste_as_use",
    "paste_here",
    "spoken",
]
