"""A review without a window around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from model.checks import Finding, check
from model.document import Document, Snapshot, Transaction, numbered_ids
from model.language import say, use
from model.records import Field
from model.review import (
    Review,
    ReviewRemark,
    add_remark,
    answer,
    begin_review,
    drop_remark,
    judge_remark,
    judge_service,
    move_on,
    name_reviewer,
    remarks_in_order,
    reword,
    settle,
    tick,
    untick,
    weigh,
)
from model.storage import from_bytes
from studio.language.load import load
from studio.samples import sample_bytes
from widgets.review import ReviewPanel


class PlainHost(QObject):
    """Keeps a review in memory; each verb is one transaction, at the next moment."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.reading = True
        self.view = Snapshot.of_records(from_bytes(sample_bytes("hundesteuer"), "x").records)
        self.findings: Sequence[Finding] = check(self.view)
        self.document = Document(ids=numbered_ids())
        self._moment = 0
        self.name, self.role = "Frau Amann", "Recht"
        self._do(begin_review, service="s", title="T", version="1", content="c")

    @property
    def book(self) -> Snapshot:
        return self.document.snapshot()

    @property
    def remarks(self) -> list[ReviewRemark]:
        return remarks_in_order(self.book, [f.id for f in self.view.of(Field)])

    @property
    def head(self) -> Review | None:
        return next((r for r in self.book if isinstance(r, Review)), None)

    def place(self, record_id: str) -> str:
        return f"Stelle {record_id}"

    def add(self, about: str, text: str, weight: str = "should", topic: str = "") -> str:
        named = {"author": self.name, "weight": weight, "topic": topic}
        return str(self._do(add_remark, about, text, **named).id)

    def answer(self, remark: str, text: str) -> None:
        self._do_at(answer, remark, text, self.name)

    def reword(self, remark: str, text: str) -> None:
        self._do_at(reword, remark, text)

    def weigh(self, remark: str, weight: Any) -> None:
        self._do_at(weigh, remark, weight)

    def move_on(self, remark: str, state: Any) -> None:
        self._do_at(move_on, remark, state)

    def judge_remark(self, remark: str, verdict: Any) -> None:
        self._do_at(judge_remark, remark, verdict, self.name)

    def drop(self, remark: str) -> None:
        with self._open() as tx:
            drop_remark(tx, remark)
        self.changed.emit()

    def tick(self, topic: str, ticked: Any, note: str = "") -> None:
        assert self.head is not None
        with self._open() as tx:
            tick(tx, self.head.id, topic, ticked, self._now(), note)
        self.changed.emit()

    def untick(self, topic: str) -> None:
        assert self.head is not None
        with self._open() as tx:
            untick(tx, self.head.id, topic)
        self.changed.emit()

    def judge_service(self, verdict: Any, reason: str) -> None:
        assert self.head is not None
        self._do_at(judge_service, self.head.id, verdict, reason)

    def name_reviewer(self, name: str, role: str) -> None:
        assert self.head is not None
        self.name, self.role = name, role
        self._do_at(name_reviewer, self.head.id, name, role)

    def settle(self, record: str, field: str, other: bool) -> None:
        self._do(settle, record, field, other=other)

    def _do(self, verb: Any, *words: Any, **named: Any) -> Any:
        with self._open() as tx:
            made = verb(tx, *words, **named, moment=self._now())
        self.changed.emit()
        return made

    def _do_at(self, verb: Any, *words: Any) -> None:
        with self._open() as tx:
            verb(tx, *words, self._now())
        self.changed.emit()

    def _open(self) -> Transaction:
        return self.document.transaction(say("review.undo.remark"))

    def _now(self) -> str:
        self._moment += 1
        return f"2026-11-25T10:00:{self._moment:02}+01:00"


@pytest.fixture
def host(qapp: object) -> PlainHost:
    load("de")
    yield PlainHost()
    use("de", {})


@pytest.fixture
def panel(qtbot: QtBot, host: PlainHost) -> ReviewPanel:
    made = ReviewPanel()
    qtbot.addWidget(made)
    made.resize(360, 700)
    made.open(host)
    with qtbot.waitExposed(made):
        made.show()
    return made
