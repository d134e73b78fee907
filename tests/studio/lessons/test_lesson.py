"""Does a lesson go along with the person, help in time, and leave nothing behind?"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from model.commands import append_node, rename, script_of, set_stop
from model.errors import FachwerkError
from model.language import say
from model.records import Deed, ExampleCase, Start, Step
from model.storage import to_bytes
from studio.lessons import Lesson, begin, read_book, write_book
from studio.lessons.begin import copy_for
from studio.lessons.book import NoScript
from studio.lessons.guide import guide_bytes, scenes
from studio.lessons.results import results_of, show_results
from studio.windows.choosers import Choosers
from tests.helpers.desk import Hand
from widgets.look import theme


def test_the_hint_comes_after_one_failure_and_the_solution_after_two(hand: Hand) -> None:
    lesson = begin(hand.desk, "erste_leistung")
    lesson.go(1)
    bar = lesson.bar
    assert not bar.aid("show").isVisible()

    hand.press(bar.forward)
    assert bar.judged.words.text().startswith("Noch nicht ganz. Hinweis: Der Start muss")
    assert not bar.aid("show").isVisible()
    hand.press(bar.forward)
    assert bar.judged.words.text().startswith("So geht es: ")
    hand.press(bar.aid("show"))

    assert lesson.mark.state == "shown"
    assert [step.name for step in hand.sheet.view.of(Step)] == ["Ihre Angaben"]
    hand.press(bar.forward)
    assert lesson.place == 2


def test_the_solution_begins_where_the_stop_began(hand: Hand) -> None:
    lesson = begin(hand.desk, "erste_leistung")
    lesson.go(1)
    hand.click(next(iter(hand.sheet.view.of(Start))).id)
    hand.place("page", "Ein falscher Name")
    hand.key("Return")

    lesson.check()
    lesson.check()
    lesson.show_solution()

    assert [step.name for step in hand.sheet.view.of(Step)] == ["Ihre Angaben"]


def test_editing_in_the_table_or_by_a_command_counts_as_well(hand: Hand) -> None:
    lesson = begin(hand.desk, "erste_leistung")
    lesson.go(1)

    with hand.sheet.session.document.transaction(say("undo.edit")) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id)
        rename(tx, page.id, "ihre angaben")

    assert lesson.mark.state == "alone"
    assert lesson.bar.judged.words.text() == "Richtig."


def test_a_jump_forward_does_what_lies_between_and_back_leaves_the_service(hand: Hand) -> None:
    lesson = begin(hand.desk, "erste_leistung")

    lesson.go(5)
    assert [m.state for m in lesson.marks[1:5]] == ["skipped"] * 4
    after = hand.sheet.view
    lesson.back()

    assert lesson.place == 4
    assert hand.sheet.view == after
    lesson.rewind()
    assert len(hand.sheet.view.of(Step)) == 1


def test_a_copy_is_never_asked_about_and_leaves_no_journal(hand: Hand) -> None:
    journals = hand.desk.surroundings.paths.journals
    lesson = begin(hand.desk, "bedingung")
    lesson.go(3)
    lesson.sheet.session._journal._sync()

    hand.wait_for(lambda: hand.desk.window.windowTitle().startswith("Übung: Bedingung"))
    assert not hand.desk.window.isWindowModified()
    assert not list(journals.glob("*.journal")) + list(journals.glob("*.base"))
    assert "Übung" in hand.status.saved.text()
    lesson.leave()
    assert QApplication.activeModalWidget() is None
    assert not hand.desk.sheets.all


def test_a_copy_that_is_saved_is_an_ordinary_file_from_then_on(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "behalten.fachwerk"
    hand.desk.choosers = Choosers(save=lambda *_args: path)
    lesson = begin(hand.desk, "bedingung")
    lesson.go(2)

    assert hand.desk.filing.save()

    assert path.read_bytes() == to_bytes(hand.sheet.view)
    assert not hand.sheet.practice


def test_a_presentation_has_large_words_and_gives_them_back(hand: Hand) -> None:
    hand.desk.filing.open_sample("hundesteuer")
    with pytest.raises(FachwerkError):
        hand.desk.teach("show")
    hand.desk.teach("set")

    hand.settle()
    hand.key("Shift+F5")
    lesson = hand.sheet.findChild(Lesson)
    assert lesson is not None
    assert theme.text_scale() == 1.5
    assert hand.desk.settings.value("text_scale", 1.0) == 1.0
    hand.desk.docks.enter("findings")
    assert hand.desk.docks.docks["findings"].isVisible()
    lesson.leave()
    hand.settle()

    assert theme.text_scale() == 1.0
    assert hand.desk.docks.docks["outline"].isVisible()


def test_b_makes_the_window_black_and_any_key_shows_it_again(hand: Hand) -> None:
    lesson = begin(hand.desk, "bedingung", presenting=True)
    hand.settle()
    lesson.bar.setFocus()

    hand.key("B")
    black = lesson.stage.blackout
    assert black.isVisible()
    assert black.geometry() == hand.desk.window.rect()
    QTest.keyClick(black, Qt.Key.Key_X)

    assert not black.isVisible()
    assert lesson.place == 0


def test_the_second_window_says_notes_and_what_comes_next_and_leads(hand: Hand) -> None:
    lesson = begin(hand.desk, "erste_leistung", presenting=True)

    hand.desk.teach("notes")
    notes = lesson.stage.notes
    assert notes is not None
    assert notes.isVisible()
    assert "Wer ist bei Ihnen beteiligt?" in notes.notes.text()
    assert notes.then.text() == "Die erste Seite"
    hand.press(notes.forward)

    assert lesson.place == 1
    assert notes.now.text() == "Die erste Seite"


def test_the_wording_follows_the_language_in_the_middle_of_a_lesson(hand: Hand) -> None:
    lesson = begin(hand.desk, "erste_leistung")
    lesson.go(1)

    hand.desk.speak("en")
    assert lesson.bar.title.text() == "The first page"
    hand.click(next(iter(hand.sheet.view.of(Start))).id)
    hand.place("page", "Ihre Angaben")  # in the other language: it counts
    hand.key("Return")

    assert lesson.mark.state == "alone"


def test_a_stop_types_its_test_data_into_the_form(hand: Hand) -> None:
    hand.desk.filing.open_sample("hundesteuer")
    view = hand.sheet.view
    case = view.ordered(ExampleCase)[0]
    hand.desk.change(say("lesson.undo.set"), lambda tx: set_stop(tx, name="A", case=case.id))
    hand.settle()
    hand.key("Shift+F5")

    answers = hand.desk.panes.preview.answers
    plain = [a for a in case.answers if a.field in answers]
    assert plain
    assert len(answers) > 1


def test_a_stop_lets_the_rehearsal_run_until_its_card(hand: Hand) -> None:
    hand.desk.filing.open_sample("hundesteuer")
    view = hand.sheet.view
    case = view.ordered(ExampleCase)[0]
    last = [step for step in view.ordered(Step) if step.form == "page"][-1].id
    stop = {"case": case.id, "deeds": (Deed(verb="play", at=last),)}
    hand.desk.change(say("lesson.undo.set"), lambda tx: set_stop(tx, name="A", **stop))
    hand.settle()
    hand.desk.teach("show")
    lesson = hand.sheet.findChild(Lesson)
    assert lesson is not None

    lesson.forward()

    walk = hand.desk.rehearsal.walk_of(hand.sheet)
    assert [token.at for token in walk.now.tokens] == [last]
    assert len(walk) > 1


def test_a_script_lies_beside_the_document_and_comes_back(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "vortrag.drehbuch"
    hand.desk.choosers = Choosers(save=lambda *_args: path, open=lambda *_args: path)
    hand.desk.filing.open_sample("hundesteuer")
    hand.desk.teach("set")
    script = hand.sheet.view.of(type(read_book(write_book(hand.sheet.view, _script(hand))).script))

    hand.desk.teach("save")
    assert b'"kind":"step"' not in path.read_bytes()
    hand.desk.filing.open_sample("bewohnerparkausweis")
    hand.desk.teach("load")

    assert hand.sheet.view.of(type(script[0])) == script
    with pytest.raises(NoScript):
        read_book(to_bytes(()), "leer")


def _script(hand: Hand) -> str:
    found = script_of(hand.sheet.view)
    assert found is not None
    return found.id


@pytest.mark.parametrize("ending", [".html", ".pdf"])
def test_a_click_guide_has_a_picture_per_stop_and_the_same_bytes_each_time(
    hand: Hand, ending: str
) -> None:
    lesson = begin(hand.desk, "bedingung")
    book = lesson.book

    data = guide_bytes(book, copy_for(book), ending)

    assert data == guide_bytes(book, copy_for(book), ending)
    if ending == ".html":
        page = data.decode()
        assert page.count('<img src="data:image/png;base64,') == len(book.stops)
        assert "<h2>2. Von der Antwort zur Seite</h2>" in page
        assert "http:" not in page
        assert "https:" not in page
    else:
        assert data.startswith(b"%PDF")
        assert data.count(b"/Type /Page\n") == len(book.stops)
    assert len(list(scenes(book, copy_for(book)))) == len(book.stops)


def test_the_guide_is_saved_where_the_person_wants_it(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "anleitung.html"
    hand.desk.choosers = Choosers(save=lambda *_args: path)
    begin(hand.desk, "erste_leistung")

    hand.desk.teach("guide")

    assert b"Erste Leistung" in path.read_bytes()


def test_the_result_sheet_carries_a_name_only_when_one_is_typed(hand: Hand, tmp_path: Path) -> None:
    path = tmp_path / "bogen.csv"
    hand.desk.choosers = Choosers(save=lambda *_args: path)
    lesson = begin(hand.desk, "erste_leistung")
    lesson.go(1)
    lesson.check()
    lesson.skip()
    sheet = show_results(lesson)

    assert results_of(lesson).name == ""
    sheet.name.setText("=Anna")
    sheet.save()

    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[1] == "Erste Leistung;Die erste Seite;übersprungen;1;'=Anna"
    assert len(lines) == 1 + 5
