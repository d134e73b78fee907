"""Which groups and fields make up the data schema, in which order and how often?

A page becomes a group of its name when it holds more than one row; a page with a single row is
that row. Rows of office steps are data of the authority, not of the application, and stay out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporters.xdatenfelder.vocabulary import LOOSE
from exporters.xdatenfelder.ways import avoidable_pages
from model.document import Snapshot
from model.graph.order import reading_order
from model.records import Field, FieldGroup, Step

DEEPEST = 60
"""Groups may stand in groups; an imported circle must not hang the writer (rule 1026)."""

Row = Field | FieldGroup | Step


@dataclass(frozen=True, slots=True)
class Part:
    """A field, a group or a page that is a group, with what stands in it. ``sure``: everybody who
    answers what it stands in is asked for it.
    """

    record: Row
    parts: tuple[Part, ...] = ()
    sure: bool = True
    page: Step | None = field(default=None, compare=False)

    def walk(self) -> Iterator[Part]:
        """This part and everything in it, from the outside in."""
        yield self
        for part in self.parts:
            yield from part.walk()


def form_pages(view: Snapshot) -> list[Step]:
    """The pages of the applicant, in reading order."""
    place = {node: index for index, node in enumerate(reading_order(view))}
    pages = [step for step in view.ordered(Step) if step.form == "page"]
    return sorted(pages, key=lambda page: place.get(page.id, len(place)))


def schema_parts(view: Snapshot) -> tuple[Part, ...]:
    """What stands at the top of the data schema."""
    pages = form_pages(view)
    avoidable = avoidable_pages(view, [page.id for page in pages])
    found: list[Part] = []
    for page in pages:
        sure = page.id not in avoidable
        rows = _rows(view, page.id, ())
        if len(rows) > 1 and not page.extra(LOOSE):
            found.append(Part(page, rows, sure, page))
        else:
            found += [Part(row.record, row.parts, row.sure and sure, page) for row in rows]
    return tuple(found)


def left_out(view: Snapshot) -> Iterator[Field | FieldGroup]:
    """What the authority fills in: the rows of steps that are no page."""
    for step in view.ordered(Step):
        if step.form != "page":
            for row in _rows(view, step.id, ()):
                for part in row.walk():
                    if isinstance(part.record, Field | FieldGroup):
                        yield part.record


def _rows(view: Snapshot, parent: str, above: tuple[str, ...]) -> tuple[Part, ...]:
    if len(above) > DEEPEST or parent in above:
        return ()
    found = []
    for row in view.rows(parent):
        sure = getattr(row, "visible", None) is None
        if isinstance(row, Field):
            found.append(Part(row, sure=sure))
        elif isinstance(row, FieldGroup):
            found.append(Part(row, _rows(view, row.id, (*above, parent)), sure))
    return tuple(found)
