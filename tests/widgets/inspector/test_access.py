"""Can everything in the inspector be reached, named and hit?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from model.language import say
from model.records import Annotation, Frame, Norm, Record, Rule, TariffRow
from tests.widgets.inspector.desk import Desk
from widgets.inspector.form import Section
from widgets.inspector.more import MoreSection
from widgets.look.theme import ui_font

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit)


def visible_controls(desk: Desk) -> list[QWidget]:
    """All controls that can be seen, without the inner parts of drop-downs and dates."""
    found = [w for kind in CONTROLS for w in desk.inspector.findChildren(kind)]
    return [
        w
        for w in found
        if w.isVisible() and not isinstance(w.parent(), QComboBox) and "qt_" not in w.objectName()
    ]


def open_all(desk: Desk) -> None:
    for section in desk.inspector.findChildren(Section):
        section.set_folded(False)
        if isinstance(section, MoreSection):
            section.open()
    for _ in range(4):
        QApplication.processEvents()


def one_of_each_kind(desk: Desk) -> list[Record]:
    with desk.document.transaction(say("undo.test")) as tx:
        tx.add(Annotation(id="note", text="Merke"))
        tx.add(Frame(id="frame", name="Zusammen"))
    found: dict[str, Record] = {}
    for record in desk.document.snapshot():
        found.setdefault(f"{record.kind}.{getattr(record, 'form', '')}", record)
    return list(found.values())


def test_every_control_has_a_name_and_can_be_hit(desk: Desk) -> None:
    for record in one_of_each_kind(desk):
        desk.show(record)
        open_all(desk)
        controls = visible_controls(desk)

        unnamed = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
        assert unnamed == [], record.kind
        small = [w for w in controls if w.height() < 24 or w.width() < 24]
        told = [(w.accessibleName(), w.width(), w.height()) for w in small]
        assert told == [], record.kind


@pytest.fixture(params=[1.0, 2.0])
def sized(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The usual letters, and letters of twice the size."""
    qapp.setFont(ui_font(request.param))
    yield
    qapp.setFont(ui_font())


def test_nothing_is_wider_than_the_pane(sized: None, desk: Desk) -> None:
    for record in one_of_each_kind(desk):
        desk.show(record)
        open_all(desk)

        area = desk.inspector._area
        body = area.widget()
        assert body is not None
        assert body.minimumSizeHint().width() <= area.viewport().width(), record.kind


@pytest.mark.parametrize("kind", [Norm, Rule, TariffRow])
def test_what_has_no_place_on_the_canvas_can_be_shown_too(desk: Desk, kind: type) -> None:
    record = desk.the(kind)

    desk.show(record)

    assert len(visible_controls(desk)) > 2


def test_languages_are_chosen_by_name(desk: Desk) -> None:
    desk.inspector.show_selection(())
    open_all(desk)
    editor = desk.editor("languages")

    editor.add("de-LS")  # type: ignore[attr-defined]
    editor.add("de-LS")  # type: ignore[attr-defined]

    assert desk.document.snapshot().service.languages[-1] == "de-LS"
    editor.drop("de-LS")  # type: ignore[attr-defined]
    assert "de-LS" not in desk.document.snapshot().service.languages
    assert len(desk.history.done) == 2
