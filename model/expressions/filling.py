"""What does a form say to the answers that were given, and which page comes next?

Answers are as they were typed: field id -> text, truth, or code(s) of what was chosen; the id of a
repeatable group -> list of such answers, one per entry. The key "today" is the day of application.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.document.queries import Queries
from model.expressions.evaluate import Answers, evaluate
from model.expressions.given import list_of
from model.expressions.typed import fault_of, value_of
from model.language import Message, say
from model.records import (
    Decision,
    Field,
    FieldGroup,
    Flow,
    Node,
    Parallel,
    Record,
    Rule,
    Start,
    Step,
)

_DEEPEST = 20
_EMPTY: tuple[Any, ...] = (None, "", (), [], False)


@dataclass(frozen=True)
class Problem:
    """What the form would not accept: the field (or group, or page), the sentence, and in a
    repeatable group the number of the entry (-1 elsewhere). ``own``: the message as the service
    words it, "" when the sentence is the form's. ``missing``: an answer that must be given is not.
    """

    field: str
    message: Message
    entry: int = -1
    own: str = ""
    missing: bool = False

    @property
    def words(self) -> str:
        """What is shown."""
        return self.own or str(self.message)


def taken(view: Queries, answers: Mapping[str, Any]) -> Answers:
    """The typed answers as values for conditions, with everything that is calculated.

    Calculated fields count only where they are shown, and inside a repeatable group for each entry
    by itself: so a field that a hidden group would calculate never decides a way.
    """
    known: dict[str, Any] = {}
    lists: list[str] = []
    for key, given in answers.items():
        record = view.get(key)
        if isinstance(record, Field):
            known[key] = value_of(record, given)
        elif isinstance(record, FieldGroup):
            known[key] = [_values(view, entry) for entry in given]
            lists.append(key)
        else:
            known[key] = given
    calculated = [field for field in view.of(Field) if field.value is not None]
    if calculated:
        home = {field.id: list_of(view, field) for field in calculated}
        for group in lists:
            inside = [field for field in calculated if home[field.id] == group]
            for entry in known[group] if inside else ():
                _calculate(view, inside, entry, known)
        _calculate(view, [field for field in calculated if not home[field.id]], known, known)
    return known


def _values(view: Queries, entry: Mapping[str, Any]) -> dict[str, Any]:
    fields = ((view.get(key, Field), given) for key, given in entry.items())
    return {field.id: value_of(field, given) for field, given in fields if field is not None}


def _calculate(
    view: Queries, fields: list[Field], into: dict[str, Any], around: Mapping[str, Any]
) -> None:
    """Twice, for a calculation may rest on one that comes after it."""
    context: Answers = into if into is around else ChainMap(into, dict(around))
    for _ in range(2):
        for field in fields:
            if field.value is not None and is_seen(view, field, context):
                into[field.id] = evaluate(view, field.value, context)


def is_seen(view: Queries, row: Record, answers: Answers) -> bool:
    """Whether a row is shown for these (taken) answers: its own condition and its groups' hold."""
    record: Record | None = row
    for _ in range(_DEEPEST):
        visible = getattr(record, "visible", None)
        if visible is not None and not evaluate(view, visible, answers):
            return False
        record = view.get(getattr(record, "parent", ""))
        if not isinstance(record, FieldGroup):
            return True
    return True


def is_required(view: Queries, row: Field | FieldGroup, answers: Answers) -> bool:
    """Whether an answer must be given: always, or because a rule says so for these answers."""
    if isinstance(row, Field) and row.required:
        return True
    return any(_holds(view, rule, answers) for rule in _rules(view, row.id, "required"))


def notices(view: Queries, about: str, answers: Answers) -> list[str]:
    """What the service tells the applicant here, for these answers."""
    told = _rules(view, about, "notice")
    return [rule.message for rule in told if rule.message and _holds(view, rule, answers)]


def problems(view: Queries, page: str, answers: Mapping[str, Any]) -> list[Problem]:
    """Everything on this page that the form would not accept, top down."""
    read = taken(view, answers)
    found = [p for row in view.rows(page) for p in _of_row(view, row, answers, read, -1, 0)]
    return [*found, *_broken_rules(view, page, read, -1)]


def _of_row(
    view: Queries,
    row: Record,
    answers: Mapping[str, Any],
    read: Answers,
    entry: int,
    depth: int,
) -> Iterator[Problem]:
    if depth > _DEEPEST or not is_seen(view, row, read):
        return
    if isinstance(row, Field):
        yield from _of_field(view, row, answers.get(row.id), read, entry)
    elif isinstance(row, FieldGroup) and row.repeatable and entry < 0:
        yield from _of_list(view, row, answers, read, depth)
    elif isinstance(row, FieldGroup):
        for inner in view.rows(row.id):
            yield from _of_row(view, inner, answers, read, entry, depth + 1)
        yield from _of_either(view, row, answers, read, entry)
        yield from _broken_rules(view, row.id, read, entry)


