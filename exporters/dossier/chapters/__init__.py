"""Which chapters has a report, and in which order?

Each chapter is a module with one function ``blocks(voice, drawing)`` that yields what stands in it;
a chapter that has nothing to say yields nothing and is left out, so that nobody signs empty
headings. The order is that of a person who gets to know a service: what it is, how it looks, what
happens, what is asked, under which rules and law, for how much and until when; then the proof by
example citizens, what it means for their data, what is still open, and the signs.
"""

from collections.abc import Callable, Iterator

from exporters.dossier.blocks import Block
from exporters.dossier.chapters import (
    cases,
    deadlines,
    description,
    diagram,
    evidence,
    fees,
    findings,
    law,
    pages,
    privacy,
    rules,
    signs,
    steps,
)
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice

Chapter = Callable[[Voice, Drawing | None], Iterator[Block]]

CHAPTERS: tuple[tuple[str, Chapter], ...] = (
    ("description", description.blocks),
    ("diagram", diagram.blocks),
    ("steps", steps.blocks),
    ("pages", pages.blocks),
    ("rules", rules.blocks),
    ("law", law.blocks),
    ("fees", fees.blocks),
    ("deadlines", deadlines.blocks),
    ("evidence", evidence.blocks),
    ("cases", cases.blocks),
    ("privacy", privacy.blocks),
    ("findings", findings.blocks),
    ("signs", signs.blocks),
)
"""Name -> what it yields; its title is the text ``dossier.chapter.<name>``."""

__all__ = ["CHAPTERS", "Chapter"]
