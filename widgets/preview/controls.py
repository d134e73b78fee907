"""Which control does a field become?"""

from __future__ import annotations

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from model.document import Snapshot
from model.language import tr
from model.records import Field
from widgets.basics.labels import plain_label, shown
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import edged

MOST_RADIOS = 6


def control_for(view: Snapshot, field: Field, parent: QWidget) -> QWidget:
    """The control a citizen would use for a field."""
    if field.field_kind == "select":
        return _choice(view, field, parent)
    if field.data_type == "bool":
        return edged(QCheckBox(shown(field.label), parent))
    if field.data_type == "file":
        return FlatButton(tr("preview.file"), parent, sign="file")
    if field.layout == "long":
        box = QPlainTextEdit(parent)
        edged(box)
        box.setFixedHeight(64)
        box.setTabChangesFocus(True)
        return box
    return _line(field, parent)


def _choice(view: Snapshot, field: Field, parent: QWidget) -> QWidget:
    options = view.options(field.id)
    if len(options) > MOST_RADIOS and field.choices == "one":
        box = QComboBox(parent)
        edged(box)
        box.addItems([shown(option.label) for option in options])
        box.setCurrentIndex(-1)
        box.setMinimumContentsLength(8)
        return box
    group = QWidget(parent)
    short = len(options) <= 2 and all(len(option.label) < 14 for option in options)
    row = QHBoxLayout(group) if short else QVBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12 if short else 2)
    kind = QRadioButton if field.choices == "one" else QCheckBox
    for option in options:
        button = kind(shown(option.label).replace("&", "&&"), group)
        row.addWidget(edged(button))
    row.addStretch(1)
    return group


def _line(field: Field, parent: QWidget) -> QWidget:
    line = QLineEdit(parent)
    edged(line)
    line.setMinimumHeight(28)
    line.setTextMargins(4, 0, 4, 0)
    line.setPlaceholderText(_example(field))
    if not field.unit:
        return line
    pair = QWidget(parent)
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(line, 1)
    row.addWidget(plain_label("€" if field.unit == "EUR" else field.unit, pair))
    return pair


def _example(field: Field) -> str:
    if field.data_type in ("date", "datetime"):
        return tr("preview.example.date")
    known = field.layout in ("email", "phone", "iban", "postcode", "plate")
    return tr(f"preview.example.{field.layout}") if known else ""
