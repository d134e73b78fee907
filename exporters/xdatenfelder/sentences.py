"""Which rules does the data schema need, and how do they read?

The standard's rules are German free text in practice; the field of the script is open there
(two spellings are in use) and stays out. Each text names the fields by their id, without version
(rules 1019, 1041).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporters.xdatenfelder.identity import ids_in_text
from exporters.xdatenfelder.latin import plain
from exporters.xdatenfelder.parts import Part
from exporters.xdatenfelder.sheet import Sheet
from exporters.xdatenfelder.vocabulary import RULE_TYPES
from model.expressions import sentence
from model.grammar.kinds import title
from model.language import say, tr
from model.records import Expression, Field, FieldGroup, Flow, Record, Rule, Step
from model.records.base import Child


@dataclass(frozen=True, slots=True)
class Sentence:
    """One regel: ``record`` is the Rule, or the part whose condition or formula it tells."""

    key: str
    record: Record
    name: str
    kind: str
    text: str


def rules_of(sheet: Sheet, part: Part) -> Iterator[Sentence]:
    """The rules that stand at a field or group: its own, its condition, its formula."""
    record = part.record
    for rule in sheet.view.children(record.id, Rule):
        yield stated(sheet, rule)
    if part.page is not None:
        yield from _page_condition(sheet, part.page, record)
    if isinstance(record, Step):
        return
    if record.visible is not None:
        yield _condition(sheet, condition_key(record.id), record, record.visible)
    if isinstance(record, Field) and record.value is not None:
        text = tr("fim.rule.value", name=title(record), value=_spoken(sheet, record.value))
        yield Sentence(
            value_key(record.id),
            record,
            title(record),
            "B",
            text + _named(sheet, record.id, record.value),
        )


def keys_of(part: Part) -> Iterator[str]:
    """Under which keys the rules of a part that are no Rule records get their id."""
    yield condition_key(part.record.id)
    yield value_key(part.record.id)
    yield page_key(part.record.id)


def condition_key(record: str) -> str:
    return f"{record}#wenn"


def page_key(record: str) -> str:
    return f"{record}#seite"


def value_key(record: str) -> str:
    return f"{record}#wert"


def stated(sheet: Sheet, rule: Rule) -> Sentence:
    """A Rule as regel; its own German text wins over the tree."""
    about = sheet.view.get(rule.parent)
    text = ids_in_text(rule.description)
    if text != rule.description:
        sheet.report.substituted(rule.id, say("fim.1041", name=rule.name), "1041")
    if not text and rule.expression is not None:
        text = tr(
            f"fim.rule.{rule.purpose}",
            name=(title(about) if about is not None else "") or rule.name,
            rule=rule.name,
            condition=_spoken(sheet, rule.expression),
            message=rule.message,
        ).strip()
        text += _named(sheet, rule.parent, rule.expression)
    kind = sheet.kept(rule, "typ")
    if kind not in RULE_TYPES.values():
        kind = RULE_TYPES[rule.purpose]
    return Sentence(rule.id, rule, rule.name, kind, text or rule.message)


def _spoken(sheet: Sheet, expression: Expression) -> str:
    """The sentence of a condition, its own quotes and signs in the letters of the norm."""
    return plain(sentence(sheet.view, expression))


def _condition(sheet: Sheet, key: str, about: Record, condition: Expression) -> Sentence:
    needed = getattr(about, "minimum", 1) > 0
    words = "fim.rule.asked" if needed else "fim.rule.offered"
    text = tr(words, name=title(about), condition=_spoken(sheet, condition))
    return Sentence(key, about, title(about), "M", text + _named(sheet, about.id, condition))


def _page_condition(sheet: Sheet, page: Step, about: Record) -> Iterator[Sentence]:
    """A page that is reached under one condition only tells it; longer ways have no sentence."""
    flows: list[Flow] = sheet.view.incoming(page.id)
    if len(flows) == 1 and flows[0].condition is not None:
        yield _condition(sheet, page_key(about.id), about, flows[0].condition)


def _named(sheet: Sheet, about: str, expression: Expression) -> str:
    """The fields and groups that the rule speaks of, by id and name."""
    words = []
    for record_id in dict.fromkeys([about, *Rule(id="-", expression=expression).references()]):
        named = sheet.view.get(record_id, Child)
        if isinstance(named, Field | FieldGroup) and record_id in sheet.ids:
            words.append(f'{sheet.ids[record_id]} "{title(named)}"')
    return "\n" + tr("fim.rule.elements", elements=", ".join(words)) if words else ""
