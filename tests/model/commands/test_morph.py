"""Does a thing that changes its kind keep what it can, and say what it cannot?"""

from __future__ import annotations

import random

import pytest

from model.commands import cite, deadline_for, remove, use_field
from model.commands.morph import change_kind, losses
from model.document import History
from model.errors import NotAllowed
from model.grammar.become import becomes, kind_now, may_become
from model.records import (
    Chosen,
    Deadline,
    Decision,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    ForeignFile,
    ForeignNode,
    Node,
    Norm,
    Step,
    SubProcess,
    Timer,
)
from tests.helpers.building import Bench
from tests.helpers.editing import edit_at_random
from tests.helpers.invariants import choices_without_default, dangling


@pytest.fixture
def bench() -> Bench:
    return Bench()


def test_a_step_keeps_name_ways_norms_deadline_and_its_middle(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    check = bench.after(page.id, "office", "Antrag prüfen", role=bench.office)
    bench.after(check.id, "end", "Ende")
    norm = bench.do(lambda tx: tx.add(Norm(id=tx.new_id("norm"), law="BGB", paragraph="§ 1")))
    bench.do(cite, check.id, norm.id)
    bench.do(deadline_for, check.id, 14)
    middle = bench.view.placement(check.id).box.center
    ways = {flow.id for flow in (*bench.view.incoming(check.id), *bench.view.outgoing(check.id))}

    changed = bench.do(change_kind, check.id, "subprocess")

    view = bench.view
    assert isinstance(changed, SubProcess)
    assert (changed.name, changed.role) == ("Antrag prüfen", bench.office)
    assert {f.id for f in (*view.incoming(check.id), *view.outgoing(check.id))} == ways
    assert [n.id for n in view.norms(check.id)] == [norm.id]
    assert view.children(check.id, Deadline)[0].length == 14
    assert view.placement(check.id).box.center == middle
    assert dangling(view) == []


def test_a_step_that_becomes_a_deadline_waits_for_its_own_one(bench: Bench) -> None:
    check = bench.after(bench.start, "office", "Warten", role=bench.office)
    deadline = bench.do(deadline_for, check.id, 14)

    changed = bench.do(change_kind, check.id, "timer")

    assert isinstance(changed, Timer)
    assert bench.view.the(check.id, Timer).deadline == deadline.id
    box = bench.view.placement(check.id).box
    assert (box.width, box.height) == (36, 36)


def test_a_basic_service_changes_to_another(bench: Bench) -> None:
    payment = bench.after(bench.start, "payment", "Zahlung", role=bench.system)

    changed = bench.do(change_kind, payment.id, "mailbox")

    assert isinstance(changed, Step)
    assert (changed.form, changed.basis) == ("automatic", "mailbox")
    assert kind_now(bench.view, changed) == "mailbox"


def test_an_automatic_step_loses_its_questions_and_says_so_before(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    name = bench.field("text", page.id, "Name")
    check = bench.after(page.id, "office", "Prüfen", role=bench.office)
    bench.do(use_field, check.id, name.id)
    asked = bench.field("yesno", check.id, "Vollständig?")
    before = bench.view

    lost = losses(bench.document, check.id, "register")

    gone = {change.id for change in lost}
    assert bench.view is before
    assert asked.id in gone
    assert not any(isinstance(change.before, FieldUse) for change in lost)
    bench.do(change_kind, check.id, "register")
    assert [type(row) for row in bench.view.rows(check.id)] == [FieldUse]


def test_a_decision_changes_its_manner_and_back(bench: Bench) -> None:
    decision = bench.after(bench.start, "decision", "Was gilt?", role=bench.office)
    for name in ("Eins", "Zwei"):
        bench.after(decision.id, "office", name)

    several = bench.do(change_kind, decision.id, "inclusive")
    first = bench.do(change_kind, decision.id, "first_event")
    ways_at_first = bench.view.outgoing(decision.id)
    plain = bench.do(change_kind, decision.id, "decision")

    assert [one.mode for one in (several, first, plain)] == ["inclusive", "event", "exclusive"]
    assert not any(flow.default for flow in ways_at_first)
    assert choices_without_default(bench.view) == []


def test_at_the_same_time_becomes_a_decision_with_a_way_else(bench: Bench) -> None:
    parallel = bench.after(bench.start, "parallel", "", role=bench.office)
    for name in ("Eins", "Zwei"):
        bench.after(parallel.id, "office", name)

    changed = bench.do(change_kind, parallel.id, "decision")

    assert isinstance(changed, Decision)
    assert choices_without_default(bench.view) == []


def test_ways_of_parallel_have_no_conditions(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    question = bench.field("yesno", page.id, "Halter?")
    decision = bench.after(page.id, "decision", "", role=bench.office)
    yes = bench.after(decision.id, "office", "Ja")
    bench.after(decision.id, "office", "Nein")
    way = next(f for f in bench.view.outgoing(decision.id) if f.target == yes.id)
    answer = Chosen(field=question.id, option=bench.options(question)[0].id)
    bench.do(lambda tx: tx.alter(way.id, condition=answer, default=False))

    lost = losses(bench.document, decision.id, "parallel")
    bench.do(change_kind, decision.id, "parallel")

    assert [change.id for change in lost] == [way.id]
    assert all(f.condition is None and not f.default for f in bench.view.outgoing(decision.id))


def test_fields_and_groups_change_among_their_own(bench: Bench) -> None:
    page = bench.after(bench.start, "page", "Angaben")
    several = bench.field("multi", page.id, "Farben")
    group = bench.field("group", page.id, "Hund")
    answers = [option.id for option in bench.options(several)]

    bench.do(change_kind, several.id, "choice")
    bench.do(change_kind, group.id, "repeated")

    assert bench.view.the(several.id, Field).choices == "one"
    assert [option.id for option in bench.options(several)] == answers
    assert bench.view.the(group.id, FieldGroup).repeatable
    assert not may_become(bench.view, several.id, "group").allowed


@pytest.mark.parametrize(
    ("template", "key", "reason"),
    [
        ("office", "page", "become.lane.office"),
        ("office", "end", "connect.from_end"),
        ("office", "start", "connect.to_start"),
    ],
)
def test_what_cannot_be_is_refused_with_its_reason(
    bench: Bench, template: str, key: str, reason: str
) -> None:
    step = bench.after(bench.start, template, "Prüfen", role=bench.office)
    bench.after(step.id, "end", "Ende")
    before = bench.view

    with pytest.raises(NotAllowed) as refused:
        bench.do(change_kind, step.id, key)

    assert refused.value.what.key == reason
    assert bench.view is before
    assert key not in becomes(bench.view, step.id)


def test_the_only_start_stays_and_a_full_sub_process_too(bench: Bench) -> None:
    frame = bench.after(bench.start, "subprocess", "Rahmen", role=bench.office)
    inner = bench.after(frame.id, "office", "Innen")
    bench.do(lambda tx: [tx.remove(f.id) for f in tx.incoming(inner.id)])
    bench.do(lambda tx: tx.alter(inner.id, parent=frame.id))

    assert may_become(bench.view, bench.start, "page").reason.key == "become.only_start"
    assert may_become(bench.view, frame.id, "office").reason.key == "become.not_empty"


def test_an_exception_at_a_step_stays_a_sign(bench: Bench) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)
    timer = bench.after(step.id, "timer", "Frist")
    bench.do(lambda tx: [tx.remove(f.id) for f in tx.incoming(timer.id)])
    bench.do(lambda tx: tx.alter(timer.id, attached_to=step.id))

    kinds = becomes(bench.view, timer.id)
    assert kinds[:2] == ["timer", "message_receive"]
    assert set(kinds[2:]) == {"signal_receive", "escalation", "error", "condition"}
    assert may_become(bench.view, step.id, "decision").reason.key == "become.carries"
    assert may_become(bench.view, step.id, "subprocess").allowed


def test_an_event_has_only_one_way_on(bench: Bench) -> None:
    decision = bench.after(bench.start, "decision", "", role=bench.office)
    for name in ("Eins", "Zwei"):
        bench.after(decision.id, "office", name)

    assert may_become(bench.view, decision.id, "timer").reason.key == "become.many_ways.event"
    one = bench.view.outgoing(decision.id)[1]
    bench.do(remove, [one.id])
    assert may_become(bench.view, decision.id, "timer").allowed


def test_the_same_kind_again_changes_nothing(bench: Bench) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)
    before = bench.view

    bench.do(change_kind, step.id, "office")

    assert bench.view is before


@pytest.mark.parametrize("seed", range(12))
def test_whatever_becomes_what_stays_whole_and_can_be_undone(seed: int) -> None:
    chance = random.Random(seed)
    bench = Bench()
    for _ in range(60):
        edit_at_random(bench.document, chance)
    history = History(bench.document)
    before = list(bench.view)
    changed = 0
    for record in [r for r in before if isinstance(r, Node | Field | FieldGroup)]:
        if record.id in bench.view and (kinds := becomes(bench.view, record.id)):
            bench.do(change_kind, record.id, chance.choice(kinds))
            changed += 1
            assert dangling(bench.view) == []
            assert all(f.source in bench.view for f in bench.view.of(Flow))

    while history.done:
        history.undo()

    assert changed
    assert sorted(bench.view, key=lambda r: r.id) == sorted(before, key=lambda r: r.id)


def test_what_came_from_a_foreign_file_may_change_but_a_kept_block_stays(bench: Bench) -> None:
    step = bench.after(bench.start, "office", "Prüfen", role=bench.office)
    bench.do(lambda tx: tx.add(ForeignFile(id=tx.new_id("foreign_file"), name="fremd.bpmn")))

    kept = bench.do(lambda tx: tx.add(ForeignNode(id=tx.new_id("foreign_node"), tag="x")))

    assert may_become(bench.view, step.id, "decision").allowed
    assert may_become(bench.view, step.id, "automatic").allowed
    assert may_become(bench.view, kept.id, "office").reason.key == "become.foreign"
