"""How is a group, a field or a rule written in XDatenfelder 3.0.0?

One order for all: identity, names and law, state, labels, then what is the element's own.
"""

from __future__ import annotations

from exporters.xdatenfelder.multiplicity import anzahl, bounds
from exporters.xdatenfelder.parts import Part
from exporters.xdatenfelder.quality import judge_group, judge_rule
from exporters.xdatenfelder.sentences import Sentence, rules_of
from exporters.xdatenfelder.sheet import Sheet, Xml, code, plain_element
from exporters.xdatenfelder.vocabulary import (
    AT_PLACE,
    DEFAULT_FIELD,
    FIELD,
    GROUP,
    RULE,
    STATUS_CODES,
)
from exporters.xdatenfelder.write_field import write_field_body, write_field_end
from exporters.xdatenfelder.write_kept import write_keywords, write_relations
from model.grammar.kinds import title
from model.language import say, tr
from model.records import Citation, Field, FieldGroup, Record, Rule, Step


def write_structure(sheet: Sheet, parent: Xml, part: Part, within: Record | None) -> None:
    """One struktur: how often, on which law, and what."""
    node = plain_element(parent, "struktur")
    in_choice = isinstance(within, FieldGroup) and within.either
    times = anzahl(part, in_choice=in_choice)
    minimum, maximum = bounds(part)
    asked = f"{minimum}:{'*' if maximum is None else maximum}"
    if times != asked:
        sheet.report.substituted(
            part.record.id, say("fim.multiplicity", name=title(part.record), times=times)
        )
    plain_element(node, "anzahl", times)
    sheet.citations(node, _at_place(sheet, part, within))
    inside = plain_element(node, "enthaelt")
    if isinstance(part.record, Field):
        _write_field(sheet, inside, part)
    else:
        _write_group(sheet, inside, part)


def write_default_field(sheet: Sheet, parent: Xml, within: str) -> None:
    """The building kit's placeholder, where a schema or group would be empty (1023, 1078)."""
    node = plain_element(parent, "struktur")
    plain_element(node, "anzahl", "1:1")
    field = plain_element(plain_element(node, "enthaelt"), FIELD)
    sheet.made[f"{within}#leer"] = field
    words = tr("fim.default_field")
    sheet.identification(field, DEFAULT_FIELD, "1.0.0")
    sheet.line(field, "name", words, "")
    code(field, "freigabestatus", sheet.status)
    plain_element(field, "statusGesetztAm", sheet.day)
    plain_element(field, "letzteAenderung", sheet.moment)
    sheet.line(field, "bezeichnungEingabe", words, "")
    sheet.line(field, "bezeichnungAusgabe", words, "")
    code(field, "schemaelementart", "HAR")
    code(field, "feldart", "input")
    code(field, "datentyp", "text")
    code(field, "vorbefuellung", "keine")


def write_common(sheet: Sheet, node: Xml, record: Record, name: str, fim_id: str) -> None:
    """From identifikation to letzteAenderung, the same for schema, group and field."""
    sheet.identification(node, fim_id, getattr(record, "fim_version", ""))
    sheet.line(node, "name", name or fim_id, record.id)
    sheet.some(node, "beschreibung", _described(sheet, record), record.id)
    sheet.some(node, "definition", sheet.kept(record, "definition"), record.id)
    sheet.citations(node, _own_citations(sheet, record))
    status = sheet.kept(record, "freigabestatus")
    status = status if status in STATUS_CODES else sheet.status
    code(node, "freigabestatus", status)
    # From "Entwurf" on the day of the status must be told (1142, 1143).
    day = sheet.kept_moment(record, "statusGesetztAm")[:10] or (
        sheet.day if status in "34567" else ""
    )
    if day:
        plain_element(node, "statusGesetztAm", day)
    by = sheet.kept(record, "statusGesetztDurch") or sheet.view.service.office
    sheet.some(node, "statusGesetztDurch", by, record.id)
    for tag, valid in (("gueltigAb", record.valid_from), ("gueltigBis", record.valid_until)):
        if valid is not None:
            plain_element(node, tag, valid.isoformat())
    sheet.some(node, "versionshinweis", sheet.kept(record, "versionshinweis"), record.id)
    if published := sheet.kept_moment(record, "veroeffentlichungsdatum"):
        plain_element(node, "veroeffentlichungsdatum", published[:10])
    plain_element(node, "letzteAenderung", last_change(sheet, record))


def last_change(sheet: Sheet, record: Record) -> str:
    """The kept moment of an element, or that of the service; always a dateTime."""
    kept = sheet.kept_moment(record, "letzteAenderung")
    return kept if "T" in kept else sheet.moment


def _described(sheet: Sheet, record: Record) -> str:
    """The kept description of a foreign file, or what our record says about its sense."""
    own = (getattr(record, name, "") for name in ("purpose", "documentation", "description"))
    return sheet.kept(record, "beschreibung") or next((text for text in own if text), "")


