"""How does what an old form asks for become part of the service?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from model.commands.landing import lane_for, page_place
from model.commands.lists import MOST, Planned, paste_list
from model.commands.place import append_node, place_node
from model.document.queries import Queries
from model.document.transaction import Transaction
from model.errors import NotAllowed
from model.geometry import Point
from model.grammar import TEMPLATES
from model.graph import reading_order
from model.language import say, tr
from model.records import Field, Node, OldEntry, OldForm, Role, Start, Step, keys_between

Medium = Literal["pdf", "word", "excel", "list"]
_WITH_LENGTH = ("text", "long_text", "email", "phone", "iban")


@dataclass(frozen=True)
class RawEntry:
    """One thing that an old form asks for, as its reader found it."""

    label: str
    template: str = "text"
    required: bool = False
    options: tuple[str, ...] = ()
    help: str = ""
    max_length: int | None = None
    section: str = ""
    page: int = 0
    origin: str = ""


@dataclass(frozen=True)
class RawForm:
    """An old form, read: the name of its file and what it asks for, in its order."""

    name: str
    medium: Medium
    entries: tuple[RawEntry, ...] = ()


@dataclass(frozen=True)
class ShelfGroup:
    """The entries under one heading, or on one page, of an old form."""

    section: str
    page: int
    entries: tuple[OldEntry, ...]

    @property
    def title(self) -> str:
        """The heading, else the page, else ""."""
        if self.section:
            return self.section
        return tr("shelf.page", n=self.page) if self.page else ""


# ------------------------------------------------------------------------------------- asking


def forms_beside(view: Queries) -> list[OldForm]:
    """The old forms that lie beside the service, in their order."""
    return view.ordered(OldForm)


def is_taken(view: Queries, entry: OldEntry) -> bool:
    """Does the row it became stand in the service?"""
    return bool(entry.taken) and entry.taken in view


def open_entries(view: Queries, form: str) -> list[OldEntry]:
    """What was not taken over yet, in the order of the old form."""
    return [entry for entry in view.children(form, OldEntry) if not is_taken(view, entry)]


def shelf_groups(view: Queries, form: str) -> list[ShelfGroup]:
    """The entries of an old form by their headings or pages."""
    found: list[ShelfGroup] = []
    for entry in view.children(form, OldEntry):
        same = found and (found[-1].section, found[-1].page) == _heading(entry)
        if same:
            last = found.pop()
            found.append(ShelfGroup(last.section, last.page, (*last.entries, entry)))
        else:
            found.append(ShelfGroup(*_heading(entry), (entry,)))
    return found


def _heading(entry: OldEntry) -> tuple[str, int]:
    """A heading counts more than the page it is continued on."""
    return (entry.section, 0) if entry.section else ("", entry.page)


# -------------------------------------------------------------------------------------- doing


def shelve(tx: Transaction, raw: RawForm) -> OldForm:
    """Lay an old form beside the service."""
    forms = [form.order for form in tx.ordered(OldForm)]
    form = tx.add(
        OldForm(
            id=tx.new_id("old_form"),
            parent=tx.service.id if tx.service.id in tx else "",
            order=keys_between(max(forms, default=""), "", 1)[0],
            name=raw.name,
            medium=raw.medium,
        )
    )
    keys = keys_between("", "", len(raw.entries))
    for key, entry in zip(keys, raw.entries, strict=True):
        values = {name: getattr(entry, name) for name in RawEntry.__dataclass_fields__}
        tx.add(OldEntry(id=tx.new_id("old_entry"), parent=form.id, order=key, **values))
    return form


def take(tx: Transaction, entries: Iterable[str], parent: str, before: str = "") -> list[str]:
    """A row for each open entry, in a card or group; the new ids. What was taken already is left
    out.

    Raises:
        NotAllowed: the card takes no rows, nothing is open, or there are too many at once.
    """
    chosen = _open(tx, entries)
    rows = paste_list(tx, [_planned(entry) for entry in chosen], parent, before)
    for entry, row in zip(chosen, rows, strict=True):
        field = tx.get(row, Field)
        if entry.max_length and field is not None and entry.template in _WITH_LENGTH:
            tx.alter(row, max_length=entry.max_length)
        tx.alter(entry.id, taken=row)
    return rows


def take_as_page(
    tx: Transaction, entries: Iterable[str], role: str = "", at: Point | None = None
) -> tuple[Step, list[str]]:
    """A new page of the applicant (or an office step) with a row for each open entry, named after
    their heading. In the middle of ``at``; else behind the last page that leads nowhere yet, or on
    free ground of the lane.

    Raises:
        NotAllowed: there is no lane yet, nothing is open, or there are too many at once.
    """
    chosen = _open(tx, entries)
    return _page(tx, chosen, tx.get(role, Role), at)


def take_rest(tx: Transaction, form: str) -> list[str]:
    """All that is open becomes pages of the applicant: one for each heading of the old form,
    connected in their order, behind the last page that leads nowhere yet. The new pages.

    Raises:
        NotAllowed: nothing is open, or there are too many at once.
    """
    _refuse(open_entries(tx, form))
    pages: list[str] = []
    for group in shelf_groups(tx, form):
        rest = [entry for entry in group.entries if not is_taken(tx, entry)]
        for start in range(0, len(rest), ROWS_A_PAGE):
            part = rest[start : start + ROWS_A_PAGE]
            pages.append(_page(tx, part, None, None, after=pages[-1] if pages else "")[0].id)
    return pages


ROWS_A_PAGE = 40
"""A longer page is no page any more; an old form without headings gives several."""


def _page(
    tx: Transaction,
    chosen: Sequence[OldEntry],
    lane: Role | None,
    at: Point | None,
    after: str = "",
) -> tuple[Step, list[str]]:
    lane = lane or lane_for(tx)
    if lane is None:
        raise NotAllowed(say("clip.rows_need_card"), todo=say("clip.rows_need_card.todo"))
    name = _common_title(chosen)
    before = "" if at is not None else after or _loose_end(tx, lane.id)
    form = "page" if lane.side == "applicant" else "office"
    if before:
        step: Node = append_node(tx, form, before, name=name)
    else:
        place = at or page_place(tx, lane.id, None, len(chosen))
        step = place_node(tx, form, lane.id, place, name=name)
    assert isinstance(step, Step)
    return step, take(tx, [entry.id for entry in chosen], step.id)


def _common_title(chosen: Sequence[OldEntry]) -> str:
    """The heading under which all of them stand; "" when they come from several."""
    titles = {entry.section for entry in chosen}
    return titles.pop() if len(titles) == 1 else ""


def put_away(tx: Transaction, form: str) -> None:
    """Take an old form from the side of the service; what was taken over stays."""
    tx.remove(tx.the(form, OldForm).id)


def _open(tx: Transaction, entries: Iterable[str]) -> list[OldEntry]:
    found = [tx.the(one, OldEntry) for one in dict.fromkeys(entries)]
    chosen = [entry for entry in found if not is_taken(tx, entry)]
    _refuse(chosen)
    return chosen


def _refuse(chosen: Sequence[OldEntry]) -> None:
    if not chosen:
        raise NotAllowed(say("shelf.all_taken"), todo=say("shelf.all_taken.todo"))
    if len(chosen) > MOST:
        todo = say("shelf.too_many.todo", most=MOST)
        raise NotAllowed(say("shelf.too_many", n=len(chosen)), todo=todo)


def _planned(entry: OldEntry) -> Planned:
    template = entry.template if entry.template in TEMPLATES else "text"
    options = () if template == "yesno" else entry.options
    return Planned(entry.label, template, entry.required, options, entry.help)


def _loose_end(view: Queries, lane: str) -> str:
    """The last page (or the start) of a lane, when no way leads on from it yet; else ""."""
    nodes = (view.get(one, Node) for one in reversed(reading_order(view)))
    ends = (
        node
        for node in nodes
        if node is not None
        and node.role == lane
        and (isinstance(node, Start) or (isinstance(node, Step) and node.form == "page"))
    )
    found = next(ends, None)
    return found.id if found is not None and not view.outgoing(found.id) else ""
