"""Are answers and code lists complete, unambiguous and well named?"""

from __future__ import annotations

import re

from exporters.quality.check import Check, critical, methodical, warning
from exporters.quality.element import Element, ListName, Whole

_URN = re.compile(
    r"urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:([A-Za-z0-9()+,\-.:=@;$_!*']|%[0-9A-Fa-f]{2})+"
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _no_or_two_lists(one: Element, _: Whole) -> bool:
    own, other = one.values is not None, one.code_list is not None
    return one.field_kind == "select" and own == other


def _list_without_choice(one: Element, _: Whole) -> bool:
    listed = one.values is not None or one.code_list is not None
    return listed and one.field_kind != "select"


def _one_name_for_two(one: ListName, whole: Whole) -> bool:
    """Two numbers for the same URN and version; only 2.0 has numbers of lists."""
    mine = (one.urn, one.version)
    numbers = {c.foreign_id for c in whole.lists() if (c.urn, c.version) == mine and c.foreign_id}
    return bool(one.urn) and len(numbers) > 1


def _several_versions(one: ListName, whole: Whole) -> bool:
    versions = {c.version for c in whole.lists() if c.urn == one.urn and c.version}
    return bool(one.urn) and len(versions) > 1


def _entries(one: Element) -> list[tuple[str, str, str]]:
    return one.values or []


def _double_code(one: Element, _: Whole) -> bool:
    return len({code for code, _, _ in _entries(one)}) < len(_entries(one))


def _double_name(one: Element, _: Whole) -> bool:
    return len({name for _, name, _ in _entries(one)}) < len(_entries(one))


def _odd_urn(one: ListName, _: Whole) -> bool:
    return one.urn.startswith("urn:") and not _URN.fullmatch(one.urn)


CHECKS: tuple[Check, ...] = (
    critical("1005", "C", lambda one, _: bool(one.urn) and not one.urn.startswith("urn:")),
    critical("1017", "F", _list_without_choice),
    warning("1018", "F", _no_or_two_lists),
    methodical("1036", "C", _one_name_for_two),
    warning("1037", "C", _several_versions),
    critical("1040", "C", lambda one, _: not one.urn),
    methodical("1044", "F", lambda one, _: one.values is not None and len(one.values) < 2),
    critical("1045", "F", _double_code),
    methodical("1048", "C", _odd_urn),
    methodical("1058", "F", lambda one, _: any(one.columns) and one.code_list is None),
    warning("1093", "F", _double_name),
    warning("1105", "C", lambda one, _: bool(one.version) and not _DAY.fullmatch(one.version)),
)
