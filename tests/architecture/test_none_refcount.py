"""Does this PySide6 leave None alone?

6.12.0 gives back one reference of None too many with every void call; on Python 3.11 the program
dies after some thousand of them. 3.12 made None immortal, which hides the fault.
"""

from __future__ import annotations

import sys

import PySide6
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

CALLS = 1000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal here")
def test_void_calls_do_not_free_none(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QWidget

    plain, widget = QObject(), QWidget()
    qtbot.addWidget(widget)

    before = sys.getrefcount(None)
    for _ in range(CALLS):
        plain.setObjectName("x")
        widget.setWindowTitle("x")
    lost = before - sys.getrefcount(None)

    assert lost < CALLS // 10


def test_the_installed_qt_is_the_pinned_one() -> None:
    assert PySide6.__version__ == "6.11.3"
