"""Is the work of a killed session found, offered, and never applied unasked?"""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from model.document import Document
from model.language import say
from model.records import Service, Step
from studio.session.alive import AliveLock
from studio.session.files import SaveFailed
from studio.session.names import backup_of
from studio.session.recovery import Recovery, RecoveryFailed, find_recoveries
from studio.session.session import Session
from studio.session.surroundings import Surroundings
from tests.helpers.faults import FailingDisk
from tests.studio.session.world import a_file, a_world, name_in, rename


@pytest.fixture
def world(tmp_path: Path) -> Surroundings:
    return a_world(tmp_path)


def die(session: Session) -> None:
    """What a kill leaves: journal, base, owner file and the file of the lock, but no lock."""
    session._journal._soon.stop()
    session._stop_hearing()
    session._journal._disk.close(session._journal._handle)
    lock = session._journal._lock
    lock.release()
    lock.path.touch()


def the_only(world: Surroundings) -> Recovery:
    (found,) = find_recoveries(world)
    return found


def test_a_living_session_is_not_offered(tmp_path: Path, world: Surroundings) -> None:
    session = Session.open(a_file(tmp_path), surroundings=world)
    rename(session, "x")

    assert find_recoveries(world) == []
    session.close()


def test_unsaved_work_comes_back_and_the_file_is_not_touched(
    tmp_path: Path, world: Surroundings
) -> None:
    path = a_file(tmp_path)
    before = path.read_bytes()
    killed = Session.open(path, surroundings=world)
    rename(killed, "eins")
    rename(killed, "zwei")
    die(killed)

    offer = the_only(world)
    untouched = path.read_bytes() == before
    session = offer.apply()

    assert (offer.path, offer.title, offer.steps) == (path, "Hundesteuer", 2)
    assert not offer.file_changed
    assert untouched
    assert path.read_bytes() == before
    assert name_in(session) == "zwei"
    assert session.dirty
    assert not session.read_only
    session.undo()
    assert name_in(session) == "eins"
    session.save()
    assert not session.dirty
    session.close()


