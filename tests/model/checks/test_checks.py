"""Each check has a wrong example it finds, a right one it leaves alone, and a repair that mends
without harm.
"""

from __future__ import annotations

import pytest

from model.behaviors import open_document
from model.checks import CHECKS, Check, check
from model.checks.runner import recheck
from model.commands import (
    add_option,
    remove,
    rename,
)
from model.document import Transaction
from model.language import missing_keys, say
from model.records import (
    CodeList,
    End,
    Field,
    Flow,
    Node,
    Placement,
    Role,
    Service,
    Start,
    Step,
)
from tests.helpers.broken import good, spoiled
from tests.helpers.spoiling import SPOIL, UNGUARDED, question_of


def test_a_good_service_has_no_finding() -> None:
    assert check(good().view) == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_the_check_finds_its_fault_and_one_cause_gives_one_line(rule: Check) -> None:
    _, findings = spoiled(rule.key)

    assert [(f.check, f.severity) for f in findings] == [(rule.key, rule.severity)]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_a_finding_says_what_and_why_and_offers_a_repair_or_the_reason_why_not(rule: Check) -> None:
    _, findings = spoiled(rule.key)

    for finding in findings:
        assert str(finding.what)
        assert str(finding.why)
        assert finding.repairs or finding.why_not
        assert all(str(repair.title) for repair in finding.repairs)
        assert str(say(f"check.{rule.key}.why_not"))
    assert missing_keys() == frozenset()


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_each_repair_that_applies_mends_and_makes_no_new_error(rule: Check) -> None:
    _, findings = spoiled(rule.key)
    titles = [repair.key for f in findings for repair in f.repairs if repair.apply is not None]

    for title in titles:
        bench, findings = spoiled(rule.key)
        repair = next(r for f in findings for r in f.repairs if r.key == title)
        assert repair.apply is not None
        bench.do(repair.apply)
        left = check(bench.view)

        assert rule.key not in {finding.check for finding in left}
        assert [finding for finding in left if finding.severity == "error"] == []


def test_four_of_five_checks_are_mended_by_one_click() -> None:
    clicks, buttons = [], []
    for rule in CHECKS:
        repairs = [repair for finding in spoiled(rule.key)[1] for repair in finding.repairs]
        buttons += [rule.key] if repairs else []
        clicks += [rule.key] if any(repair.apply for repair in repairs) else []

    assert len(clicks) >= 0.8 * len(CHECKS)
    assert {rule.key for rule in CHECKS} - set(buttons) == {"endless_circle", "no_example"}


def test_every_check_has_its_own_way_to_be_spoiled() -> None:
    assert {rule.key for rule in CHECKS} == SPOIL.keys() | UNGUARDED.keys()
    assert len(CHECKS) == len({rule.key for rule in CHECKS}) >= 50


def test_the_same_verdict_twice() -> None:
    bench, findings = spoiled("duplicate_names")

    assert check(bench.view) == findings


def test_a_broken_check_becomes_a_finding_and_the_rest_goes_on() -> None:
    def broken(view: object) -> list:  # type: ignore[type-arg]
        raise RuntimeError

    bench, _ = spoiled("no_start")
    checks = (Check("broken", "error", (Flow,), whole=broken), *CHECKS)

    findings = check(bench.view, checks)

    assert {finding.check for finding in findings} == {"broken", "no_start"}


def test_a_recheck_looks_only_at_what_was_touched() -> None:
    bench = good()
    seen: list[str] = []

    def watching(view: object, record: Field) -> list:  # type: ignore[type-arg]
        seen.append(record.id)
        return []

    fields = [
        bench.field("text", next(s.id for s in bench.view.of(Step)), f"F{n}") for n in range(9)
    ]
    with bench.document.transaction(say("undo.test")) as tx:
        rename(tx, fields[3].id, "Anders")
    assert tx.changeset is not None

    recheck(bench.view, tx.changeset, [], (Check("watch", "hint", (Field,), record=watching),))

    assert seen == [fields[3].id]


def test_answers_of_a_code_list_count() -> None:
    bench = good()

    def spoil(tx: Transaction) -> None:
        tx.add(CodeList(id="list", name="Rassen"))
        add_option(tx, "list", "Dackel")
        remove(tx, [o.id for o in tx.options(question_of(tx))])
        tx.alter(question_of(tx), code_list="list")

    bench.do(spoil)
    finding = check(bench.view)[0]
    assert finding.check == "too_few_options"
    assert finding.repairs[0].apply is not None

    bench.do(finding.repairs[0].apply)

    assert bench.view.options(question_of(bench.view))[0].label == "Dackel"
    assert "too_few_options" not in {f.check for f in check(bench.view)}


def test_a_model_without_lanes_gets_one_line_and_one_lane() -> None:
    foreign = [
        Start(id="s", name="Start"),
        Step(id="a", name="Eins"),
        Step(id="b", name="Zwei"),
        End(id="e", name="Ende"),
        *(Flow(id=f"f{n}", source=x, target=y) for n, (x, y) in enumerate(("sa", "ab", "be"))),
        *(
            Placement(id=f"p{i}", about=i, x=100 * n, y=50, width=90, height=60)
            for n, i in enumerate("sabe")
        ),
        Service(id="v", name="Fremd"),
    ]
    document = open_document(foreign)
    found = [f for f in check(document.snapshot()) if f.check == "step_without_role"]
    assert len(found) == 1
    assert found[0].repairs[0].apply is not None

    with document.transaction(say("undo.test")) as tx:
        found[0].repairs[0].apply(tx)

    view = document.snapshot()
    (role,) = view.of(Role)
    lane = view.placement(role.id)
    assert [f for f in check(view) if f.check == "step_without_role"] == []
    assert lane is not None
    assert {node.role for node in view.of(Node)} == {role.id}
    for node in view.of(Node):
        place = view.placement(node.id)
        assert place is not None
        assert lane.box.contains(place.box.center)
