"""Where did a case come out otherwise than it should?

Otherwise than it expects (end, fee, deadline, documents), or with a form that no office would
accept, because an answer is missing that must be given.

Why a missing answer is a difference and stops nothing (11/2026): a form would not be sent off, so
the case is not in order; but its way through an unfinished service is worth seeing all the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from model.document.queries import Queries
from model.expressions import problems
from model.expressions.tariff import CENT
from model.language import Message, say
from model.play.outcome import makes_documents
from model.records import End, ExampleCase
from model.records.names import title


@dataclass(frozen=True, slots=True)
class Seen:
    """A page that was sent off in a case, with all answers as they were typed until then and the
    day of application.
    """

    page: str
    answers: Mapping[str, Any]
    day: date

    @property
    def typed(self) -> dict[str, Any]:
        """The answers as a form takes them, so that conditions may ask for the day as well."""
        return {**self.answers, "today": self.day}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something came out otherwise than expected.

    answer = the question ``at`` must be answered and is not (``expected`` its words, ``page`` those
    of its page, ``entry`` the number of the entry in a list, from 0; -1 elsewhere).
    """

    kind: Literal["end", "fee", "deadline", "documents", "answer"]
    expected: Any
    got: Any
    at: str = ""
    page: str = ""
    entry: int = -1

    @property
    def what(self) -> Message:
        if self.kind == "answer":
            where = {"question": self.expected, "page": self.page}
            if self.entry < 0:
                return say("play.differs.answer", **where)
            return say("play.differs.answer.entry", **where, number=self.entry + 1)
        key = f"play.differs.{self.kind}" + ("" if self.got not in ("", None) else ".nothing")
        return say(key, expected=_said(self.expected), got=_said(self.got))


def _said(value: Any) -> Any:
    """Money has cents in a sentence, however it was typed."""
    return value.quantize(CENT) if isinstance(value, Decimal) else value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out, as far as a case can expect it."""

    ends: tuple[str, ...]
    fee: Decimal | None
    deadline: date | None
    documents: tuple[str, ...]


def differences(
    view: Queries, case: ExampleCase, got: Outcome, seen: Iterable[Seen]
) -> Iterator[Difference]:
    """Only what the case expects; documents only where the service says what it makes."""
    if case.expected_end and case.expected_end not in got.ends:
        end = got.ends[-1] if got.ends else ""
        yield Difference("end", _end_name(view, case.expected_end), _end_name(view, end))
    due = got.fee or Decimal("0.00")
    if case.expected_fee is not None and case.expected_fee != due:
        yield Difference("fee", case.expected_fee, due)
    if case.expected_deadline is not None and case.expected_deadline != got.deadline:
        yield Difference("deadline", case.expected_deadline, got.deadline)
    if case.documents and makes_documents(view) and set(case.documents) != set(got.documents):
        yield Difference("documents", ", ".join(case.documents), ", ".join(got.documents))
    yield from _missing(view, seen)


def _missing(view: Queries, seen: Iterable[Seen]) -> Iterator[Difference]:
    """What must be answered on the pages and is not, each once."""
    told: set[tuple[str, int]] = set()
    for one in seen:
        for problem in problems(view, one.page, one.typed):
            place = (problem.field, problem.entry)
            if problem.missing and place not in told:
                told.add(place)
                named, page = _named(view, problem.field), _named(view, one.page)
                yield Difference("answer", named, None, problem.field, page, problem.entry)


def _named(view: Queries, record_id: str) -> str:
    record = view[record_id]
    return title(record) or str(say(f"kind.{record.kind}"))


def _end_name(view: Queries, end: str) -> str:
    record = view.get(end, End)
    return title(record) or end if record is not None else ""
