"""Does a session know what is saved, what is not, and what must not be overwritten?"""

from __future__ import annotations

import errno
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.document import Document
from model.records import Service, Step
from model.storage import from_bytes, to_bytes
from studio.session.files import OpenFailed, SaveConflict, SaveFailed
from studio.session.session import NeedsName, ReadOnly, Session
from studio.session.surroundings import Surroundings
from tests.helpers.faults import FailingDisk
from tests.studio.session.world import NOON, a_file, a_world, name_in, rename


@pytest.fixture
def world(tmp_path: Path) -> Surroundings:
    return a_world(tmp_path)


@pytest.fixture
def session(tmp_path: Path, world: Surroundings) -> Iterator[Session]:
    session = Session.open(a_file(tmp_path), surroundings=world)
    yield session
    session.close()


def journals(world: Surroundings) -> list[str]:
    return sorted(path.suffix for path in world.paths.journals.glob("*"))


def test_a_new_document_is_clean_and_has_no_file(world: Surroundings) -> None:
    session = Session.new(Document([Service(id="s", name="Katzensteuer")]), surroundings=world)

    assert (session.dirty, session.path, session.read_only) == (False, None, False)
    assert session.title == "Katzensteuer"
    with pytest.raises(NeedsName):
        session.save()
    session.close()


def test_a_saved_file_holds_the_document(session: Session) -> None:
    rename(session, "Antrag prüfen")
    assert session.dirty

    session.save()

    assert session.path is not None
    assert not session.dirty
    assert session.saved_at == NOON
    saved = from_bytes(session.path.read_bytes())
    assert set(saved.records) == set(session.document.snapshot())
    assert not saved.read_only


def test_undo_back_to_the_save_is_clean_and_beyond_it_is_not(session: Session) -> None:
    rename(session, "eins")
    session.save()
    rename(session, "zwei")

    session.undo()
    at_the_save = session.dirty
    session.undo()
    before_the_save = session.dirty
    session.redo()

    assert (at_the_save, before_the_save, session.dirty) == (False, True, False)
    assert name_in(session) == "eins"


def test_letters_typed_after_a_save_make_it_dirty(session: Session) -> None:
    rename(session, "e", origin="typing:a")
    session.save()

    rename(session, "ei", origin="typing:a")
    typed = session.dirty
    session.undo()

    assert typed
    assert not session.dirty
    assert name_in(session) == "e"


def test_listeners_hear_every_change_of_state(session: Session) -> None:
    heard: list[bool] = []
    stop = session.listen(lambda one: heard.append(one.dirty))

    rename(session, "eins")
    session.save()
    session.undo()
    stop()
    rename(session, "zwei")

    assert heard[0] is True
    assert heard[1] is False
    assert heard[-1] is True
    assert len(heard) == 4  # undo is told while it happens and when it is done


def test_a_second_save_is_no_conflict_with_the_first(session: Session) -> None:
    for name in ("eins", "zwei", "drei"):
        rename(session, name)
        session.save()

    assert not session.dirty


def test_a_colleagues_save_is_never_overwritten(session: Session) -> None:
    assert session.path is not None
    theirs = to_bytes([Service(id="s", name="Von Frau Yilmaz")])
    session.path.write_bytes(theirs)
    rename(session, "meins")

    with pytest.raises(SaveConflict):
        session.save()

    assert session.path.read_bytes() == theirs
    assert session.dirty
    assert session.saved_at is None


def test_after_a_conflict_the_work_can_go_elsewhere(session: Session, tmp_path: Path) -> None:
    assert session.path is not None
    session.path.write_bytes(b"changed by somebody")
    rename(session, "meins")
    other = tmp_path / "Kopie.fachwerk"

    session.save_as(other)
    rename(session, "weiter")
    session.save()

    assert session.path == other
    assert session.title == "Kopie"
    assert "weiter" in other.read_text(encoding="utf-8")


def test_save_as_under_its_own_name_is_a_save(session: Session) -> None:
    assert session.path is not None
    session.path.write_bytes(b"changed by somebody")
    rename(session, "meins")

    with pytest.raises(SaveConflict):
        session.save_as(session.path)


