"""Does a review say what people said, whole, also after it was merged?"""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from model.checks import check
from model.document import Document, Snapshot, numbered_ids
from model.errors import FachwerkError
from model.language import say
from model.records import Field, Service
from model.review import (
    CHECKLISTS,
    QUESTIONS,
    BadReview,
    Review,
    ReviewFile,
    ReviewRecord,
    ReviewRemark,
    Tick,
    add_remark,
    answer,
    begin_review,
    conflicts_of,
    every,
    fits,
    judge_remark,
    judge_service,
    list_progress,
    merge,
    move_on,
    name_reviewer,
    read_review,
    remark_progress,
    remarks_in_order,
    reword,
    settle,
    targets_of,
    tick,
    write_review,
)
from model.storage import content_hash, from_bytes, sha256
from studio.samples import sample_bytes

VIEW = Snapshot.of_records(from_bytes(sample_bytes("bewohnerparkausweis")).records)

CONTENT = content_hash(VIEW)
FIELD = VIEW.of(Field)[0].id


def book(prefix: str = "", who: str = "Frau Amann") -> Document:
    """A review that has just begun."""
    made = Document(ids=numbered_ids(prefix))
    with made.transaction(say("review.undo.begin")) as tx:
        head = begin_review(
            tx, service=VIEW.service.id, title="T", version="1", content=CONTENT, moment="t00"
        )
        name_reviewer(tx, head.id, who, "Recht", "t01")
    return made


def do(document: Document, work: Callable[..., object], *words: object, **named: object) -> None:
    """One gesture."""
    with document.transaction(say("review.undo.begin")) as tx:
        work(tx, *words, **named)


def remark(document: Document, text: str, moment: str, about: str = FIELD) -> ReviewRemark:
    do(document, add_remark, about, text, author="Frau Amann", moment=moment)
    return next(r for r in every(document.snapshot(), ReviewRemark) if r.text == text)


def copy(document: Document) -> Document:
    """The same, as it comes out of a file."""
    file = read_review(write_review(list(document.snapshot())))  # type: ignore[arg-type]
    return Document(file.records)


def file_of(document: Document) -> ReviewFile:
    return read_review(write_review(list(document.snapshot())))  # type: ignore[arg-type]


def state(document: Document) -> bytes:
    return write_review(list(document.snapshot()))  # type: ignore[arg-type]


def test_a_review_comes_back_from_its_file_as_it_was() -> None:
    made = book()
    one = remark(made, "Bitte „Wohnsitz“ schreiben.", "t02")
    do(made, answer, one.id, "Mache ich.", "Herr Berg", "t03")
    do(made, tick, every(made.snapshot(), Review)[0].id, "law.fields", "no", "t04", "Zwei fehlen.")

    back = file_of(made)

    assert set(back.records) == set(made.snapshot())
    assert every(Snapshot.of_records(back.records), ReviewRemark)[0].state == "answered"
    assert state(made) == state(copy(made))


def test_a_remark_without_words_is_refused_and_says_what_to_do() -> None:
    made = book()

    with pytest.raises(FachwerkError) as refused:
        do(made, add_remark, FIELD, "  \n")

    assert refused.value.todo is not None
    assert not every(made.snapshot(), ReviewRemark)


@pytest.mark.parametrize("verb", [add_remark, reword, answer, judge_service])
def test_a_text_without_end_is_refused_and_half_a_character_is_replaced(
    verb: Callable[..., object],
) -> None:
    made = book()
    target = remark(made, "Text", "t02").id
    if verb is judge_service:
        target = every(made.snapshot(), Review)[0].id
    more: dict[Callable[..., object], tuple[object, ...]] = {
        add_remark: (),
        reword: ("t03",),
        answer: ("Herr Berg", "t03"),
    }

    def act(text: str) -> None:
        words = ("query", text, "t03") if verb is judge_service else (text, *more[verb])
        do(made, verb, target, *words)

    with pytest.raises(FachwerkError) as refused:
        act("x" * 20_001)
    act("Halb \ud83d")

    assert refused.value.todo is not None
    assert b"Halb ?" in state(made)


def test_an_answer_or_a_verdict_moves_an_open_remark_on_and_done_stays_done() -> None:
    made = book()
    one, two = remark(made, "Eins", "t02"), remark(made, "Zwei", "t03")

    do(made, judge_remark, one.id, "agreed", "Herr Berg", "t04")
    do(made, move_on, two.id, "done", "t05")
    do(made, answer, two.id, "Nachtrag", "Herr Berg", "t06")

    now = made.snapshot()
    assert (now.the(one.id, ReviewRemark).state, now.the(two.id, ReviewRemark).state) == (
        "answered",
        "done",
    )
    assert remark_progress(now).done == 1
    assert remark_progress(now).all == 2