def write_rule(sheet: Sheet, parent: Xml, rule: Sentence) -> None:
    """One regel; a Rule of our own brings more along than the condition of a field."""
    node = sheet.made[rule.key] = plain_element(parent, RULE)
    about, fim_id = rule.record.id, sheet.ids[rule.key]
    own = rule.record if isinstance(rule.record, Rule) else None
    kept = {name: sheet.kept(own, name) for name in _KEPT_OF_RULE} if own else {}
    changed = last_change(sheet, own) if own else sheet.moment
    sheet.identification(node, fim_id, kept.get("version", ""))
    sheet.line(node, "name", rule.name or fim_id, about)
    sheet.some(node, "beschreibung", kept.get("beschreibung", ""), about)
    sheet.some(node, "freitextRegel", rule.text, about)
    if own:
        judge_rule(sheet, own, rule.text)
        sheet.citations(node, sheet.view.children(about, Citation))
    by = kept.get("fachlicherErsteller", "") or sheet.view.service.office
    sheet.some(node, "fachlicherErsteller", by, about)
    plain_element(node, "letzteAenderung", changed)
    code(node, "typ", rule.kind)
    if own:
        write_keywords(sheet, node, own)


_KEPT_OF_RULE = ("version", "beschreibung", "fachlicherErsteller")


def _write_group(sheet: Sheet, parent: Xml, part: Part) -> None:
    """A group, or a page that is one."""
    record = part.record
    judge_group(sheet, part)
    node = sheet.made[record.id] = plain_element(parent, GROUP)
    _common_with_labels(sheet, node, record)
    if isinstance(record, FieldGroup) and record.either:
        code(node, "art", "X")
    _write_rules(sheet, node, part)
    for inner in part.parts:
        write_structure(sheet, node, inner, record)
    if not part.parts:
        write_default_field(sheet, node, record.id)


def _write_field(sheet: Sheet, parent: Xml, part: Part) -> None:
    field = part.record
    if not isinstance(field, Field):
        return
    node = sheet.made[field.id] = plain_element(parent, FIELD)
    _common_with_labels(sheet, node, field)
    write_field_body(sheet, node, field)
    _write_rules(sheet, node, part)
    write_field_end(sheet, node, field)


def _common_with_labels(sheet: Sheet, node: Xml, record: Record) -> None:
    """Common part, labels, kind of element, help, relations and keywords."""
    fim_id = sheet.ids[record.id]
    label = title(record)
    write_common(sheet, node, record, getattr(record, "name", "") or label, fim_id)
    sheet.line(node, "bezeichnungEingabe", label or fim_id, record.id)
    shown = sheet.kept(record, "bezeichnungAusgabe") or label or fim_id
    sheet.line(node, "bezeichnungAusgabe", shown, record.id)
    code(node, "schemaelementart", _element_type(sheet, record))
    # A help that only repeats the label helps nobody (1098, 1099).
    help_text = getattr(record, "help", "")
    if help_text not in (label, getattr(record, "name", "")):
        sheet.some(node, "hilfetextEingabe", help_text, record.id)
    sheet.some(node, "hilfetextAusgabe", sheet.kept(record, "hilfetextAusgabe"), record.id)
    write_relations(sheet, node, record)
    write_keywords(sheet, node, record)


def _element_type(sheet: Sheet, record: Record) -> str:
    """Fields are never abstract (1014). A page is made for this form: rechtsnormgebunden when it
    cites a norm (1006), else harmonised.
    """
    if isinstance(record, Step):
        return "RNG" if _own_citations(sheet, record) else "HAR"
    kind = str(getattr(record, "element_type", "RNG"))
    if kind == "ABS" and isinstance(record, Field):
        sheet.report.substituted(record.id, say("fim.1014", name=title(record)), "1014")
        return "HAR"
    return kind


def _write_rules(sheet: Sheet, node: Xml, part: Part) -> None:
    for rule in rules_of(sheet, part):
        write_rule(sheet, node, rule)


def _own_citations(sheet: Sheet, record: Record) -> list[Citation]:
    """The law of the element itself."""
    found = sheet.view.children(record.id, Citation)
    return [citation for citation in found if not citation.extra(AT_PLACE)]


def _at_place(sheet: Sheet, part: Part, within: Record | None) -> list[Citation]:
    """The law of the multiplicity. A harmonised element inside a rechtsnormgebundene group needs
    one (1022): then it is the element's own. A page that is no group hands its law down; a page
    without any stands on the law of the service.
    """
    record = part.record
    found = sheet.view.children(record.id, Citation)
    marked = [citation for citation in found if citation.extra(AT_PLACE)]
    if part.page is not None and part.page is not record:
        marked += sheet.view.children(part.page.id, Citation)
    if isinstance(record, Step) and not found:
        return _own_citations(sheet, sheet.view.service)
    bound = getattr(within, "element_type", "") == "RNG"
    free = getattr(record, "element_type", "RNG") != "RNG"
    return found if bound and free and not marked else marked
