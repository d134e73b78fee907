"""What does a reviewer do, and what does the author do with it?

Verbs on the open transaction of a review. ``moment`` is an ISO time; nobody here looks at a clock.
"""

from __future__ import annotations

from typing import Any

from model.document import Transaction
from model.errors import FachwerkError
from model.language import say
from model.review.records import (
    MAX_NAME,
    MAX_TEXT,
    Answer,
    Review,
    ReviewRecord,
    ReviewRemark,
    State,
    Tick,
    Ticked,
    Verdict,
    Weight,
    every,
)

MAX_ANSWERS = 200
MAX_EARLIER = 200


def begin_review(
    tx: Transaction, *, service: str, title: str, version: str, content: str, moment: str
) -> Review:
    """A reviewer opens the service; who it is may be said later, or never."""
    head = Review(
        id=tx.new_id("review"),
        service=service,
        title=title[:500],
        version=version[:500],
        content=content,
        written=moment,
        changed=moment,
    )
    return tx.add(head)


def name_reviewer(tx: Transaction, review: str, name: str, role: str, moment: str) -> None:
    """Say who reviews, and as what; what was written before gets the name, too."""
    before, name, role = tx.the(review, Review), _said(name)[:MAX_NAME], _said(role)[:MAX_NAME]
    ours: list[ReviewRemark | Tick] = [*every(tx, ReviewRemark), *every(tx, Tick)]
    for record in ours:
        if record.review == review and not before.author and not record.author:
            tx.alter(record.id, author=name)
    _alter(tx, review, moment, author=name, role=role)


def judge_service(tx: Transaction, review: str, verdict: Verdict, reason: str, moment: str) -> None:
    """The verdict on the whole service; "" takes it back."""
    _alter(tx, review, moment, verdict=verdict, reason=_said(reason))


def add_remark(
    tx: Transaction,
    about: str,
    text: str,
    *,
    review: str = "",
    place: str = "",
    author: str = "",
    moment: str = "",
    weight: Weight = "should",
    topic: str = "",
) -> ReviewRemark:
    """Say something about an element, or ("") about the whole.

    Raises:
        FachwerkError: nothing was said.
    """
    remark = ReviewRemark(
        id=tx.new_id("remark"),
        review=review,
        about=about,
        place=place[:500],
        text=_words(text),
        author=author,
        written=moment,
        changed=moment,
        weight=weight,
        topic=topic,
    )
    return tx.add(remark)


def reword(tx: Transaction, remark: str, text: str, moment: str) -> None:
    """Say it in other words."""
    if text.strip():
        _alter(tx, remark, moment, text=_words(text))


def weigh(tx: Transaction, remark: str, weight: Weight, moment: str) -> None:
    """How much it matters."""
    _alter(tx, remark, moment, weight=weight)


def answer(tx: Transaction, remark: str, text: str, author: str, moment: str) -> None:
    """Answer a remark; an open one is answered then.

    Raises:
        FachwerkError: nothing was said, or too often.
    """
    record = tx.the(remark, ReviewRemark)
    if len(record.answers) >= MAX_ANSWERS:
        raise FachwerkError(say("review.too_many_answers", n=MAX_ANSWERS))
    said = Answer(author=author, written=moment, text=_words(text))
    state = "answered" if record.state == "open" else record.state
    _alter(tx, remark, moment, answers=(*record.answers, said), state=state)


def move_on(tx: Transaction, remark: str, state: State, moment: str) -> None:
    """Open, answered, done."""
    _alter(tx, remark, moment, state=state)


def judge_remark(tx: Transaction, remark: str, verdict: Verdict, author: str, moment: str) -> None:
    """The verdict of the other side; an open remark is answered by it. "" takes it back."""
    record = tx.the(remark, ReviewRemark)
    state = "answered" if verdict and record.state == "open" else record.state
    by = author if verdict else ""
    _alter(tx, remark, moment, verdict=verdict, judged_by=by, state=state)


def drop_remark(tx: Transaction, remark: str) -> None:
    """Take a remark back."""
    tx.remove(remark)


def tick(
    tx: Transaction, review: str, topic: str, ticked: Ticked, moment: str, note: str = ""
) -> Tick:
    """Answer a question of a checklist; a second answer takes the place of the first."""
    head = tx.the(review, Review)
    made = Tick(
        id=f"{review}.{topic}",
        review=review,
        topic=topic,
        ticked=ticked,
        note=_said(note),
        author=head.author,
        written=moment,
        changed=moment,
    )
    before = tx.get(made.id, Tick)
    if before is None:
        return tx.add(made)
    _alter(tx, made.id, moment, ticked=ticked, note=made.note)
    return tx.the(made.id, Tick)


def untick(tx: Transaction, review: str, topic: str) -> None:
    """The question is open again."""
    tx.remove(f"{review}.{topic}")


def settle(tx: Transaction, record_id: str, field: str, *, other: bool, moment: str) -> None:
    """Two versions of a field: keep what stands there, or take the other one."""
    record = tx.the(record_id, ReviewRecord)
    found = next((v for v in record.variants if v.field == field), None)
    if found is None:
        return
    left = tuple(v for v in record.variants if v is not found)
    values: dict[str, Any] = {"variants": left}
    if other:
        values[field] = found.value
    _alter(tx, record_id, moment, **values)


def _words(text: str) -> str:
    """What was said.

    Raises:
        FachwerkError: nothing was said, or too much.
    """
    said = _said(text)
    if not said:
        raise FachwerkError(say("review.empty_text"), todo=say("review.empty_text.todo"))
    return said


def _said(text: str) -> str:
    """The same, also where nothing may be said. Half a character, as a broken clipboard hands it
    over, has no spelling in a file.
    """
    said = text.strip().encode("utf-8", "replace").decode()
    if len(said) > MAX_TEXT:
        raise FachwerkError(say("review.too_long", n=MAX_TEXT), todo=say("review.too_long.todo"))
    return said


def _alter(tx: Transaction, record_id: str, moment: str, **fields: Any) -> None:
    """Nothing is touched when nothing changes."""
    record = tx.the(record_id, ReviewRecord)
    if any(getattr(record, name) != value for name, value in fields.items()):
        earlier = (*record.earlier, record.changed)[-MAX_EARLIER:]
        tx.alter(record_id, changed=moment, earlier=earlier, **fields)
