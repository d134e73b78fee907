"""Does long work stay off the person's hands and end in exactly one way?"""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from model.behaviors import new_document
from model.checks import check
from model.commands import place_field_as_page
from model.geometry import Point
from model.language import say
from model.records import Role
from studio.jobs.checking import LiveCheck
from studio.jobs.job import Job
from studio.jobs.later import Later


def test_a_job_hands_over_its_result(qtbot: QtBot) -> None:
    job = Job(lambda: 6 * 7)

    with qtbot.waitSignal(job.done) as done:
        job.start()

    assert done.args == [42]
    job.wait()


def test_a_failed_job_hands_over_its_error(qtbot: QtBot) -> None:
    def fail() -> None:
        raise ValueError("nein")

    job = Job(fail)

    with qtbot.waitSignal(job.failed) as failed:
        job.start()

    assert isinstance(failed.args[0], ValueError)
    job.wait()


def test_a_cancelled_job_says_nothing_any_more(qtbot: QtBot) -> None:
    go_on = Event()
    job = Job(go_on.wait)
    said: list[object] = []
    job.done.connect(said.append)
    job.failed.connect(said.append)

    job.start()
    job.cancel()
    go_on.set()
    job.wait()
    qtbot.waitUntil(lambda: not job.running)

    assert said == []


def test_slow_work_is_noticed_after_a_while(qtbot: QtBot) -> None:
    go_on = Event()
    job = Job(go_on.wait)

    with qtbot.waitSignal(job.slow, timeout=2000):
        job.start()
    go_on.set()

    qtbot.waitUntil(lambda: not job.running)
    job.wait()


def test_later_does_it_once_however_often_it_is_asked(qtbot: QtBot) -> None:
    owner, done = QObject(), []
    later = Later(owner, 1, lambda: done.append(1))

    for _ in range(5):
        later.ask()
    qtbot.waitUntil(lambda: not later.waiting)

    assert done == [1]


def test_the_live_check_says_the_same_as_a_check_of_everything(qtbot: QtBot) -> None:
    document = new_document("Probe")
    live = LiveCheck(document)
    with qtbot.waitSignal(live.found):
        pass
    role = document.snapshot().ordered(Role)[0]

    with document.transaction(say("undo.edit", what="x")) as tx:
        place_field_as_page(tx, "text", role.id, Point(300, 100))
    assert not live.up_to_date
    with qtbot.waitSignal(live.found):
        pass

    assert live.findings == check(document.snapshot())
    live.stop()
