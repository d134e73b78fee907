"""How does an exercise go along with the person?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.language import tr
from studio.exercise.tasks import TASKS, Task
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.hearing import Hearing
from widgets.start.exercisebar import ExerciseBar

SAMPLE = "hundesteuer"


class Exercise(QObject):
    """Follows one sheet through the tasks, in their order. ``place`` counts those that are done."""

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.desk, self.sheet = desk, sheet
        self.start = sheet.view
        self.place = 0
        self.bar = ExerciseBar(sheet)
        self.bar.shown_wanted.connect(self.show_how)
        self.bar.left.connect(self.leave)
        self.bar.again_wanted.connect(self.again)
        sheet.add_above(self.bar)
        self._hearing = Hearing(sheet.session.document, self)
        self._hearing.changed.connect(lambda _changes: self.look())
        desk.exported.connect(self._exported)
        desk.on_retranslate.append(self.say)
        self.say()

    @property
    def task(self) -> Task | None:
        """What is asked for now; None when all is done."""
        return TASKS[self.place] if self.place < len(TASKS) else None

    def look(self) -> None:
        """Was it done?"""
        task = self.task
        if task is not None and task.done is not None and task.done(self.start, self.sheet.view):
            self._go_on()

    def say(self) -> None:
        """Ask for the next thing, or praise; in the language in use now."""
        task = self.task
        if task is None:
            self.bar.say(tr("exercise.done"), tr("exercise.done.how"), self.place, len(TASKS))
            return
        words = tr(f"exercise.{task.key}")
        self.bar.say(words, tr(f"exercise.{task.key}.how"), self.place, len(TASKS))

    def show_how(self) -> None:
        """Go where it can be done."""
        task = self.task
        if task is None:
            self.desk.filing.new()
        elif task.done is None:
            self.desk.show_export()
        elif element := task.example(self.sheet.view):
            self.sheet.canvas.show_element(element)

    def again(self) -> None:
        """From the beginning, on a fresh copy."""
        self.desk.filing.close(self.sheet)
        begin(self.desk)

    def leave(self) -> None:
        """Go on without the exercise; the copy stays and is an ordinary service from now on."""
        self._hearing.stop()
        self.desk.exported.disconnect(self._exported)
        self.desk.on_retranslate.remove(self.say)
        self.sheet.practice = False
        self.sheet.stated.emit()
        self.bar.hide()
        self.bar.deleteLater()
        self.sheet.canvas.setFocus()
        self.deleteLater()

    def _exported(self, sheet: Sheet) -> None:
        task = self.task
        if sheet is self.sheet and task is not None and task.done is None:
            self._go_on()

    def _go_on(self) -> None:
        self.place += 1
        self.say()
        self.look()


def begin(desk: Desk) -> Exercise | None:
    """Open a fresh copy of the sample for the exercise."""
    sheet = desk.filing.open_sample(SAMPLE)
    if sheet is None:
        return None
    sheet.practice = True
    sheet.stated.emit()
    return Exercise(desk, sheet)
