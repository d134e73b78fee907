"""How is one question said in form-js?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from exporters.expressions.storing import stored_as, stored_code
from exporters.forms.drawing import Drawing
from exporters.forms.patterns import error_message, pattern_of, works_in_browsers
from model.grammar import title
from model.language import say
from model.records import Field

Component = dict[str, Any]

FEW = 5
"""So many options are shown at once; more become a list with a search."""

_SUFFIXES = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg,.jpeg",
    "image/png": ".png",
    "image/tiff": ".tif,.tiff",
    "application/xml": ".xml",
    "text/plain": ".txt",
}


def question(drawing: Drawing, field: Field) -> Component:
    """The component of an answerable field, without condition, id and key."""
    if drawing.stored(field) == "truth":
        return _confirmation(drawing, field)
    if field.field_kind == "select" or drawing.stored(field) == "question":
        return _choice(drawing, field)
    return _KINDS.get(field.data_type, _text)(drawing, field)


def _labelled(drawing: Drawing, field: Field, **more: Any) -> Component:
    label = title(field) or drawing.names.key(field.id)
    found: Component = {"label": drawing.neutral.text(label, field.id), **more}
    if field.help:
        found["description"] = drawing.neutral.text(field.help, field.id)
    return found


def _text(drawing: Drawing, field: Field) -> Component:
    limits = {"minLength": field.min_length, "maxLength": field.max_length}
    checks = {name: limit for name, limit in limits.items() if limit is not None}
    if field.layout == "long":
        if field.pattern:
            drawing.report.lost(field.id, say("platforms.form.pattern_long"), "C11")
        return _labelled(drawing, field, type="textarea", validate=checks)
    if field.layout == "email" and not field.pattern:
        checks["validationType"] = "email"  # type: ignore[assignment]
    elif pattern := pattern_of(field):
        _check_pattern(drawing, field, pattern, checks)
    return _labelled(drawing, field, type="textfield", validate=checks, **_adorned(drawing, field))


def _check_pattern(drawing: Drawing, field: Field, pattern: str, checks: Component) -> None:
    if not works_in_browsers(pattern):
        drawing.report.lost(field.id, say("platforms.form.pattern_foreign"), "C11")
        return
    checks["pattern"] = pattern
    own = field.error_text or drawing.speak(error_message(field))
    checks["patternErrorMessage"] = drawing.neutral.text(own, field.id)


def _number(drawing: Drawing, field: Field) -> Component:
    digits = 0 if field.data_type == "num_int" else 2
    limits = {"min": field.min_value, "max": field.max_value}
    checks = {name: plain_number(limit) for name, limit in limits.items() if limit is not None}
    step = {"increment": "1"} if digits == 0 else {}
    return _labelled(
        drawing,
        field,
        type="number",
        decimalDigits=digits,
        validate=checks,
        **step,
        **_adorned(drawing, field),
    )


def _adorned(drawing: Drawing, field: Field) -> Component:
    unit = field.unit or ("EUR" if field.data_type == "num_currency" else "")
    return {"appearance": {"suffixAdorner": drawing.neutral.text(unit, field.id)}} if unit else {}


def _moment(drawing: Drawing, field: Field) -> Component:
    """form-js names the two halves of a moment instead of the whole."""
    found = _labelled(drawing, field, type="datetime", subtype=field.data_type)
    label = found.pop("label")
    if field.data_type != "time":
        found["dateLabel"] = label
    if field.data_type != "date":
        at = drawing.speak(say("platforms.form.time"))
        found["timeLabel"] = label if field.data_type == "time" else at
        # An opening hour is no point on the globe: the time stays as it was typed.
        found |= {"timeInterval": 15, "timeSerializingFormat": "no_timezone", "use24h": True}
    return found


def _confirmation(drawing: Drawing, field: Field) -> Component:
    return _labelled(drawing, field, type="checkbox", defaultValue=False)


def _choice(drawing: Drawing, field: Field) -> Component:
    options = drawing.view.options(field.id)
    if not options and field.code_list:
        key = drawing.names.key(field.id) + "_liste"
        drawing.report.hint(field.id, say("platforms.form.outside_list", variable=key), "C11")
        source: Component = {"valuesKey": key}
    else:
        source = {
            "values": [
                {
                    "label": drawing.neutral.text(option.label or option.code, option.id),
                    "value": stored_code(drawing.view, option),
                }
                for option in options
            ]
        }
        if not options:
            drawing.report.failed(field.id, say("platforms.form.no_options"), "C11")
    few = "values" in source and len(options) <= FEW
    if drawing.stored(field) == "list":
        return _labelled(drawing, field, type="checklist" if few else "taglist", **source)
    if few:
        return _labelled(drawing, field, type="radio", **source)
    return _labelled(drawing, field, type="select", searchable=True, **source)


def _file(drawing: Drawing, field: Field) -> Component:
    accepted = ",".join(_SUFFIXES.get(kind, kind) for kind in field.media_types)
    if field.max_size is not None:
        drawing.report.lost(field.id, say("platforms.form.file_size"))
    found = _labelled(drawing, field, type="filepicker", multiple=field.maximum != 1)
    return {**found, "accept": accepted} if accepted else found


_KINDS: dict[str, Callable[[Drawing, Field], Component]] = {
    "num": _number,
    "num_int": _number,
    "num_currency": _number,
    "date": _moment,
    "time": _moment,
    "datetime": _moment,
    "file": _file,
}


def preset(drawing: Drawing, field: Field) -> Component:
    """The value that stands in the field from the start, in the type of its answer."""
    if not field.content:
        return {}
    stored = stored_as(drawing.view, field)
    if stored == "number":
        try:
            return {"defaultValue": plain_number(Decimal(field.content))}
        except InvalidOperation:
            drawing.report.lost(field.id, say("platforms.form.preset"))
            return {}
    if stored == "truth":
        return {"defaultValue": field.content.lower() in ("true", "ja", "1")}
    if stored in ("list", "file", "object"):
        drawing.report.lost(field.id, say("platforms.form.preset"))
        return {}
    return {"defaultValue": drawing.neutral.text(field.content, field.id)}


def plain_number(number: Decimal) -> int | float:
    """As JSON says numbers."""
    return int(number) if number == number.to_integral_value() else float(number)
