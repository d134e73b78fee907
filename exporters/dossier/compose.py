"""Which blocks make up the report of a service?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporters.dossier.blocks import Block, Cell, Dossier, Facts, Heading, cell, line
from exporters.dossier.chapters import CHAPTERS
from exporters.dossier.drawing import Drawing
from exporters.dossier.plain import plain
from exporters.dossier.voice import Voice
from model.document import Snapshot
from model.language import tr
from model.storage.write import content_hash

_FRAME = ("kind", "contents", "page", "of")
_GROUP = 8
"""The fingerprint is written in groups of so many signs, so that two can be compared by eye."""


def dossier(view: Snapshot, drawing: Drawing | None = None) -> Dossier:
    """The whole report in the language spoken now; nothing hidden is left in its text."""
    voice = Voice(view)
    service = view.service
    name = voice.name(service)
    made = Dossier(
        title=tr("dossier.title", name=name.words),
        service=name,
        office=voice.slot(service, "office"),
        language=voice.language,
        cover=Facts(tuple((tr(key), said) for key, said in _cover(voice) if said)),
        blocks=tuple(_numbered(voice, drawing)),
        words={word: tr(f"dossier.frame.{word}") for word in _FRAME},
    )
    return plain(made)


def _numbered(voice: Voice, drawing: Drawing | None) -> Iterator[Block]:
    """The chapters that have something to say, with their numbers."""
    chapter = 0
    for key, blocks in CHAPTERS:
        inner = list(blocks(voice, drawing))
        if not inner:
            continue
        chapter += 1
        section = 0
        yield Heading(1, line(tr(f"dossier.chapter.{key}")), str(chapter))
        for block in inner:
            if isinstance(block, Heading):
                section += 1
                yield replace(block, number=f"{chapter}.{section}")
            else:
                yield block


def _cover(voice: Voice) -> Iterator[tuple[str, Cell]]:
    service = voice.source.service
    yield "dossier.cover.key", cell(service.leika_key)
    yield "dossier.cover.version", cell(service.version)
    yield "dossier.cover.valid", cell(voice.validity(service) or tr("dossier.cover.valid.open"))
    yield "inspector.status", cell(tr(f"inspector.status.{service.status}"))
    level = service.trust_level or "none_"
    yield "dossier.cover.trust", cell(tr(f"inspector.trust_level.{level}"))
    yield "dossier.cover.checks", cell(_checked(voice))
    yield "dossier.cover.cases", cell(_played(voice))
    yield "dossier.cover.hash", _grouped(content_hash(voice.source))


def _checked(voice: Voice) -> str:
    if not voice.findings:
        return tr("dossier.cover.checks.clean")
    counts = (
        (severity, sum(one.severity == severity for one in voice.findings))
        for severity in ("error", "warning", "hint")
    )
    return ", ".join(tr(f"dossier.cover.checks.{severity}", n=n) for severity, n in counts)


def _played(voice: Voice) -> str:
    agree = sum(one.verdict == "agrees" for one in voice.played)
    total = len(voice.played)
    return tr("dossier.cover.cases.agree", agree=agree, n=total) if total else ""


def _grouped(digest: str) -> Cell:
    """Two lines of four groups."""
    groups = [digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP)]
    return tuple(line(" ".join(groups[at : at + 4])) for at in range(0, len(groups), 4))
