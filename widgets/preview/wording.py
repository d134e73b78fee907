"""In which language does the form speak, and what is not said in it yet?"""

from __future__ import annotations

import re
from contextlib import AbstractContextManager

from model.document import Snapshot
from model.language import current_language, speaking, tr
from model.records import Record, Text
from resources import LANGUAGES, texts
from widgets.look.theme import text_scale


class Wording:
    """The texts of a service in one language ("" = the language of its records)."""

    def __init__(self, view: Snapshot, language: str = "") -> None:
        self.view = view
        own = view.service.languages[:1]
        self.language = "" if (language,) == own else language
        self.missing: set[tuple[str, str]] = set()
        self._mark = tr("preview.untranslated", text="\0")  # in the language of the desk

    def say(self, record: Record, slot: str) -> str:
        """What stands in a slot; one that is not translated stays as it is, and is marked."""
        plain = str(getattr(record, slot, "") or "")
        if not self.language or not plain.strip():
            return plain
        for text in self.view.children(record.id, Text):
            if text.slot == slot and text.language == self.language and text.text.strip():
                return text.text
        self.missing.add((record.id, slot))
        return self._mark.replace("\0", plain)

    def spoken(self) -> AbstractContextManager[None]:
        """The form's own words ("Weiter") in that language, where the house knows it."""
        code = self.language or (self.view.service.languages[:1] or ("de",))[0]
        known = code.partition("-")[0]
        if known not in LANGUAGES:
            known = current_language()
        return speaking(known, texts(known))


_LONG = re.compile(r"[^\W\d_]{11,}")
_JOINT = re.compile(
    r"(?<=[aeiouyäöü])([^aeiouyäöüß]*?)(sch|ch|ck|ph|th|[^aeiouyäöü])(?=[aeiouyäöü])", re.I
)
_LARGE = 1.2


def breakable(text: str) -> str:
    """Long words with soft hyphens between syllables, when words are shown so large that one could
    be wider than the form.
    """
    return _LONG.sub(_hyphenated, text) if text_scale() > _LARGE else text


def _hyphenated(found: re.Match[str]) -> str:
    word, made, last = found[0], "", 0
    for joint in _JOINT.finditer(word):
        place = joint.start(2)
        if place - last >= 3 and len(word) - place >= 3:
            made, last = f"{made}{word[last:place]}\u00ad", place
    return made + word[last:]


def languages_of(view: Snapshot) -> list[str]:
    """The languages of a service: its own first, then those that texts are given in."""
    told = sorted({text.language for text in view.of(Text)})
    return list(dict.fromkeys([*(view.service.languages or ("de",)), *told]))
