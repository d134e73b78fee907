"""Each check has a wrong example it finds, a right one it leaves alone, and a repair that mends
without harm.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from model.behaviors import open_document
from model.checks import CHECKS, Check, Finding, check
from model.checks.runner import recheck
from model.commands import (
    add_option,
    append_node,
    cite,
    deadline_for,
    insert_on_flow,
    place_field,
    place_node,
    remove,
    rename,
    use_field,
)
from model.document import Transaction
from model.geometry import Point
from model.language import missing_keys, say
from model.records import (
    CodeList,
    End,
    Evidence,
    Fee,
    Field,
    Flow,
    Node,
    Norm,
    Placement,
    Role,
    Service,
    Start,
    Step,
    Text,
)
from tests.helpers.building import Bench


def _good() -> Bench:
    """A small service without any finding."""
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    question = bench.field("yesno", page.id, "Gefährlich?")
    step = bench.after(page.id, "office", "Prüfen", role=bench.office)
    bench.after(step.id, "end", "Erledigt")
    bench.do(use_field, step.id, question.id)
    bench.do(lambda tx: tx.add(Norm(id="norm", law="HStS", paragraph="§ 5")))
    bench.do(cite, question.id, "norm")
    bench.do(deadline_for, step.id, 14)
    fee = bench.do(lambda tx: tx.add(Fee(id="fee", name="Steuer", parent=tx.service.id)))
    bench.do(cite, fee.id, "norm")
    bench.do(lambda tx: tx.add(Evidence(id="ev", name="Bild", parent=question.id, reason="§ 5")))
    return bench


def _page(tx: Transaction) -> str:
    return next(s.id for s in tx.of(Step) if s.form == "page")


def _step(tx: Transaction) -> str:
    return next(s.id for s in tx.of(Step) if s.form == "office")


def _question(tx: Transaction) -> str:
    return tx.of(Field)[0].id


def _english(tx: Transaction) -> None:
    tx.replace(tx.service.replaced(languages=("de", "en")))
    for record in (*tx.of(Step), *tx.of(Field), tx.service):
        if record.id != _question(tx):
            slot = "label" if isinstance(record, Field) else "name"
            tx.add(Text(id=tx.new_id("text"), parent=record.id, slot=slot, text="English"))
    for option in tx.options(_question(tx)):
        tx.add(Text(id=tx.new_id("text"), parent=option.id, text="English"))


def _undecided(tx: Transaction) -> None:
    gate = insert_on_flow(tx, "decision", tx.outgoing(_step(tx))[0].id, name="Gut?")
    append_node(tx, "end", gate.id, name="Nein")


SPOIL: dict[str, Callable[[Transaction], object]] = {
    "no_start": lambda tx: remove(tx, [n.id for n in tx if n.kind == "start"]),
    "unreachable": lambda tx: place_node(
        tx, "office", tx.the(_step(tx), Step).role, Point(900, 330), name="Verirrt"
    ),
    "dead_end": lambda tx: remove(tx, [n.id for n in tx if n.kind == "end"]),
    "undecided": _undecided,
    "step_without_role": lambda tx: tx.alter(_step(tx), role=""),
    "page_without_field": lambda tx: remove(tx, [_question(tx)]),
    "missing_label": lambda tx: rename(tx, _question(tx), " "),
    "too_few_options": lambda tx: remove(tx, [tx.options(_question(tx))[0].id]),
    "deadline_without_length": lambda tx: deadline_for(tx, _step(tx), None),
    "field_without_norm": lambda tx: [
        use_field(tx, _step(tx), place_field(tx, "text", _page(tx), label="Name").id)
    ],
    "fee_without_norm": lambda tx: tx.add(Fee(id="fee2", name="Marke")),
    "evidence_without_reason": lambda tx: tx.alter("ev", reason=""),
    "field_nobody_uses": lambda tx: cite(
        tx, place_field(tx, "text", _page(tx), label="Hobby").id, "norm"
    ),
    "duplicate_names": lambda tx: rename(tx, _step(tx), "Ihr Hund"),
    "text_missing": _english,
}


def _spoiled(key: str) -> tuple[Bench, list[Finding]]:
    bench = _good()
    bench.do(SPOIL[key])
    return bench, check(bench.view)


def test_a_good_service_has_no_finding() -> None:
    assert check(_good().view) == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_the_check_finds_its_fault_and_one_cause_gives_one_line(rule: Check) -> None:
    _, findings = _spoiled(rule.key)

    assert [(f.check, f.severity) for f in findings] == [(rule.key, rule.severity)]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_a_finding_says_what_and_why_and_offers_a_repair_or_the_reason_why_not(rule: Check) -> None:
    _, findings = _spoiled(rule.key)

    for finding in findings:
        assert str(finding.what)
        assert str(finding.why)
        assert finding.repairs or finding.why_not
        assert all(str(repair.title) for repair in finding.repairs)
        assert str(say(f"check.{rule.key}.why_not"))
    assert missing_keys() == frozenset()


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.key)
def test_each_repair_that_applies_mends_and_makes_no_new_error(rule: Check) -> None:
    _, findings = _spoiled(rule.key)
    titles = [repair.key for f in findings for repair in f.repairs if repair.apply is not None]

    for title in titles:
        bench, findings = _spoiled(rule.key)
        repair = next(r for f in findings for r in f.repairs if r.key == title)
        assert repair.apply is not None
        bench.do(repair.apply)
        left = check(bench.view)

        assert rule.key not in {finding.check for finding in left}
        assert [finding for finding in left if finding.severity == "error"] == []


def test_four_of_five_checks_have_a_repair() -> None:
    with_repair = [key for key in SPOIL if any(f.repairs for f in _spoiled(key)[1])]

    assert len(with_repair) >= 0.8 * len(CHECKS)


def test_the_same_verdict_twice() -> None:
    bench, findings = _spoiled("duplicate_names")

    assert check(bench.view) == findings


def test_a_broken_check_becomes_a_finding_and_the_rest_goes_on() -> None:
    def broken(view: object) -> list:  # type: ignore[type-arg]
        raise RuntimeError

    bench, _ = _spoiled("no_start")
    checks = (Check("broken", "error", (Flow,), whole=broken), *CHECKS)

    findings = check(bench.view, checks)

    assert {finding.check for finding in findings} == {"broken", "no_start"}


def test_a_recheck_looks_only_at_what_was_touched() -> None:
    bench = _good()
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
    bench = _good()

    def spoil(tx: Transaction) -> None:
        tx.add(CodeList(id="list", name="Rassen"))
        add_option(tx, "list", "Dackel")
        remove(tx, [o.id for o in tx.options(_question(tx))])
        tx.alter(_question(tx), code_list="list")

    bench.do(spoil)
    finding = check(bench.view)[0]
    assert finding.check == "too_few_options"
    assert finding.repairs[0].apply is not None

    bench.do(finding.repairs[0].apply)

    assert bench.view.options(_question(bench.view))[0].label == "Dackel"
    assert check(bench.view) == []


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
