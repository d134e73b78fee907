"""Finds what the citizen sees but cannot read in one of the languages the service promises."""

from __future__ import annotations

from collections.abc import Iterator

from model.checks.finding import Check, Found, Repair
from model.checks.naming import name_of
from model.checks.reading import Reading
from model.grammar.kinds import title_field
from model.language import Message, say
from model.records import Field, FieldGroup, Option, Record, Service, Step, Text

_NAMED = frozenset({"de", "de-LS", "en", "fr", "it", "pl", "ru", "tr", "uk", "ar"})


def named(language: str) -> Message | str:
    """The name of a language in the language of the person; its code when it has none here."""
    return say(f"spoken.{language}") if language in _NAMED else language


def _find(view: Reading, record: Record) -> Iterator[Found]:
    languages = view.service.languages[1:]
    if not languages:
        return
    name = name_of(record)
    if not name or (isinstance(record, Step) and record.form != "page"):
        return
    given = {(t.slot, t.language) for t in view.children(record.id, Text) if t.text.strip()}
    slots = [s for s in (title_field(record), "help") if getattr(record, s, "")]
    for language in languages:
        if any((slot, language) not in given for slot in slots):
            values = {"name": name, "language": named(language)}
            yield Found(record.id, values, (Repair("translate", opens=f"texts.{language}"),))


TEXT_MISSING = Check(
    "text_missing", "warning", (Service, Step, Field, FieldGroup, Option), record=_find
)
