"""Do people learn who has a file open, and is nobody locked out by a dead computer?"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from studio.session.disk import DISK, Disk
from studio.session.names import Me, beside
from studio.session.owner import Owner
from studio.session.session import ReadOnly, Session
from tests.studio.session.world import NOON, Heart, a_file, a_world, rename

LIVING: set[str] = set()


def owner(path: Path, session: str, user: str = "Meier", host: str = "pc-1") -> Owner:
    return Owner(
        path,
        session=session,
        user=user,
        me=Me(host, 1),
        disk=DISK,
        since=NOON,
        is_alive=LIVING.__contains__,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    LIVING.clear()
    return a_file(tmp_path)


def age(path: Path, seconds: float) -> None:
    """As if the last beat had been so long ago, by the clock of the share."""
    then = path.stat().st_mtime - seconds
    os.utime(path, (then, then))


def test_the_first_holds_it_and_the_second_learns_who(file: Path) -> None:
    first, second = owner(file, "a1"), owner(file, "b2", "Yilmaz", "pc-2")

    mine, theirs = first.take(), second.take()

    assert mine.state == "mine"
    assert (theirs.state, theirs.user, theirs.host) == ("fresh", "Meier", "pc-1")
    assert theirs.since == NOON.isoformat()
    assert not second.held


def test_released_it_is_free(file: Path) -> None:
    first, second = owner(file, "a1"), owner(file, "b2", "Yilmaz", "pc-2")
    first.take()

    first.release()

    assert not first.path.exists()
    assert second.take().state == "mine"


def test_after_two_minutes_without_a_beat_the_next_takes_over(file: Path) -> None:
    first, second = owner(file, "a1"), owner(file, "b2", "Yilmaz", "pc-2")
    first.take()
    age(first.path, 121)

    found = second.take()
    first.beat()
    first.release()

    assert (found.state, found.user) == ("stale", "Meier")
    assert second.held
    assert not first.held
    assert second.look().state == "mine"


def test_a_beat_keeps_it_fresh_and_its_length(file: Path) -> None:
    first, second = owner(file, "a1"), owner(file, "b2", "Yilmaz", "pc-2")
    first.take()
    size = first.path.stat().st_size
    age(first.path, 500)

    first.beat()

    assert second.look().state == "fresh"
    assert first.path.stat().st_size == size


def test_our_own_dead_session_is_no_obstacle(file: Path) -> None:
    owner(file, "a1").take()

    assert owner(file, "b2").take().state == "mine"


def test_our_own_living_session_counts_however_long_it_is_silent(file: Path) -> None:
    first = owner(file, "a1")
    first.take()
    LIVING.add("a1")
    age(first.path, 9999)

    assert owner(file, "b2").take().state == "fresh"


@pytest.mark.parametrize("junk", [b"", b"{", b"\xff" * 1024, b'{"user": 7}', b"[" * 50_000])
def test_an_unreadable_note_is_somebody_else(file: Path, junk: bytes) -> None:
    path = beside(file, ".besitz")
    path.write_bytes(junk)

    fresh = owner(file, "a1").look()
    age(path, 121)
    stale = owner(file, "a1").take()

    assert (fresh.state, fresh.user) == ("fresh", "")
    assert stale.state == "stale"


def test_a_beat_read_half_written_is_read_again(file: Path) -> None:
    first = owner(file, "a1")
    first.take()
    whole = first.path.read_bytes()

    class Torn(Disk):
        reads = 0

        def read(self, path: Path) -> bytes:
            self.reads += 1
            return whole[:40] if self.reads == 1 else whole

    second = owner(file, "b2", "Yilmaz", "pc-2")
    second._disk = Torn()

    assert second.look().user == "Meier"


def test_a_folder_that_cannot_be_written_informs_nobody_and_stops_nobody(file: Path) -> None:
    class Closed(Disk):
        def create(self, path: Path) -> int:
            raise PermissionError(13, "no")

    one = owner(file, "a1")
    one._disk = Closed()

    assert one.take().state == "free"
    one.beat()
    one.release()
    assert not one.held


def test_a_beat_into_a_lost_folder_is_noticed_and_mended(file: Path) -> None:
    class Away(Disk):
        def read(self, path: Path) -> bytes:
            raise OSError(5, "network gone")

    one = owner(file, "a1")
    one.take()

    one._disk = Away()
    one.beat()
    gone = one.unreachable
    one._disk = DISK
    one.beat()

    assert gone
    assert not one.unreachable
    assert one.held


# ------------------------------------------------------------------------------- in the session


def test_the_second_session_may_look_and_not_save(tmp_path: Path, file: Path) -> None:
    first = Session.open(file, surroundings=a_world(tmp_path))
    second = Session.open(file, surroundings=a_world(tmp_path / "b", user="Yilmaz"))

    rename(second, "von Yilmaz")
    with pytest.raises(ReadOnly):
        second.save()

    assert (first.read_only, second.read_only) == (False, True)
    assert [note.key for note in second.notes] == ["storage.held"]
    assert second.notes[0].values["user"] == "Meier"
    first.close()
    second.close()


def test_the_second_session_takes_over_when_the_first_has_closed(
    tmp_path: Path, file: Path
) -> None:
    first = Session.open(file, surroundings=a_world(tmp_path))
    second = Session.open(file, surroundings=a_world(tmp_path / "b", user="Yilmaz"))
    first.close()

    second.look_again()
    rename(second, "von Yilmaz")
    second.save()

    assert not second.read_only
    assert not second.dirty
    second.close()
    assert list(tmp_path.glob(".~*")) == []


def test_who_edits_anyway_is_stopped_only_by_a_real_conflict(tmp_path: Path, file: Path) -> None:
    first = Session.open(file, surroundings=a_world(tmp_path))
    second = Session.open(file, surroundings=a_world(tmp_path / "b", user="Yilmaz"))

    second.edit_anyway()
    rename(second, "von Yilmaz")
    second.save()

    assert not second.dirty
    assert "von Yilmaz" in file.read_text(encoding="utf-8")
    first.close()
    second.close()


def test_the_heart_beats_every_half_minute_and_stops(tmp_path: Path, file: Path) -> None:
    hearts: list[Heart] = []

    def every(seconds: float, work: object) -> Heart:
        hearts.append(Heart(seconds, work))  # type: ignore[arg-type]
        return hearts[-1]

    session = Session.open(file, surroundings=a_world(tmp_path, every=every))
    age(beside(file, ".besitz"), 500)

    hearts[0].beat()
    other = owner(file, "b2", "Yilmaz", "pc-2").look()
    session.close()

    assert hearts[0].seconds == 30
    assert other.state == "fresh"
    assert hearts[0].stopped
