"""Are document profiles complete, and are relations those that may be?"""

from __future__ import annotations

from exporters.quality.check import Check, Test, critical, methodical, warning
from exporters.quality.element import Element, Whole
from exporters.quality.naming import well_formed
from exporters.xdatenfelder.vocabulary import DEFAULT_PROFILE, RELATIONS

_KINDS = frozenset(f"{number:03}" for number in (*range(1, 15), 999))
_TARGETS = {"S": "S", "G": "GF", "F": "GF", "D": "D"}
_TRUE, _FALSE = ("true", "1"), ("false", "0")
_CENTRAL = "D99"


def _linked(one: Element) -> int:
    return sum(relation.predicate == "VKN" for relation in one.relations)


def _default_profile(*, released: bool) -> Test:
    def broken(one: Element, _: Whole) -> bool:
        return one.profile == DEFAULT_PROFILE and (one.status in ("4", "5", "6")) == released

    return broken


def _wrong_target(one: Element, whole: Whole) -> bool:
    wanted = _TARGETS[one.kind]
    targets = (relation.target for relation in one.relations)
    return any(well_formed(t, "SGFD", whole) and t[0] not in wanted for t in targets)


def _no_central_profile(one: Element, whole: Whole) -> bool:
    return well_formed(one.profile, "D", whole) and not one.profile.startswith(_CENTRAL)


def _unknown_relation(one: Element, _: Whole) -> bool:
    return any(relation.predicate not in RELATIONS for relation in one.relations)


CHECKS: tuple[Check, ...] = (
    critical("1007", "S", lambda one, whole: not whole.old and not one.profile),
    critical("1029", "SGFD", _unknown_relation),
    critical("1049", "D", lambda one, _: not one.definition),
    critical("1053", "D", lambda one, _: one.abstract in _FALSE and _linked(one) > 0),
    critical("1054", "D", lambda one, _: one.abstract in _TRUE and _linked(one) < 2),
    critical("1055", "D", lambda one, whole: not whole.old and one.document_kind not in _KINDS),
    critical("1087", "SGFD", _wrong_target),
    methodical("1088", "SGF", lambda one, _: _linked(one) > 0),
    critical("1091", "SGFD", lambda one, _: any(not r.target for r in one.relations)),
    critical(
        "1092", "D", lambda one, whole: not whole.old and one.abstract not in (*_TRUE, *_FALSE)
    ),
    warning("1096", "S", _default_profile(released=False)),
    methodical("1097", "S", _default_profile(released=True)),
    warning("1107", "D", lambda one, _: not one.help),
    methodical("1124", "S", lambda one, whole: not whole.old and _no_central_profile(one, whole)),
)
