"""Do search, commands and history work in the real window?"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from model.commands import rename
from model.language import say
from model.records import Field, Step
from studio.actions import ACTIONS
from studio.windows.commands import commands, matching
from studio.windows.finders import Finders
from studio.windows.help import keys_of, show_keys
from tests.helpers.desk import Hand
from widgets.finder import Finder


def finders(hand: Hand) -> Finders:
    """The finders of the window."""
    found = hand.desk.findChild(Finders)
    assert found is not None
    return found


# ----------------------------------------------------------------------------------------- search


def search(hand: Hand, words: str) -> Finder:
    """Open the search and type."""
    hand.key("Ctrl+F")
    hand.wait_for(lambda: finders(hand).search.ready)
    hand.type(words)
    return finders(hand).search.panel


def test_typing_finds_at_once_and_enter_jumps_from_hit_to_hit(in_hand: Hand) -> None:
    field = next(f for f in in_hand.sheet.view.of(Field) if f.label == "Familienname")

    panel = search(in_hand, "familienn")
    assert panel.lines.lines[0].words == "Familienname"
    assert panel.count.text().endswith("Treffer")
    in_hand.key("Return")

    assert in_hand.canvas.selection.ids == (field.id,)
    assert panel.line.hasFocus()
    assert panel.count.text().startswith("1 von ")
    in_hand.key("Escape")
    assert panel.isHidden()
    assert in_hand.canvas.hasFocus()


def test_f3_goes_on_without_the_panel(in_hand: Hand) -> None:
    search(in_hand, "strasse")
    in_hand.key("Escape")
    seen = []
    for _ in range(2):
        in_hand.key("F3")
        seen.append(in_hand.canvas.selection.ids)
    in_hand.key("Shift+F3")

    assert seen[0] != seen[1]
    assert in_hand.canvas.selection.ids == seen[0]
    assert finders(in_hand).search.panel.isHidden()


def test_what_changes_meanwhile_is_found(in_hand: Hand) -> None:
    panel = search(in_hand, "gänzlich")
    assert panel.lines.lines == ()
    assert panel.count.text() == "Nichts gefunden"

    with in_hand.sheet.session.document.transaction(say("undo.edit")) as tx:
        rename(tx, tx.of(Step)[0].id, "Gänzlich Neues")
    in_hand.settle()

    assert [line.words for line in panel.lines.lines] == ["Gänzlich Neues"]


def test_the_search_asks_in_the_language_of_now(in_hand: Hand) -> None:
    panel = search(in_hand, "page")
    in_hand.key("Escape")

    in_hand.desk.speak("en")
    in_hand.key("Ctrl+F")

    assert panel.line.placeholderText() == "Search the whole service"
    in_hand.desk.speak("de")


# --------------------------------------------------------------------------------------- commands


@pytest.mark.parametrize(
    ("words", "action"),
    [
        ("alles zeig", "view.fit"),
        ("show every", "view.fit"),
        ("undo", "edit.undo"),
        ("datum", "insert.date"),
        ("user task", "insert.office"),
        ("dunkel", "view.theme.dark"),
        ("ansicht hell", "view.theme.light"),
    ],
)
def test_a_command_is_found_by_german_and_by_english_words(
    in_hand: Hand, words: str, action: str
) -> None:
    found = matching(list(commands(in_hand.desk)), words)

    assert action in [command.action.id for command in found[:6]]


def test_every_action_is_among_the_commands_with_its_menu(in_hand: Hand) -> None:
    found = list(commands(in_hand.desk))

    assert {command.action.id for command in found} == set(ACTIONS) - {"view.commands"}
    assert [command.action.id for command in found if not command.path] == []


def test_a_command_is_done_where_the_focus_was(in_hand: Hand) -> None:
    in_hand.canvas.setFocus()
    in_hand.key("Ctrl+Shift+P")
    in_hand.type("alles auswählen")
    in_hand.key("Return")

    assert len(in_hand.canvas.selection.ids) > 5
    assert finders(in_hand).commands.panel.isHidden()
    assert in_hand.canvas.hasFocus()


def test_a_command_that_cannot_be_done_says_why(in_hand: Hand) -> None:
    in_hand.canvas.select(())
    in_hand.key("Ctrl+Shift+P")
    in_hand.type("löschen und nachbarn")
    line = finders(in_hand).commands.panel.current
    assert line is not None
    assert not line.enabled
    assert "erst etwas auswählen" in line.note
    in_hand.key("Return")

    assert "erst etwas auswählen" in in_hand.desk.notice.text


# ---------------------------------------------------------------------------------------- history


def edited(hand: Hand, *names: str) -> list[object]:
    """One step after the other, and the snapshots before and after each."""
    document = hand.sheet.session.document
    step = next(s for s in hand.sheet.view.of(Step) if s.form == "office")
    states: list[object] = [hand.sheet.view]
    for name in names:
        with document.transaction(say("canvas.undo.rename", name=name)) as tx:
            rename(tx, step.id, name)
        states.append(hand.sheet.view)
    return states


def test_one_gesture_goes_back_several_steps_and_forward_again(in_hand: Hand) -> None:
    states = edited(in_hand, "A", "B", "C")

    in_hand.key("Ctrl+H")
    panel = finders(in_hand).history.panel
    assert [line.marked for line in panel.lines.lines] == [False, False, False, True]
    in_hand.key("Up")
    in_hand.key("Up")
    in_hand.key("Return")
    assert in_hand.sheet.view == states[1]

    in_hand.key("Ctrl+H")
    rights = [line.right for line in panel.lines.lines]
    assert rights == ["wie geöffnet", "aktueller Stand", "zurückgenommen", "zurückgenommen"]
    in_hand.key("Down")
    in_hand.key("Down")
    in_hand.key("Return")
    assert in_hand.sheet.view == states[3]


def test_the_history_survives_saving_and_can_be_searched(in_hand: Hand, tmp_path) -> None:  # type: ignore[no-untyped-def]
    states = edited(in_hand, "Anders", "Weiter")
    in_hand.sheet.session.save_as(tmp_path / "a.fachwerk")

    in_hand.key("Ctrl+H")
    in_hand.type("anders")
    panel = finders(in_hand).history.panel
    assert len(panel.lines.lines) == 1
    in_hand.key("Return")

    assert in_hand.sheet.view == states[1]
    assert in_hand.sheet.session.dirty


def test_an_empty_history_has_its_beginning(in_hand: Hand) -> None:
    in_hand.key("Ctrl+H")

    (line,) = finders(in_hand).history.panel.lines.lines
    assert (line.words, line.marked) == ("Anfang", True)
    in_hand.key("Return")
    assert QApplication.focusWidget() is not None


# ------------------------------------------------------------------------------------- key sheet


def test_every_key_of_the_table_stands_in_the_key_sheet(in_hand: Hand) -> None:
    sheet = show_keys(in_hand.desk)

    words = [label.text() for label in sheet.findChildren(QLabel)]
    keyed = [action for action in ACTIONS.values() if action.keys or action.hint]
    assert [a.id for a in keyed if keys_of(a) not in words or str(a.title) not in words] == []
    sheet.close()