def test_looking_at_the_offer_changes_nothing(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    die(killed)

    first, second = the_only(world), the_only(world)

    assert first == second


def test_a_recovered_session_that_is_killed_again_is_offered_again(
    tmp_path: Path, world: Surroundings
) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    die(killed)
    again = the_only(world).apply()
    rename(again, "zwei")
    die(again)

    offer = the_only(world)
    session = offer.apply()

    assert offer.steps == 2
    assert name_in(session) == "zwei"
    session.close()


def test_an_unnamed_document_comes_back(world: Surroundings) -> None:
    document = Document([Service(id="s", name="Katzensteuer"), Step(id="a")])
    killed = Session.new(document, surroundings=world)
    rename(killed, "Antrag")
    die(killed)

    offer = the_only(world)
    session = offer.apply()

    assert (offer.path, offer.title) == (None, "Katzensteuer")
    assert session.path is None
    assert name_in(session) == "Antrag"
    session.close()


def test_what_was_saved_is_not_offered(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    killed.save()
    die(killed)

    assert find_recoveries(world) == []
    assert list(world.paths.journals.glob("*.journal")) == []


def test_only_what_came_after_the_save_is_counted(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    killed.save()
    rename(killed, "zwei")
    die(killed)

    offer = the_only(world)
    session = offer.apply()

    assert offer.steps == 1
    assert name_in(session) == "zwei"
    session.close()


@pytest.mark.parametrize("at", range(1, 60))
def test_killed_at_any_moment_of_a_save_nothing_is_lost(tmp_path: Path, at: int) -> None:
    disk = FailingDisk(10**9, errno.EIO, forever=True)
    killed = Session.open(a_file(tmp_path), surroundings=a_world(tmp_path, disk=disk))
    rename(killed, "eins")
    disk.at = len(disk.calls) + at
    try:
        killed.save()
        rename(killed, "zwei")
    except SaveFailed:
        pass
    disk.at = 10**9
    expected = name_in(killed) if killed._journal.trouble is None else "eins"
    die(killed)
    world = a_world(tmp_path)

    offers = find_recoveries(world)
    if offers:
        session = offers[0].apply()
    else:
        assert killed.path is not None
        session = Session.open(killed.path, surroundings=world)

    assert name_in(session) in (expected, name_in(killed))
    assert len(offers) <= 1
    session.close()


def test_work_on_a_file_that_changed_meanwhile_comes_back_as_a_copy(
    tmp_path: Path, world: Surroundings
) -> None:
    path = a_file(tmp_path)
    killed = Session.open(path, surroundings=world)
    rename(killed, "meins")
    die(killed)
    a_file(tmp_path, Step(id="b", name="von Frau Yilmaz"))
    theirs = path.read_bytes()

    offer = the_only(world)
    session = offer.apply()

    assert offer.file_changed
    assert session.path is None
    assert name_in(session) == "meins"
    assert [note.key for note in session.notes] == ["storage.recovery_as_copy"]
    assert path.read_bytes() == theirs
    session.close()


def test_work_comes_back_although_the_file_is_away(tmp_path: Path, world: Surroundings) -> None:
    path = a_file(tmp_path)
    killed = Session.open(path, surroundings=world)
    rename(killed, "meins")
    die(killed)
    path.unlink()

    session = the_only(world).apply()

    assert name_in(session) == "meins"
    assert session.path is None
    session.close()


def test_without_the_copy_the_file_or_its_backup_serves(
    tmp_path: Path, world: Surroundings
) -> None:
    path = a_file(tmp_path)
    killed = Session.open(path, surroundings=world)
    rename(killed, "meins")
    die(killed)
    for base in world.paths.journals.glob("*.base"):
        base.unlink()
    backup_of(path).write_bytes(path.read_bytes())
    path.write_bytes(b"changed by somebody")

    session = the_only(world).apply()

    assert name_in(session) == "meins"
    session.close()


def test_when_nothing_serves_a_sentence_is_said_and_the_journal_stays(
    tmp_path: Path, world: Surroundings
) -> None:
    path = a_file(tmp_path)
    killed = Session.open(path, surroundings=world)
    rename(killed, "meins")
    die(killed)
    for base in world.paths.journals.glob("*.base"):
        base.unlink()
    path.unlink()
    offer = the_only(world)

    with pytest.raises(RecoveryFailed) as refusal:
        offer.apply()

    assert refusal.value.todo is not None
    assert the_only(world) == offer


def test_discarded_work_is_set_aside_not_deleted(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "meins")
    die(killed)
    offer = the_only(world)

    offer.discard()

    assert find_recoveries(world) == []
    kept = sorted(path.name for path in world.paths.set_aside.iterdir())
    assert kept == [f"{offer.session}.base", f"{offer.session}.journal"]


def test_a_journal_that_cannot_be_read_is_set_aside(world: Surroundings) -> None:
    world.paths.journals.mkdir(parents=True)
    (world.paths.journals / "abc.journal").write_bytes(bytes(100))

    assert find_recoveries(world) == []
    assert (world.paths.set_aside / "abc.journal").read_bytes() == bytes(100)


def test_a_torn_last_line_costs_one_step_and_is_said(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    rename(killed, "zwei")
    die(killed)
    journal = next(world.paths.journals.glob("*.journal"))
    journal.write_bytes(journal.read_bytes()[:-5])

    session = the_only(world).apply()

    assert name_in(session) == "eins"
    assert [note.key for note in session.notes] == ["storage.recovery_torn"]
    session.close()


def test_everything_undone_leaves_nothing_to_offer(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    killed.undo()
    die(killed)

    assert find_recoveries(world) == []


def test_an_undo_beyond_the_save_comes_back(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    killed.save()
    killed.undo()
    die(killed)

    session = the_only(world).apply()

    assert name_in(session) == ""
    assert session.dirty
    session.close()


def test_two_windows_do_not_both_recover(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    rename(killed, "eins")
    die(killed)
    offer = the_only(world)
    other_window = AliveLock(world.paths.journals, offer.session)
    other_window.take()

    with pytest.raises(RecoveryFailed):
        offer.apply()

    other_window.release()
    offer.apply().close()


def test_kept_work_of_a_closed_session_is_offered(tmp_path: Path, world: Surroundings) -> None:
    ended = Session.open(a_file(tmp_path), surroundings=world)
    rename(ended, "eins")

    ended.close(keep_work=True)

    session = the_only(world).apply()
    assert name_in(session) == "eins"
    session.close()


def test_a_full_state_folder_is_made_good_with_the_next_gesture(tmp_path: Path) -> None:
    disk = FailingDisk(10**9, errno.ENOSPC, forever=True)
    killed = Session.open(a_file(tmp_path), surroundings=a_world(tmp_path, disk=disk))
    rename(killed, "eins")

    disk.at = len(disk.calls) + 1
    rename(killed, "zwei")
    said = [note.key for note in killed.notes]
    disk.at = 10**9
    rename(killed, "drei")
    healed = killed.notes
    die(killed)

    session = the_only(a_world(tmp_path)).apply()
    assert said == ["storage.journal_trouble"]
    assert healed == ()
    assert name_in(session) == "drei"
    session.close()


def test_typed_letters_come_back_as_one_step(tmp_path: Path, world: Surroundings) -> None:
    killed = Session.open(a_file(tmp_path), surroundings=world)
    for text in ("A", "An", "Ant"):
        rename(killed, text, origin="typing:a")
    with killed.document.transaction(say("undo.place")) as tx:
        tx.add(Step(id="b"))
    die(killed)

    session = the_only(world).apply()
    session.undo()
    typed = name_in(session)
    session.undo()

    assert typed == "Ant"
    assert name_in(session) == ""
    session.close()
