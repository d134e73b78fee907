"""Where a choice is made, there is always one way "sonst", and only there."""

from __future__ import annotations

from model.commands import make_default, reconnect, remove
from tests.helpers.building import Bench


def test_a_way_that_begins_at_the_start_now_is_neither_conditional_nor_sonst() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Angaben")
    option = bench.options(bench.field("yesno", page.id, "Gut?"))[0]
    bench.after(page.id, "page", "Sonst")
    bench.after(page.id, "page", "Ja", option=option.id)
    bench.do(remove, [bench.view.outgoing(bench.start)[0].id])

    for way in bench.view.outgoing(page.id):
        bench.do(reconnect, way.id, source=bench.start)
        assert [(f.default, f.condition) for f in bench.view.outgoing(bench.start)] == [
            (False, None)
        ]
        bench.do(remove, [way.id])


def test_no_way_of_a_parallel_is_sonst() -> None:
    bench = Bench()
    parallel = bench.after(bench.start, "parallel", "")
    bench.after(parallel.id, "page", "Eins")
    bench.after(parallel.id, "page", "Zwei")

    bench.do(make_default, bench.view.outgoing(parallel.id)[1].id)

    assert [flow.default for flow in bench.view.outgoing(parallel.id)] == [False, False]


def test_a_decision_that_chooses_in_another_manner_has_sonst_or_not() -> None:
    bench = Bench()
    decision = bench.after(bench.start, "decision", "Was kommt?")
    bench.after(decision.id, "page", "Eins")
    bench.after(decision.id, "page", "Zwei")

    bench.do(lambda tx: tx.alter(decision.id, mode="event"))
    waiting = [flow.default for flow in bench.view.outgoing(decision.id)]
    bench.do(lambda tx: tx.alter(decision.id, mode="exclusive"))

    assert waiting == [False, False]
    assert [flow.default for flow in bench.view.outgoing(decision.id)] == [True, False]
