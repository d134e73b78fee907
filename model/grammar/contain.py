"""May this stand in there, and if not, why not?"""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar.kinds import TEMPLATES
from model.grammar.verdict import Verdict
from model.language import say
from model.records import CodeList, Field, FieldGroup, FieldUse, Role, Step


def may_hold(view: Queries, parent: str, what: str) -> Verdict:
    """Whether ``parent`` may hold ``what``.

    A template key, the word "option" for a new answer, or the id of a record that would move there.
    """
    record = view.get(what)
    template = TEMPLATES.get(what)
    kind = record.kind if record is not None else template.kind if template is not None else what
    holder = view.get(parent)
    if kind in ("field", "group", "use"):
        return _row(view, holder, what)
    if kind == "option":
        return _option(holder)
    if isinstance(holder, Role):
        return _node(view, holder, what)
    return Verdict.no(say("contain.nothing"))


def _row(view: Queries, holder: object, what: str) -> Verdict:
    record = view.get(what)
    if isinstance(holder, FieldGroup):
        if isinstance(record, FieldGroup) and _inside(view, holder.id, record.id):
            return Verdict.no(say("contain.itself"))
        if isinstance(record, FieldUse):
            return Verdict.no(say("contain.use_in_group"))
        return Verdict.yes()
    if isinstance(holder, Step):
        if holder.form == "automatic" and not isinstance(record, FieldUse):
            return Verdict.no(say("contain.automatic"), say("contain.automatic.instead"))
        if holder.form == "page" and isinstance(record, FieldUse):
            return Verdict.no(say("contain.use_on_page"))
        return Verdict.yes()
    return Verdict.no(say("contain.row_needs_card"), say("contain.row_needs_card.instead"))


def _inside(view: Queries, place: str, group: str) -> bool:
    """True when ``place`` is the group or stands somewhere in it."""
    for _ in range(300):
        if place == group:
            return True
        place = getattr(view.get(place), "parent", "")
        if not place:
            return False
    return True


def _option(holder: object) -> Verdict:
    if isinstance(holder, CodeList) or (
        isinstance(holder, Field) and holder.field_kind == "select"
    ):
        return Verdict.yes()
    return Verdict.no(
        say("contain.option_needs_choice"), say("contain.option_needs_choice.instead")
    )


def _node(view: Queries, role: Role, what: str) -> Verdict:
    """Cards change their form with the lane, so nearly all may go anywhere.

    A page needs the applicant's lane.
    """
    record, template = view.get(what, Step), TEMPLATES.get(what)
    form = record.form if record else template.fields.get("form") if template else ""
    if form == "page" and role.side == "system":
        return Verdict.no(say("contain.page_in_system"), say("contain.page_in_system.instead"))
    return Verdict.yes()
