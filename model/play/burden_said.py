"""How is it said how much a service asks of a citizen?"""

from __future__ import annotations

from model.language import Message, say
from model.play.burden import Burden, Span


def burden_told(one: Burden) -> Message:
    """What one case comes to, in a line."""
    return say(
        "burden.case",
        questions=_number("questions", one.questions, one.questions),
        required=one.required,
        pages=_number("on", one.pages, one.pages),
        documents=_number("bring", one.documents, one.documents),
    )


def span_told(found: Span) -> tuple[Message, ...]:
    """What whoever applies has to do, in sentences: answer and hand in, then the rest."""
    low, high = found.least, found.most
    asked = say(
        "burden.span",
        questions=_number("questions", low.questions, high.questions),
        pages=_number("on", low.pages, high.pages),
        documents=_number("documents", low.documents, high.documents),
    )
    required = _number("required", low.required, high.required)
    words = _number("words", low.words, high.words)
    usual = say("burden.typical", n=found.typical.questions)
    return (asked, say("burden.rest", required=required, words=words), usual)


def burden_change(before: Span, now: Span) -> Message | None:
    """How the longest case has changed, else the shortest; None when neither did."""
    for word, old, new in (("most", before.most, now.most), ("least", before.least, now.least)):
        parts = [
            say(f"burden.{name}.{'more' if change > 0 else 'less'}", n=abs(change))
            for name in ("questions", "documents", "pages")
            if (change := getattr(new, name) - getattr(old, name))
        ]
        if parts:
            return say(f"burden.changed.{word}", parts=_listed(parts))
    return None


def _number(what: str, low: int, high: int) -> Message:
    """One number, or from the least to the most; none is said in words."""
    if low == high:
        return say(f"burden.{what}.none") if not high else say(f"burden.{what}", n=high)
    if not low:
        return say(f"burden.{what}.up_to", n=high)
    return say(f"burden.{what}.range", low=low, high=high)


def _listed(parts: list[Message]) -> Message:
    """A, B and C."""
    row = parts[0]
    for part in parts[1:-1]:
        row = say("burden.comma", first=row, next=part)
    return say("burden.and", first=row, last=parts[-1]) if len(parts) > 1 else row
