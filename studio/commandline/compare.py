"""What is different between two services?"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.compare import difference, in_same_ids
from model.language import tr
from studio.commandline.states import read_state

if TYPE_CHECKING:
    from model.compare import Difference, Entry
    from model.records import Record


def run(values: dict[str, str]) -> int:
    """Print each difference as a sentence under its heading; exit code 1 when there is one. What
    is only drawn elsewhere is counted.
    """
    before, after = read_state(values["BEFORE"]), read_state(values["AFTER"])
    found = difference(before, in_same_ids(before, after))
    if "json" in values:
        print(json.dumps(as_data(found), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(found, Path(values["BEFORE"]).name, Path(values["AFTER"]).name):
            print(line)
    return 1 if found else 0


def as_lines(found: Difference, before: str, after: str) -> list[str]:
    """The whole list for reading."""
    lines = [tr("cli.compare.title", before=before, after=after)] if found else []
    for chapter, card, entries in found.chapters():
        lines += ["", str(found.heading(chapter, card))]
        for entry in entries:
            lines += _entry(found, entry)
    lines += [""] if found else []
    return [*lines, total(found)]


def _entry(found: Difference, entry: Entry) -> list[str]:
    effects = found.effects(entry)
    line = tr("cli.compare.effects", what=entry.what, effects=effects) if effects else entry.what
    indent = "    " if entry.within else "  "
    return [f"{indent}{line}", *(f"{indent}    {one}" for one in found.details(entry))]


def total(found: Difference) -> str:
    """The last line: how many, and how much is only drawn otherwise."""
    drawn = len({entry.change.id for entry in found.layout})
    if not found.entries:
        return tr("cli.compare.only_drawn", n=drawn) if drawn else tr("cli.compare.same")
    count = tr("cli.compare.count", n=len(found.entries))
    return tr("cli.compare.total", count=count, drawn=tr("cli.compare.drawn", n=drawn))


def as_data(found: Difference) -> dict[str, Any]:
    """The same for programs."""
    return {
        "different": bool(found),
        "changes": [_data(found, entry) for entry in found.entries],
        "layout": len({entry.change.id for entry in found.layout}),
    }


def _data(found: Difference, entry: Entry) -> dict[str, Any]:
    effects = found.effects(entry)
    return {
        "id": entry.id,
        "sort": entry.sort,
        "record": entry.change.id,
        "kind": entry.change.record.kind,
        "attribute": entry.attribute or None,
        "chapter": entry.chapter,
        "card": entry.card or None,
        "within": entry.within or None,
        "what": str(entry.what),
        "details": [str(one) for one in found.details(entry)],
        "effects": str(effects) if effects else None,
        "before": _plain(entry.change.before, entry.attribute),
        "after": _plain(entry.change.after, entry.attribute),
    }


def _plain(record: Record | None, attribute: str) -> Any:
    """The record, or its attribute, as it stands in a file."""
    if record is None:
        return None
    values = record.model_dump(mode="json")
    return values.get(attribute) if attribute else values
