"""A real engine runs every case of a service to its end, on the way that the rehearsal took.

Deployed with the right number of definitions, every form opened, every step done with data, timers
fired, messages sent, external tasks completed and failed; the amounts that the tables decide are
those of the rehearsal; the history is the same partial order; no incident is left.
"""

from __future__ import annotations

from datetime import date

import pytest

from model.play import covering, play, untouched
from model.records import ExampleCase
from studio.samples import sample_names
from tests.engines.asking import ENGINES, Engine
from tests.engines.comparing import differences, unlike
from tests.engines.conftest import Tally
from tests.engines.deploying import deploy, expected, exported
from tests.engines.driving import Drive
from tests.engines.services import staffed
from tests.model.play.blocks import grown
from tests.studio.examples.looking import example

DAY = date(2026, 11, 25)

pytestmark = pytest.mark.parametrize("engine", ENGINES, indirect=True, scope="module")


@pytest.mark.parametrize("name", sample_names())
def test_every_path_of_a_sample_ends_in_the_engine_as_rehearsed(
    engine: Engine, name: str, tally: Tally
) -> None:
    view = example(name)
    made = exported(view, engine.name)
    cases = [*view.of(ExampleCase), *covering(view, DAY)]

    definitions = deploy(engine, made.artifacts)
    told = {case.name: differences(engine, view, case, made) for case in cases}

    assert {kind: sorted(keys) for kind, keys in definitions.items()} == expected(made.artifacts)
    assert {case: found for case, found in told.items() if found} == {}
    left = untouched(view, [play(view, case).trace for case in cases])
    assert (left.nodes, left.flows) == ((), ())
    tally.count(engine.name, len(cases))
    tally.samples.add(name)


@pytest.mark.parametrize("first", range(0, 50, 10))
def test_generated_services_take_the_same_course(engine: Engine, first: int, tally: Tally) -> None:
    for seed in range(first, first + 10):
        plain, case = grown(seed)
        view = staffed(plain)
        made = exported(view, engine.name)

        definitions = deploy(engine, made.artifacts)

        assert sorted(definitions["processes"]) == expected(made.artifacts)["processes"], seed
        assert differences(engine, view, case, made) == [], seed
        tally.count(engine.name, 1)
        tally.generated.add(seed)


def test_the_judge_sees_another_course(engine: Engine) -> None:
    view = example("hundesteuer")
    made = exported(view, engine.name)
    deploy(engine, made.artifacts)
    case, other = (
        next(one for one in view.of(ExampleCase) if one.name == name)
        for name in ("Ein Dackel aus dem Tierheim", "Angaben fehlen, die Antwort kommt")
    )
    drive = Drive(engine, view, case, made)
    drive.go()

    told = differences(engine, view, other, made)
    played = play(view, other)
    ours = [(one.number, (one.node, one.kind, 0)) for one in played.trace]

    assert drive.faults == []
    assert drive.forms_opened > 5
    assert told == []
    assert unlike(ours, [], played) != []
