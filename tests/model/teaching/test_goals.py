"""Is it seen in the service whether a task was done, and is the solution the task?"""

from __future__ import annotations

import pytest

from model.commands import connect_steps, deadline_for, remove, rename, set_required
from model.language import say
from model.records import Deed, End, Goal, Start
from model.teaching import DeedFailed, derived, find, missing, perform, reached
from tests.helpers.building import Bench


@pytest.fixture
def bench() -> Bench:
    made = Bench()
    page = made.after(made.start, "page", "Ihre Angaben")
    made.field("yesno", page.id, "Verheiratet?")
    made.after(page.id, "page", "Erklärung")
    return made


def _do(bench: Bench, *deeds: Deed) -> None:
    with bench.document.transaction(say("undo.test")) as tx:
        for deed in deeds:
            perform(tx, deed)


PAIRS: list[tuple[Goal, Deed]] = [
    (
        Goal(asks="after", at_name="Ihre Angaben", template="office", name="Prüfen", side="office"),
        Deed(verb="append", at_name="Erklärung", template="office", name="Prüfen"),
    ),
    (
        Goal(asks="there", template="text", name="Name", to_name="Ihre Angaben"),
        Deed(verb="row", at_name="Ihre Angaben", template="text", name="Name"),
    ),
    (
        Goal(asks="required", at_name="verheiratet"),
        Deed(verb="require", at_name="Verheiratet?"),
    ),
    (
        Goal(asks="deadline", at_name="Erklärung", number=14, unit="day"),
        Deed(verb="deadline", at_name="Erklärung", number=14),
    ),
    (Goal(asks="gone", at_name="Erklärung"), Deed(verb="remove", at_name="Erklärung")),
    (
        Goal(asks="there", name="Ihre Daten"),
        Deed(verb="rename", at_name="Ihre Angaben", name="Ihre Daten"),
    ),
    (Goal(asks="ends"), Deed(verb="append", at_name="Erklärung", template="end", name="Ende")),
]


@pytest.mark.parametrize(("goal", "deed"), PAIRS, ids=lambda one: getattr(one, "verb", ""))
def test_what_is_asked_for_is_open_before_and_reached_after(
    bench: Bench, goal: Goal, deed: Deed
) -> None:
    before = reached(bench.view, goal)

    _do(bench, deed)

    assert (before, reached(bench.view, goal)) == (False, True)


def test_a_page_behind_an_answer_is_a_choice_and_the_rest_goes_otherwise(bench: Bench) -> None:
    answer = bench.view.options(find(bench.view, "", "Verheiratet?").id)[0].label  # type: ignore[union-attr]
    choice = Goal(asks="choice", at_name="Verheiratet?", to_name="Ehegatte", answer=answer)
    way = Goal(asks="way", at_name="Ehegatte", to_name="Erklärung")
    otherwise = Goal(asks="otherwise", at_name="Ihre Angaben", to_name="Erklärung")
    assert missing(bench.view, [choice, way, otherwise]) == [choice, way, otherwise]

    _do(
        bench,
        Deed(
            verb="append", at_name="Verheiratet?", answer=answer, template="page", name="Ehegatte"
        ),
        Deed(verb="connect", at_name="Ehegatte", to_name="Erklärung"),
    )

    assert missing(bench.view, [choice, way, otherwise]) == []


def test_a_way_drawn_from_an_answer_by_hand_counts_the_same(bench: Bench) -> None:
    bench.after(find(bench.view, "", "Erklärung").id, "page", "Ehegatte")  # type: ignore[union-attr]

    _do(bench, Deed(verb="choose", at_name="Verheiratet?", to_name="Ehegatte"))

    assert reached(bench.view, Goal(asks="choice", at_name="Verheiratet?", to_name="Ehegatte"))


def test_the_wrong_lane_or_name_is_not_enough(bench: Bench) -> None:
    _do(bench, Deed(verb="append", at_name="Erklärung", template="office", name="Prüfen"))

    wrong = [
        Goal(asks="after", at_name="Ihre Angaben", template="office", name="Zahlen"),
        Goal(asks="after", at_name="Ihre Angaben", template="office", side="system"),
        Goal(asks="after", at_name="Prüfen", template="office"),
        Goal(asks="there", template="text", to_name="Prüfen"),
        Goal(asks="there", template="text", to_name="Nirgends"),
    ]
    assert missing(bench.view, wrong) == wrong


def test_a_deed_on_what_is_gone_says_so_and_changes_nothing(bench: Bench) -> None:
    before = bench.view

    with pytest.raises(DeedFailed):
        _do(bench, Deed(verb="rename", at_name="Gibt es nicht", name="X"))
    with pytest.raises(DeedFailed):
        _do(bench, Deed(verb="append", template="hologram", name="X"))

    assert bench.view == before


def test_a_task_is_understood_from_what_was_done_and_its_deeds_solve_it(bench: Bench) -> None:
    before = bench.view
    consent = find(before, "", "Erklärung")
    question = find(before, "", "Verheiratet?")
    assert consent is not None
    assert question is not None
    check = bench.after(consent.id, "office", "Antrag prüfen", role=bench.office)
    spouse = bench.do(_spouse, question.id)
    bench.field("text", spouse.id, "Vorname")
    bench.do(connect_steps, spouse.id, consent.id)
    bench.do(set_required, question.id, True)
    bench.do(deadline_for, check.id, 14)
    bench.do(rename, consent.id, "Ihre Erklärung")

    task = derived(before, bench.view)

    asked = {goal.asks for goal in task.goals}
    assert asked == {"after", "there", "required", "deadline", "choice"}
    assert missing(bench.view, task.goals) == []
    assert missing(before, task.goals)


def test_nothing_done_is_no_task(bench: Bench) -> None:
    assert not derived(bench.view, bench.view)


def test_what_was_deleted_is_asked_for_by_its_name(bench: Bench) -> None:
    before = bench.view
    consent = find(before, "", "Erklärung")
    assert consent is not None
    bench.do(remove, [consent.id])

    task = derived(before, bench.view)

    assert [(goal.asks, goal.at_name) for goal in task.goals] == [("gone", "Erklärung")]
    assert [deed.verb for deed in task.deeds] == ["remove"]


def _spouse(tx, question):  # type: ignore[no-untyped-def]
    from model.commands import append_node

    card = tx.card_of(question)
    return append_node(tx, "page", card.id, name="Ehegatte", option=tx.options(question)[0].id)


def test_starts_and_ends_are_found_without_names(bench: Bench) -> None:
    assert len(bench.view.of(Start)) == 1
    assert not bench.view.of(End)
    assert not reached(bench.view, Goal(asks="ends"))
