"""Is every action reachable, named and unambiguous?"""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from resources import texts
from studio.actions import ACTIONS, MENUS
from studio.actions.table import CONTEXT, RECENT


def in_menus() -> set[str]:
    found: set[str] = set()
    for entries in MENUS.values():
        for entry in entries:
            found |= set(entry[1]) if isinstance(entry, tuple) else {entry}
    return found - {"-", RECENT}


def test_every_action_stands_in_a_menu_and_every_entry_is_an_action() -> None:
    assert in_menus() == set(ACTIONS)
    assert set(CONTEXT) - {"-"} <= set(ACTIONS)


def test_no_key_means_two_things() -> None:
    keys = Counter(key for action in ACTIONS.values() for key in action.keys)

    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("key", sorted(k for a in ACTIONS.values() for k in a.keys))
def test_every_key_is_one(key: str) -> None:
    sequence = QKeySequence(key)

    assert not sequence.isEmpty()
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key


@pytest.mark.parametrize("forbidden", ["Ctrl+R", "Backspace", "N", "A"])
def test_dangerous_or_promised_keys_stay_free(forbidden: str) -> None:
    assert forbidden not in {key for action in ACTIONS.values() for key in action.keys}


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_two_entries_of_a_menu_are_called_the_same(language: str) -> None:
    words = texts(language)
    for name, entries in MENUS.items():
        plain = [e for e in entries if isinstance(e, str) and e in ACTIONS]
        said = [str(words[ACTIONS[e].title.key]) for e in plain]
        assert len(set(said)) == len(said), name
