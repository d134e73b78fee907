"""Which conditions can be said in lines, and how does one translate both ways?"""

from __future__ import annotations

from dataclasses import dataclass

from model.document import Snapshot
from model.language import tr
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Chosen,
    Comparison,
    Count,
    DateShift,
    Expression,
    FeeAmount,
    Field,
    Membership,
    Named,
    Not,
    Present,
    Sum,
    Today,
    Value,
)
from model.records.expression import OptionRef

ORDERED = ("eq", "ne", "lt", "le", "gt", "ge")
WITHOUT_VALUE = ("present", "absent", "holds", "holds_not")
JOINS = ("all", "any", "none", "not_all")
DEEPEST = 3
"""So many groups may stand in each other and still be shown as lines."""
_NOT = "not_"


@dataclass(frozen=True)
class Line:
    """One line. ``about`` is what is asked for: an answer, a number that is counted, summed or
    charged, a day, or a condition with its own name. ``relation`` is one of ``relations``;
    ``options`` are the ids of chosen answers, ``against`` is the value it is compared with.
    """

    about: Expression
    relation: str
    options: tuple[str, ...] = ()
    against: Expression | None = None


@dataclass(frozen=True)
class Group:
    """Lines and further groups, joined: all, at least one (any), none, not all."""

    join: str = "all"
    parts: tuple[Line | Group, ...] = ()


def type_of(view: Snapshot, about: Expression) -> str:
    """What is asked for: choice, truth, number, date, text or named."""
    match about:
        case Named():
            return "named"
        case Count() | Sum() | FeeAmount():
            return "number"
        case Today() | DateShift():
            return "date"
        case Answer(field=field):
            return field_type(view, field)
    return "text"


def field_type(view: Snapshot, field_id: str) -> str:
    """What the answer to a field is: choice, truth, number, date or text."""
    field = view.get(field_id, Field)
    if view.options(field_id):
        return "choice"
    if field is None:
        return "text"
    if field.data_type in ("num", "num_int", "num_currency"):
        return "number"
    if field.data_type in ("date", "datetime"):
        return "date"
    return "truth" if field.data_type == "bool" else "text"


_RELATIONS = {
    "named": ("holds", "holds_not"),
    "choice": ("is", "is_not", "member", "not_member", "present", "absent"),
    "truth": ("is", "is_not"),
    "number": (*ORDERED, "present", "absent"),
    "date": (*ORDERED, "present", "absent"),
    "text": ("present", "absent", "eq", "ne"),
}


def relations(view: Snapshot, about: Expression) -> tuple[str, ...]:
    """What can be asked of it."""
    found = _RELATIONS[type_of(view, about)]
    if isinstance(about, Answer | Named):
        return found
    return tuple(relation for relation in found if relation in ORDERED)


def relation_words(view: Snapshot, about: Expression, relation: str) -> str:
    """The relation in words that fit what is asked for."""
    if relation.startswith(_NOT) and relation[len(_NOT) :] in ORDERED:
        return tr("condition.relation.not", words=relation_words(view, about, relation[4:]))
    if relation in ORDERED and type_of(view, about) == "date":
        return tr(f"condition.relation.date.{relation}")
    if relation not in ORDERED and relation not in WITHOUT_VALUE and several(view, about):
        return tr(f"condition.relation.many.{relation}")
    return tr(f"condition.relation.{relation}")


def several(view: Snapshot, about: Expression) -> bool:
    """True when several answers may be chosen at once."""
    field = view.get(about.field, Field) if isinstance(about, Answer) else None
    return field is not None and field.choices == "many"


# -------------------------------------------------------------------------- lines become a tree


def expression_of(view: Snapshot, group: Group) -> Expression | None:
    """The tree of a group; None when nothing is in it."""
    found = [_tree(view, part) for part in group.parts]
    parts = tuple(part for part in found if part is not None)
    if not parts:
        return None
    negated = group.join in ("none", "not_all")
    if len(parts) == 1:
        return Not(part=parts[0]) if negated else parts[0]
    joined = AnyOf(parts=parts) if group.join in ("any", "none") else AllOf(parts=parts)
    return Not(part=joined) if negated else joined


def _tree(view: Snapshot, part: Line | Group) -> Expression | None:
    if isinstance(part, Group):
        return expression_of(view, part)
    negated, relation = False, part.relation
    if relation in ("absent", "holds_not", "is_not", "not_member") or relation.startswith(_NOT):
        negated = True
        relation = {"absent": "present", "holds_not": "holds", "is_not": "is"}.get(
            relation, relation.removeprefix(_NOT)
        )
    plain = _plain(part, relation)
    return Not(part=plain) if negated and plain is not None else plain


def _plain(line: Line, relation: str) -> Expression | None:
    about = line.about
    if isinstance(about, Named):
        return about
    if isinstance(about, Answer):
        if relation == "present":
            return Present(field=about.field)
        if relation == "member":
            refs = tuple(OptionRef(option=option) for option in line.options)
            return Membership(field=about.field, options=refs)
        if relation == "is" and line.options:
            return Chosen(field=about.field, option=line.options[0])
    if line.against is None:
        return None
    relation = "eq" if relation == "is" else relation
    return Comparison(relation=relation, left=about, right=line.against)  # type: ignore[arg-type]


# -------------------------------------------------------------------------- a tree becomes lines


def lines_of(expression: Expression | None) -> Group | None:
    """The lines of a tree, or None when lines cannot say it."""
    if expression is None:
        return Group()
    part = _part(expression, DEEPEST)
    return Group("all", (part,)) if isinstance(part, Line) else part


def _part(expression: Expression, deep: int) -> Line | Group | None:
    match expression:
        case AllOf(parts=parts):
            return _group("all", parts, deep)
        case AnyOf(parts=parts):
            return _group("any", parts, deep)
        case Not(part=AllOf(parts=parts)):
            return _group("not_all", parts, deep)
        case Not(part=AnyOf(parts=parts)):
            return _group("none", parts, deep)
        case Not(part=inner):
            line = _line(inner)
            return None if line is None else _negated(line)
        case _:
            return _line(expression)


def _group(join: str, parts: tuple[Expression, ...], deep: int) -> Group | None:
    found = [_part(part, deep - 1) for part in parts] if deep else [None]
    known = tuple(part for part in found if part is not None)
    return Group(join, known) if known and len(known) == len(found) else None


def _negated(line: Line) -> Line:
    opposite = {"present": "absent", "holds": "holds_not", "is": "is_not"}
    relation = opposite.get(line.relation, _NOT + line.relation)
    return Line(line.about, relation, line.options, line.against)


def _line(part: Expression) -> Line | None:
    match part:
        case Chosen(field=field, option=option):
            return Line(Answer(field=field), "is", (option,))
        case Membership(field=field, options=options):
            return Line(Answer(field=field), "member", tuple(ref.option for ref in options))
        case Present(field=field):
            return Line(Answer(field=field), "present")
        case Named():
            return Line(part, "holds")
        case Comparison(relation=relation, left=left, right=right):
            if _is_left(left) and _is_right(right):
                truth = isinstance(right, Value) and right.truth is not None and relation == "eq"
                return Line(left, "is" if truth else relation, (), right)
    return None


def _is_left(side: Expression) -> bool:
    if isinstance(side, DateShift):
        return isinstance(side.base, Answer | Today)
    return isinstance(side, Answer | Count | Sum | FeeAmount | Today)


def _is_right(side: Expression) -> bool:
    return isinstance(side, Value) or _is_left(side)
