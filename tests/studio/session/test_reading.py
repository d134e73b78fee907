"""Files are read at once, and what a dead process left is cleaned away."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from studio.session.cleaning import remove_dead_temporaries
from studio.session.disk import DISK, Disk
from studio.session.files import (
    OpenFailed,
    read_file,
)
from studio.session.names import Me
from tests.studio.session.folder import OLD

DEAD_PID = 2**22 + 1  # above every process number there can be


def test_reading_closes_the_file_at_once(file: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc").exists() else 0

    data = read_file(file)

    assert data == OLD
    assert before == (len(list(Path("/proc/self/fd").iterdir())) if before else 0)


@pytest.mark.parametrize(("name", "code"), [("none", "FEHLT"), (".", "ORDNER"), ("a\0b", "LESEN")])
def test_what_cannot_be_read_is_a_sentence(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(OpenFailed) as refusal:
        read_file(tmp_path / name)

    assert refusal.value.code == code
    assert refusal.value.todo is not None


def test_a_file_too_large_is_not_read(file: Path) -> None:
    class Huge(Disk):
        def size(self, path: Path) -> int:
            return 500_000_001

    with pytest.raises(OpenFailed) as refusal:
        read_file(file, disk=Huge())

    assert refusal.value.code == "ZU-GROSS"


def test_only_old_temporaries_of_dead_processes_of_this_computer_are_removed(file: Path) -> None:
    me = Me("pc", os.getpid())
    own = file.with_name(f".~{file.name}.pc.{DEAD_PID}.0a.tmp")
    others = [
        file.with_name(f".~{file.name}.{host}.{pid}.0a.tmp")
        for host, pid in [("pc", os.getpid()), ("other", DEAD_PID)]
    ] + [file.with_name(f".~Katze.fachwerk.pc.{DEAD_PID}.0a.tmp"), file.with_name("x.tmp")]
    for path in (own, *others):
        path.write_bytes(b"half")
    now = own.stat().st_mtime

    too_young = remove_dead_temporaries(file, now + 3600, disk=DISK, me=me)
    removed = remove_dead_temporaries(file, now + 90_000, disk=DISK, me=me)

    assert too_young == []
    assert removed == [own]
    assert all(path.exists() for path in (file, *others))
