"""Do rules say something, and about elements they can reach?"""

from __future__ import annotations

import re

from exporters.quality.check import Check, methodical
from exporters.quality.element import Element, Whole

_NEW, _OLD = re.compile(r"[FG]\d{11}(?!\d)"), re.compile(r"[FG]\d{8}(?!\d)")
_WITH_VERSION = re.compile(r"[FG](\d{11}|\d{8})V\d*\.\d*")


def _out_of_reach(one: Element, whole: Whole) -> bool:
    """A rule reaches what stands in the element it belongs to, and that itself."""
    named = set((_OLD if whole.old else _NEW).findall(one.free_text))
    if not named or one.owner is None:
        return False
    return bool(named - {inner.id for inner in one.owner.below()})


def _short_ids(one: Element, whole: Whole) -> bool:
    return not whole.old and bool(_OLD.search(one.free_text))


CHECKS: tuple[Check, ...] = (
    methodical("1001", "R", _out_of_reach),
    methodical("1019", "R", lambda one, _: bool(_WITH_VERSION.search(one.free_text))),
    methodical("1024", "R", lambda one, _: not one.free_text),
    methodical("1041", "R", _short_ids),
)
