"""Does a save ever harm the file it should replace?"""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.storage.format import sha256
from studio.session.disk import Disk
from studio.session.files import (
    ABSENT,
    WHATEVER,
    SaveConflict,
    Saved,
    SaveFailed,
    save_bytes,
)
from tests.helpers.faults import FailingDisk, FullDisk, StubbornDisk
from tests.studio.session.folder import NEW, OLD, Waiting, names

DEAD_PID = 2**22 + 1  # above every process number there can be


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "Neu.fachwerk"

    saved = save_bytes(path, NEW, ABSENT)

    assert saved == Saved(sha256(NEW))
    assert path.read_bytes() == NEW
    assert names(tmp_path) == ["Neu.fachwerk"]


def test_one_generation_is_kept_and_the_rights_stay(file: Path) -> None:
    file.chmod(0o640)

    save_bytes(file, NEW, sha256(OLD))
    save_bytes(file, b"third", sha256(NEW))

    assert file.read_bytes() == b"third"
    assert file.stat().st_mode & 0o777 == 0o640
    assert (file.parent / "Hundesteuer.fachwerk.bak").read_bytes() == NEW
    assert names(file.parent) == ["Hundesteuer.fachwerk", "Hundesteuer.fachwerk.bak"]


def test_without_links_the_generation_is_copied(file: Path) -> None:
    disk = StubbornDisk("link", 2, errno.EPERM)  # the lock and the generation

    assert save_bytes(file, NEW, sha256(OLD), disk=disk).backup
    assert (file.parent / "Hundesteuer.fachwerk.bak").read_bytes() == OLD


def test_a_generation_left_by_a_crash_is_no_obstacle(file: Path) -> None:
    backup = file.parent / "Hundesteuer.fachwerk.bak"
    backup.hardlink_to(file)  # killed after the link, before the replace

    save_bytes(file, NEW, sha256(OLD))

    assert backup.read_bytes() == OLD
    assert names(file.parent) == ["Hundesteuer.fachwerk", "Hundesteuer.fachwerk.bak"]


def test_a_save_without_backup_is_said_and_not_refused(file: Path) -> None:
    (file.parent / "Hundesteuer.fachwerk.bak").mkdir()

    saved = save_bytes(file, NEW, sha256(OLD))

    assert not saved.backup
    assert file.read_bytes() == NEW


