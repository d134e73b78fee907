"""How does a script read as a click guide (Klickanleitung)?"""

from __future__ import annotations

import base64
import html
from collections.abc import Iterator
from dataclasses import dataclass

from exporters.lesson.page import esc, page
from model.language import tr


@dataclass(frozen=True)
class GuideStop:
    """One stop: its words, what is asked, how it is done, and a picture (PNG) with its words."""

    title: str
    text: str
    tasks: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    picture: bytes = b""
    shows: str = ""


@dataclass(frozen=True)
class Guide:
    """A script in one language."""

    title: str
    about: str
    stops: tuple[GuideStop, ...]


def guide_html(guide: Guide) -> bytes:
    """One file, pictures inside; the same bytes for the same guide."""
    return page(guide.title, _body(guide))


def _body(guide: Guide) -> Iterator[str]:
    yield f"<h1>{esc(guide.title)}</h1>"
    if guide.about:
        yield f'<p class="about">{esc(guide.about)}</p>'
    for number, stop in enumerate(guide.stops, start=1):
        yield from _stop(number, stop)


def _stop(number: int, stop: GuideStop) -> Iterator[str]:
    yield f'<section id="halt-{number}">'
    yield f"<h2>{number}. {esc(stop.title)}</h2>"
    if stop.text:
        yield f"<p>{esc(stop.text)}</p>"
    if stop.tasks:
        yield '<ul class="tasks">'
        yield from (f"<li>{esc(task)}</li>" for task in stop.tasks)
        yield "</ul>"
    if stop.how:
        yield f'<p class="how"><b>{esc(tr("lesson.guide.how"))}</b></p><ol class="how">'
        yield from (f"<li>{esc(step)}</li>" for step in stop.how)
        yield "</ol>"
    if stop.picture:
        data = base64.b64encode(stop.picture).decode("ascii")
        words = html.escape(stop.shows or stop.title)
        yield f'<img src="data:image/png;base64,{data}" alt="{words}">'
    yield "</section>"
