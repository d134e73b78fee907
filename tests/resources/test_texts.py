"""Are all sentences there, in both languages, and is one thing always called by one word?"""

from __future__ import annotations

import ast
import json
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import resources
from resources import LANGUAGES, open_resource, texts

ROOT = Path(resources.__file__).resolve().parent.parent
STOREYS = ("studio", "widgets", "exporters", "model")


def forms(entry: object) -> list[str]:
    """The sentences of an entry: one, or its plural forms."""
    return [entry] if isinstance(entry, str) else list(entry.values())  # type: ignore[attr-defined]


def placeholders(sentence: str) -> set[str]:
    try:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    except ValueError:  # a sentence about braces; it is spoken without values
        return set()


def test_english_and_german_have_the_same_keys() -> None:
    german, english = texts("de"), texts("en")

    assert set(german) - set(english) == set()
    assert set(english) - set(german) == set()


def test_both_languages_use_the_same_placeholders() -> None:
    german, english = texts("de"), texts("en")

    different = {
        key: (spoken, said)
        for key in german
        if (spoken := set().union(*map(placeholders, forms(german[key]))))
        != (said := set().union(*map(placeholders, forms(english[key]))))
    }

    assert different == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_whole(language: str) -> None:
    broken = [
        key
        for key, entry in texts(language).items()
        if not all(form.strip() for form in forms(entry))
        or (not isinstance(entry, str) and set(entry) != {"one", "other"})
    ]

    assert broken == []


# ------------------------------------------------------------------------- keys used in the code


def used_keys() -> Iterator[tuple[str, str]]:
    """(place, key) of every ``say(...)`` and ``tr(...)``; * stands for what is filled in."""
    for storey in STOREYS:
        for path in sorted((ROOT / storey).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and node.args and _name(node.func) in ("say", "tr"):
                    key = _pattern(node.args[0])
                    if key.strip("*."):
                        yield f"{path.relative_to(ROOT)}:{node.lineno}", key


def _name(function: ast.expr) -> str:
    return getattr(function, "id", getattr(function, "attr", ""))


def _pattern(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    if isinstance(argument, ast.JoinedStr):
        parts = (v.value if isinstance(v, ast.Constant) else "*" for v in argument.values)
        return "".join(str(part) for part in parts)
    return ""


def test_every_key_that_the_code_says_has_a_sentence() -> None:
    known = texts("de")

    missing = [
        f"{place}: {key}"
        for place, key in used_keys()
        if not any(re.fullmatch(re.escape(key).replace(r"\*", ".+"), k) for k in known)
    ]

    assert missing == []


def test_keys_in_tables_have_sentences_too() -> None:
    from studio.actions import ACTIONS, MENUS
    from widgets.inspector.sections import deadline, evidence, fee
    from widgets.inspector.specs import FIRST, MORE

    known = texts("de")
    specs = [s for table in (FIRST, MORE) for row in table.values() for s in row]
    specs += [*deadline.SPECS, *evidence.SPECS, fee.NAME, fee.FORM, fee.PER, *fee.ROW]
    wanted = {spec.key for spec in specs}
    wanted |= {f"{s.key}.{v or 'none_'}" for s in specs for v in s.values}
    wanted |= {action.title.key for action in ACTIONS.values() if action.words is None}
    wanted |= {f"menu.{menu}" for menu in MENUS}

    assert sorted(wanted - set(known)) == []


# -------------------------------------------------------------------------------- one word a thing

WORDS = {
    "sichern": r"[Ss]peicher(n|t|ung)\b|[Aa]bspeicher",
    "Bahn": r"\b(Lane|Schwimmbahn|Swimlane)s?\b",
    "Weg": r"\b(Sequenzfluss|Ablaufpfeil|Kante|Connector)",
    "Entscheidung, Gleichzeitig": r"Gateway",
    "Schritt": r"\b(Task|Aktivität|Benutzeraufgabe)s?\b",
    "Seite": r"\b(Formularseite|Abschnitt)",
    "Pflichtangabe": r"Pflichtfeld|Mussfeld",
    "Hinweise": r"\b(Issue|Problemliste)",
    "Gliederung": r"\bOutline\b",
    "Baustein": r"\b(Widget|Palette)\b",
    "löschen": r"\b([Ee]ntfernen Sie|eliminieren)\b",
}
"""The word for a thing -> what it must not be called in German (INTERACTION: German words)."""

EXPERT = re.compile(
    r"\.hint$|^(target|gate|bpmn|fim|platforms?|operaton|report|export|read|import|xdf|xdatenfelder"
    r"|package|dmn|forms?|guide|xml)\b"
)
"""Tooltips and reports of exports use the words of the standards."""


@pytest.mark.parametrize("word", WORDS)
def test_one_thing_is_called_by_one_word(word: str) -> None:
    forbidden = re.compile(WORDS[word])

    mixed = {
        key: form
        for key, entry in texts("de").items()
        if not EXPERT.search(key)
        for form in forms(entry)
        if forbidden.search(form)
    }

    assert mixed == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_expression_language_is_shown_to_people(language: str) -> None:
    formula = re.compile(r"\$\{|#\{|&&|\|\||==|\bFEEL\b|\bJUEL\b")

    shown = {
        key: form
        for key, entry in texts(language).items()
        if not EXPERT.search(key)
        for form in forms(entry)
        if formula.search(form)
    }

    assert shown == {}


def test_german_uses_german_quotation_marks() -> None:
    straight = {
        key: form
        for key, entry in texts("de").items()
        if not EXPERT.search(key)
        for form in forms(entry)
        if '"' in form
    }

    assert straight == {}


# ------------------------------------------------------------------------------- the room itself


def test_a_key_in_two_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"a.json": b'{"x.y": "eins"}', "b.json": b'{"x.y": "zwei"}'}
    monkeypatch.setattr(resources, "list_resources", lambda *_: sorted(files))
    monkeypatch.setattr(resources, "open_resource", lambda path: files[path.split("/")[-1]])

    with pytest.raises(ValueError, match=r"x\.y"):
        texts.__wrapped__("de")


def test_a_key_twice_in_one_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "list_resources", lambda *_: ["a.json"])
    monkeypatch.setattr(resources, "open_resource", lambda _: b'{"x": "eins", "x": "zwei"}')

    with pytest.raises(ValueError, match="twice"):
        texts.__wrapped__("de")


@pytest.mark.parametrize("path", ["../pyproject.toml", "texts/../../x", "/etc/passwd", "nothing"])
def test_no_path_leads_out_of_the_room(path: str) -> None:
    with pytest.raises(FileNotFoundError):
        open_resource(path)


def test_the_files_of_texts_are_plain_json() -> None:
    for language in LANGUAGES:
        for name in resources.list_resources(f"texts/{language}", ".json"):
            data = open_resource(f"texts/{language}/{name}")
            assert isinstance(json.loads(data), dict), name
            assert not data.startswith(b"\xef\xbb\xbf"), name
