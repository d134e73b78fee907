"""With which few words is a lesson told?"""

from __future__ import annotations

from typing import Any

from model.document import Snapshot, numbered_ids
from model.records import Deed, Goal, Record, Script, Stop, Text, key_between

Words = tuple[str, str]
"""German and English."""


class Telling:
    """Puts a script together, stop by stop; whatever is said is said in both languages."""

    def __init__(self, name: str) -> None:
        self._ids = numbered_ids(f"{name}_")
        self._records: list[Record] = []
        self._script = ""
        self._order = ""

    def script(self, name: Words, about: Words, start: str = "new") -> None:
        """What the lesson is called and what one learns; on an empty service."""
        self._script = self._ids("script")
        record = Script(
            id=self._script, order=key_between(), name=name[0], about=about[0], start=start
        )
        self._records.append(record)
        self._translate(record.id, {"name": name, "about": about})

    def stop(self, name: Words, text: Words, **more: Any) -> None:
        """A stop; ``notes``, ``hint`` and ``solution`` are Words, ``deeds`` and ``goals`` what
        ``deed`` and ``goal`` have made.
        """
        said = {"name": name, "text": text}
        said |= {key: more.pop(key) for key in ("notes", "hint", "solution") if key in more}
        made = {key: more.pop(key, ()) for key in ("deeds", "goals")}
        self._order = key_between(self._order, "")
        values: dict[str, Any] = {key: words[0] for key, words in said.items()} | more
        record = Stop(
            id=self._ids("stop"),
            parent=self._script,
            order=self._order,
            deeds=tuple(deed for deed, _ in made["deeds"]),
            goals=tuple(goal for goal, _ in made["goals"]),
            **values,
        )
        self._records.append(record)
        self._translate(record.id, said)
        for key, pairs in made.items():
            for place, (_, words) in enumerate(pairs):
                slots = {f"{key}.{place}.{slot}": both for slot, both in words.items()}
                self._translate(record.id, slots)

    def snapshot(self) -> Snapshot:
        """What was told."""
        return Snapshot.of_records(self._records)

    def _translate(self, record: str, said: dict[str, Words]) -> None:
        for slot, (_, english) in said.items():
            text = Text(id=self._ids("text"), parent=record, slot=slot, language="en", text=english)
            self._records.append(text)


def deed(verb: str, **values: Any) -> tuple[Deed, dict[str, Words]]:
    """A deed; pairs of words are said in both languages."""
    own, words = _parted(values)
    return Deed(verb=verb, **own), words  # type: ignore[arg-type]


def goal(asks: str, **values: Any) -> tuple[Goal, dict[str, Words]]:
    """A goal, likewise."""
    own, words = _parted(values)
    return Goal(asks=asks, **own), words  # type: ignore[arg-type]


def _parted(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Words]]:
    words = {key: value for key, value in values.items() if isinstance(value, tuple)}
    return {key: words[key][0] if key in words else v for key, v in values.items()}, words
