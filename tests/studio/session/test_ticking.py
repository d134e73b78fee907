"""Small work beside the window is done soon, and always ends."""

from __future__ import annotations

from threading import Event

from studio.session.ticking import Soon


class _StoppedMeanwhile(Event):
    """An event that is cleared just after somebody said stop."""

    def __init__(self, stopping: Event) -> None:
        super().__init__()
        self._stopping = stopping

    def clear(self) -> None:
        self._stopping.set()
        self.set()
        super().clear()


def test_who_stops_between_two_turns_is_not_waited_for_for_ever() -> None:
    done: list[str] = []
    soon = Soon(0.0, lambda: done.append("work"))
    asked = _StoppedMeanwhile(soon._stopping)
    first, soon._asked = soon._asked, asked

    first.set()
    soon._thread.join(5)

    assert not soon._thread.is_alive()
    assert done == ["work"]


def test_stopping_does_what_is_still_asked_for() -> None:
    done: list[str] = []
    soon = Soon(60.0, lambda: done.append("work"))

    soon.ask()
    soon.stop()

    assert done == ["work"]


def test_hundreds_of_starts_and_stops_all_end() -> None:
    for _ in range(400):
        soon = Soon(0.0005, lambda: None)
        soon.ask()
        soon.stop()
        assert not soon._thread.is_alive()
