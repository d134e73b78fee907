"""Which rules can a form enforce, which can it only show, and which not at all?"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from exporters.forms.drawing import Drawing
from model.grammar import title
from model.language import say
from model.records import Answer, Comparison, Field, Not, Record, Rule, Value

Component = dict[str, Any]

SHOWN = ("validation", "eligibility", "notice")
"""Purposes of rules whose sentence a form can show."""

_LIMITS = {"ge": "min", "le": "max"}


def answer_limits(drawing: Drawing, field: Field) -> Component:
    """A rule that bounds the field's own number becomes a check of the form."""
    found: Component = {}
    for rule in drawing.view.children(field.id, Rule):
        limit = _limit(drawing, rule, field)
        if limit is not None:
            found |= limit
    return found


def _limit(drawing: Drawing, rule: Rule, field: Field) -> Component | None:
    match rule.expression:
        case Comparison(
            relation=relation, left=Answer(field=asked), right=Value(number=Decimal() as number)
        ):
            bounded = rule.purpose == "validation" and asked == field.id and relation in _LIMITS
            if bounded and drawing.stored(field) == "number":
                return {_LIMITS[relation]: _number(number)}
    return None


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def required_when(drawing: Drawing, field: Field) -> None:
    """form-js knows mandatory and optional, nothing in between."""
    for rule in drawing.view.children(field.id, Rule):
        if rule.purpose == "required":
            drawing.report.lost(rule.id, say("platforms.form.required_when", field=title(field)))


def notices(drawing: Drawing, about: Record, scope: str = "") -> list[Component]:
    """Sentences that appear below a row or a form: notices, and rules that are broken.

    form-js cannot refuse an answer for a rule over several answers. It shows the rule's sentence;
    the report says that the platform has to check.
    """
    found: list[Component] = []
    for rule in drawing.view.children(about.id, Rule):
        if rule.purpose == "required" and not isinstance(about, Field):
            drawing.report.lost(rule.id, say("platforms.form.required_when", field=title(about)))
        if rule.purpose not in SHOWN:
            continue
        if isinstance(about, Field) and _limit(drawing, rule, about) is not None:
            continue
        found += notice(drawing, rule, scope)
    return found


def notice(drawing: Drawing, rule: Rule, scope: str = "") -> list[Component]:
    """The sentence of one rule: shown when it is broken, or, of a notice, when it holds."""
    if rule.expression is None or not rule.message:
        drawing.report.lost(rule.id, say("platforms.form.rule_unsaid", rule=named(rule)))
        return []
    warns = rule.purpose != "notice"
    when = Not(part=rule.expression) if warns else rule.expression
    shown = drawing.hidden(when, rule.id, scope)
    if not shown:
        return []
    if warns:
        drawing.report.substituted(rule.id, say("platforms.form.rule_shown", rule=named(rule)))
    text = drawing.neutral.markdown(rule.message, rule.id)
    return [{"id": rule.id, "type": "text", "text": f"**{text}**" if warns else text, **shown}]


def named(rule: Rule) -> str:
    """What people call a rule."""
    return rule.name or rule.message or rule.description or rule.id
