"""Can a person begin a service by typing alone: letters, Enter, nothing else?"""

from __future__ import annotations

from model.graph import reading_order
from model.records import Field, FieldGroup, Step
from tests.helpers.desk import Hand


def add(hand: Hand, words: str) -> None:
    """Type into the canvas and take the first offer."""
    hand.type(words)
    hand.key("Return")


def test_pages_fields_and_steps_from_an_empty_window_by_typing(hand: Hand) -> None:
    hand.key("Ctrl+N")
    hand.canvas.setFocus()

    add(hand, "seite Ihre Angaben")
    add(hand, "Name")
    add(hand, "Anschrift")
    add(hand, "mail E-Mail")
    add(hand, "seite Ihr Hund")
    add(hand, "ja Gefährlich?")
    add(hand, "liste Weitere Hunde")
    add(hand, "Rufname")
    add(hand, "Antrag prüfen")
    add(hand, "wenn Gefährlich")
    add(hand, "steuer festsetzen")
    add(hand, "gebühr Gebühr einziehen")
    add(hand, "Bescheid erstellen")
    hand.key("Ctrl+Space")  # E would rename the one element that is chosen
    add(hand, "ende")

    view = hand.sheet.view
    order = [view[one] for one in reading_order(view)]
    assert [getattr(one, "name", "") for one in order] == [
        *("Start", "Ihre Angaben", "Ihr Hund", "Antrag prüfen", "Gefährlich", "Steuer festsetzen"),
        *("Gebühr einziehen", "Bescheid erstellen", "Ende"),
    ]
    pages = [one for one in order if isinstance(one, Step) and one.form == "page"]
    labels = [[getattr(row, "label", "") for row in view.rows(page.id)] for page in pages]
    assert labels == [["Name", "Anschrift", "E-Mail"], ["Gefährlich?", "Weitere Hunde"]]
    group = view.of(FieldGroup)[0]
    assert group.repeatable
    assert [row.label for row in view.rows(group.id) if isinstance(row, Field)] == ["Rufname"]
    sides = {one.name: view.role_of(one.id).side for one in order if isinstance(one, Step)}  # type: ignore[union-attr]
    assert sides["Antrag prüfen"] == "office"
    assert sides["Gebühr einziehen"] == "system"
    assert len(view.outgoing(order[-1].id)) == 0
    assert hand.actions <= 16, "\n".join(hand.log)
