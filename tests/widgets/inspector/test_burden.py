"""Does the inspector of the service say how much it asks of a citizen, and what has changed?"""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from model.behaviors import open_document
from model.document import History
from model.language import say
from model.records import ExampleCase, Field, Step, key_between
from tests.studio.examples.looking import example
from tests.widgets.inspector.desk import Desk
from widgets.inspector.sections.burden import BurdenSection


@pytest.fixture
def parking(desk: Desk) -> Desk:
    """The inspector shows a service with example citizens."""
    desk.document = open_document(example("bewohnerparkausweis"))
    desk.history = History(desk.document)
    desk.inspector.open(desk.document, desk.history)
    return desk


def section(desk: Desk) -> BurdenSection:
    (found,) = [
        one for one in desk.inspector.findChildren(BurdenSection) if one.isVisibleTo(desk.inspector)
    ]
    return found


def words(desk: Desk) -> str:
    QApplication.processEvents()
    shown = section(desk).findChildren(QLabel)
    return "\n".join(one.text() for one in shown if one.isVisibleTo(desk.inspector))


def ask_more(desk: Desk) -> None:
    """One more question, which must be answered, on the first page."""
    page = desk.document.snapshot().ordered(Step)[0]
    last = max((f.order for f in desk.document.snapshot().children(page.id, Field)), default="")
    with desk.document.transaction(say("undo.edit", what="x")) as tx:
        tx.add(Field(id="extra", parent=page.id, label="Noch etwas", order=key_between(last, "")))


def test_the_service_says_what_a_citizen_answers_and_hands_in(parking: Desk) -> None:
    section(parking).count_now()

    assert (
        "beantwortet 11 bis 22 Fragen auf 4 bis 8 Seiten und legt 1 bis 4 Nachweise vor"
        in words(parking)
    )
    assert "Zuletzt geändert" not in words(parking)


def test_one_question_more_is_told_and_undo_takes_it_back(parking: Desk) -> None:
    section(parking).count_now()

    ask_more(parking)
    section(parking).count_now()
    more = words(parking)
    parking.undo()
    section(parking).count_now()

    assert "12 bis 23 Fragen" in more
    assert "Zuletzt geändert: im längsten Fall 1 Frage mehr." in more
    assert "11 bis 22 Fragen" in words(parking)
    assert "1 Frage weniger" in words(parking)


def test_what_changed_is_still_told_after_looking_elsewhere(parking: Desk) -> None:
    section(parking).count_now()
    page = parking.document.snapshot().ordered(Step)[0]

    parking.show(page)
    ask_more(parking)
    parking.inspector.show_selection(())
    section(parking).count_now()

    assert "1 Frage mehr" in words(parking)


def test_without_example_citizens_it_is_said_why_nothing_is_counted(parking: Desk) -> None:
    with parking.document.transaction(say("undo.edit", what="x")) as tx:
        for case in list(tx.of(ExampleCase)):
            tx.remove(case.id)
    section(parking).count_now()

    assert "Noch ist kein Beispielfall da" in words(parking)
