"""Does a journal ever give back something that was not done?"""

from __future__ import annotations

import random
import zlib
from datetime import date

import pytest

from model.document import Change, ChangeSet, Document, History
from model.language import say
from model.records import Step, Unknown
from model.storage.journal import (
    DamagedJournal,
    Entry,
    JournalHeader,
    Point,
    decode_lines,
    encode_entry,
    encode_header,
    encode_lines,
)
from model.storage.replay import remaining
from tests.model.storage.small import small_service

HEAD = JournalHeader("session1", "ab" * 32, "/home/amt/Hund.fachwerk", "Hund")
BEFORE, AFTER = Step(id="a", name="Prüfen"), Step(id="a", name="Antrag prüfen\n")
ENTRIES: list[Entry] = [
    ChangeSet(say("undo.place", name="Seite"), (Change(None, BEFORE),), "canvas"),
    ChangeSet(say("undo.rename", n=1), (Change(BEFORE, AFTER),), "typing:a"),
    Point("cd" * 32),
    ChangeSet(say("undo.remove"), (Change(AFTER, None),)),
]
WHOLE = encode_lines(HEAD, ENTRIES)


def is_prefix(data: bytes) -> bool:
    """Refused, or a true beginning of what was done."""
    try:
        found = decode_lines(data)
    except DamagedJournal:
        return True
    return found.header == HEAD and list(found.entries) == ENTRIES[: len(found.entries)]


def test_cut_anywhere_a_true_beginning_is_left() -> None:
    for at in range(len(WHOLE)):
        assert is_prefix(WHOLE[:at])


def test_cut_anywhere_no_whole_line_is_lost() -> None:
    for at in range(len(encode_header(HEAD)), len(WHOLE) + 1):
        assert len(decode_lines(WHOLE[:at]).entries) == WHOLE[:at].count(b"\n") - 1


def test_a_tail_of_zeros_adds_nothing() -> None:
    for at in range(len(WHOLE)):
        assert is_prefix(WHOLE[:at] + bytes(64))
        assert is_prefix(WHOLE[:at] + b"00000000 \n" * 3)


def test_no_flipped_bit_is_believed() -> None:
    for at in range(len(WHOLE)):
        for bit in range(8):
            assert is_prefix(WHOLE[:at] + bytes([WHOLE[at] ^ (1 << bit)]) + WHOLE[at + 1 :])


def test_no_random_damage_is_believed() -> None:
    chance = random.Random(5)
    for _ in range(5000):
        at = chance.randrange(len(WHOLE))
        spoilt = WHOLE[:at] + chance.randbytes(chance.randrange(1, 6)) + WHOLE[at + 1 :]
        assert is_prefix(spoilt)


def test_reading_stops_where_lines_are_swapped_or_missing() -> None:
    lines = WHOLE.splitlines(keepends=True)

    swapped = decode_lines(b"".join([lines[0], lines[2], lines[1], *lines[3:]]))
    missing = decode_lines(b"".join([*lines[:2], *lines[3:]]))

    assert swapped.entries == ()
    assert list(missing.entries) == ENTRIES[:1]
    assert not swapped.whole
    assert not missing.whole


def test_a_journal_of_another_program_is_left_alone() -> None:
    text = b'{"journal":99,"seq":0}'

    with pytest.raises(DamagedJournal):
        decode_lines(b"%08x %s\n" % (zlib.crc32(text), text))
    with pytest.raises(DamagedJournal):
        decode_lines(b"")


def test_plural_numbers_survive_and_other_values_become_text() -> None:
    label = say("undo.paste", n=1, day=date(2026, 11, 24), name="ä")
    entry = ChangeSet(label, (Change(None, BEFORE),))

    again = decode_lines(encode_header(HEAD) + encode_entry(entry, 1)).changesets[0]

    assert again.label.values == {"n": 1, "day": "2026-11-24", "name": "ä"}


def test_a_record_of_a_newer_program_survives_the_journal() -> None:
    strange = Unknown(id="h", line='{"kind":"hologram","id":"h","a":1.50}')
    entry = ChangeSet(say("undo.remove"), (Change(strange, None),))

    assert decode_lines(encode_lines(HEAD, [entry])).changesets == (entry,)


def test_only_what_a_file_does_not_hold_is_repeated() -> None:
    journal = decode_lines(WHOLE)

    assert journal.after(HEAD.base) == journal.changesets
    assert journal.after("cd" * 32) == journal.changesets[2:]
    assert journal.after("ee" * 32) is None
    assert journal.hashes == {HEAD.base, "cd" * 32}


def heard(document: Document) -> list[ChangeSet]:
    found: list[ChangeSet] = []
    document.listen(found.append)
    return found


def test_detours_are_left_out_and_lead_to_the_same_service() -> None:
    document = Document(small_service())
    history, journal = History(document), heard(document)
    for letters in ("P", "Pr", "Prü"):
        with document.transaction(say("undo.rename"), "typing:page") as tx:
            tx.alter("page", name=letters)
    history.close_step()
    with document.transaction(say("undo.place"), "canvas") as tx:
        tx.add(Step(id="new"))
    history.undo()
    history.undo()
    history.redo()
    with document.transaction(say("undo.remove")) as tx:
        tx.remove("n")

    steps = remaining(journal)
    again = Document(small_service())
    for step in steps:
        again.apply(step)

    assert len(steps) == 2
    assert again.snapshot() == document.snapshot()


def test_an_undo_from_before_the_journal_is_a_step() -> None:
    document = Document(small_service())
    history = History(document)
    with document.transaction(say("undo.place")) as tx:
        tx.add(Step(id="new"))
    journal = heard(document)
    history.undo()

    steps = remaining(journal)

    assert [step.changes for step in steps] == [(Change(Step(id="new"), None),)]
    assert steps[0].origin == ""


def test_everything_undone_leaves_no_step() -> None:
    document = Document(small_service())
    history, journal = History(document), heard(document)
    for name in ("a", "b", "c"):
        with document.transaction(say("undo.rename")) as tx:
            tx.alter("page", name=name)
    while history.undo():
        pass

    assert remaining(journal) == []
