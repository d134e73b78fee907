"""Do kind and type of a field fit together, and what else it is given?"""

from __future__ import annotations

from exporters.quality.check import Check, critical, methodical, warning
from exporters.quality.element import Element, Whole
from exporters.xdatenfelder.vocabulary import (
    ATTACHED,
    DATA_TYPES,
    FIELD_KINDS,
    NUMERIC,
    PREFILL,
    TEMPORAL,
    TEXTUAL,
)

_LENGTHS, _RANGE = ("minLength", "maxLength"), ("minValue", "maxValue")


def given(one: Element, names: tuple[str, ...]) -> bool:
    """True when the precision says one of these."""
    return any((one.precision or {}).get(name) for name in names)


def enters_text(one: Element) -> bool:
    """Text that is written, not chosen or shown."""
    return one.data_type in TEXTUAL and one.field_kind not in ("select", "label")


def _odd_label(one: Element, _: Whole) -> bool:
    return one.field_kind == "label" and one.data_type not in {"obj", *TEXTUAL}


def _length_of_choice(one: Element, _: Whole) -> bool:
    chosen = one.data_type in TEXTUAL and one.field_kind in ("select", "label")
    return chosen and given(one, _LENGTHS)


def _text_without_length(one: Element, _: Whole) -> bool:
    if one.precision is None:
        return one.data_type in TEXTUAL and one.field_kind == "input"
    return enters_text(one) and not all(one.precision.get(name) for name in _LENGTHS)


def _number_without_range(one: Element, _: Whole) -> bool:
    return one.data_type in NUMERIC and one.precision is None


def _range_of_nothing(one: Element, _: Whole) -> bool:
    return one.data_type not in NUMERIC | TEMPORAL and given(one, _RANGE)


def _pattern_of_file(one: Element, _: Whole) -> bool:
    return one.data_type in ATTACHED and given(one, ("pattern",))


def _note_of_old(one: Element, _: Whole) -> bool:
    return one.field_kind == "label" and bool(one.loose_precision) and not one.content


CHECKS: tuple[Check, ...] = (
    critical("1011", "F", lambda one, _: one.field_kind == "select" and one.data_type != "text"),
    methodical("1012", "F", _length_of_choice),
    critical("1015", "F", lambda one, _: one.data_type not in TEXTUAL and given(one, _LENGTHS)),
    critical("1016", "F", _range_of_nothing),
    critical("1027", "F", lambda one, _: one.field_kind not in FIELD_KINDS),
    critical("1028", "F", lambda one, _: one.data_type not in DATA_TYPES),
    critical("1030", "F", lambda one, _: one.prefill not in PREFILL.values()),
    methodical("1035", "F", _note_of_old),
    critical("1056", "F", lambda one, _: bool(one.max_size) and one.data_type != "file"),
    critical("1057", "F", lambda one, _: any(one.media_types) and one.data_type != "file"),
    critical("1090", "F", _odd_label),
    critical("1100", "F", lambda one, _: one.data_type in ATTACHED and bool(one.content)),
    warning("1102", "F", _text_without_length),
    warning("1103", "F", _number_without_range),
    warning("1109", "F", lambda one, _: one.field_kind == "label" and not one.content),
    methodical("1120", "F", _pattern_of_file),
)
