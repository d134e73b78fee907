"""Does text stay text, and does a dead widget hear nothing more?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from model.commands import rename
from model.document import ChangeSet
from model.language import say
from tests.helpers.parking import parking
from widgets.basics.emptyhint import EmptyHint
from widgets.basics.hearing import Hearing
from widgets.basics.labels import LONGEST, plain_label, shown, tip, tip_text
from widgets.basics.notice import Notice

HOSTILE = '<b>x</b><img src="file:///etc/passwd">'


def test_a_label_shows_hostile_text_literally(qtbot: QtBot) -> None:
    label = plain_label(HOSTILE)
    qtbot.addWidget(label)

    assert label.text() == HOSTILE
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_tooltip_is_escaped_and_wraps(qtbot: QtBot) -> None:
    button = QPushButton()
    qtbot.addWidget(button)

    tip(button, HOSTILE)

    assert "<img" not in button.toolTip()
    assert button.toolTip().startswith("<qt>&lt;b&gt;")
    assert tip_text("") == ""


def test_invisible_characters_are_shown() -> None:
    assert shown("a\u202eb") == "a[U+202E]b"
    assert shown("Ver\u00adwal\u00adtung") == "Ver\u00adwal\u00adtung"


def test_endless_text_is_shortened() -> None:
    assert len(shown("x" * 1_000_000)) == LONGEST + 1


def test_a_change_becomes_a_signal(qtbot: QtBot) -> None:
    service = parking()
    widget = QWidget()
    qtbot.addWidget(widget)
    hearing = Hearing(service.document, widget)

    with qtbot.waitSignal(hearing.changed) as heard, service.document.transaction(say("x")) as tx:
        rename(tx, service.check, "Neu")

    changeset = heard.args[0]
    assert isinstance(changeset, ChangeSet)
    assert changeset.ids == {service.check}


def test_hearing_dies_with_its_widget(qapp: QApplication) -> None:
    service = parking()
    widget = QWidget()
    Hearing(service.document, widget)
    assert len(service.document._listeners) == 1

    widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert not service.document._listeners
    with service.document.transaction(say("x")) as tx:
        rename(tx, service.check, "Neu")


def test_hearing_can_be_stopped(qtbot: QtBot) -> None:
    service = parking()
    hearing = Hearing(service.document)

    hearing.stop()

    assert not service.document._listeners


def test_a_notice_speaks_and_falls_silent(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    assert notice.isHidden()

    notice.tell(HOSTILE, "warning", "Ansehen")
    assert notice.text == HOSTILE
    assert not notice.isHidden()

    notice.clear()
    assert notice.isHidden()


def test_an_empty_hint_has_a_name_for_readers(qtbot: QtBot) -> None:
    hint = EmptyHint("page", "Noch nichts", ("Ziehen Sie etwas hierher.",))
    qtbot.addWidget(hint)

    assert hint.accessibleName() == "Noch nichts Ziehen Sie etwas hierher."


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_texts_of_canvas_and_basics_are_complete(language: str) -> None:
    from resources import texts as catalogue

    other = "en" if language == "de" else "de"
    here = {k: v for k, v in catalogue(language).items() if _ours(k)}
    there = {k: v for k, v in catalogue(other).items() if _ours(k)}

    assert here.keys() == there.keys()
    for key, entry in here.items():
        assert _places(entry) == _places(there[key]), key


def _ours(key: str) -> bool:
    return key.split(".")[0] in ("basics", "canvas", "access")


def _places(entry: object) -> set[str]:
    import re

    joined = entry if isinstance(entry, str) else " ".join(entry.values())  # type: ignore[attr-defined]
    return set(re.findall(r"{(\w+)}", joined))


def test_what_went_well_is_old_news_but_a_warning_stays(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)

    notice.tell("Geschrieben.", "ok")
    well = notice.settled
    notice.tell("Nicht gelesen.", "error")

    assert well
    assert not notice.settled
