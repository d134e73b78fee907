"""What is offered for what was typed, in which order?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from model.document.queries import Queries
from model.grammar import TEMPLATES, is_field_template
from model.grammar.become import becomes, kind_now, template
from model.grammar.followers import Habits, beginnings, followers, next_nodes, next_rows
from model.language import Message, say
from model.records import Field, Flow, Node, Role, Step
from resources import open_resource
from widgets.look.expert import is_expert
from widgets.quick.words import BEGINS, hinted, meant, ranked

MOST = 40


@dataclass(frozen=True, slots=True)
class Offer:
    """One line: the block, and the name it would get ("" = it is asked for afterwards).

    ``now``: the thing is of this kind already.
    """

    key: str
    title: Message
    hint: Message
    icon: str
    name: str = ""
    now: bool = False


@cache
def habits() -> Habits:
    """What follows what in the samples that come along."""
    return Habits.read(open_resource("catalogues/followers.json"))


def likely(view: Queries, chosen: str, lane: str) -> list[str]:
    """What usually comes next: after what is chosen, else in the lane at the hand."""
    if isinstance(view.get(chosen), Role):
        return beginnings(view, chosen, habits())
    if chosen in view:
        return followers(view, chosen, habits(), n=len(TEMPLATES))
    return beginnings(view, lane, habits())


def for_pad(view: Queries, chosen: str, n: int = 4) -> list[str]:
    """The few that stand beside what is chosen; a page offers rows and steps alike, a plain
    question always among them.
    """
    record = view.get(chosen)
    if isinstance(record, Step) and record.form == "page":
        nodes, rows = next_nodes(view, chosen, habits()), next_rows(view, chosen, habits())
        few = rows[: n // 2] if "text" in rows[: n // 2] else [*rows[: n // 2 - 1], "text"]
        return [*few, *nodes[: n - n // 2]]
    if isinstance(record, Node | Flow):
        return next_nodes(view, chosen, habits())[:n]
    return next_rows(view, chosen, habits())[:n]


def offers(view: Queries, chosen: str, lane: str, text: str) -> list[Offer]:
    """The lines for a text: blocks that are called so, blocks with the rest as their name, and the
    text itself as the name of what is usual here.
    """
    usual = likely(view, chosen, lane)
    called = [_plain(key) for key in ranked(text, usual)]
    if not text.strip():
        return called[:MOST]
    named = list(_named(text, usual))
    free = list(_free(view, chosen, lane, text))
    small = text[:1] == text[:1].casefold()
    rest = [*named, *free] if small else [*free, *named]
    return [*called, *rest][:MOST]


def kind_offers(view: Queries, record_id: str, text: str) -> list[Offer]:
    """The kinds a thing may change to, what it is now among them."""
    record = view.get(record_id)
    if record is None:
        return []
    allowed = becomes(view, record_id, expert=is_expert())
    keys = [key for key in ranked(text, allowed) if key in allowed]
    keys += [key for key in allowed if key not in TEMPLATES and not text.strip()]
    now = kind_now(view, record)
    return [_kind(view, record_id, key, now=key == now) for key in keys]


def _kind(view: Queries, record_id: str, key: str, *, now: bool) -> Offer:
    kind = template(key)
    field = view.get(record_id, Field)
    several = field is not None and field.field_kind == "select" and field.choices == "many"
    title = say("quick.one_answer") if several and key == "choice" else kind.title
    return Offer(key, title, kind.hint, kind.icon, now=now)


def _plain(key: str) -> Offer:
    kind = TEMPLATES[key]
    return Offer(key, kind.title, kind.hint, kind.icon)


def _named(text: str, usual: list[str]) -> Iterator[Offer]:
    """ "datum Geburtsdatum": the first word means a block, the rest is its name."""
    first, _, rest = text.strip().partition(" ")
    if not rest.strip():
        return
    for key in ranked(first, usual)[:3]:
        if (meant(key, first) or 0.0) >= BEGINS - 1:
            yield _with_name(key, rest.strip())


def _free(view: Queries, chosen: str, lane: str, text: str) -> Iterator[Offer]:
    """The words become a name: of what they speak of, then of field, page or step."""
    name = text.strip()
    plain = _usual_here(view, chosen, lane)
    asks = is_field_template(plain[0])
    spoken = sorted(hinted(name)[:4], key=lambda key: is_field_template(key) != asks)
    for key in dict.fromkeys([*spoken[:2], *plain]):
        yield _with_name(key, name)


def _usual_here(view: Queries, chosen: str, lane: str) -> list[str]:
    """Field, page and step; first what one most probably writes here."""
    record, role = view.get(chosen), view.get(lane, Role)
    if record is not None and not isinstance(record, Flow | Role):
        role = view.role_of(chosen) or role
    side = role.side if role is not None else "office"
    step = "automatic" if side == "system" else "office"
    page = isinstance(record, Step) and record.form == "page"
    if record is not None and record.family == "row":
        return ["text", "page", step] if side == "applicant" else ["text", step]
    if page:
        return ["text", "page", step]
    return ["page", "text", step] if side == "applicant" else [step, "page", "text"]


def _with_name(key: str, name: str) -> Offer:
    kind = TEMPLATES[key]
    name = name[:1].upper() + name[1:]  # a capital S is a tool of the canvas: one types it small
    what = say("quick.as.text") if key == "text" else kind.title
    title = say("quick.named", name=name, what=what)
    return Offer(key, title, kind.hint, kind.icon, name)
