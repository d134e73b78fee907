"""Can a person without a mouse build the reference service, and see where they are?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from model.checks import check
from model.records import End, Flow
from studio.windows.exportpanel import ExportPanel
from tests.conftest import Bar
from tests.helpers.desk import Hand
from tests.journeys.test_R_first_service import assert_verified, is_the_reference_service
from widgets.canvas import Canvas
from widgets.canvas.foreground import place_of
from widgets.look.theme import look

LIMIT = 150
MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
)


class NoMouse(QObject):
    """Swallows the mouse and remembers that there was one."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in MOUSE:
            self.seen += 1
            return True
        return False


@pytest.fixture
def no_mouse(qapp: QApplication) -> Iterator[NoMouse]:
    guard = NoMouse()
    qapp.installEventFilter(guard)
    yield guard
    qapp.removeEventFilter(guard)


class Keys:
    """A person who has only keys; letters that choose a block count, the names given do not."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand

    def press(self, *chords: str) -> None:
        for chord in chords:
            self.hand.key(chord)
            self.hand.wait_for(lambda: ring_is_seen(self.hand))

    def add(self, block: str, name: str = "") -> None:
        """A block by its first letters, its name, Enter."""
        self.hand.actions += len(block) + (1 if block and name else 0)
        self.hand.type(f"{block} {name}".strip())
        self.press("Return")


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_U2_the_reference_service_with_the_keyboard_alone(
    hand: Hand, tmp_path: Path, no_mouse: NoMouse, bar: Bar
) -> None:
    keys = Keys(hand)
    keys.press("Ctrl+N")

    pages(keys)
    steps(keys)
    name_the_service(keys)
    package = tmp_path / "hundesteuer.fachwerk.zip"
    export(keys, package)

    is_the_reference_service(hand)
    assert [str(f.what) for f in check(hand.sheet.view) if f.severity == "error"] == []
    assert_verified(package)
    assert no_mouse.seen == 0
    bar("U2", f"{hand.actions} key chords, focus seen after each, no mouse", f"<= {LIMIT}")
    assert hand.actions <= LIMIT, "\n".join(hand.log)


def pages(keys: Keys) -> None:
    keys.add("sei", "Ihre Angaben")
    keys.add("", "Name*")
    keys.add("", "Anschrift*")
    keys.add("mail", "E-Mail")
    keys.add("sei", "Ihr Hund")
    keys.add("aus", "Rasse*")
    keys.add("ja", "Gefährlich?*")
    keys.add("zahl", "Gewicht")
    keys.add("lis", "Weitere Hunde")
    keys.add("text", "Rufname")
    keys.add("sei", "Zahlung")
    keys.add("iban", "IBAN*")
    keys.add("text", "Kontoinhaber")


def steps(keys: Keys) -> None:
    keys.add("", "Antrag prüfen")
    keys.press("Ctrl+Shift+F", "Esc")
    keys.add("wenn", "Gefährlich")
    keys.add("bea", "Erlaubnis prüfen")
    keys.add("bea", "Steuer festsetzen")
    otherwise(keys)
    keys.add("zahlu", "Gebühr einziehen")
    keys.press("Ctrl+Shift+G")
    keys.hand.type("60")
    keys.press("Return", "Esc")
    keys.add("", "Bescheid erstellen")
    keys.press("Ctrl+Space")  # E would rename the one element that is chosen
    keys.add("ende", "")
    assert isinstance(keys.hand.sheet.view.get(keys.hand.canvas.selection.focus), End)


def otherwise(keys: Keys) -> None:
    """From the decision on to the tax as well, "sonst"; the other way says when it is taken."""
    hand = keys.hand
    decision, tax = hand.named("Gefährlich").id, hand.named("Steuer festsetzen").id
    keys.press("Left", "Left")
    assert hand.canvas.selection.focus == decision
    keys.press("C", "Right", "Right", "Return")
    way = hand.sheet.view.the(hand.canvas.selection.focus, Flow)
    assert (way.source, way.target) == (decision, tax)
    keys.press("Ctrl+Shift+D", "Right", "Left", "Shift+Left")
    other = hand.sheet.view.the(hand.canvas.selection.focus, Flow)
    assert (other.source, other.default) == (decision, False)
    keys.press("Ctrl+Shift+W")
    hand.type("Gef")
    keys.press("Return")
    keys.press("Esc")
    hand.wait_for(hand.canvas.hasFocus)
    keys.press("Right", "Right")
    assert hand.canvas.selection.focus == tax


def name_the_service(keys: Keys) -> None:
    keys.press("Esc", "F4")
    keys.hand.type("Hundesteuer", over=True)


def export(keys: Keys, path: Path) -> None:
    keys.hand.wait_for_check()
    keys.press("Ctrl+E", "Tab")
    panel = keys.hand.desk.window.findChild(ExportPanel)
    assert panel is not None
    keys.hand.type(str(path), over=True)
    keys.press("Return")
    keys.hand.wait_for(lambda: panel.job is not None and not panel.job.running)
    keys.hand.wait_for(panel.go.isEnabled)
    assert path.is_file(), panel.outcome.text()
    keys.hand.key("Esc")  # the panel is gone; without a window manager nobody gets the focus


# ----------------------------------------------------------------------------------- the focus


def ring_is_seen(hand: Hand) -> bool:
    """Whether what has the focus looks otherwise than without it, or wears its colour."""
    part = QApplication.focusWidget()
    if part is None:
        return False
    if isinstance(part, Canvas):
        return not part.selection.focus or ring_on(part)
    return has_accent(_around(part))


def ring_on(canvas: Canvas) -> bool:
    """At least twenty pixels around the element differ from a canvas without the focus."""
    place = place_of(canvas.graph, canvas.selection.focus)
    assert place is not None
    box = canvas.mapFromScene(place).boundingRect().adjusted(-8, -8, 8, 8)
    with_ring = canvas.viewport().grab(box).toImage()
    canvas.above.has_focus = False
    without = canvas.viewport().grab(box).toImage()
    canvas.above.has_focus = True
    wide, high = with_ring.width(), with_ring.height()
    differ = (
        with_ring.pixel(x, y) != without.pixel(x, y) for y in range(high) for x in range(wide)
    )
    return sum(differ) >= 20


def _around(part: QWidget) -> QImage:
    window = part.window()
    corner = part.mapTo(window, part.rect().topLeft())
    return window.grab(QRect(corner, part.size()).adjusted(-3, -3, 3, 3)).toImage()


def has_accent(image: QImage) -> bool:
    """At least twenty pixels near the accent."""
    accent, found = look().color("accent"), 0
    for y in range(0, image.height(), 1):
        for x in range(0, image.width(), 2):
            if near(QColor(image.pixel(x, y)), accent):
                found += 1
                if found >= 20:
                    return True
    return False


def near(one: QColor, other: QColor) -> bool:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return all(abs(a - b) < 40 for a, b in parts)


def ways_from(hand: Hand, name: str) -> list[Flow]:
    return list(hand.sheet.view.outgoing(hand.named(name).id))
