"""The world of a session in a test: its own folders, a standing clock, no threads that beat."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.document import Document
from model.language import say
from model.records import Record, Service, Step
from model.storage import to_bytes
from studio.session.session import Session
from studio.session.surroundings import Surroundings
from studio.session.ticking import Work
from studio.settings.paths import Paths

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Heart:
    """A heart that beats when the test says so."""

    def __init__(self, seconds: float, work: Work) -> None:
        self.seconds, self.beat, self.stopped = seconds, work, False

    def stop(self) -> None:
        self.stopped = True


def a_world(folder: Path, **other: Any) -> Surroundings:
    """Surroundings below ``folder``; documents without behaviours."""
    around = Surroundings(
        paths=Paths(folder / "state", folder / "config"),
        user="Meier",
        clock=lambda: NOON,
        wait=lambda _seconds: None,
        every=Heart,
        build=Document,
    )
    return replace(around, **other)


def a_file(folder: Path, *records: Record) -> Path:
    path = folder / "Hundesteuer.fachwerk"
    path.write_bytes(to_bytes([Service(id="s", name="Hundesteuer"), Step(id="a"), *records]))
    return path


def rename(session: Session, name: str, record: str = "a", origin: str = "") -> None:
    """One gesture."""
    with session.document.transaction(say("undo.rename"), origin) as tx:
        tx.alter(record, name=name)


def name_in(session: Session, record: str = "a") -> str:
    return session.document.snapshot().the(record, Step).name
