"""Do states, versions, dates and editors fit together?"""

from __future__ import annotations

from exporters.quality.check import Check, Test, critical, hint, methodical, warning
from exporters.quality.element import Element, Whole
from exporters.xdatenfelder.vocabulary import STATUS_CODES

_BUILDING_KIT = "60"
_ITS_EDITORS = frozenset({"FIM-Baustein Datenfelder", "FIM Baustein Datenfelder"})


def _no_day(one: Element, whole: Whole) -> bool:
    """From "Entwurf" on; 2.0 has no such day."""
    return not whole.old and one.status not in ("", "1", "2") and not one.status_day


def _false_editor(one: Element, _: Whole) -> bool:
    return one.creator in _ITS_EDITORS and one.id[1:3] != _BUILDING_KIT


def _inside_published(kind: str, broken: Test) -> Test:
    """Only below a published schema, or a published group that is the message itself."""

    def test(one: Element, whole: Whole) -> bool:
        root = whole.root
        below = root.kind == kind and bool(root.published) and one is not root
        return below and broken(one, whole)

    return test


def _unpublished(one: Element, _: Whole) -> bool:
    return not one.published


def _no_draft(one: Element, _: Whole) -> bool:
    return one.status in ("", "1", "2")


def _own_version_in_work(one: Element, whole: Whole) -> bool:
    root = whole.root
    same_range = one.id[1:3] == root.id[1:3]
    bound = one.element_type == "RNG" and bool(one.version)
    return one is not root and not root.version and same_range and bound


def _no_version(one: Element, whole: Whole) -> bool:
    return one is not whole.root and bool(whole.root.version) and not one.version


CHECKS: tuple[Check, ...] = (
    critical("1032", "SGFD", lambda one, _: one.status not in STATUS_CODES),
    warning("1116", "P", lambda one, _: one.inside.status == "7"),
    hint("1117", "SGFRD", lambda one, _: not one.creator),
    hint("1127", "GF", _inside_published("S", _unpublished)),
    hint("1128", "GF", _inside_published("G", _unpublished)),
    hint("1129", "GF", _inside_published("S", _no_draft)),
    hint("1130", "GF", _inside_published("G", _no_draft)),
    hint("1134", "GF", _own_version_in_work),
    critical("1135", "GF", _no_version),
    methodical("1140", "GFR", _false_editor),
    methodical("1141", "S", _false_editor),
    critical("1142", "GF", _no_day),
    critical("1143", "S", _no_day),
    critical("1144", "D", _no_day),
)
