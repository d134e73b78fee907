"""Which fields hold what a person tells of himself?"""

from __future__ import annotations

from model.checks.reading import Reading
from model.records import Field, Step


def asked(view: Reading) -> list[Field]:
    """Questions on pages that a person answers, by id."""
    pages = {step.id for step in view.of(Step) if step.form == "page"}
    if not pages:
        return []
    fields = [f for f in view.of(Field) if f.field_kind in ("input", "select")]
    return [f for f in fields if f.parent in pages or _on_page(view, f, pages)]


def _on_page(view: Reading, field: Field, pages: set[str]) -> bool:
    card = view.card_of(field.id)
    return card is not None and card.id in pages
