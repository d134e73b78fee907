"""What does the report say about the service as a whole?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.blocks import Block, Facts, Paragraph
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice
from model.language import tr
from model.records import DescriptionModule

_KNOWN = frozenset("02 03 05 06 07 08 09 11 14 15 16 18 22 23 24 25".split())
"""Codes of text modules that have a name (FIM: leistungstextmodulleika)."""


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """The description, then the text modules, each under its name."""
    service = voice.source.service
    if service.description.strip():
        yield Paragraph(((voice.slot(service, "description"),),))
    modules = [m for m in voice.source.ordered(DescriptionModule) if m.text.strip()]
    if modules:
        yield Facts(tuple((_named(m.code), ((voice.slot(m, "text"),),)) for m in modules))


def _named(code: str) -> str:
    if code in _KNOWN:
        return tr(f"inspector.module.{code}")
    return tr("dossier.module.other", code=code) if code else tr("kind.module")
