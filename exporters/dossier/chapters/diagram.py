"""How does the report show the diagram, and what does it say to those who do not see it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exporters.dossier.blocks import Block, Figure, Paragraph, cell
from exporters.dossier.drawing import Drawing, Sheet
from exporters.dossier.voice import Voice
from model.language import tr
from model.records import Decision, End, Node, Role, Start, Step


def blocks(voice: Voice, drawing: Drawing | None) -> Iterator[Block]:
    """The picture with its sheets; nothing when none was drawn or nothing has a place in it."""
    placed = any(voice.source.placement(node) is not None for node in voice.order)
    if drawing is None or not placed:
        return
    yield Paragraph(cell(tr("dossier.diagram.about")), quiet=True)
    title = tr("dossier.diagram.title", name=voice.named(voice.source.service.id))
    whole = described(voice)
    parts = sum(bool(sheet.name) for sheet in drawing.sheets)
    first = tr("dossier.diagram.overview", title=title, n=parts) if parts else title
    sheets = tuple(
        _part(voice, title, sheet) if sheet.name else (first, whole) for sheet in drawing.sheets
    )
    yield Figure(title, whole, drawing, sheets)


def described(voice: Voice) -> str:
    """The diagram in words: who takes part, how it begins, what is decided, how it ends."""
    view = voice.source
    kinds = Counter(getattr(node, "form", "") for node in view.of(Step))
    parts = [
        tr("dossier.alt.title", name=voice.named(view.service.id)),
        _named(voice, "dossier.alt.roles", [r.id for r in view.ordered(Role)]),
        _named(voice, "dossier.alt.start", _of(voice, Start)),
        *(tr(f"dossier.alt.{form}", n=kinds[form]) for form in ("page", "office", "automatic")),
        _named(voice, "dossier.alt.decisions", _of(voice, Decision)),
        _named(voice, "dossier.alt.ends", _of(voice, End)),
        tr("dossier.alt.words", chapter=tr("dossier.chapter.steps")),
    ]
    return " ".join(part for part in parts if part)


def _of(voice: Voice, kind: type[Node]) -> list[str]:
    return [node for node in voice.order if isinstance(voice.source[node], kind)]


def _named(voice: Voice, key: str, ids: list[str]) -> str:
    names = voice.listed((voice.named(one) for one in ids), 8)
    return tr(key, names=names, n=len(ids)) if names else ""


def _part(voice: Voice, title: str, sheet: Sheet) -> tuple[str, str]:
    """Caption and alternative text of a sheet that shows a part."""
    shown = []
    for node in voice.order:
        place = voice.source.placement(node)
        if place is not None and sheet.area.intersects(place.box):
            shown.append(voice.named(node))
    names = voice.listed(shown, 20) or tr("dossier.none")
    caption = tr("dossier.diagram.sheet", title=title, sheet=sheet.name)
    return caption, tr("dossier.alt.sheet", sheet=sheet.name, names=names)