def test_what_was_written_before_the_name_was_said_gets_the_name() -> None:
    made = Document(ids=numbered_ids())
    with made.transaction(say("review.undo.begin")) as tx:
        head = begin_review(tx, service="s", title="", version="", content="", moment="t0")
        add_remark(tx, "", "Anonym", review=head.id, moment="t1")
        add_remark(tx, "", "Von der Autorin", moment="t2")

    do(made, name_reviewer, head.id, "Frau Amann", "IT", "t3")

    authors = {r.text: r.author for r in every(made.snapshot(), ReviewRemark)}
    assert authors == {"Anonym": "Frau Amann", "Von der Autorin": ""}


def test_two_reviewers_and_their_author_lose_nothing() -> None:
    first, second = book("a_"), book("b_", "Herr Cordes")
    remark(first, "Von Amann", "t02")
    remark(second, "Von Cordes", "t03")
    author = Document()

    for one in (first, second, first):
        do(author, merge, file_of(one).records)

    now = author.snapshot()
    assert {r.text for r in every(now, ReviewRemark)} == {"Von Amann", "Von Cordes"}
    assert {r.author for r in every(now, Review)} == {"Frau Amann", "Herr Cordes"}
    assert conflicts_of(now) == []


def test_what_was_changed_later_in_one_copy_alone_is_no_conflict() -> None:
    reviewer = book()
    one = remark(reviewer, "Alte Worte", "t02")
    author = copy(reviewer)
    do(reviewer, reword, one.id, "Neue Worte", "t03")
    do(
        reviewer,
        judge_service,
        every(reviewer.snapshot(), Review)[0].id,
        "query",
        "Noch eins",
        "t04",
    )

    do(author, merge, file_of(reviewer).records)
    do(reviewer, merge, file_of(author).records)

    assert state(author) == state(reviewer)
    assert author.snapshot().the(one.id, ReviewRemark).text == "Neue Worte"
    assert conflicts_of(author.snapshot()) == []


def test_two_answers_given_apart_are_both_there_in_their_order() -> None:
    reviewer = book()
    one = remark(reviewer, "Frage", "t02")
    author = copy(reviewer)
    do(author, answer, one.id, "Später", "Herr Berg", "t05")
    do(reviewer, answer, one.id, "Früher", "Frau Amann", "t04")

    do(author, merge, file_of(reviewer).records)

    said = [a.text for a in author.snapshot().the(one.id, ReviewRemark).answers]
    assert said == ["Früher", "Später"]
    assert conflicts_of(author.snapshot()) == []


@pytest.mark.parametrize("other", [False, True])
def test_two_wordings_made_apart_are_shown_until_a_person_chooses(other: bool) -> None:
    mine = book()
    one = remark(mine, "Am Anfang", "t02")
    theirs = copy(mine)
    do(mine, reword, one.id, "Meine Worte", "t03")
    do(theirs, reword, one.id, "Andere Worte", "t04")
    back = copy(mine)

    do(mine, merge, file_of(theirs).records)
    do(theirs, merge, file_of(back).records)

    assert state(mine) == state(theirs)  # whoever merges first
    shown = mine.snapshot().the(one.id, ReviewRemark)
    assert shown.text == "Andere Worte"
    assert [(v.field, v.value) for v in shown.variants] == [("text", "Meine Worte")]
    do(mine, settle, one.id, "text", other=other, moment="t05")
    assert conflicts_of(mine.snapshot()) == []
    text = mine.snapshot().the(one.id, ReviewRemark).text
    assert text == ("Meine Worte" if other else "Andere Worte")
    do(mine, merge, file_of(theirs).records)
    assert conflicts_of(mine.snapshot()) == []  # what was settled does not come back


def test_a_review_of_another_service_does_not_fit() -> None:
    made = book()
    remark(made, "x", "t02")
    file = file_of(made)

    assert fits(VIEW, file.heads, file.remarks)
    assert not fits(Snapshot.of_records([Service(id="other")]), file.heads, file.remarks)
    gone = Snapshot.of_records([Service(id=VIEW.service.id)])
    assert not fits(gone, file.heads, file.remarks)


def test_remarks_are_numbered_whole_service_first_then_as_one_reads() -> None:
    made = book()
    last, first = remark(made, "c", "t02", "z"), remark(made, "b", "t03", "a")
    whole, gone = remark(made, "a", "t09", ""), remark(made, "d", "t01", "gone")

    order = [r.id for r in remarks_in_order(made.snapshot(), ["a", "z"])]

    assert order == [whole.id, first.id, last.id, gone.id]


# ------------------------------------------------------------------------------------ checklists


