"""How does a person fill in the form of the preview, question by question?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit

from tests.helpers.desk import Hand
from widgets.preview.controls import ChoiceControl
from widgets.preview.form import Form
from widgets.preview.questions import Question


def fill_form(hand: Hand, answers: Mapping[str, Any]) -> None:
    """Answer with real events what is asked in the preview now and is not answered so already.

    ``answers``: field -> text, truth or code; repeatable group -> its entries.
    """
    for key in [question.key for question in _form(hand).questions]:
        question = next((one for one in _form(hand).questions if one.key == key), None)
        if question is not None and question.isVisibleTo(_form(hand)):
            _answer(hand, question, _given(hand, answers, question))


def _form(hand: Hand) -> Form:
    form = hand.desk.panes.preview.form
    assert form is not None
    return form


def _given(hand: Hand, answers: Mapping[str, Any], question: Question) -> Any:
    field = question.field.id
    if question.entry < 0:
        return answers.get(field)
    lists = (given for given in answers.values() if isinstance(given, list))
    entries = (one[question.entry] for one in lists if len(one) > question.entry)
    return next((entry[field] for entry in entries if field in entry), None)


def _answer(hand: Hand, question: Question, given: Any) -> None:
    control = question.control
    if given is None or not control.parts or control.answer == given:
        return
    part = control.parts[0]
    if isinstance(control, ChoiceControl):
        hand.press(control.buttons[control.codes.index(given)])
    elif isinstance(part, QComboBox):
        part.setFocus()
        part.setCurrentIndex(part.findData(given))
        part.activated.emit(part.currentIndex())
        hand.settle()
    elif isinstance(part, QLineEdit | QPlainTextEdit):
        part.setFocus()
        hand.type(str(given), over=bool(control.answer))
    elif isinstance(part, QAbstractButton):
        hand.press(part)
