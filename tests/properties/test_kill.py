"""Does a save that is killed at any moment leave the old file or the new one?"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from model.records import ForeignFile, Service
from model.storage import NotReadable, from_bytes, to_bytes
from model.storage.format import sha256
from studio.session.files import ABSENT, SaveConflict, save_bytes
from studio.session.names import backup_of
from tests.helpers.faults import CountingDisk, KillingDisk
from tests.helpers.killing import Killer, acknowledge

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills by POSIX signals")

WEIGHT = ForeignFile(id="weight", text="Gewicht " * 60_000)


def version(number: int) -> bytes:
    return to_bytes([WEIGHT, Service(id="s", version=str(number))])


def version_of(path: Path) -> int:
    """Which version lies there, whole; a damaged one fails the test."""
    opened = from_bytes(path.read_bytes(), path.name)
    assert not opened.read_only
    assert opened.records[0] == WEIGHT
    return int(opened.records[1].version)  # type: ignore[attr-defined]


def save_for_ever(file: str) -> None:
    """The job of the child: next version, save, say so."""
    path = Path(file)
    expected, number = sha256(path.read_bytes()), version_of(path)
    while True:
        number += 1
        expected = save_bytes(path, version(number), expected).sha256
        acknowledge(number)


def write_in_place_for_ever(file: str) -> None:
    """What must go wrong, so that the test is known to bite."""
    heavy = ForeignFile(id="weight", text="Gewicht " * 500_000)
    data = to_bytes([heavy])
    acknowledge("begun")
    while True:
        Path(file).write_bytes(data)


def kill_rounds(tmp_path: Path, rounds: int) -> None:
    chance = random.Random(3)
    path = tmp_path / "Hundesteuer.fachwerk"
    path.write_bytes(version(0))
    with Killer("tests.properties.test_kill:save_for_ever", tmp_path) as killer:
        for _ in range(rounds):
            acknowledged = int(killer.round(chance.random() * 0.03, path)[-1])

            found = version_of(path)

            assert found in (acknowledged, acknowledged + 1)
            assert version_of(backup_of(path)) in (found - 1, found)


def test_two_hundred_kills_leave_the_old_or_the_new_file(tmp_path: Path) -> None:
    kill_rounds(tmp_path, 200)


@pytest.mark.long
def test_a_thousand_kills_leave_the_old_or_the_new_file(tmp_path: Path) -> None:
    kill_rounds(tmp_path, 1000)


def test_the_same_kills_tear_a_file_written_in_place(tmp_path: Path) -> None:
    chance = random.Random(3)
    path = tmp_path / "x.fachwerk"
    torn = 0
    with Killer("tests.properties.test_kill:write_in_place_for_ever", tmp_path) as killer:
        for _ in range(40):
            killer.round(chance.random() * 0.02, path)
            torn += is_torn(path.read_bytes())

    assert torn > 0


def is_torn(data: bytes) -> bool:
    try:
        return from_bytes(data).read_only
    except NotReadable:
        return True


def save_and_die(file: str, at: str) -> None:
    """The job of the child: dead before the n-th call to the system."""
    path = Path(file)
    acknowledge("begun")
    save_bytes(path, version(1), sha256(version(0)), disk=KillingDisk(int(at)))


def test_killed_before_any_call_the_next_save_works_at_once(tmp_path: Path) -> None:
    counting = CountingDisk()
    save_bytes(tmp_path / "count.fachwerk", version(0), ABSENT)
    save_bytes(tmp_path / "count.fachwerk", version(1), sha256(version(0)), disk=counting)
    waited: list[float] = []
    with Killer("tests.properties.test_kill:save_and_die", tmp_path) as killer:
        for at in range(1, len(counting.calls) + 1):
            path = tmp_path / f"{at}.fachwerk"
            path.write_bytes(version(0))

            killer.round(5.0, path, at)
            found = version_of(path)
            save_bytes(path, version(2), sha256(version(found)), wait=waited.append)

            assert found in (0, 1)
            assert version_of(path) == 2

    assert waited == []


def add_marks(file: str, name: str, times: str) -> None:
    """The job of each of two: read, add a mark of one's own, save; after a clash once more."""
    path = Path(file)
    for number in range(int(times)):
        saved = False
        while not saved:
            data = path.read_bytes()
            (service,) = from_bytes(data).records
            marks = f"{service.description} {name}{number}"  # type: ignore[attr-defined]
            try:
                save_bytes(path, to_bytes([Service(id="s", description=marks)]), sha256(data))
                saved = True
            except SaveConflict:
                pass
    acknowledge("done")


def test_two_people_who_save_a_hundred_times_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shared.fachwerk"
    path.write_bytes(to_bytes([Service(id="s")]))

    job = "tests.properties.test_kill:add_marks"
    with Killer(job, tmp_path) as one, Killer(job, tmp_path) as other:
        one.start(path, "a", 100)
        other.start(path, "b", 100)
        ends = [one.word(), other.word()]

    (service,) = from_bytes(path.read_bytes()).records
    assert ends == ["done", "done"]
    assert len(set(service.description.split())) == 200  # type: ignore[attr-defined]
