"""Does what an old form asks for become rows, and does the tick tell the truth afterwards?"""

from __future__ import annotations

import pytest

from model.commands import (
    RawEntry,
    RawForm,
    forms_beside,
    is_taken,
    open_entries,
    put_away,
    remove,
    shelf_groups,
    shelve,
    take,
    take_as_page,
    take_rest,
)
from model.document import History
from model.errors import NotAllowed
from model.geometry import Point
from model.reading import search
from model.records import Field, OldEntry, OldForm, Step
from model.storage import from_bytes, to_bytes
from tests.helpers.building import Bench

ASKED = (
    RawEntry("Familienname", required=True, max_length=40, section="Person"),
    RawEntry("Geburtsdatum", "date", section="Person", help="Wie im Ausweis"),
    RawEntry("Rasse", "choice", options=("Dackel", "Pudel"), section="Hund"),
    RawEntry("Gefährlich?", "yesno", section="Hund"),
    RawEntry("Bemerkung", "long_text", page=2),
)


class Shelved(Bench):
    """A new service with an old form beside it."""

    def __init__(self, asked: tuple[RawEntry, ...] = ASKED) -> None:
        super().__init__()
        self.form: str = self.do(shelve, RawForm("Antrag.pdf", "pdf", asked)).id
        self.page = self.after(self.start, "page", "Ihre Angaben").id

    @property
    def entries(self) -> list[OldEntry]:
        return self.view.children(self.form, OldEntry)

    def take(self, *places: int) -> list[str]:
        return self.do(take, [self.entries[place].id for place in places], self.page)

    @property
    def taken(self) -> list[bool]:
        return [is_taken(self.view, entry) for entry in self.entries]


def test_an_old_form_lies_beside_and_changes_nothing_else() -> None:
    bench = Shelved()

    assert [form.name for form in forms_beside(bench.view)] == ["Antrag.pdf"]
    assert [entry.label for entry in bench.entries] == [entry.label for entry in ASKED]
    assert bench.view.of(Field) == []
    assert len(open_entries(bench.view, bench.form)) == 5


def test_headings_come_before_pages_in_naming_a_group() -> None:
    groups = shelf_groups(Shelved().view, "old_form_1")

    assert [(group.section, group.page) for group in groups] == [
        ("Person", 0),
        ("Hund", 0),
        ("", 2),
    ]
    assert [len(group.entries) for group in groups] == [2, 2, 1]


def test_a_taken_entry_becomes_a_row_with_all_that_is_known_of_it() -> None:
    bench = Shelved()

    name, born, race = (bench.view.the(row, Field) for row in bench.take(0, 1, 2))

    assert (name.label, name.required, name.max_length) == ("Familienname", True, 40)
    assert (born.data_type, born.help) == ("date", "Wie im Ausweis")
    assert [option.label for option in bench.options(race)] == ["Dackel", "Pudel"]
    assert [row.id for row in bench.view.rows(bench.page)] == [name.id, born.id, race.id]


def test_rows_stand_before_the_row_they_were_dropped_on_in_the_order_of_the_form() -> None:
    bench = Shelved()
    (last,) = bench.take(4)

    bench.do(take, [bench.entries[0].id, bench.entries[1].id], bench.page, last)

    labels = [row.label for row in bench.view.rows(bench.page)]
    assert labels == ["Familienname", "Geburtsdatum", "Bemerkung"]


def test_what_was_taken_is_ticked_and_not_taken_twice() -> None:
    bench = Shelved()
    bench.take(0)

    bench.take(0, 1)

    assert bench.taken == [True, True, False, False, False]
    assert len(bench.view.of(Field)) == 2
    with pytest.raises(NotAllowed):
        bench.take(0, 1)


def test_deleting_the_row_opens_the_entry_again() -> None:
    bench = Shelved()
    (row,) = bench.take(0)

    bench.do(remove, [row])

    assert bench.taken == [False] * 5
    assert bench.entries[0].taken == ""


def test_deleting_the_page_opens_all_that_stood_on_it() -> None:
    bench = Shelved()
    bench.take(0, 1, 2)

    bench.do(remove, [bench.page])

    assert bench.taken == [False] * 5


def test_undo_and_redo_say_the_same_as_the_rows() -> None:
    bench = Shelved()
    history = History(bench.document)
    bench.take(0, 1)

    history.undo()
    after_undo = bench.taken
    history.redo()

    assert after_undo == [False] * 5
    assert bench.taken == [True, True, False, False, False]


def test_entries_on_free_ground_become_a_page_named_after_their_heading() -> None:
    bench = Shelved()
    ids = [bench.entries[2].id, bench.entries[3].id]

    step, rows = bench.do(take_as_page, ids, bench.applicant, Point(700, 120))

    assert (step.name, step.form) == ("Hund", "page")
    assert len(rows) == 2
    assert bench.view.incoming(step.id) == []


def test_without_a_place_the_page_stands_behind_the_last_one() -> None:
    bench = Shelved()

    step, _rows = bench.do(take_as_page, [bench.entries[0].id])

    assert [flow.source for flow in bench.view.incoming(step.id)] == [bench.page]


def test_all_that_is_left_becomes_a_page_for_each_heading_one_after_the_other() -> None:
    bench = Shelved()
    bench.take(0)

    pages = bench.do(take_rest, bench.form)

    steps = [bench.view.the(page, Step) for page in pages]
    assert [step.name for step in steps][:2] == ["Person", "Hund"]
    assert [len(bench.view.rows(page)) for page in pages] == [1, 2, 1]
    before = [bench.view.incoming(page)[0].source for page in pages]
    assert before == [bench.page, *pages[:-1]]
    assert all(bench.taken)


def test_a_form_without_headings_becomes_pages_of_a_bearable_length() -> None:
    bench = Shelved(tuple(RawEntry(f"Frage {n}") for n in range(90)))

    pages = bench.do(take_rest, bench.form)

    assert [len(bench.view.rows(page)) for page in pages] == [40, 40, 10]


def test_too_many_at_once_are_refused_and_nothing_is_placed() -> None:
    bench = Shelved(tuple(RawEntry(f"Frage {n}") for n in range(501)))

    with pytest.raises(NotAllowed):
        bench.do(take_rest, bench.form)

    assert bench.view.of(Field) == []


def test_a_form_that_is_put_away_leaves_what_was_taken_over() -> None:
    bench = Shelved()
    bench.take(0)

    bench.do(put_away, bench.form)

    assert bench.view.of(OldForm) == []
    assert bench.view.of(OldEntry) == []
    assert len(bench.view.of(Field)) == 1


def test_colleagues_see_the_same_shelf_in_the_file() -> None:
    bench = Shelved()
    bench.take(1)

    opened = from_bytes(to_bytes(bench.view))

    assert {r for r in opened.records if isinstance(r, OldForm | OldEntry)} == {
        r for r in bench.view if isinstance(r, OldForm | OldEntry)
    }


def test_two_forms_lie_in_the_order_in_which_they_were_laid_there() -> None:
    bench = Shelved()

    bench.do(shelve, RawForm("Zweites.docx", "word", ASKED[:1]))

    assert [form.name for form in forms_beside(bench.view)] == ["Antrag.pdf", "Zweites.docx"]


def test_the_search_of_the_service_leads_to_the_row_and_not_to_the_old_form() -> None:
    bench = Shelved()
    nothing = search(bench.view, "Familienname")

    (row,) = bench.take(0)

    assert nothing == []
    assert [hit.id for hit in search(bench.view, "Familienname")] == [row]
