"""Do copy, cut, paste and undo mean the widget that has the focus, and nobody else?"""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from model.records import Field, Step
from tests.helpers.desk import Hand
from widgets.canvas.cliptext import MIME


def clip_board() -> str:
    return QGuiApplication.clipboard().text()


def has_elements() -> bool:
    return bool(QGuiApplication.clipboard().mimeData().hasFormat(MIME))


@pytest.fixture
def on_field(in_hand: Hand) -> Hand:
    """A field is chosen on the canvas; the clipboard holds something else."""
    field = next(f for f in in_hand.sheet.view.of(Field) if f.label == "Familienname")
    in_hand.canvas.show_element(field.id)
    in_hand.settle()
    QGuiApplication.clipboard().setText("vorher")
    return in_hand


def text_widgets(hand: Hand) -> list[QWidget]:
    """Every text field of the window that can be seen and typed in."""
    kinds = (QLineEdit, QPlainTextEdit)
    found = [w for kind in kinds for w in hand.desk.window.findChildren(kind)]
    inside = hand.desk.panes.inspector.isAncestorOf
    found.sort(key=inside)  # what is typed there changes the preview, whose fields come anew
    return [w for w in found if w.isVisible() and w.isEnabled() and not w.isReadOnly()]


def test_a_text_field_copies_cuts_and_pastes_its_own_text(on_field: Hand) -> None:
    view = on_field.sheet.view
    fields = text_widgets(on_field)
    assert len(fields) >= 4
    for widget in fields:
        widget.setFocus()
        before = _text(widget)
        QGuiApplication.clipboard().setText("xyz")
        for chord in ("Ctrl+A", "Ctrl+V", "Ctrl+A", "Ctrl+C"):
            on_field.key(chord)
        assert "xyz" in clip_board(), widget
        assert not has_elements(), widget
        on_field.key("Ctrl+X")
        assert _text(widget) == "", widget
        if not on_field.desk.panes.inspector.isAncestorOf(widget):
            on_field.key("Ctrl+Z")  # a line of the inspector has tests of its own for this
            assert "xyz" in _text(widget), widget
        _set(widget, before)
        on_field.settle()
    names = {f.id for f in view.of(Field)} | {s.id for s in view.of(Step)}
    assert names <= {record.id for record in on_field.sheet.view}


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()  # type: ignore[attr-defined,no-any-return]


def _set(widget: QWidget, text: str) -> None:
    if isinstance(widget, QLineEdit):
        widget.setText(text)
    else:
        widget.setPlainText(text)  # type: ignore[attr-defined]


def test_canvas_and_outline_copy_the_chosen_element_and_the_canvas_pastes_it(
    on_field: Hand,
) -> None:
    chosen = on_field.canvas.selection.ids[0]
    for widget in (on_field.canvas, on_field.desk.panes.outline.tree):
        on_field.canvas.select((chosen,))
        widget.setFocus()
        before = len(on_field.sheet.view.of(Field))
        QGuiApplication.clipboard().setText("vorher")

        on_field.key("Ctrl+C")
        assert has_elements(), widget
        assert "Familienname" in clip_board()
        on_field.canvas.setFocus()
        on_field.key("Ctrl+V")

        assert len(on_field.sheet.view.of(Field)) == before + 1
        on_field.key("Ctrl+Z")
        assert len(on_field.sheet.view.of(Field)) == before


@pytest.mark.parametrize("place", ["palette", "outline", "preview"])
def test_elsewhere_nothing_is_changed_and_it_is_said(on_field: Hand, place: str) -> None:
    on_field.wait_for_check()
    desk = on_field.desk
    desk.docks.enter(place)
    if on_field.canvas.hasFocus():
        pytest.skip("nothing there takes the focus")
    before = on_field.sheet.view

    for chord in ("Ctrl+X", "Ctrl+V", "Ctrl+D", "Ctrl+Del", "Del"):
        on_field.key(chord)

    assert clip_board() == "vorher"
    assert on_field.sheet.view == before
    assert "es wurde nichts gelöscht" in desk.notice.text


def test_a_pasted_list_is_told_with_a_button_that_takes_it_back(in_hand: Hand) -> None:
    page = next(s for s in in_hand.sheet.view.of(Step) if s.form == "page")
    in_hand.canvas.show_element(page.id)
    before = in_hand.sheet.view
    QGuiApplication.clipboard().setText("Geburtsdatum\nE-Mail\nKennzeichen")

    in_hand.key("Ctrl+V")
    notice = in_hand.desk.notice
    assert notice.text.startswith("3 Felder eingefügt. Erkannt: 1 × Datum")
    in_hand.press(in_hand.button(notice, "Rückgängig"))

    assert in_hand.sheet.view == before
    assert notice.isHidden()
