"""Do the right things stand in each other, as often as they may?"""

from __future__ import annotations

import re
from collections import Counter

from exporters.quality.check import Check, critical, hint, methodical, warning
from exporters.quality.element import Element, Place, Whole
from exporters.xdatenfelder.vocabulary import ELEMENT_TYPES

DEFAULT_FIELDS = frozenset({"F60000000001", "F60000001"})
_TIMES = re.compile(r"(\d+):(\d+|\*)")
_CHANGES = frozenset("0123")


def _twice(one: Element, _: Whole) -> bool:
    counts = Counter((p.inside.id, p.inside.version) for p in one.places if p.inside.id)
    return any(count > 1 for count in counts.values())


def _circle(one: Element, _: Whole) -> bool:
    mine = (one.id, one.version)
    inner = (below for place in one.places for below in place.inside.below())
    return any((below.id, below.version) == mine for below in inner if below.kind == "G")


def _default_among_others(one: Element, _: Whole) -> bool:
    return len(one.places) > 1 and any(p.inside.id in DEFAULT_FIELDS for p in one.places)


def _only_default(one: Element, _: Whole) -> bool:
    return len(one.places) == 1 and one.places[0].inside.id in DEFAULT_FIELDS


def _more_than_most(one: Place, _: Whole) -> bool:
    found = _TIMES.fullmatch(one.times)
    return bool(found and found[2] != "*" and int(found[1]) > int(found[2]))


def _one_file_only(one: Place, _: Whole) -> bool:
    found = _TIMES.fullmatch(one.times)
    return one.inside.data_type == "file" and bool(found) and not one.times.endswith(":*")


def _choice(one: Element) -> bool:
    return one.art == "X"


CHECKS: tuple[Check, ...] = (
    warning("1003", "GF", lambda one, whole: len(whole.versions(one.id)) > 1),
    warning("1004", "G", _twice),
    methodical("1013", "P", lambda one, _: one.inside.element_type == "ABS"),
    critical("1014", "F", lambda one, _: one.element_type == "ABS"),
    critical("1021", "P", lambda one, _: one.times in ("", "0:0")),
    critical("1023", "G", lambda one, _: not one.places),
    methodical("1025", "S", _twice),
    critical("1026", "G", _circle),
    critical("1031", "GF", lambda one, _: one.element_type not in ELEMENT_TYPES),
    critical("1033", "S", lambda one, _: one.change_structure not in _CHANGES),
    critical("1034", "S", lambda one, _: one.change_look not in _CHANGES),
    critical("1042", "G", lambda one, _: one.art is not None and one.art != "X"),
    methodical("1043", "G", lambda one, _: _choice(one) and len(one.places) == 1),
    critical("1046", "P", lambda one, _: bool(one.times) and not _TIMES.fullmatch(one.times)),
    critical("1047", "P", _more_than_most),
    critical("1078", "S", lambda one, _: not one.places),
    methodical("1094", "SG", _default_among_others),
    warning("1095", "SG", _only_default),
    warning("1106", "G", lambda one, _: not _choice(one) and len(one.places) == 1),
    critical("1118", "P", lambda one, _: _choice(one.parent) and one.times != "0:1"),
    hint("1139", "P", _one_file_only),
)
