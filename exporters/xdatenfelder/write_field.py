"""How is one field written in XDatenfelder 3.0.0?"""

from __future__ import annotations

from decimal import Decimal

from exporters.xdatenfelder.codelists import codes, urn_of, versioned_urn
from exporters.xdatenfelder.quality import judge_field
from exporters.xdatenfelder.sheet import Sheet, Xml, code, plain_element
from exporters.xdatenfelder.vocabulary import (
    ATTACHED,
    LAYOUT_PATTERNS,
    NS3,
    NUMERIC,
    PREFILL,
    TEMPORAL,
    TEXTUAL,
)
from exporters.xmlkit import element
from model.language import say
from model.records import CodeList, Field, Option


def write_field_body(sheet: Sheet, node: Xml, field: Field) -> None:
    """From feldart to the list of answers; rules, size and media types follow later."""
    judge_field(sheet, field)
    _report_unsaid(sheet, field)
    code(node, "feldart", field.field_kind)
    code(node, "datentyp", _data_type(sheet, field))
    _precision(sheet, node, field)
    if field.data_type not in ATTACHED:
        sheet.some(node, "inhalt", field.content, field.id)
    elif field.content:
        sheet.report.lost(field.id, say("fim.1100", name=field.label), "1100")
    code(node, "vorbefuellung", PREFILL[field.prefill])
    _answers(sheet, node, field)


def write_field_end(sheet: Sheet, node: Xml, field: Field) -> None:
    """Size and media types stand behind the rules; only files have them (1056, 1057)."""
    if field.data_type == "file":
        if field.max_size is not None and field.max_size > 0:
            plain_element(node, "maxSize", str(field.max_size))
        for media_type in field.media_types:
            plain_element(node, "mediaType", media_type)
    elif field.max_size or field.media_types:
        sheet.report.lost(field.id, say("fim.1056", name=field.label), "1056")


def _data_type(sheet: Sheet, field: Field) -> str:
    """A note imported as an object stays one; everything else is legal by the record itself."""
    if field.field_kind == "label" and sheet.kept(field, "datentyp") in ("obj", "text_latin"):
        return sheet.kept(field, "datentyp")
    return field.data_type


def _precision(sheet: Sheet, node: Xml, field: Field) -> None:
    """Lengths for entered text (1012, 1015), ranges for numbers and times (1016), a pattern for
    everything but attachments (1120).
    """
    found: dict[str, str] = {}
    if field.data_type in TEXTUAL and field.field_kind not in ("select", "label"):
        found |= _lengths(sheet, field)
    elif field.min_length is not None or field.max_length is not None:
        number = "1012" if field.data_type in TEXTUAL else "1015"
        sheet.report.lost(field.id, say(f"fim.{number}", name=field.label), number)
    if field.data_type in NUMERIC:
        found |= {
            "minValue": _number(field.min_value),
            "maxValue": _number(field.max_value),
        }
    elif field.data_type in TEMPORAL:
        found |= {name: sheet.kept(field, name) for name in ("minValue", "maxValue")}
    elif field.min_value is not None or field.max_value is not None:
        sheet.report.lost(field.id, say("fim.1016", name=field.label), "1016")
    if pattern := _pattern(field):
        if field.data_type in ATTACHED:
            sheet.report.lost(field.id, say("fim.1120", name=field.label), "1120")
        else:
            found["pattern"] = sheet.letters(pattern, field.id)
    if any(found.values()):
        element(node, f"{{{NS3}}}praezisierung", found)


def _lengths(sheet: Sheet, field: Field) -> dict[str, str]:
    low, high = field.min_length, field.max_length
    if low is not None and low < 0:
        sheet.report.lost(field.id, say("fim.1059", name=field.label), "1059")
        low = None
    if high is not None and high < 1:
        sheet.report.lost(field.id, say("fim.1060", name=field.label), "1060")
        high = None
    if low is not None and high is not None and low > high:
        sheet.report.lost(field.id, say("fim.1061", name=field.label), "1061")
        low = None
    return {
        "minLength": "" if low is None else str(low),
        "maxLength": "" if high is None else str(high),
    }


def _pattern(field: Field) -> str:
    """The given pattern, or the one that says the everyday shape."""
    if field.pattern or field.field_kind != "input" or field.data_type not in TEXTUAL:
        return field.pattern
    return LAYOUT_PATTERNS.get(field.layout, "")


def _number(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _answers(sheet: Sheet, node: Xml, field: Field) -> None:
    """Own answers inline, a code list by reference; only choices have any (1017)."""
    own = sheet.view.children(field.id, Option)
    if field.field_kind != "select":
        if own and field.data_type != "bool":
            sheet.report.lost(field.id, say("fim.1017", name=field.label), "1017")
    elif own:
        _values(sheet, node, field, own)
    elif code_list := sheet.view.get(field.code_list, CodeList):
        _reference(node, code_list)


def codes_of(sheet: Sheet, options: list[Option]) -> list[str]:
    """The codes to write; one that stood twice is reported (1045)."""
    written = codes(options)
    for option, code_written in zip(options, written, strict=True):
        if option.code and option.code != code_written:
            sheet.report.substituted(option.id, say("fim.1045", code=option.code), "1045")
    return written


def _values(sheet: Sheet, node: Xml, field: Field, own: list[Option]) -> None:
    values = plain_element(node, "werte")
    for option, value in zip(own, codes_of(sheet, own), strict=True):
        entry = plain_element(values, "wert")
        sheet.line(entry, "code", value, field.id)
        sheet.line(entry, "name", option.label or value, option.id)
        sheet.some(entry, "hilfe", option.help, option.id)


def _reference(node: Xml, code_list: CodeList) -> None:
    reference = plain_element(node, "codelisteReferenz")
    plain_element(reference, "canonicalIdentification", urn_of(code_list))
    if code_list.version:
        plain_element(reference, "version", code_list.version)
        plain_element(reference, "canonicalVersionUri", versioned_urn(code_list))


def _report_unsaid(sheet: Sheet, field: Field) -> None:
    """What XDatenfelder has no place for."""
    unsaid = [name for name in ("unit", "retention", "error_text") if getattr(field, name)]
    for name in unsaid:
        sheet.report.lost(field.id, say(f"fim.unsaid.{name}", name=field.label))
    if field.layout == "long" and not field.max_length:
        sheet.report.lost(field.id, say("fim.unsaid.long", name=field.label))
