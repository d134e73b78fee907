"""Which sentences tell that an attribute of a record is another one now?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from model.compare.attributes import attribute
from model.compare.naming import Later, thing
from model.compare.values import excerpts, part_key, part_said, said, words_of
from model.document.queries import Queries
from model.language import Message, say, tr
from model.records import Field, Record
from model.records.base import Fact

Special = Callable[[Record, Record, Queries, Queries], Message | None]


def told(
    before_view: Queries, after_view: Queries, before: Record, after: Record, name: str
) -> Iterator[Message]:
    """The sentences on one attribute; several where single parts of a list changed."""
    special = _SPECIAL.get(name)
    found = special(before, after, before_view, after_view) if special is not None else None
    if found is not None:
        yield found
        return
    one, two = getattr(before, name), getattr(after, name)
    if isinstance(one, tuple) and isinstance(two, tuple) and name != "bends":
        yield from _list_told(before_view, after_view, before, after, name)
    else:
        yield value_told(before_view, after_view, before, after, name)


def value_told(
    before_view: Queries, after_view: Queries, before: Record, after: Record, name: str
) -> Message:
    """One value instead of another: Gebühr „Ausstellung“: Betrag 30,00 € statt 25,00 €."""
    key = "compare.changed"
    if not said(before_view, before, name):
        key = "compare.set"
    elif not said(after_view, after, name):
        key = "compare.cleared"
    one, two = _pair(before_view, after_view, before, after, name)
    called = attribute(after.kind, name)
    return say(key, thing=thing(after_view, after), attribute=called, before=one, after=two)


def _pair(
    before_view: Queries, after_view: Queries, before: Record, after: Record, name: str
) -> tuple[Later, Later]:
    """Both values as words, long texts cut to where they differ."""
    one, two = getattr(before, name), getattr(after, name)
    both_texts = isinstance(one, str) and isinstance(two, str)
    if both_texts and said(before_view, before, name) == said(after_view, after, name) != "":
        cut = excerpts(one, two)  # two long texts, or the names of two things, look alike
        parts = [Later(lambda text=text: tr("compare.quoted", text=text)) for text in cut]  # type: ignore[misc]
        return parts[0], parts[1]
    return words_of(before_view, before, name), words_of(after_view, after, name)


# ----------------------------------------------------------------------------------------- lists


def _list_told(
    before_view: Queries, after_view: Queries, before: Record, after: Record, name: str
) -> Iterator[Message]:
    one, two = getattr(before, name), getattr(after, name)
    gone, come = list_parts(one, two)
    common: dict[str, Any] = {
        "thing": thing(after_view, after),
        "attribute": attribute(after.kind, name),
    }
    if not gone and not come:
        yield say("compare.list.order", **common)
    new_by_key: dict[Any, list[Any]] = {}
    for part in come:
        new_by_key.setdefault(part_key(part), []).append(part)
    for part in gone:
        was = _part(before_view, name, part)
        instead = new_by_key.get(part_key(part))
        if instead:
            now = _part(after_view, name, instead.pop(0))
            yield say("compare.list.changed", before=was, after=now, **common)
        else:
            yield say("compare.list.gone", part=was, **common)
    for rest in new_by_key.values():
        for part in rest:
            yield say("compare.list.come", part=_part(after_view, name, part), **common)


def list_parts(one: tuple[Any, ...], two: tuple[Any, ...]) -> tuple[list[Any], list[Any]]:
    """What has gone from a list, and what has come to it, as often as it stands there."""
    rest = Counter(map(_hashed, two))
    gone = []
    for part in one:
        if rest[_hashed(part)]:
            rest[_hashed(part)] -= 1
        else:
            gone.append(part)
    old = Counter(map(_hashed, one))
    come = []
    for part in two:
        if old[_hashed(part)]:
            old[_hashed(part)] -= 1
        else:
            come.append(part)
    return gone, come


def _hashed(part: Any) -> Any:
    return repr(part) if isinstance(part, Fact) else part


def _part(view: Queries, name: str, part: Any) -> Later:
    return Later(lambda: part_said(view, name, part))


# ----------------------------------------------------------------------------- special sentences


def _renamed(before: Record, after: Record, old: Queries, _new: Queries) -> Message | None:
    """Only the attribute people call it by; a technical name is an ordinary value."""
    name = "label" if hasattr(after, "label") else "name"
    one, two = getattr(before, name), getattr(after, name)
    if not one or not two or before.of or one.split() == two.split():
        return None
    return say("compare.renamed", thing=thing(old, before), name=two)


def _named(before: Record, after: Record, old: Queries, new: Queries) -> Message | None:
    return None if hasattr(after, "label") else _renamed(before, after, old, new)


def _required(before: Record, after: Record, _old: Queries, new: Queries) -> Message | None:
    if not isinstance(before, Field) or not isinstance(after, Field):
        return None
    if before.required == after.required or max(before.minimum, after.minimum) > 1:
        return None
    key = "compare.required" if after.required else "compare.optional"
    return say(key, thing=thing(new, after))


def _redirected(key: str, name: str) -> Special:
    def worded(before: Record, after: Record, old: Queries, new: Queries) -> Message | None:
        one, two = getattr(before, name), getattr(after, name)
        if not one or not two:
            return None
        places = words_of(old, before, name), words_of(new, after, name)
        return say(key, thing=thing(old, before), before=places[0], after=places[1])

    return worded


def _amount(before: Record, after: Record, old: Queries, new: Queries) -> Message | None:
    """Gebühr „Ausstellung“: 30,00 € statt 25,00 €."""
    if any(getattr(one, "amount", None) is None for one in (before, after)):
        return None
    one, two = words_of(old, before, "amount"), words_of(new, after, "amount")
    return say("compare.amount", thing=thing(new, after), before=one, after=two)


_SPECIAL: dict[str, Special] = {
    "label": _renamed,
    "name": _named,
    "minimum": _required,
    "parent": _redirected("compare.moved", "parent"),
    "source": _redirected("compare.starts_at", "source"),
    "target": _redirected("compare.leads_to", "target"),
    "amount": _amount,
}