def _of_list(
    view: Queries, group: FieldGroup, answers: Mapping[str, Any], read: Answers, depth: int
) -> Iterator[Problem]:
    entries = answers.get(group.id) or []
    if len(entries) < group.minimum:
        few = say("filling.entries", n=group.minimum, label=group.label)
        yield Problem(group.id, few, missing=True)
    for number, entry in enumerate(entries):
        inside: Answers = ChainMap(read[group.id][number], dict(read))
        for inner in view.rows(group.id):
            yield from _of_row(view, inner, entry, inside, number, depth + 1)
        yield from _broken_rules(view, group.id, inside, number)


def _of_either(
    view: Queries, group: FieldGroup, answers: Mapping[str, Any], read: Answers, entry: int
) -> Iterator[Problem]:
    """Exactly one of the parts of an "either" group is answered (FIM: Auswahlgruppe)."""
    parts = [row for row in view.rows(group.id) if is_seen(view, row, read)] if group.either else []
    given = [row for row in parts if answers.get(row.id) not in _EMPTY]
    if parts and (len(given) > 1 or (group.minimum > 0 and not given)):
        either = say("filling.either", label=group.label)
        yield Problem(group.id, either, entry, missing=not given)


def _of_field(
    view: Queries, field: Field, given: Any, read: Answers, entry: int
) -> Iterator[Problem]:
    if field.field_kind not in ("input", "select") or field.value is not None:
        return
    if given in _EMPTY or (isinstance(given, str) and not given.strip()):
        if is_required(view, field, read):
            key = "filling.choose" if field.field_kind == "select" else "filling.required"
            yield Problem(field.id, say(key, label=field.label), entry, missing=True)
        return
    fault = fault_of(field, given)
    if fault is not None:
        yield Problem(field.id, fault, entry, field.error_text)
        return
    yield from _broken_rules(view, field.id, read, entry)


def _broken_rules(view: Queries, about: str, read: Answers, entry: int) -> Iterator[Problem]:
    for purpose in ("validation", "eligibility"):
        for rule in _rules(view, about, purpose):
            if not _holds(view, rule, read):
                yield Problem(about, say(f"filling.{purpose}"), entry, rule.message)


def _rules(view: Queries, about: str, purpose: str) -> list[Rule]:
    rules = view.children(about, Rule)
    return [rule for rule in rules if rule.purpose == purpose and rule.expression is not None]


def _holds(view: Queries, rule: Rule, read: Answers) -> bool:
    return rule.expression is not None and bool(evaluate(view, rule.expression, read))


# ------------------------------------------------------------------------------------ page by page


def first_page(view: Queries, answers: Mapping[str, Any]) -> str:
    """The page the applicant sees first ("" when there is none)."""
    read = taken(view, answers)
    starts = [node for node in view.ordered(Start) if not node.parent]
    for start in starts:
        if page := _page_from(view, start.id, read):
            return page
    pages = (step.id for step in view.ordered(Step) if step.form == "page")
    return next(pages, "")


def next_page(view: Queries, page: str, answers: Mapping[str, Any]) -> str:
    """The page that follows for these answers; "" when the application is sent off here."""
    return _page_from(view, page, taken(view, answers))


def pages_ahead(view: Queries, answers: Mapping[str, Any]) -> list[str]:
    """The pages that these answers lead through, from the first to the last."""
    found: list[str] = []
    page = first_page(view, answers)
    while page and page not in found:
        found.append(page)
        page = next_page(view, page, answers)
    return found


def _page_from(view: Queries, node: str, read: Answers) -> str:
    """Through decisions and automatic steps to the next page; an office's step ends the form."""
    seen = {node}
    waiting = _followers(view, node, read)
    while waiting:
        following = waiting.pop(0)
        record = view.get(following)
        if following in seen or record is None:
            continue
        seen.add(following)
        if isinstance(record, Step) and record.form == "page":
            return following
        if isinstance(record, Step) and record.form == "office":
            continue
        waiting += _followers(view, following, read)
    return ""


def _followers(view: Queries, node: str, read: Answers) -> list[str]:
    """Where one goes on from a node: one way, or all where ways run at the same time."""
    ways = view.outgoing(node)
    record = view.get(node, Node)
    if isinstance(record, Parallel):
        return [way.target for way in ways]
    open_ways = [w for w in ways if w.condition is not None and evaluate(view, w.condition, read)]
    if isinstance(record, Decision) and record.mode in ("inclusive", "event"):
        return [way.target for way in open_ways or _plain(ways)]
    return [way.target for way in (open_ways or _plain(ways))[:1]]


def _plain(ways: list[Flow]) -> list[Flow]:
    """The way "sonst", or the only one."""
    return [way for way in ways if way.condition is None]
