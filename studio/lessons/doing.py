"""What does each wish from menu, pane and keys mean for scripts?"""

from __future__ import annotations

from collections.abc import Callable

from model.errors import FachwerkError
from model.language import say
from studio.lessons.begin import begin, present
from studio.lessons.lesson import Lesson
from studio.lessons.recording import (
    TaskRecorder,
    drop_task,
    set_stop_here,
    take_view,
    told_task,
)
from studio.windows.desk import Desk

_IN_A_LESSON = ("forward", "back", "again", "black", "light", "notes", "results", "leave")


def do(desk: Desk, wish: str) -> None:
    """Do it.

    Raises:
        FachwerkError: it cannot be done, and why.
    """
    if wish.startswith("lesson."):
        begin(desk, wish.removeprefix("lesson."))
    elif wish in _IN_A_LESSON:
        lesson = lesson_in_front(desk)
        if lesson is None:
            raise FachwerkError(say("lesson.not_running"), todo=say("lesson.not_running.todo"))
        lesson.do(wish)
    else:
        _WISHES[wish](desk)


def lesson_in_front(desk: Desk) -> Lesson | None:
    """The lesson that is played on the document in front."""
    sheet = desk.sheet
    return sheet.findChild(Lesson) if sheet is not None and sheet.property("lesson") else None


def _set(desk: Desk) -> None:
    stop = set_stop_here(desk)
    if stop is not None:
        desk.tell(say("lesson.set.done", name=stop.name), "ok")


def _view(desk: Desk) -> None:
    take_view(desk, _chosen(desk))
    desk.tell(say("lesson.view.done"), "ok")


def _record(desk: Desk) -> None:
    sheet, stop = desk.sheet, _chosen(desk)
    if sheet is None:
        return
    if sheet.findChild(TaskRecorder) is None:
        TaskRecorder(desk, sheet, stop)
    desk.panes.script.form.show_recording(True)
    desk.notice.tell(
        say("lesson.recording"), "hint", say("lesson.form.recorded"), lambda: _recorded(desk)
    )
    sheet.focus_work()


def _recorded(desk: Desk) -> None:
    sheet = desk.sheet
    recorder = sheet.findChild(TaskRecorder) if sheet is not None else None
    desk.panes.script.form.show_recording(False)
    if recorder is not None:
        task = recorder.finish()
        recorder.setParent(None)
        recorder.deleteLater()
        desk.panes.script.choose(recorder.stop)
        desk.tell(told_task(task), "ok" if task else "warning")


def _drop(desk: Desk) -> None:
    drop_task(desk, _chosen(desk))


def _chosen(desk: Desk) -> str:
    chosen = desk.panes.script.chosen
    if not chosen:
        raise FachwerkError(say("lesson.none"), todo=say("lesson.none.todo"))
    return chosen


def _guide(desk: Desk) -> None:
    from studio.lessons.guide import save_guide

    save_guide(desk)


def _save(desk: Desk) -> None:
    from studio.lessons.beside import save_book

    save_book(desk)


def _load(desk: Desk) -> None:
    from studio.lessons.beside import load_book

    load_book(desk)


_WISHES: dict[str, Callable[[Desk], object]] = {
    "show": present,
    "set": _set,
    "view": _view,
    "record": _record,
    "recorded": _recorded,
    "drop": _drop,
    "guide": _guide,
    "save": _save,
    "load": _load,
}