def test_five_checklists_ask_enough_and_never_the_same_twice() -> None:
    assert [c.key for c in CHECKLISTS] == ["law", "privacy", "office", "access", "it"]
    assert all(6 <= len(c.questions) <= 10 for c in CHECKLISTS)
    assert len(QUESTIONS) == sum(len(c.questions) for c in CHECKLISTS)


def test_every_check_that_a_question_names_is_one_of_the_house() -> None:
    from model.checks import CHECKS

    known = {one.key for one in CHECKS}
    named = {key for question in QUESTIONS.values() for key in question.checks}

    assert named - known == set()


def test_what_the_checks_found_comes_first_and_each_place_once() -> None:
    opened = from_bytes(sample_bytes("hundesteuer"), "x")
    fields = {r.id for r in opened.records if r.kind == "field"}
    kept = [r for r in opened.records if getattr(r, "parent", "") not in fields]
    view = Snapshot.of_records(kept)
    findings = check(view)

    found = targets_of(view, findings, QUESTIONS["law.fields"])
    fees = targets_of(view, findings, QUESTIONS["law.fees"])

    asked = {f.at for f in findings if f.check == "field_without_norm"}
    assert asked and {t.id for t in found} == asked
    assert all(t.finding is not None for t in found)
    assert [t.finding is not None for t in fees] == sorted(
        (t.finding is not None for t in fees), reverse=True
    )
    assert len({t.id for t in fees}) == len(fees)
    assert all(
        t.id in view
        for question in QUESTIONS.values()
        for t in targets_of(view, findings, question)
    )


def test_progress_counts_the_answers_of_one_reviewer() -> None:
    made = book()
    head = every(made.snapshot(), Review)[0].id
    do(made, tick, head, "law.fees", "yes", "t1")
    do(made, tick, head, "law.fees", "no", "t2")
    do(made, tick, head, "it.keys", "irrelevant", "t3")

    law = list_progress(made.snapshot(), head, CHECKLISTS[0])

    assert (law.done, law.all) == (1, 8)
    assert list_progress(made.snapshot(), "another", CHECKLISTS[0]).done == 0
    assert made.snapshot().the(f"{head}.law.fees", Tick).ticked == "no"


# ------------------------------------------------------------------------------------ hostile


def spoiled() -> dict[str, bytes]:
    made = book()
    remark(made, "Text", "t02")
    whole = state(made)
    rows = whole.split(b"\n")
    deep = b"[" * 100_000
    return {
        "nothing": b"",
        "text": b"Hallo",
        "a service": sample_bytes("hundesteuer"),
        "cut": whole[:-30],
        "no end": b"\n".join(rows[:-2]) + b"\n",
        "a letter changed": whole.replace(b"Text", b"text"),
        "a line twice": b"\n".join([*rows[:2], rows[1], *rows[2:]]),
        "a line less": b"\n".join([rows[0], *rows[2:]]),
        "behind the end": whole + b"x\n",
        "unknown kind": whole.replace(b'"kind":"review_remark"', b'"kind":"program"'),
        "more fields": whole.replace(b'"topic":""', b'"topic":"","run":"x"'),
        "newer": whole.replace(b'{"pruefung":1', b'{"pruefung":2'),
        "no number": whole.replace(b'{"pruefung":1', b'{"pruefung":true'),
        "deep": b"\n".join([rows[0], deep, *rows[2:]]),
        "no utf-8": b"\n".join([rows[0], b"\xff\xfe", *rows[2:]]),
        "large": rows[0] + b"\n" + b" " * 8_000_001,
        "many lines": rows[0] + b"\n" * 30_000,
    }


@pytest.mark.parametrize("name", spoiled())
def test_a_hostile_or_broken_file_is_refused_in_one_sentence(name: str) -> None:
    with pytest.raises(BadReview) as refused:
        read_review(spoiled()[name], "x.pruefung")

    assert refused.value.code.startswith(("PRUEFUNG", "KEINE"))
    assert refused.value.todo is not None


def test_a_text_that_is_too_long_is_not_believed_although_the_digest_is_right() -> None:
    made = book()
    remark(made, "Text", "t02")
    rows = [json.loads(row) for row in state(made).splitlines()]
    long = [row | {"text": "x" * 30_000} if "about" in row else row for row in rows[1:-1]]
    body = b"\n".join([json.dumps(r).encode() for r in (rows[0], *long)] + [b""])
    end = json.dumps({"end": len(long), "sha256": sha256(body)}).encode()

    with pytest.raises(BadReview):
        read_review(body + end + b"\n")


def test_a_review_never_touches_the_content_hash() -> None:
    made = book()
    remark(made, "Text", "t02")
    records: list[ReviewRecord] = every(made.snapshot(), ReviewRecord)

    assert records
    assert content_hash(VIEW) == CONTENT
    assert not any(r.id in VIEW for r in records)
