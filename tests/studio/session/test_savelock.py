"""The short lock around a save: waited for, given back, never in the way of the living."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from model.storage.format import sha256
from studio.session.files import (
    SaveFailed,
    save_bytes,
)
from studio.session.names import Me, beside
from tests.helpers.faults import CountingDisk
from tests.studio.session.folder import NEW, OLD, Waiting, names

DEAD_PID = 2**22 + 1  # above every process number there can be


def test_who_holds_the_lock_is_waited_for_and_named(file: Path) -> None:
    lock = beside(file, ".sperre")
    lock.write_text(f".~x.other-pc.{DEAD_PID}.ab.tmp")
    wait = Waiting()

    with pytest.raises(SaveFailed) as refusal:
        save_bytes(file, NEW, sha256(OLD), wait=wait)

    assert refusal.value.code == "BESETZT"
    assert 4 < sum(wait.pauses) < 6
    assert file.read_bytes() == OLD
    assert names(file.parent) == [lock.name, "Hundesteuer.fachwerk"]


def test_a_lock_given_back_meanwhile_lets_the_save_through(file: Path) -> None:
    lock = beside(file, ".sperre")
    lock.write_text("somebody")

    save_bytes(file, NEW, sha256(OLD), wait=lambda _seconds: lock.unlink())

    assert file.read_bytes() == NEW


def test_a_lock_of_a_dead_process_here_is_no_obstacle(file: Path) -> None:
    beside(file, ".sperre").write_text(f".~x.{Me().host}.{DEAD_PID}.ab.tmp")
    wait = Waiting()

    save_bytes(file, NEW, sha256(OLD), wait=wait)

    assert file.read_bytes() == NEW
    assert wait.pauses == []


def test_a_lock_older_than_a_minute_by_the_clock_of_the_share_is_no_obstacle(file: Path) -> None:
    lock = beside(file, ".sperre")
    lock.write_text("somebody far away")
    share = lock.stat().st_mtime
    os.utime(lock, (share - 61, share - 61))

    save_bytes(file, NEW, sha256(OLD), wait=Waiting())

    assert file.read_bytes() == NEW
    assert names(file.parent) == ["Hundesteuer.fachwerk", "Hundesteuer.fachwerk.bak"]


def test_a_lock_that_another_took_over_is_left_to_it(file: Path) -> None:
    class Slow(CountingDisk):
        def before(self, number: int, name: str) -> None:
            if name == "replace":
                beside(file, ".sperre").write_text("the other one")

    save_bytes(file, NEW, sha256(OLD), disk=Slow(), backup=False)

    assert beside(file, ".sperre").read_text() == "the other one"
