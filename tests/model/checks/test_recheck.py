"""A recheck after a change says what a check of everything would say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from model.behaviors import open_document
from model.checks import CHECKS, Check, check, recheck
from model.checks.structure.unreachable import UNREACHABLE
from model.commands import add_option, append_node, cite, move_row, remove, rename
from model.document import Snapshot, Transaction
from model.language import say
from model.records import CodeList, Field, Flow, Norm, Role, Step, Timer
from tests.bench.large import large_service
from tests.helpers.broken import good
from tests.helpers.building import Bench
from tests.helpers.spoiling import SPOIL

GESTURES: dict[str, Callable[[Transaction], object]] = {
    "an answer in a list": lambda tx: add_option(tx, "cities", "Bonn"),
    "a norm for a neighbour": lambda tx: cite(tx, "name", "norm"),
    "a further open way": lambda tx: append_node(tx, "end", _gate(tx), name="Vierte"),
    "the name of a target": lambda tx: rename(tx, tx.outgoing(_gate(tx))[1].target, "Anders"),
    "a neighbour gone": lambda tx: remove(tx, ["cited"]),
    "a neighbour elsewhere": lambda tx: move_row(tx, "cited", _last_page(tx)),
    "no lanes left": lambda tx: [tx.remove(role.id) for role in tx.of(Role)],
}


def _gate(tx: Transaction) -> str:
    return next(record.id for record in tx if record.kind == "decision")


def _last_page(tx: Transaction) -> str:
    return [step.id for step in tx.of(Step) if step.form == "page"][-1]


@pytest.mark.parametrize("gesture", sorted(GESTURES))
def test_a_recheck_equals_a_check(gesture: str) -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    gate = bench.after(page.id, "decision", "Wohin?")
    for name in ("Erste", "Zweite", "Dritte"):
        bench.after(gate.id, "page", name)
    fields = [Field(id=i, parent=page.id, label=i) for i in ("name", "street", "cited")]
    asked = Field(id="city", parent=page.id, label="Ort", field_kind="select", code_list="cities")
    known = (CodeList(id="cities", name="Orte"), Norm(id="norm", law="BMG"), Norm(id="other"))
    bench.do(lambda tx: [tx.add(record) for record in (*known, *fields, asked)])
    if "neighbour" in gesture and "norm" not in gesture:
        bench.do(cite, "cited", "other")
    before = check(bench.view)
    heard: list = []  # type: ignore[type-arg]
    bench.document.listen(heard.append)

    bench.do(GESTURES[gesture])

    assert len(heard) == 1
    assert recheck(bench.view, heard[0], before) == check(bench.view)


def test_of_many_unreached_steps_only_the_first_of_each_row_is_told() -> None:
    bench = Bench()
    first = last = bench.after(bench.start, "page", "Angaben")
    for number in range(6):
        last = bench.after(last.id, "page", f"Seite {number}")
    circle = [Step(id=i, role=bench.office, name=i) for i in "abc"]
    ways = [Flow(id=f"{a}{b}", source=a, target=b) for a, b in ("bc", "cb", "ca")]
    hanging = Timer(id="late", name="Zu spät", attached_to="c", role=bench.office)
    bench.do(lambda tx: [tx.add(record) for record in (*circle, *ways, hanging)])

    bench.do(remove, [bench.view.outgoing(bench.start)[0].id])

    told = [f.at for f in check(bench.view) if f.check == "unreachable"]
    assert told == ["b", first.id]


def test_a_service_cut_off_at_its_start_is_checked_as_fast_as_a_whole_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    records = [r for r in large_service(2000) if r.id != "b0_1"]
    asked: list[str] = []
    incoming = Snapshot.incoming
    monkeypatch.setattr(Snapshot, "incoming", lambda v, n: (asked.append(n), incoming(v, n))[1])

    findings = check(Snapshot.of_records(records), (UNREACHABLE,))

    assert [finding.at for finding in findings] == ["page0"]
    assert len(asked) < 5 * 2000


@pytest.mark.parametrize("key", sorted(SPOIL))
def test_a_recheck_follows_every_fault_and_its_repair(key: str) -> None:
    bench = good()
    findings = check(bench.view)
    heard: list = []  # type: ignore[type-arg]
    bench.document.listen(heard.append)

    bench.do(SPOIL[key])
    repairs: list[Callable[[Transaction], object]] = []
    for _ in range(2):
        for changeset in heard:
            findings = recheck(bench.view, changeset, findings)
        heard.clear()
        assert findings == check(bench.view)
        repairs = [r.apply for f in findings for r in f.repairs if r.apply and f.check == key]
        if repairs:
            bench.do(repairs[0])


def test_two_norms_at_once_are_the_first_norms() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    bench.field("text", page.id, "Farbe")
    before = check(bench.view)
    heard: list = []  # type: ignore[type-arg]
    bench.document.listen(heard.append)

    bench.do(lambda tx: [tx.add(Norm(id=i, law="BMG", paragraph="§ 1")) for i in "ab"])

    assert "service_without_norm" in {finding.check for finding in before}
    assert recheck(bench.view, heard[0], before) == check(bench.view)


def test_a_small_change_asks_little_of_a_large_service() -> None:
    records = large_service(2000)
    document = open_document(records)
    before = [f for f in check(document.snapshot()) if f.severity == "error"]
    heard: list = []  # type: ignore[type-arg]
    document.listen(heard.append)
    with document.transaction(say("undo.test")) as tx:
        rename(tx, "a7", "Anders")
    asked: list[str] = []
    checks = tuple(c for c in CHECKS if c.whole is not None and "source" in c.heeds)

    recheck(document.snapshot(), heard[0], before, tuple(_watching(c, asked) for c in checks))

    assert checks
    assert asked == []


def _watching(rule: Check, asked: list[str]) -> Check:
    return replace(rule, whole=lambda _view: asked.append(rule.key) or ())
