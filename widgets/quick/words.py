"""Which building blocks does a person mean by what was typed?

German and English words are found in either language: titles, names, terms of BPMN and FIM, and
the everyday words of the catalogue ("Gebühr" is a payment).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from model.grammar import TEMPLATES
from model.language import current_language
from resources import LANGUAGES, texts

EXACT, BEGINS, FOREIGN, WORD, TERM, INSIDE = 5.0, 4.0, 3.5, 3.0, 1.5, 0.5
"""How well a block is meant: called so, its title begins so, its title in the other language, words
of it or of everyday speech, terms of a standard, somewhere inside.
"""
LIKELY = 0.9
"""What being usual here adds at most: less than one step."""
SHORT, FEW = 2, 4
"""A letter or two say little: then the few that usually follow come first."""
LONG = 4
"""From so many letters on a word is known inside a longer one: "Geburtsdatum" ends with Datum."""


@dataclass(frozen=True, slots=True)
class Words:
    """Everything a block is called, folded. ``labels`` only speak of it: "Gewicht" of a number."""

    title: str
    foreign: str
    names: tuple[str, ...]
    terms: tuple[str, ...]
    labels: tuple[str, ...]


def folded(text: str) -> str:
    """Without capitals, accents and hyphens: "Gebühr" and "gebuehr" meet as "gebuhr"."""
    low = text.casefold()
    for pair, letter in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        low = low.replace(pair, letter)
    apart = unicodedata.normalize("NFKD", low)
    return "".join(c for c in apart if not unicodedata.combining(c)).replace("-", "").strip()


def ranked(text: str, likely: Iterable[str]) -> list[str]:
    """The blocks that are meant, the best first; all of them when nothing was typed."""
    order = {key: place for place, key in enumerate(dict.fromkeys([*likely, *TEMPLATES]))}
    if not text.strip():
        return list(order)
    found = [(meant(key, text) or 0.0, key) for key in order]
    span, short = len(order), len(folded(text)) <= SHORT

    def worth(pair: tuple[float, str]) -> float:
        first = short and order[pair[1]] < FEW and pair[0] >= WORD
        return pair[0] + LIKELY * (1 - order[pair[1]] / span) + (FEW if first else 0)

    fitting = [pair for pair in found if pair[0]]
    return [key for _, key in sorted(fitting, key=worth, reverse=True)]


def meant(key: str, text: str) -> float | None:
    """How well these words mean a block; None when they do not."""
    whole = folded(text)
    known = words_of(key, current_language())
    if whole in (known.title, known.foreign, *known.names):
        return EXACT
    if known.title.startswith(whole):
        return BEGINS
    if known.foreign.startswith(whole):
        return FOREIGN
    said = (known.title, known.foreign, *known.names)
    if any(one.startswith(whole) or _begin(whole.split(), one.split()) for one in said):
        return WORD
    if any(_begin(whole.split(), one.split()) for one in known.terms):
        return TERM
    inside = len(whole) >= LONG - 1 and any(whole in one for one in said)
    return INSIDE if inside else None


def _begin(typed: list[str], known: list[str]) -> bool:
    """Every typed word begins a word of one name."""
    return all(any(part.startswith(word) for part in known) for word in typed)


def hinted(text: str) -> list[str]:
    """The blocks that a name speaks of: "Geburtsdatum" of a date, "Bescheid erstellen" of a
    document. Never of what is rare: "Fehler melden" is a step.
    """
    spoken = [part.strip(".,;:?!()*") for part in folded(text).split()]
    language = current_language()
    usual = [key for key, template in TEMPLATES.items() if template.group != "rare"]
    marks = {key: _speaks(words_of(key, language), spoken) for key in usual}
    return sorted((key for key, mark in marks.items() if mark), key=lambda key: -marks[key])


def _speaks(known: Words, spoken: Iterable[str]) -> float:
    """The longest word of a block that a name holds, as a whole or at its end (the end of a long
    German word says what it is: a Kontoinhaber is no account).
    """
    said = (known.title, *known.names, *known.labels)
    own = {part for one in said for part in one.replace(",", "").split()}
    hits = (
        len(word) + (word == part)
        for part in spoken
        for word in own
        if word == part or (len(word) >= LONG and part.endswith(word))
    )
    return max(hits, default=0.0)


@cache
def words_of(key: str, language: str) -> Words:
    """Everything a block is called in both languages; its title in the language in use."""
    other = next(code for code in LANGUAGES if code != language)
    names = [folded(name) for code in LANGUAGES for name in _listed(f"quick.words.{key}", code)]
    labels = [folded(name) for code in LANGUAGES for name in _listed(f"quick.labels.{key}", code)]
    terms = [_said(code, f"template.{key}.hint") for code in LANGUAGES]
    return Words(
        _said(language, f"template.{key}"),
        _said(other, f"template.{key}"),
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(terms)),
        tuple(dict.fromkeys(labels)),
    )


def _listed(key: str, language: str) -> Iterator[str]:
    entry = texts(language).get(key, "")
    yield from str(entry).split(", ") if entry else ()


def _said(language: str, key: str) -> str:
    return folded(str(texts(language).get(key, "")).replace(":", ""))
