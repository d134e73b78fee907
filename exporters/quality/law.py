"""Does everything rest on law, and is each law named by itself?"""

from __future__ import annotations

from exporters.quality.check import Check, critical, methodical, warning
from exporters.quality.element import Element, Law, Place, Whole
from exporters.xdatenfelder.legal import LINK


def _laws(one: Element | Place) -> list[Law]:
    return [law for law in one.laws if law.text]


def _several(one: Element | Place, _: Whole) -> bool:
    """The official check counts the signs."""
    return any(law.text.count("§") > 1 for law in one.laws)


def _odd_link(one: Element | Place, _: Whole) -> bool:
    return any(law.link and not LINK.fullmatch(law.link) for law in one.laws)


def _free_without_law(one: Place, _: Whole) -> bool:
    """Free elements in a bound group, or at the top of a schema, need the law of their number."""
    bound = one.parent.kind == "S" or one.parent.element_type == "RNG"
    return bound and one.inside.element_type in ("ABS", "HAR") and not _laws(one)


CHECKS: tuple[Check, ...] = (
    critical("1006", "GF", lambda one, _: one.element_type == "RNG" and not one.laws),
    critical("1008", "D", lambda one, whole: whole.old and not one.laws),
    methodical("1022", "P", _free_without_law),
    critical("1051", "S", lambda one, _: not one.laws),
    critical(
        "1052",
        "D",
        lambda one, whole: not whole.old and one.abstract in ("false", "0") and not one.laws,
    ),
    warning("1101", "GF", lambda one, _: one.element_type == "HAR" and not one.laws),
    warning("1132", "SGFRDP", _several),
    warning("1133", "SGFRDP", _odd_link),
)
