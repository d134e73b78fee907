"""Which official quality rules does the document itself break?

The numbers are those of the FIM quality check (xdfm 1.8), so that a person finds the same line
there. What the writer can keep by itself (format, order, multiplicity) it keeps; here stands what
only the author can mend. The words are ours.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from exporters.xdatenfelder.parts import Part
from exporters.xdatenfelder.sheet import Sheet
from exporters.xdatenfelder.vocabulary import (
    ATTACHED,
    DEFAULT_PROFILE,
    NUMERIC,
    TEMPORAL,
    TEXTUAL,
)
from model.grammar.kinds import title
from model.language import say
from model.records import Citation, CodeList, Field, FieldGroup, Option, Record, Rule, Service

LONG_NAME, LONG_HELP, LONG_TEXT, LONG_CODE = 255, 500, 5000, 20

_URN = re.compile(r"urn:[A-Za-z0-9][A-Za-z0-9-]{0,31}:[A-Za-z0-9()+,\-.:=@;$_!*'%/?#]+")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def judge_service(sheet: Sheet, service: Service, number_of_parts: int) -> None:
    """The schema as a whole."""
    if not sheet.view.children(service.id, Citation):
        _note(sheet, service, "1051")
    if not number_of_parts:
        _note(sheet, service, "1078")
    if not service.document_profile and service.status in (4, 5, 6):
        _note(sheet, service, "1097", profile=DEFAULT_PROFILE)
    if len(service.name) > LONG_NAME:
        _note(sheet, service, "1136", length=LONG_NAME)


def judge_element(sheet: Sheet, record: Field | FieldGroup) -> None:
    """What holds for fields and groups alike."""
    if not title(record):
        _note(sheet, record, "1002")
    cites = bool(sheet.view.children(record.id, Citation))
    if not cites and record.element_type == "RNG":
        _note(sheet, record, "1006")
    if not cites and record.element_type == "HAR":
        _note(sheet, record, "1101")
    if record.help and record.help in (record.label, record.name):
        _note(sheet, record, "1098" if record.help == record.label else "1099")
    if max(len(record.label), len(record.name)) > LONG_NAME:
        _note(sheet, record, "1136", length=LONG_NAME)
    elif len(record.help) > LONG_HELP:
        _note(sheet, record, "1136", length=LONG_HELP)


def judge_group(sheet: Sheet, part: Part) -> None:
    """Groups need parts, choices need two."""
    record, number = part.record, len(part.parts)
    if not isinstance(record, FieldGroup):
        return
    judge_element(sheet, record)
    if record.element_type == "ABS":
        _note(sheet, record, "1013")
    if not number:
        _note(sheet, record, "1023")
    elif record.either and number < 2:
        _note(sheet, record, "1043")
    elif number < 2:
        _note(sheet, record, "1106")
    numbers = Counter(getattr(inner.record, "fim_id", "") for inner in part.parts)
    if any(fim_id and count > 1 for fim_id, count in numbers.items()):
        _note(sheet, record, "1004")


def judge_field(sheet: Sheet, field: Field) -> None:
    """Kind, type, range, content and answers of one field."""
    judge_element(sheet, field)
    kind, data_type = field.field_kind, field.data_type
    options = sheet.view.options(field.id)
    if kind == "select" and not options and not field.code_list:
        _note(sheet, field, "1018")
    if options:
        judge_options(sheet, field, options)
    if kind == "label" and not field.content:
        _note(sheet, field, "1109")
    if kind == "input" and data_type in TEXTUAL and None in (field.min_length, field.max_length):
        _note(sheet, field, "1102")
    ranged = data_type in NUMERIC or data_type == "date"
    if kind == "input" and ranged and field.min_value is None and field.max_value is None:
        _note(sheet, field, "1103")
    _judge_range(sheet, field)
    if field.content and data_type not in ATTACHED:
        _judge_content(sheet, field, options)


def judge_options(sheet: Sheet, about: Record, options: list[Option]) -> None:
    """A list needs two entries (1044), without names that stand twice (1093)."""
    if len(options) < 2:
        _note(sheet, about, "1044")
    if len({option.label for option in options}) < len(options):
        _note(sheet, about, "1093")
    if any(len(option.code) > LONG_CODE for option in options):
        _note(sheet, about, "1136", length=LONG_CODE)


def judge_code_list(sheet: Sheet, code_list: CodeList) -> None:
    """A list is named by a URN without umlauts; its versions are days."""
    if not code_list.urn:
        _note(sheet, code_list, "1040")
    elif not _URN.fullmatch(code_list.urn):
        _note(sheet, code_list, "1048" if code_list.urn.startswith("urn:") else "1005")
    if code_list.version and not _DAY.fullmatch(code_list.version):
        _note(sheet, code_list, "1105")


def judge_rule(sheet: Sheet, rule: Rule, text: str) -> None:
    """A rule says something."""
    if not rule.name:
        _note(sheet, rule, "1002")
    if not text:
        _note(sheet, rule, "1024")
    elif len(text) > LONG_TEXT:
        _note(sheet, rule, "1136", length=LONG_TEXT)


def _judge_range(sheet: Sheet, field: Field) -> None:
    low, high = field.min_value, field.max_value
    if field.data_type not in NUMERIC:
        return
    if low is not None and high is not None and low > high:
        _note(sheet, field, "1064")
    if field.data_type == "num_int":
        if low is not None and low != low.to_integral_value():
            _note(sheet, field, "1065")
        if high is not None and high != high.to_integral_value():
            _note(sheet, field, "1066")


def _judge_content(sheet: Sheet, field: Field, options: list[Option]) -> None:
    content, data_type = field.content, field.data_type
    if field.field_kind == "select":
        if options and content not in {option.code for option in options}:
            _note(sheet, field, "1085")
    elif data_type in NUMERIC:
        _judge_number(sheet, field)
    elif data_type in TEMPORAL:
        number, read = _READERS[data_type]
        if not _reads(read, content):
            _note(sheet, field, number)
    elif data_type == "bool" and content not in ("true", "false"):
        _note(sheet, field, "1077")
    elif data_type in TEXTUAL and field.field_kind != "label":
        if field.min_length is not None and len(content) < field.min_length:
            _note(sheet, field, "1074")
        if field.max_length is not None and len(content) > field.max_length:
            _note(sheet, field, "1075")


def _judge_number(sheet: Sheet, field: Field) -> None:
    try:
        value = Decimal(field.content)
    except InvalidOperation:
        _note(sheet, field, "1069")
        return
    if not value.is_finite():
        _note(sheet, field, "1069")
        return
    if field.data_type == "num_int" and value != value.to_integral_value():
        _note(sheet, field, "1070")
    if field.min_value is not None and value < field.min_value:
        _note(sheet, field, "1072")
    if field.max_value is not None and value > field.max_value:
        _note(sheet, field, "1073")


_READERS = {
    "date": ("1071", date.fromisoformat),
    "datetime": ("1083", datetime.fromisoformat),
    "time": ("1084", time.fromisoformat),
}


def _reads(read: object, text: str) -> bool:
    try:
        read(text)  # type: ignore[operator]
    except ValueError:
        return False
    return True


def _note(sheet: Sheet, about: Record, number: str, **values: object) -> None:
    sheet.report.hint(about.id, say(f"fim.{number}", name=title(about), **values), number)
