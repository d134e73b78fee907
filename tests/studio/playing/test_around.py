"""Does a run live with everything else in the window, also with odd and large services?"""

from __future__ import annotations

from time import perf_counter
from typing import Any

from model.behaviors import open_document
from model.commands import remove
from model.language import say
from model.records import (
    Decision,
    End,
    Flow,
    Placement,
    Role,
    Service,
    Start,
    Step,
)
from studio.actions.table import ACTIONS
from studio.session import Session
from tests.helpers.desk import Hand
from tests.helpers.playing import case_named, form_of, playing_of, rehearsal_of


def test_two_documents_have_two_runs_and_each_comes_back_as_it_was(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    first, playing = dogs.sheet, playing_of(dogs)
    playing.forward()
    dogs.desk.filing.open_sample("bewohnerparkausweis")
    dogs.settle()
    assert not dogs.desk.docks.is_shown("play")
    assert not ACTIONS["play.back"].enabled(dogs.desk)

    dogs.desk.sheets.show(first)
    dogs.settle()

    assert dogs.desk.docks.is_shown("play")
    course = dogs.desk.panes.play.course
    assert course is not None
    assert course.step == 1
    assert form_of(dogs).page.id == playing.run.walk.now.tokens[0].at


def test_in_another_language_everything_is_said_again(dogs: Hand) -> None:
    rehearsal_of(dogs).play_case(dogs.sheet, case_named(dogs, "Ein Dackel aus dem Tierheim").id)
    playing = playing_of(dogs)
    playing.forward()

    dogs.desk.speak("en")

    assert playing.bar.forward.text() == "Next"
    assert playing.bar.title.text().startswith("Rehearsal")
    assert "is done" in dogs.desk.panes.play.log.rows.lines[-1].words
    dogs.desk.speak("de")
    assert playing.bar.forward.text() == "Weiter"


def test_who_deletes_where_it_began_gets_a_run_from_the_start(dogs: Hand) -> None:
    step = dogs.named("Anmeldung formell prüfen").id
    rehearsal_of(dogs).start_at(dogs.sheet, step)

    with dogs.sheet.session.document.transaction(say("undo.edit")) as tx:
        remove(tx, [step])
    dogs.settle()

    playing = playing_of(dogs)
    assert playing.run.walk.start == ""
    assert playing.bar.judged.words.text()


def test_a_closed_document_takes_its_run_along(dogs: Hand) -> None:
    rehearsal_of(dogs).start(dogs.sheet)

    dogs.desk.filing.close(dogs.sheet)
    dogs.settle()

    assert dogs.desk.panes.play.course is None
    assert dogs.desk.sheet is None


def test_a_service_without_a_start_says_so_instead_of_playing(hand: Hand) -> None:
    hand.desk.filing.new()
    document = hand.sheet.session.document
    with document.transaction(say("undo.edit")) as tx:
        for one in (*tx.of(Start), *tx.of(End), *tx.of(Step)):
            tx.remove(one.id)
    hand.settle()

    rehearsal_of(hand).do("start")

    assert "Start" in playing_of(hand).bar.judged.words.text()


def test_who_must_choose_a_way_finds_the_ways_as_buttons(hand: Hand) -> None:
    session = Session.new(open_document(_fork()), surroundings=hand.desk.surroundings)
    hand.desk.filing.show(session)
    hand.settle()
    rehearsal_of(hand).start(hand.sheet)
    playing = playing_of(hand)
    assert [token.mode for token in playing.run.walk.now.tokens] == ["choosing"]

    assert not playing.forward()
    assert "Wählen Sie" in playing.bar.judged.words.text()
    button = next(b for b in hand.desk.panes.play.buttons() if "Rechts" in b.accessibleName())
    hand.press(button)

    assert [token.at for token in playing.run.walk.now.tokens] == ["right"]
    assert playing.trail.sight.ways == {"way_0", "way_2"}


def _fork() -> list[Any]:
    """A decision without a condition, as other tools draw it: a person says which way."""
    ways = (("start", "fork"), ("fork", "left"), ("fork", "right"))
    nodes = [
        Start(id="start", role="role_1", order="a0"),
        Decision(id="fork", name="Wohin?", role="role_1", order="a1"),
        Step(id="left", name="Links", form="office", role="role_1", order="a2"),
        Step(id="right", name="Rechts", form="office", role="role_1", order="a3"),
    ]
    return [
        Service(id="service_1", name="Gabel"),
        Role(id="role_1", name="Amt", side="office", order="a0"),
        *nodes,
        *(Flow(id=f"way_{n}", source=a, target=b, order=f"a{n}") for n, (a, b) in enumerate(ways)),
        *(
            Placement(id=f"at_{n}", about=one.id, x=60 + n * 240, y=60, width=120, height=60)
            for n, one in enumerate(nodes)
        ),
        Placement(id="at_lane", about="role_1", x=0, y=0, width=1200, height=300),
    ]


# ------------------------------------------------------------------------------------- large ones


def _long(nodes: int) -> list[Any]:
    service = Service(id="service_1", name="Lang")
    role = Role(id="role_1", name="Amt", side="office", order="a0")
    steps: list[Any] = [Start(id="node_0", role="role_1", order="a0000")]
    for n in range(1, nodes):
        steps.append(
            Step(
                id=f"node_{n}", name=f"Schritt {n}", form="office", role="role_1", order=f"a{n:04}"
            )
        )
    steps.append(End(id=f"node_{nodes}", name="Ende", role="role_1", order=f"a{nodes:04}"))
    ways = [
        Flow(id=f"flow_{n}", source=f"node_{n}", target=f"node_{n + 1}", order=f"a{n:04}")
        for n in range(nodes)
    ]
    places = [
        Placement(
            id=f"placement_{n}",
            about=f"node_{n}",
            x=40 + (n % 25) * 240,
            y=60 + (n // 25) * 140,
            width=186 if 0 < n < nodes else 36,
            height=60 if 0 < n < nodes else 36,
        )
        for n in range(nodes + 1)
    ]
    lane = Placement(id="placement_lane", about="role_1", x=0, y=0, width=6200, height=3000)
    return [service, role, lane, *steps, *ways, *places]


def test_a_step_in_a_service_of_500_nodes_is_instant(hand: Hand) -> None:
    session = Session.new(open_document(_long(500)), surroundings=hand.desk.surroundings)
    hand.desk.filing.show(session)
    hand.settle()
    rehearsal_of(hand).start(hand.sheet)
    playing = playing_of(hand)
    for _ in range(300):
        playing.run.make(hand.sheet.view, playing.run.usual(hand.sheet.view))  # type: ignore[arg-type]
    playing.show(moving=False)
    hand.settle()

    times = []
    for _ in range(9):
        begun = perf_counter()
        playing.do("forward")
        times.append(perf_counter() - begun)
        hand.settle()

    assert len(playing.run.walk) == 309
    assert sorted(times)[len(times) // 2] < 0.05, times
