"""Are ids, names, labels and helps there, and do they say different things?"""

from __future__ import annotations

import re

from exporters.quality.check import Check, critical, methodical
from exporters.quality.element import Element, Whole

_NEW, _OLD = re.compile(r"[SGFRD]\d{11}"), re.compile(r"[SGFRD]\d{8}")


def well_formed(fim_id: str, letters: str, whole: Whole) -> bool:
    """A letter and eleven digits; eight in 2.0."""
    pattern = _OLD if whole.old else _NEW
    return fim_id[:1] in letters and bool(pattern.fullmatch(fim_id))


def _odd_id(one: Element, whole: Whole) -> bool:
    """The own id, the one of the profile and those of relations."""
    if one.id and not well_formed(one.id, one.kind, whole):
        return True
    if one.profile and not whole.old and not well_formed(one.profile, "D", whole):
        return True
    return any(r.target and not well_formed(r.target, "SGFD", whole) for r in one.relations)


def _help_is_label(one: Element, _: Whole) -> bool:
    pairs = ((one.help, one.label), (one.help_out, one.label_out))
    return any(text and text == label for text, label in pairs)


CHECKS: tuple[Check, ...] = (
    critical("1002", "SGFRD", lambda one, _: not one.name),
    critical("1009", "GF", lambda one, _: not one.label),
    critical("1010", "GF", lambda one, _: not one.label_out),
    critical("1038", "SGFRD", lambda one, _: not one.id),
    critical("1039", "SGFRD", _odd_id),
    critical("1050", "SD", lambda one, _: not one.label),
    methodical("1098", "SGFD", _help_is_label),
    methodical("1099", "F", lambda one, _: any(n and n == h for _, n, h in one.values or ())),
)
