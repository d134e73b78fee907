"""Is a review kept, whatever lies on the disk, and does the window follow?"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from types import TracebackType

import pytest

from model.records import Field
from model.review import ENDING, Review, Tick, every, read_review, write_review
from model.storage import to_bytes
from studio.reviewing import Reviewing, review_of
from studio.reviewing.keeping import home_of_reader
from studio.reviewing.reader import Reader
from studio.windows.toolbar import ToolBar
from tests.helpers.desk import Hand
from tests.helpers.monkey import Monkey, dialogs_answered
from widgets.canvas.telling import description_of
from widgets.review import Flags


def look(hand: Hand, path: Path) -> tuple[Reader, Reviewing]:
    """Open it read-only, until everything about it is known."""
    hand.desk.filing.look_at(path)
    hand.settle()
    reader = hand.sheet.findChild(Reader)
    assert reader is not None
    hand.wait_for(lambda: reader.judgement is not None and hand.sheet.check.up_to_date)
    return reader, reader.review


def test_opening_alone_writes_nothing(hand: Hand, package: Path) -> None:
    _reader, review = look(hand, package)

    state = hand.desk.surroundings.paths.state
    assert not home_of_reader(state, review.content).exists()
    assert not list(state.rglob("*.journal"))
    assert not hand.sheet.session.dirty


def test_the_cover_sheet_tells_what_was_found_here(hand: Hand, package: Path) -> None:
    reader, review = look(hand, package)

    text = reader.cover.text
    for words in (
        *("99102013000000", "ab 01.01.2026", "3 Entwurf", "hundesteuer.fachwerk.zip"),
        *(
            "Jede Datei des Pakets",
            "widerspricht dem Paket nicht",
            "nicht unterschrieben",
            "Operaton: bereit",
        ),
        *("Nichts gefunden", "Ob eine Vorschrift noch", review.content[:4]),
    ):
        assert words in text


def test_a_package_that_was_touched_says_so_on_its_cover(
    hand: Hand, tmp_path: Path, package_bytes: bytes
) -> None:
    torn = tmp_path / "torn.fachwerk.zip"
    at = package_bytes.index(b"Hund zur Hundesteuer")
    torn.write_bytes(package_bytes[:at] + b"H" + b"\x55" + package_bytes[at + 2 :])

    hand.desk.filing.open(torn)
    hand.settle()

    told = hand.desk.notice.text
    if hand.desk.sheet is not None:
        reader = hand.sheet.findChild(Reader)
        assert reader is not None
        hand.wait_for(lambda: reader.judgement is not None)
        told = "\n".join(
            row.words for part in reader.cover.sections for row in part.rows if row.sign == "error"
        )
    assert told
    assert "bereit" not in told


def test_what_could_not_be_judged_is_never_shown_as_sound(
    hand: Hand, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_all: object) -> object:
        raise ValueError("kaputt")

    monkeypatch.setattr("studio.reviewing.reader.judged_package", breaks)

    reader, _review = look(hand, package)

    signs = {row.words: row.sign for part in reader.cover.sections for row in part.rows}
    assert [sign for words, sign in signs.items() if "abgebrochen" in words] == ["error"]
    assert "Jede Datei des Pakets" not in reader.cover.text


def test_a_button_of_the_cover_leads_to_the_finding(hand: Hand, own: Path) -> None:
    lines = own.read_bytes().split(b"\n")
    kept = [line for line in lines if not line.startswith(b'{"kind":"citation"')]
    own.write_bytes(b"\n".join(kept))
    reader, _review = look(hand, own)
    rows = [row for part in reader.cover.sections for row in part.rows if row.wish]
    wish = next(row.wish for row in rows if row.wish.startswith("finding."))

    reader.do(wish)
    hand.settle()

    assert reader.side == "picture"
    assert hand.desk.docks.is_shown("findings")


def test_a_review_is_on_the_disk_as_soon_as_it_is_said(hand: Hand, package: Path) -> None:
    _reader, review = look(hand, package)

    review.tick("law.fees", "yes")

    home = home_of_reader(hand.desk.surroundings.paths.state, review.content)
    assert [t.topic for t in read_review(home.read_bytes()).records if isinstance(t, Tick)] == [
        "law.fees"
    ]


def test_what_a_colleague_wrote_meanwhile_is_taken_in_before_it_is_written(
    hand: Hand, own: Path
) -> None:
    hand.desk.filing.open(own)
    hand.settle()
    review = review_of(hand.desk, hand.sheet)
    review.add("", "Von mir")
    beside = own.with_suffix(ENDING)
    file = read_review(beside.read_bytes())
    other = Review(id="review_x", author="Herr Cordes", verdict="agreed", changed="t")
    beside.write_bytes(write_review([*file.records, other]))

    review.add("", "Noch eine")

    assert {r.text for r in review.remarks} == {"Von mir", "Noch eine"}
    assert [h.author for h in every(review.book, Review)] == ["Herr Cordes"]
    assert len(read_review(beside.read_bytes()).records) == 3


def test_a_file_that_cannot_be_read_is_never_written_over(hand: Hand, own: Path) -> None:
    beside = own.with_suffix(ENDING)
    beside.write_bytes(b'{"pruefung":1}\nkaputt\n')

    hand.desk.filing.open(own)
    hand.settle()
    review_of(hand.desk, hand.sheet).add("", "Trotzdem")

    assert beside.read_bytes() == b'{"pruefung":1}\nkaputt\n'
    assert "nicht aufgehoben" in hand.sheet.notice.text


def test_saving_under_another_name_takes_the_review_along(
    hand: Hand, own: Path, tmp_path: Path
) -> None:
    hand.desk.filing.open_sample("hundesteuer")
    review = review_of(hand.desk, hand.sheet)
    review.add("", "Vor dem Sichern")
    target = tmp_path / "neu" / "meine.fachwerk"
    target.parent.mkdir()

    hand.sheet.session.save_as(target)

    kept = read_review(target.with_suffix(ENDING).read_bytes())
    assert [r.text for r in kept.remarks] == ["Vor dem Sichern"]


def test_a_remark_stays_when_its_element_goes(hand: Hand, own: Path) -> None:
    hand.desk.filing.open(own)
    hand.settle()
    review = review_of(hand.desk, hand.sheet)
    field = hand.sheet.view.of(Field)[-1]
    made = review.add(field.id, "Weg damit")

    with hand.sheet.session.document.transaction(review.history.done[-1].label) as tx:
        tx.remove(field.id)
    hand.desk.review("remarks")
    hand.settle()

    panel = hand.desk.panes.review
    assert [r.id for r in review.remarks] == [made]
    assert field.label in panel.form.place.text()
    assert not panel.form.place.isEnabled()
    assert "gibt es nicht mehr" in panel.form.by.text()


def test_flags_stand_where_something_was_said_also_in_words(hand: Hand, package: Path) -> None:
    reader, review = look(hand, package)
    field = hand.sheet.view.of(Field)[0].id
    review.add(field, "Eins")
    done = review.add(field, "Zwei")
    review.move_on(done, "done")
    reader.turn("picture")
    hand.sheet.show_element(field)
    hand.settle()

    flags = hand.sheet.canvas.findChild(Flags)

    assert flags is not None
    assert flags.flags == {field: ("1, 2", True)}
    assert [words for _box, words, _open in flags.boxes()] == ["1, 2"]
    assert "2 Anmerkungen" in description_of(hand.sheet.canvas.graph, field, {})
    hand.desk.undo()
    hand.desk.undo()
    hand.desk.undo()
    assert not flags.isVisible()


@pytest.mark.parametrize("side", ["picture", "table"])
def test_the_tool_bar_leads_from_the_cover_sheet_to_picture_and_table(
    hand: Hand, package: Path, side: str
) -> None:
    reader, _review = look(hand, package)
    bar = hand.desk.window.findChild(ToolBar)
    assert bar is not None
    button = bar.table if side == "table" else bar.picture
    assert not button.isChecked()

    hand.press(button)

    assert reader.side == side
    assert button.isChecked()


def test_a_second_window_of_the_same_file_is_not_opened(hand: Hand, package: Path) -> None:
    look(hand, package)
    first = hand.sheet
    hand.desk.filing.open_sample("liegenschaftskarte")

    hand.desk.filing.open(package)

    assert hand.sheet is first
    assert len(hand.desk.sheets.all) == 2


def test_the_panes_of_drawing_come_back_with_a_service_of_ones_own(
    hand: Hand, package: Path
) -> None:
    look(hand, package)
    reading = {n for n in ("palette", "preview", "review") if hand.desk.docks.is_shown(n)}

    hand.desk.filing.open_sample("liegenschaftskarte")
    hand.settle()

    drawing = {n for n in ("palette", "preview", "review") if hand.desk.docks.is_shown(n)}
    assert (reading, drawing) == ({"review"}, {"palette", "preview"})


def test_a_person_without_a_plan_changes_nothing_that_is_only_read(
    hand: Hand, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, _review = look(hand, own)
    reader.turn("picture")
    sheet, start = hand.sheet, to_bytes(hand.sheet.view)
    faults: list[str] = []

    def hook(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        faults.append(f"{kind.__name__}: {error}")

    monkeypatch.setattr(sys, "excepthook", hook)
    monkey = Monkey(hand, 7)
    with dialogs_answered(random.Random(7)):
        for _gesture in range(120):
            if hand.desk.sheet is not sheet:
                hand.desk.sheets.show(sheet)
            monkey.act()
            assert not faults, (faults, monkey.log)

    assert to_bytes(sheet.view) == start
