"""Killed at a random moment: is all but at most the last gesture back, and the file untouched?"""

from __future__ import annotations

import os
import random
from itertools import count
from pathlib import Path

import pytest

from model.commands.place import append_node
from model.language import say
from model.records import Start, Step
from studio.session.recovery import find_recoveries
from studio.session.session import Session
from studio.session.surroundings import Surroundings
from studio.settings.paths import find_paths
from tests.helpers.killing import Killer, acknowledge

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by POSIX signals")

ROUNDS = 200


def work_for_ever(file: str) -> None:
    """What the killed program does: gesture after gesture, each acknowledged when it is done."""
    session = Session.open(Path(file))
    document = session.document
    last = next(iter(document.snapshot().of(Start))).id
    acknowledge("open")
    for number in count(1):
        with document.transaction(say("undo.append"), "canvas") as tx:
            last = append_node(tx, "office", last, name=f"Schritt {number}").id
        acknowledge(number)


def draw_for_ever(_folder: str) -> None:
    """The same in a document that has no file yet."""
    from model.behaviors import new_document

    session = Session.new(new_document("Katzensteuer"))
    last = next(iter(session.document.snapshot().of(Start))).id
    acknowledge("open")
    for number in count(1):
        with session.document.transaction(say("undo.append"), "canvas") as tx:
            last = append_node(tx, "office", last, name=f"Schritt {number}").id
        acknowledge(number)


def steps_in(session: Session) -> set[int]:
    steps = session.document.snapshot().of(Step)
    return {int(step.name.split()[1]) for step in steps if step.name.startswith("Schritt ")}


def acknowledged(words: list[str]) -> int:
    return int(words[-1]) if words[-1] != "open" else 0


@pytest.fixture
def world(tmp_path: Path) -> Surroundings:
    return Surroundings(paths=find_paths({"FACHWERK_HOME": str(tmp_path / "home")}))


def test_U7_after_a_kill_at_most_the_last_gesture_is_lost(
    tmp_path: Path, world: Surroundings
) -> None:
    from model.behaviors import new_document

    chance = random.Random(7)
    path = tmp_path / "Hundesteuer.fachwerk"
    start = Session.new(new_document("Hundesteuer"), surroundings=world)
    start.save_as(path)
    start.close()
    before = path.read_bytes()
    done = 0

    job = "tests.journeys.test_U7_kill:work_for_ever"
    with Killer(job, tmp_path / "home") as killer:
        for _ in range(ROUNDS):
            said = acknowledged(killer.round(chance.random() * 0.06, path))

            offers = find_recoveries(world)
            found = {0}
            if offers:
                session = offers[0].apply()
                found |= steps_in(session)
                assert session.path == path
                assert not session.read_only
                session.close()

            assert found in (set(range(said + 1)), set(range(said + 2)))
            assert len(offers) <= 1
            assert path.read_bytes() == before
            done += said

    assert done > ROUNDS / 2  # the kills came in the middle of work, not before it


def test_U7_an_unnamed_document_comes_back_too(tmp_path: Path, world: Surroundings) -> None:
    chance = random.Random(8)

    job = "tests.journeys.test_U7_kill:draw_for_ever"
    with Killer(job, tmp_path / "home") as killer:
        for _ in range(5):
            said = acknowledged(killer.round(0.02 + chance.random() * 0.04, tmp_path))

            (offer,) = find_recoveries(world)
            session = offer.apply()
            found = steps_in(session)
            session.close()

            assert found in (set(range(1, said + 1)), set(range(1, said + 2)))
            assert offer.path is None
