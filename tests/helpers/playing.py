"""What is played in the window of a test?"""

from __future__ import annotations

from typing import Any

from model.records import ExampleCase
from studio.playing.playing import Playing
from tests.helpers.desk import Hand
from widgets.preview.form import Form


def rehearsal_of(hand: Hand) -> Any:
    """What the desk knows of playing."""
    return hand.desk.rehearsal


def playing_of(hand: Hand) -> Playing:
    """The run on the document in front."""
    found: Playing | None = rehearsal_of(hand).running(hand.sheet)
    assert found is not None
    return found


def form_of(hand: Hand) -> Form:
    """The form in the preview."""
    form = hand.desk.panes.preview.form
    assert form is not None
    return form


def case_named(hand: Hand, name: str) -> ExampleCase:
    """The example citizen of that name."""
    return next(case for case in hand.sheet.view.of(ExampleCase) if case.name == name)
