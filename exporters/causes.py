"""Which remarks of a report have one cause, and how is that said in one line?

Writers tell the report about every single record; a person wants to read each cause once. What a
line says is a matter of words, so the catalogue decides: a remark with a text ``<key>.many`` is
said with number and names; one with ``<key>.item`` becomes a part of the sentence
``<family>.together``; all others are said once, with the names they hold for as well.
Why the single remarks stay in the line (11/2026): an id that is only counted is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any, Final

from exporters.german import LANGUAGE
from exporters.report import Entry, ExportReport
from model.document import Snapshot
from model.grammar import kind_title, title
from model.language import Message, say
from resources import texts

SHOWN: Final = 3
"""So many names stand in a line; the rest is a number."""

Word = str | Message
Cause = tuple[str, ...]


def grouped(report: ExportReport, view: Snapshot) -> ExportReport:
    """The same report with one line per cause. A cause that hits one record keeps its id."""
    causes: dict[Cause, list[Entry]] = {}
    for entry in singles(report):
        causes.setdefault(_cause(entry, view), []).append(entry)
    return ExportReport(line for entries in causes.values() for line in _lines(entries, view))


def singles(report: ExportReport) -> list[Entry]:
    """Every remark on its own, as the writers told it."""
    return [part for entry in report.entries for part in entry.parts or (entry,)]


def _cause(entry: Entry, view: Snapshot) -> Cause:
    """Equal for remarks that belong in one line."""
    key, values = entry.message.key, entry.message.values
    if _has(f"{key}.item"):
        return (entry.kind, entry.code, _family(key))
    if not entry.record:
        telling: Mapping[str, Any] = {"": "", **values}
    elif _has(f"{key}.many"):
        telling = _kept(entry.message)
    else:
        name = title_of(view, entry.record)
        telling = {slot: "" if value == name else value for slot, value in values.items()}
    said = sorted(f"{slot}={value}" for slot, value in telling.items())
    return (entry.kind, entry.code, key, *said)


def _lines(entries: list[Entry], view: Snapshot) -> Iterator[Entry]:
    first = entries[0]
    records = list(dict.fromkeys(entry.record for entry in entries))
    together = _has(f"{first.message.key}.item")
    if len(entries) == 1 or (len(records) == 1 and not together):
        yield from entries
        return
    message = _together(entries) if together else _many(first, records, view)
    record = records[0] if len(records) == 1 else ""
    yield Entry(first.kind, record, message, first.code, tuple(entries))


def _together(entries: list[Entry]) -> Message:
    """Several facts that miss the same place: each with its number, in one sentence."""
    counted: dict[str, set[str]] = {}
    for entry in entries:
        counted.setdefault(entry.message.key, set()).add(entry.record)
    items = [say(f"{key}.item", n=len(found)) for key, found in counted.items()]
    return say(f"{_family(entries[0].message.key)}.together", items=_listed(items))


def _many(first: Entry, records: list[str], view: Snapshot) -> Message:
    """The same remark about several records."""
    key, number = first.message.key, len(records)
    if _has(f"{key}.many"):
        values = {**_kept(first.message), "n": number, "names": names_of(records, view)}
        return say(f"{key}.many", **values)
    if title_of(view, first.record) in first.message.values.values():
        return say("report.same", what=first.message, names=names_of(records[1:], view))
    return say("report.concerns", what=first.message, names=names_of(records, view))


def names_of(records: list[str], view: Snapshot) -> Message:
    """Up to three names and the number of the others, of which there are at least two."""
    limit = SHOWN - 1 if len(records) == SHOWN + 1 else SHOWN
    shown = list(dict.fromkeys(title_of(view, record) for record in records))[:limit]
    quoted: list[Word] = [say("report.quoted", name=name) for name in shown]
    if further := len(records) - len(shown):
        return say("report.more", names=_row(quoted), n=further)
    return _listed(quoted)


def title_of(view: Snapshot, record_id: str) -> Word:
    """The name of a record, else what it is; an id that nobody holds stays as it is."""
    record = view.get(record_id)
    return record_id if record is None else title(record) or kind_title(record)


def _listed(words: list[Any]) -> Message:
    """A, B and C."""
    if len(words) == 1:
        return say("report.only", word=words[0])
    return say("report.and", words=_row(words[:-1]), last=words[-1])


def _row(words: list[Any]) -> Word:
    """A, B, C."""
    row = words[0]
    for word in words[1:]:
        row = say("report.comma", words=row, next=word)
    return row  # type: ignore[no-any-return]


def _kept(message: Message) -> dict[str, Any]:
    """What the text for many still says of the single remark; there remarks have to agree."""
    entry = texts(LANGUAGE)[f"{message.key}.many"]
    text = entry if isinstance(entry, str) else entry["other"]
    slots = {slot for _, slot, _, _ in Formatter().parse(text) if slot}
    return {slot: message.values[slot] for slot in sorted(slots - {"n", "names"})}


def _family(key: str) -> str:
    return key.rpartition(".")[0]


def _has(key: str) -> bool:
    return key in texts(LANGUAGE)
