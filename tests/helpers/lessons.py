"""How does a script become a test? A learner at the real window, who does what is asked.

Each deed of a stop is done with real events, as its sentence says; then the stop must find it
right by itself. A script that nobody could follow any more fails here, not on a training day.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox

from model.language import tr
from model.records import Deed, Option
from model.teaching import find
from studio.lessons import Lesson
from tests.helpers.desk import Hand
from widgets.canvas.foreground import place_of


class Learner:
    """Does the deeds of a lesson by hand."""

    def __init__(self, hand: Hand, lesson: Lesson) -> None:
        self.hand, self.lesson = hand, lesson

    def play(self, look: Callable[[Lesson], object] = lambda _lesson: None) -> None:
        """All stops, from the first to the last; ``look`` is called at each, before it is done."""
        for place in range(len(self.lesson.marks)):
            assert self.lesson.place == place, self.lesson.stop.name
            self.hand.settle()
            look(self.lesson)
            self.play_stop()
            if place + 1 < len(self.lesson.marks):
                self.hand.press(self.lesson.bar.forward)

    def play_stop(self) -> None:
        """One stop: its task, or what it shows by itself."""
        stop = self.lesson.stop
        if not stop.goals:
            if stop.deeds:
                self.hand.press(self.lesson.bar.forward)
                assert self.lesson.is_done
            return
        assert not self.lesson.is_done, f"{stop.name}: done before anybody did it"
        for deed in stop.deeds:
            self.do(deed)
        assert self.lesson.mark.state == "alone", (stop.name, self.lesson.bar.judged.words.text())

    def do(self, deed: Deed) -> None:
        """What the sentence of a deed says."""
        self.hand.key("Ctrl+1")  # everything in sight
        getattr(self, f"_{deed.verb}")(deed)
        self.hand.settle()

    def _append(self, deed: Deed) -> None:
        target = self._option(deed) if deed.answer else self._at(deed)
        self._place(target, deed)

    def _row(self, deed: Deed) -> None:
        self._place(self._at(deed), deed)

    def _place(self, beside: str, deed: Deed) -> None:
        self.hand.click(beside)
        self.hand.place(deed.template, deed.name)
        self.hand.key("Return")

    def _rename(self, deed: Deed) -> None:
        self.hand.click(self._at(deed))
        self.hand.key("F2")
        self.hand.type(deed.name, over=True)
        self.hand.key("Return")

    def _require(self, deed: Deed) -> None:
        self.hand.click(self._at(deed))
        words = tr("inspector.required")
        boxes = self.hand.desk.panes.inspector.findChildren(QCheckBox)
        box = next(b for b in boxes if b.isVisible() and words in (b.text(), b.accessibleName()))
        self.hand.press(box)

    def _deadline(self, deed: Deed) -> None:
        self.hand.click(self._at(deed))
        inspector = self.hand.desk.panes.inspector
        self.hand.press(self.hand.button(inspector, tr("inspector.deadline.add")))
        self.hand.type(str(deed.number), over=True)

    def _connect(self, deed: Deed) -> None:
        self.hand.drag(self.hand.handle(self._at(deed)), self.hand.where(self._to(deed)))

    def _choose(self, deed: Deed) -> None:
        row = place_of(self.hand.canvas.graph, self._option(deed))
        assert row is not None
        self.hand.drag(
            self.hand.point(row.right(), row.center().y()), self.hand.where(self._to(deed))
        )

    def _remark(self, deed: Deed) -> None:
        self.hand.click(self._at(deed))
        self.hand.key("Ctrl+Shift+M")
        self.hand.type(deed.name)
        self.hand.key("Ctrl+Return")

    def _remove(self, deed: Deed) -> None:
        self.hand.click(self._at(deed))
        self.hand.key("Del")

    def _at(self, deed: Deed) -> str:
        found = find(self.hand.sheet.view, deed.at, deed.at_name)
        assert found is not None, deed
        return found.id

    def _to(self, deed: Deed) -> str:
        found = find(self.hand.sheet.view, deed.to, deed.to_name)
        assert found is not None, deed
        return found.id

    def _option(self, deed: Deed) -> str:
        options: list[Option] = self.hand.sheet.view.options(self._at(deed))
        return next(o.id for o in options if o.label == deed.answer)
