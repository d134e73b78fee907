"""Can somebody who has only the package review it, and does the author get all of it?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from exporters.registry import TARGETS
from model.document import Snapshot
from model.records import Field, Step
from model.review import Review, ReviewRemark, Tick, every, read_review
from model.storage import content_hash, from_bytes, to_bytes
from studio.reviewing import Reviewing
from studio.reviewing.reader import Reader
from studio.samples import sample_bytes
from tests.helpers.desk import Hand, open_desk
from widgets.review import Flags

SAMPLE = "hundesteuer"


@pytest.fixture
def package(tmp_path: Path) -> Path:
    view = Snapshot.of_records(from_bytes(sample_bytes(SAMPLE), SAMPLE).records)
    path = tmp_path / f"{SAMPLE}.fachwerk.zip"
    path.write_bytes(TARGETS["package"].write(view)[0][0].content)
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "author" / f"{SAMPLE}.fachwerk"
    path.parent.mkdir()
    path.write_bytes(sample_bytes(SAMPLE))
    return path


def review_in(hand: Hand) -> Reviewing:
    found = hand.sheet.findChild(Reviewing)
    assert found is not None
    return found


def remark(hand: Hand, about: str, text: str) -> None:
    """Select it, press the key, type, send."""
    hand.sheet.show_element(about)
    hand.settle()
    hand.key("Ctrl+Shift+M")
    hand.type(text)
    hand.key("Ctrl+Return")


def test_from_the_package_to_a_protocol_without_touching_the_package(
    hand: Hand, package: Path, tmp_path: Path
) -> None:
    before = package.read_bytes()
    hand.desk.filing.open(package)
    hand.settle()
    reader = hand.sheet.findChild(Reader)
    assert reader is not None
    hand.wait_for(lambda: reader.judgement is not None and hand.sheet.check.up_to_date)
    start, view = to_bytes(hand.sheet.view), hand.sheet.view
    field = view.of(Field)[0]

    remark(hand, field.id, "Bitte erklären.")
    remark(hand, "", "Insgesamt gut.")
    hand.desk.review("questions")
    questions = hand.desk.panes.review.questions
    hand.press(questions.lines["law.basis"].buttons["yes"])
    hand.desk.review("verdict")
    hand.press(hand.desk.panes.review.verdict.buttons["query"])
    out = tmp_path / "p.html"
    hand.desk.choosers.save = lambda *_all: out
    hand.desk.review("protocol")
    table = tmp_path / "p.csv"
    hand.desk.choosers.save = lambda *_all: table
    hand.desk.review("protocol")

    assert "Gültig" in reader.cover.text
    assert reader.side == "picture"
    assert to_bytes(hand.sheet.view) == start
    assert not hand.sheet.session.dirty
    page, lines = out.read_text("utf-8"), table.read_text("utf-8-sig")
    for words in ("Bitte erklären.", "Insgesamt gut.", "Rückfrage", content_hash(view)[:4]):
        assert words in page
    assert "Bitte erklären." in lines
    assert package.read_bytes() == before
    assert hand.sheet.canvas.findChild(Flags).flags == {field.id: ("2", True)}


def test_a_verdict_on_each_of_twelve_remarks_takes_two_actions_each(
    hand: Hand, package: Path, tmp_path: Path
) -> None:
    hand.desk.filing.open(package)
    hand.settle()
    review, panel = review_in(hand), hand.desk.panes.review
    for field in hand.sheet.view.of(Field)[:12]:
        review.add(field.id, "Bitte ansehen.")
    out = tmp_path / "p.html"
    hand.desk.choosers.save = lambda *_all: out
    hand.settle()
    hand.actions = 0

    for number in range(12):
        hand.key("Alt+F8")
        hand.press(panel.form.verdicts[("agreed", "query", "rejected")[number % 3]])
    hand.press(panel.tabs["verdict"])
    hand.press(panel.verdict.deeds["protocol"])

    given = Counter(remark.verdict for remark in review.remarks)
    assert given == {"agreed": 4, "query": 4, "rejected": 4}
    assert hand.actions <= 2 * 12 + 3 - 1  # the double click that opened it counts, too
    assert out.read_text("utf-8").count("Bitte ansehen.") == 12


def test_the_author_takes_two_reviews_in_and_answers(
    qtbot: QtBot, qapp: object, tmp_path: Path, package: Path, own: Path
) -> None:
    files = []
    for who in ("Frau Amann", "Herr Cordes"):
        hand = Hand(qtbot, open_desk(qtbot, tmp_path / who))
        hand.desk.filing.open(package)
        hand.settle()
        field = hand.sheet.view.of(Field)[0].id
        remark(hand, field, f"Sagt {who}")
        review_in(hand).name_reviewer(who, "Recht")
        files.append(tmp_path / f"{who}.pruefung")
        hand.desk.choosers.save = lambda *_all: files[-1]
        hand.key("Ctrl+S")

    author = Hand(qtbot, open_desk(qtbot, tmp_path / "author_desk", [own]))
    before = own.read_bytes()
    for file in files:
        author.desk.choosers.open = lambda *_all, f=file: f
        author.desk.review("load")
    review = review_in(author)
    first = review.remarks[0]
    review.answer(first.id, "Erledigt.")
    review.move_on(first.id, "done")

    assert {r.author for r in every(review.book, ReviewRemark)} == {"Frau Amann", "Herr Cordes"}
    assert {h.author for h in every(review.book, Review)} == {"Frau Amann", "Herr Cordes"}
    assert not author.sheet.session.dirty
    assert own.read_bytes() == before
    beside = read_review(own.with_suffix(".pruefung").read_bytes())
    assert [a.text for a in next(r for r in beside.remarks if r.id == first.id).answers] == [
        "Erledigt."
    ]


def test_the_same_package_goes_on_where_it_was_left(hand: Hand, package: Path) -> None:
    hand.desk.filing.open(package)
    hand.settle()
    remark(hand, hand.sheet.view.of(Field)[0].id, "Bis hierher.")
    hand.desk.filing.close_current()

    hand.desk.filing.open(package)
    hand.settle()

    assert [r.text for r in review_in(hand).remarks] == ["Bis hierher."]
    assert "1 Anmerkung" in hand.sheet.notice.text
    assert review_in(hand).head is not None


def test_nothing_can_be_changed_and_a_copy_can(hand: Hand, package: Path) -> None:
    hand.desk.filing.open(package)
    hand.settle()
    start = to_bytes(hand.sheet.view)
    locked = hand.sheet
    field = hand.sheet.view.of(Field)[0].id

    hand.sheet.show_element(field)
    hand.settle()
    hand.key("Del")
    hand.place("page", "Neu")
    hand.key("Return")
    hand.key("Esc")
    hand.key("Ctrl+Shift+L")

    assert to_bytes(locked.view) == start
    hand.press(hand.button(locked, "Kopie bearbeiten"))
    assert hand.sheet is not locked
    hand.sheet.show_element(field)
    hand.settle()
    hand.place("page", "Neu")
    hand.key("Return")
    assert "Neu" in {step.name for step in hand.sheet.view.of(Step)}
    assert "Neu" not in {step.name for step in locked.view.of(Step)}


def test_undo_takes_back_what_was_said_last(hand: Hand, package: Path) -> None:
    hand.desk.filing.open(package)
    hand.settle()
    review = review_in(hand)
    review.tick("it.keys", "no")
    review.add("", "Eins")

    hand.sheet.focus_work()
    hand.wait_for(lambda: hand.menus.actions["edit.undo"].isEnabled())
    hand.wait_for(hand.desk.window.isActiveWindow)
    hand.key("Ctrl+Z")
    gone = [r.text for r in review.remarks]
    hand.key("Ctrl+Y")

    assert gone == []
    assert [r.text for r in review.remarks] == ["Eins"]
    assert every(review.book, Tick)


def test_a_review_of_something_else_is_refused_with_a_sentence(
    hand: Hand, package: Path, tmp_path: Path
) -> None:
    hand.desk.filing.open(package)
    hand.settle()
    review_in(hand).add("", "Zur Hundesteuer")
    file = tmp_path / "x.pruefung"
    hand.desk.choosers.save = lambda *_all: file
    hand.desk.review("save")

    hand.desk.filing.open_sample("liegenschaftskarte")
    hand.desk.filing.open(file)

    assert "gehört zu einer anderen Leistung" in hand.desk.notice.text
    assert "Hundesteuer" in hand.desk.notice.text


@pytest.mark.parametrize("side", ["cover", "picture", "table", "form", "norms"])
def test_every_side_can_be_reached_and_speaks_both_languages(
    hand: Hand, package: Path, side: str
) -> None:
    hand.desk.filing.open(package)
    hand.settle()
    reader = hand.sheet.findChild(Reader)
    assert reader is not None

    hand.press(reader.bar.sides[side])
    hand.desk.speak("en")
    hand.settle()

    assert reader.side == side
    assert reader.bar.sides[side].isChecked()
    assert hand.button(hand.sheet, "Edit a copy").isVisible()
    assert "Valid" in reader.cover.text