def test_a_copy_does_not_move_the_session(session: Session, tmp_path: Path) -> None:
    rename(session, "meins")
    before = session.path

    session.save_copy(tmp_path / "Kopie.fachwerk")

    assert session.path == before
    assert session.dirty
    assert "meins" in (tmp_path / "Kopie.fachwerk").read_text(encoding="utf-8")


def test_a_failed_save_keeps_everything(tmp_path: Path) -> None:
    disk = FailingDisk(10**9, errno.ENOSPC, forever=True)
    session = Session.open(a_file(tmp_path), surroundings=a_world(tmp_path, disk=disk))
    assert session.path is not None
    before = session.path.read_bytes()
    rename(session, "meins")

    disk.at = len(disk.calls) + 1
    with pytest.raises(SaveFailed) as refusal:
        session.save()
    disk.at = 10**9

    assert refusal.value.code == "VOLL"
    assert session.path.read_bytes() == before
    assert session.dirty
    session.save()
    assert not session.dirty
    session.close()


def test_a_damaged_file_is_read_only_until_it_has_another_name(
    tmp_path: Path, world: Surroundings
) -> None:
    path = a_file(tmp_path)
    damaged = path.read_bytes().replace(b'"kind":"step"', b'"kind":"st')
    path.write_bytes(damaged)
    session = Session.open(path, surroundings=world)

    rename(session, "Stadt", record="s")
    with pytest.raises(ReadOnly) as refusal:
        session.save()
    was_read_only, notes = session.read_only, session.notes
    session.save_as(tmp_path / "Repariert.fachwerk")

    assert was_read_only
    assert notes
    assert refusal.value.todo is not None
    assert path.read_bytes() == damaged
    assert not session.read_only
    assert session.notes == ()
    session.close()


def test_what_cannot_be_opened_leaves_nothing_behind(tmp_path: Path, world: Surroundings) -> None:
    with pytest.raises(OpenFailed):
        Session.open(tmp_path / "none.fachwerk", surroundings=world)

    assert journals(world) == []


def test_closing_joins_the_workers_and_clears_the_journal(
    tmp_path: Path, world: Surroundings
) -> None:
    before = threading.active_count()
    session = Session.open(a_file(tmp_path), surroundings=world)
    rename(session, "x")
    during = journals(world)

    session.close()

    assert during == [".base", ".journal", ".lock"]
    assert journals(world) == []
    assert threading.active_count() == before
    assert [path.name for path in tmp_path.glob(".~*")] == []


def test_real_workers_stop_too(tmp_path: Path) -> None:
    before = threading.active_count()
    real = Surroundings()
    session = Session.open(a_file(tmp_path), surroundings=a_world(tmp_path, every=real.every))
    assert threading.active_count() == before + 2

    session.close()

    assert threading.active_count() == before


def test_without_a_journal_the_work_goes_on_and_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where the folder should be")
    session = Session.open(a_file(tmp_path), surroundings=a_world(tmp_path))

    rename(session, "meins")
    session.save()

    assert [note.key for note in session.notes] == ["storage.journal_trouble"]
    assert not session.dirty
    session.close()


def test_findings_are_those_of_the_document_as_it_is(tmp_path: Path, world: Surroundings) -> None:
    asked: list[str] = []

    def check(view: object) -> list[str]:
        asked.append("asked")
        return [step.name for step in view.of(Step) if not step.name]  # type: ignore[attr-defined]

    session = Session.open(a_file(tmp_path), surroundings=world, check=check)

    before, again = session.findings, session.findings
    rename(session, "x")

    assert before == again == ("",)
    assert session.findings == ()
    assert len(asked) == 2
    session.close()


def test_a_service_built_with_behaviours_opens(tmp_path: Path) -> None:
    around = a_world(tmp_path, build=Surroundings().build)

    session = Session.open(a_file(tmp_path), surroundings=around)

    assert session.document.behaviors
    session.close()