def changed(path: Path) -> None:
    """The same size and the same date: only the content tells."""
    before = path.stat()
    path.write_bytes(OLD.replace(b"old", b"alt"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_a_file_that_somebody_changed_is_never_overwritten(file: Path) -> None:
    changed(file)
    theirs = file.read_bytes()

    with pytest.raises(SaveConflict) as conflict:
        save_bytes(file, NEW, sha256(OLD))

    assert file.read_bytes() == theirs
    assert names(file.parent) == ["Hundesteuer.fachwerk"]
    assert conflict.value.what.key == "storage.conflict_changed"
    assert conflict.value.todo is not None


def test_a_file_that_went_or_came_is_a_conflict_too(file: Path) -> None:
    with pytest.raises(SaveConflict) as came:
        save_bytes(file, NEW, ABSENT)
    file.unlink()
    with pytest.raises(SaveConflict) as gone:
        save_bytes(file, NEW, sha256(OLD))

    assert came.value.what.key == "storage.conflict_appeared"
    assert gone.value.what.key == "storage.conflict_gone"
    assert names(file.parent) == []


def test_saving_what_lies_there_already_is_no_conflict(file: Path) -> None:
    assert save_bytes(file, OLD, "another hash") == Saved(sha256(OLD))
    assert names(file.parent) == ["Hundesteuer.fachwerk"]


def test_a_person_who_was_asked_may_replace(file: Path) -> None:
    save_bytes(file, NEW, WHATEVER)

    assert file.read_bytes() == NEW


def test_a_link_keeps_pointing_to_the_file(file: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.fachwerk"
    link.symlink_to(file)

    save_bytes(link, NEW, sha256(OLD))

    assert link.is_symlink()
    assert file.read_bytes() == NEW
    assert names(link.parent) == ["link.fachwerk"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_every_failing_call_is_survived(tmp_path: Path, code: int) -> None:
    for at in range(1, 100):
        folder = tmp_path / str(at)
        folder.mkdir()
        path = folder / "x.fachwerk"
        path.write_bytes(OLD)
        disk = FailingDisk(at, code)

        try:
            save_bytes(path, NEW, sha256(OLD), disk=disk, wait=Waiting())
            expected = NEW
        except SaveFailed as refusal:
            expected = OLD
            sentence = (refusal.what.key, refusal.todo)
            assert all(sentence)

        assert path.read_bytes() == expected
        assert [name for name in names(folder) if name.startswith(".")] == []
        if not disk.failed:
            assert expected == NEW
            return
    pytest.fail("the save never came to its end")


def test_a_disk_that_dies_at_any_call_leaves_old_or_new(tmp_path: Path) -> None:
    for at in range(1, 100):
        path = tmp_path / f"{at}.fachwerk"
        path.write_bytes(OLD)
        disk = FailingDisk(at, errno.EIO, forever=True)

        try:
            save_bytes(path, NEW, sha256(OLD), disk=disk, wait=Waiting())
            expected = NEW
        except SaveFailed:
            expected = OLD

        assert path.read_bytes() == expected
        if not disk.failed:
            return
    pytest.fail("the save never came to its end")


def test_a_full_disk_costs_nothing(file: Path) -> None:
    for room in (0, 1, 4000, len(NEW) - 1):
        with pytest.raises(SaveFailed) as refusal:
            save_bytes(file, NEW, sha256(OLD), disk=FullDisk(room))

        assert refusal.value.code == "VOLL"
        assert file.read_bytes() == OLD
        assert names(file.parent) == ["Hundesteuer.fachwerk"]


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 3 MB, where this user may mount one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("may not mount a small file system here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_really_full_disk_costs_nothing(tiny_disk: Path) -> None:
    path = tiny_disk / "x.fachwerk"
    path.write_bytes(b"o" * 1_000_000)

    with pytest.raises(SaveFailed) as refusal:
        save_bytes(path, b"n" * 2_500_000, sha256(b"o" * 1_000_000))

    assert refusal.value.code == "VOLL"
    assert path.read_bytes() == b"o" * 1_000_000
    assert names(tiny_disk) == ["x.fachwerk"]


def test_a_disk_that_does_not_keep_what_it_took_is_caught(file: Path) -> None:
    class Lying(Disk):
        def write(self, handle: int, data: bytes | memoryview) -> int:
            os.write(handle, bytes(len(data)))
            return len(data)

    with pytest.raises(SaveFailed):
        save_bytes(file, NEW, sha256(OLD), disk=Lying())

    assert file.read_bytes() == OLD
    assert names(file.parent) == ["Hundesteuer.fachwerk"]


def test_a_reader_who_holds_the_file_is_waited_for(file: Path) -> None:
    wait = Waiting()

    save_bytes(file, NEW, sha256(OLD), disk=_held_at_replace(3), wait=wait, backup=False)

    assert file.read_bytes() == NEW
    assert len(wait.pauses) == 3


def test_after_five_seconds_of_waiting_a_sentence_is_said(file: Path) -> None:
    wait = Waiting()

    with pytest.raises(SaveFailed) as refusal:
        save_bytes(file, NEW, sha256(OLD), disk=_held_at_replace(999), wait=wait, backup=False)

    assert 4 < sum(wait.pauses) < 6
    assert refusal.value.code == "KEIN-RECHT"
    assert file.read_bytes() == OLD
    assert names(file.parent) == ["Hundesteuer.fachwerk"]


def _held_at_replace(times: int) -> Disk:
    return StubbornDisk("replace", times, errno.EACCES)


def test_a_folder_one_may_not_write_to_is_a_sentence(file: Path) -> None:
    disk = StubbornDisk("create", 999, errno.EACCES)

    with pytest.raises(SaveFailed) as refusal:
        save_bytes(file, NEW, sha256(OLD), disk=disk)

    assert refusal.value.what.values["folder"] == str(file.parent)
    assert refusal.value.code == "KEIN-RECHT"
    assert file.read_bytes() == OLD


def test_a_protected_file_in_an_open_folder_is_not_replaced(file: Path) -> None:
    class Protected(Disk):
        def may_write(self, path: Path) -> bool:
            return False

    with pytest.raises(SaveFailed) as refusal:
        save_bytes(file, NEW, sha256(OLD), disk=Protected())

    assert refusal.value.code == "KEIN-RECHT"
    assert file.read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "code"),
    [("no/where.fachwerk", "ORDNER-FEHLT"), ("x" * 300, "NAME-ZU-LANG"), (".", "ORDNER")],
)
def test_an_impossible_place_is_a_sentence(tmp_path: Path, name: str, code: str) -> None:
    with pytest.raises(SaveFailed) as refusal:
        save_bytes(tmp_path / name, NEW, ABSENT)

    assert refusal.value.code == code
    assert names(tmp_path) == []


def test_the_longest_name_can_be_saved(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 118 + ".fachwerk")

    save_bytes(path, OLD, ABSENT)
    saved = save_bytes(path, NEW, sha256(OLD))

    assert path.read_bytes() == NEW
    assert saved.backup
