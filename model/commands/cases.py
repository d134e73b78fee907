"""Make, name, copy and correct example citizens (Beispielfälle)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.expressions.given import list_of
from model.language import tr
from model.records import ExampleAnswer, ExampleCase


def make_case(tx: Transaction, case: ExampleCase | None = None, name: str = "") -> ExampleCase:
    """A new case: empty, or like one that has no id of its own yet; its name is free."""
    made = case or ExampleCase(id="example")
    wanted = name or made.name or tr("cases.new")
    return tx.add(made.replaced(id=tx.new_id("example"), name=free_name(tx, wanted)))


def make_cases(tx: Transaction, cases: Iterable[ExampleCase]) -> tuple[ExampleCase, ...]:
    """Several at once."""
    return tuple(make_case(tx, case) for case in cases)


def duplicate_case(tx: Transaction, case: str) -> ExampleCase:
    """The same once more, under a name of its own."""
    record = tx.the(case, ExampleCase)
    return make_case(tx, record, tr("cases.copy", name=record.name))


def expect(
    tx: Transaction,
    case: str,
    *,
    end: str,
    fee: Decimal | None,
    deadline: date | None,
    documents: tuple[str, ...],
) -> None:
    """From now on this is what is expected. A deadline only where one was expected already."""
    record = tx.the(case, ExampleCase)
    tx.replace(
        record.replaced(
            expected_end=end,
            expected_fee=fee if fee is not None else Decimal(0),
            expected_deadline=deadline if record.expected_deadline is not None else None,
            documents=documents if record.documents else (),
        )
    )


def answer_case(tx: Transaction, case: str, field: str, given: tuple[str, ...], row: int) -> None:
    """Say what a case answers to a question, in the entry ``row`` of a list; nothing takes the
    answer away.
    """
    record = tx.the(case, ExampleCase)
    place = [n for n, a in enumerate(record.answers) if (a.field, a.repetition) == (field, row)]
    kept = [a for a in record.answers if (a.field, a.repetition) != (field, row)]
    at = place[0] if place else len(kept)
    new = [ExampleAnswer(field=field, value=value, repetition=row) for value in given if value]
    tx.replace(record.replaced(answers=(*kept[:at], *new, *kept[at:])))


def add_entry(tx: Transaction, case: str, group: str) -> int:
    """One more entry in a list, answered like the last one; its number from 0. The first entry
    begins with its first answer.
    """
    record = tx.the(case, ExampleCase)
    count = entries(tx, record, group)
    last = [a for a in record.answers if _inside(tx, a, group) and a.repetition == count - 1]
    more = tuple(a.model_copy(update={"repetition": count}) for a in last)
    tx.replace(record.replaced(answers=(*record.answers, *more)))
    return count


def remove_entry(tx: Transaction, case: str, group: str, row: int) -> None:
    """Take one entry out of a list; those behind it move up."""
    record = tx.the(case, ExampleCase)
    kept = []
    for answer in record.answers:
        if not _inside(tx, answer, group) or answer.repetition < row:
            kept.append(answer)
        elif answer.repetition > row:
            kept.append(answer.model_copy(update={"repetition": answer.repetition - 1}))
    tx.replace(record.replaced(answers=tuple(kept)))


def entries(view: Queries, case: ExampleCase, group: str) -> int:
    """How many entries a case has in a list."""
    return max((a.repetition + 1 for a in case.answers if _inside(view, a, group)), default=0)


def free_name(view: Queries, wanted: str) -> str:
    """The name itself, or with a number behind it where another case has it."""
    taken = {case.name for case in view.of(ExampleCase)}
    name, number = wanted, 2
    while name in taken:
        name, number = tr("cases.numbered", name=wanted, n=number), number + 1
    return name


def _inside(view: Queries, answer: ExampleAnswer, group: str) -> bool:
    return list_of(view, view.get(answer.field)) == group
