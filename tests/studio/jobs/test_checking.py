"""Do the findings of a large document come from a thread, and only for the document as it is?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Event, current_thread, main_thread

import pytest
from pytestqt.qtbot import QtBot

from model.checks import Finding, check
from model.commands import rename
from model.document import Document, Snapshot
from model.language import say
from model.records import Step
from studio.jobs import checking
from studio.jobs.checking import LiveCheck
from tests.helpers.broken import good
from tests.helpers.speaking import speaking
from tests.helpers.spoiling import step_of


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Document:
    """A small document that counts as a large one."""
    monkeypatch.setattr(checking, "SMALL", 0)
    return good().document


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """A full check in the thread waits until this is set, or nobody waits for it any more."""
    opened = Event()

    def waiting(view: Snapshot, *, go_on: Callable[[], bool]) -> list[Finding]:
        while go_on() and not opened.wait(0.01):
            pass
        return check(view, go_on=go_on)

    monkeypatch.setattr(checking, "check", waiting)
    return opened


def _rename_step(document: Document, name: str) -> None:
    with document.transaction(say("undo.edit", what="x")) as tx:
        rename(tx, step_of(tx), name)


def test_a_large_document_is_checked_in_a_thread_and_a_small_one_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def watching(view: Snapshot, *, go_on: Callable[[], bool]) -> list[Finding]:
        seen.append(current_thread() is main_thread())
        return check(view, go_on=go_on)

    monkeypatch.setattr(checking, "check", watching)
    document = good().document
    for limit in (3000, 0):
        monkeypatch.setattr(checking, "SMALL", limit)
        live = LiveCheck(document)
        with qtbot.waitSignal(live.found):
            pass
        live.stop()

    assert seen == [True, False]


def test_a_round_over_what_was_touched_says_the_same_as_a_check(
    qtbot: QtBot, large: Document
) -> None:
    live = LiveCheck(large)
    with qtbot.waitSignal(live.found):
        pass

    _rename_step(large, "Ihr Hund")
    assert not live.up_to_date
    with qtbot.waitSignal(live.found):
        pass

    assert live.up_to_date
    assert live.findings == check(large.snapshot()) != []
    live.stop()


def test_what_was_found_of_a_document_that_moved_on_is_not_shown(
    qtbot: QtBot, large: Document, gate: Event
) -> None:
    live, shown = LiveCheck(large), []
    live.found.connect(shown.append)
    qtbot.waitUntil(lambda: live.busy)

    _rename_step(large, "Ihr Hund")
    gate.set()
    qtbot.waitUntil(lambda: live.up_to_date)

    assert shown == [check(large.snapshot())]
    assert [finding.check for finding in shown[0]] == ["duplicate_names"]
    live.stop()


def test_who_needs_the_findings_now_does_not_wait_for_the_thread(
    qtbot: QtBot, large: Document, gate: Event
) -> None:
    live = LiveCheck(large)
    qtbot.waitUntil(lambda: live.busy)
    _rename_step(large, "Ihr Hund")

    gate.set()
    findings = live.now()

    assert findings == check(large.snapshot())
    assert live.up_to_date
    live.stop()


def test_closing_in_the_middle_of_a_round_ends_the_thread(
    qtbot: QtBot, large: Document, gate: Event
) -> None:
    for _ in range(10):
        live = LiveCheck(large)
        qtbot.waitUntil(lambda live=live: live.busy)

        live.stop()

        assert not live.busy
        assert live.findings is None


def test_everything_anew_of_a_large_document_follows_with_the_signal(
    qtbot: QtBot, large: Document
) -> None:
    live = LiveCheck(large)
    live.now()

    with qtbot.waitSignal(live.found):
        live.everything()

    assert live.findings == check(large.snapshot())
    live.stop()


def test_a_finding_from_the_thread_is_spoken_in_the_language_of_the_reader(
    qtbot: QtBot, large: Document
) -> None:
    live = LiveCheck(large)
    with large.transaction(say("undo.edit", what="x")) as tx:
        rename(tx, step_of(tx), "")
    with speaking("en"), qtbot.waitSignal(live.found):
        pass

    finding = (live.findings or [])[0]
    with speaking("de"):
        german = str(finding.what)
    with speaking("en"):
        english = str(finding.what)

    assert finding.at == next(s.id for s in large.snapshot().of(Step) if s.form == "office")
    assert german == "Bearbeitungsschritt ohne Namen"
    assert english.endswith("without a name")
    live.stop()


def test_the_turns_of_threads_are_as_before_when_the_round_is_done(
    qtbot: QtBot, large: Document
) -> None:
    before = sys.getswitchinterval()
    live = LiveCheck(large)

    with qtbot.waitSignal(live.found):
        pass

    assert sys.getswitchinterval() == before
    live.stop()
