"""Are the buttons of the panes named, large enough and readable in every theme?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from widgets.look import theme
from widgets.look.tokens import contrast, tokens
from widgets.panels import Chip, FlatButton, edged, heading
from widgets.panels.flow import FlowLayout


@pytest.mark.parametrize("role", ["plain", "primary", "quiet", "tab"])
def test_targets_are_at_least_24_pixels(qtbot: QtBot, role: str) -> None:
    button = FlatButton("Ja", role=role)
    qtbot.addWidget(button)

    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_a_name_with_an_ampersand_is_no_shortcut(qtbot: QtBot) -> None:
    button = FlatButton("Hund & Katze")
    qtbot.addWidget(button)

    assert button.accessibleName() == "Hund & Katze"
    assert button.shortcut().isEmpty()


def test_words_are_never_cut(qtbot: QtBot) -> None:
    button = FlatButton("Donaudampfschifffahrtsgesellschaft", sign="add")
    qtbot.addWidget(button)

    needed = button.fontMetrics().horizontalAdvance(button.text()) + 16

    assert button.sizeHint().width() >= needed
    assert button.minimumSizeHint() == button.sizeHint()


def test_a_long_chip_is_bounded(qtbot: QtBot) -> None:
    chip = Chip("§ " * 400)
    qtbot.addWidget(chip)

    assert chip.sizeHint().width() == Chip.LONGEST


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_edge_of_a_control_can_be_seen(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name)
    line = QLineEdit()
    qtbot.addWidget(line)

    edged(line)

    edge = line.palette().color(QPalette.ColorRole.Window).darker(140)
    said = tokens(name)
    theme.apply(qapp, "light")
    assert contrast(edge.name(), said.panel) >= 3
    assert contrast(QColor(said.on_accent).name(), QColor(said.accent).name()) >= 4.5


def test_headings_show_text_as_text(qtbot: QtBot) -> None:
    label = heading("<b>Felder</b>")
    qtbot.addWidget(label)

    assert label.text() == "<b>Felder</b>"


def test_chips_break_into_lines(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for number in range(6):
        flow.addWidget(Chip(f"§ {number} HStS", box))

    assert flow.heightForWidth(1000) < flow.heightForWidth(150)


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = FlatButton("Leerer Vorgang")
    qtbot.addWidget(button)

    with qtbot.waitSignal(button.clicked, timeout=1000):
        QTest.keyClick(button, Qt.Key.Key_Return)
