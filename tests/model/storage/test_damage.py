"""Is a spoilt file ever taken for a whole one, or is more of it lost than must be?"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from model.errors import FachwerkError
from model.records import Record
from model.storage import NotReadable, Opened, from_bytes, repaired, to_bytes
from tests.model.storage.small import small_service

RECORDS = small_service()
WHOLE = to_bytes(RECORDS)
BY_ID = {record.id: record for record in from_bytes(WHOLE).records}


def opened(data: bytes) -> Opened | None:
    """None when the bytes are refused with a sentence; any other exception fails the test."""
    try:
        return from_bytes(data, "Hund.fachwerk")
    except FachwerkError:
        return None


def is_honest(found: Opened | None) -> bool:
    """Refused, or read-only with a note, or the very same service."""
    if found is None or (found.read_only and found.notes):
        return True
    return {record.id: record for record in found.records} == BY_ID


def test_cut_anywhere_it_is_never_taken_for_whole() -> None:
    dishonest = [at for at in range(len(WHOLE)) if not is_honest(opened(WHOLE[:at]))]

    assert dishonest == []


def test_cut_anywhere_all_complete_lines_are_shown() -> None:
    for at in range(len(WHOLE.split(b"\n")[0]), len(WHOLE)):
        complete = WHOLE[:at].count(b"\n") - 1

        found = opened(WHOLE[:at])

        assert found is not None
        assert len(found.records) >= min(complete, len(RECORDS))


def test_every_flipped_bit_of_every_byte_is_noticed() -> None:
    dishonest = []
    for at in range(len(WHOLE)):
        for bit in range(8):
            spoilt = WHOLE[:at] + bytes([WHOLE[at] ^ (1 << bit)]) + WHOLE[at + 1 :]
            if not is_honest(opened(spoilt)):
                dishonest.append((at, bit))

    assert dishonest == []


def spoilt_files(number: int) -> Iterator[bytes]:
    chance = random.Random(11)
    lines = WHOLE.splitlines(keepends=True)
    for _ in range(number):
        kind, at = chance.randrange(6), chance.randrange(len(WHOLE))
        far = min(len(WHOLE), at + chance.randrange(1, 40))
        shuffled = list(lines)
        i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
        shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
        yield [
            WHOLE[:at] + chance.randbytes(chance.randrange(1, 9)) + WHOLE[at:],
            WHOLE[:at] + WHOLE[far:],
            WHOLE[:at] + bytes(far - at) + WHOLE[far:],
            WHOLE[:at] + chance.choice([b"\n", b'"', b"{", b"}", b"[[[[", b"\\u0000"]) + WHOLE[at:],
            b"".join(shuffled),
            b"".join([*lines[:i], lines[j], *lines[i:]]),
        ][kind]


def test_thousands_of_spoilt_files_are_honest() -> None:
    dishonest = [data for data in spoilt_files(6000) if not is_honest(opened(data))]

    assert dishonest == []


@pytest.mark.long
def test_a_hundred_thousand_spoilt_files_are_honest() -> None:
    assert all(is_honest(opened(data)) for data in spoilt_files(100_000))


def test_one_broken_line_hides_no_other() -> None:
    lines = WHOLE.split(b"\n")
    for number in range(1, len(RECORDS) + 1):
        broken = [*lines[:number], lines[number][:-4], *lines[number + 1 :]]

        found = from_bytes(b"\n".join(broken))

        assert len(found.records) == len(RECORDS) - 1
        assert [one.number for one in found.damaged] == [number + 1]
        assert found.read_only
        assert any(note.line == number + 1 for note in found.notes)


def test_a_broken_header_hides_no_record() -> None:
    found = from_bytes(b"x" + WHOLE)

    assert len(found.records) == len(RECORDS)
    assert found.read_only
    assert found.damaged[0].number == 1


def test_the_repair_is_a_whole_file_of_what_was_left() -> None:
    lines = WHOLE.split(b"\n")
    lines[3] = lines[3].replace(b'"id"', b'"xd"')
    found = from_bytes(b"\n".join(lines))

    again = from_bytes(repaired(found))

    assert again.records == found.records
    assert not again.read_only
    assert again.notes == ()


def test_a_hand_edit_is_shown_and_not_overwritten() -> None:
    edited = WHOLE.replace("gefährlich".encode(), b"harmlos")

    found = from_bytes(edited)

    assert labels(found.records) == ["Ja, harmlos"]
    assert found.read_only
    assert [note.what.key for note in found.notes] == ["storage.end_differs"]


def test_a_file_that_went_through_an_editor_is_still_shown() -> None:
    edited = b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n")

    found = from_bytes(edited)

    assert {record.id: record for record in found.records} == BY_ID
    assert found.read_only


def test_the_same_line_twice_loses_nothing() -> None:
    lines = WHOLE.split(b"\n")

    found = from_bytes(b"\n".join([*lines[:2], lines[1], *lines[2:]]))

    assert len(found.records) == len(RECORDS)
    assert found.read_only


def test_two_different_lines_with_one_id_are_refused_with_both_numbers() -> None:
    lines = WHOLE.split(b"\n")
    other = lines[1].replace(b'"help":""', b'"help":"?"')
    assert other != lines[1]

    with pytest.raises(NotReadable) as refusal:
        from_bytes(b"\n".join([*lines[:2], other, *lines[2:]]), "Hund.fachwerk")

    assert refusal.value.what.values["first"] == "2"
    assert refusal.value.what.values["second"] == "3"
    assert refusal.value.code == "ID-DOPPELT"


def labels(records: tuple[Record, ...]) -> list[str]:
    return [record.label for record in records if record.kind == "option"]  # type: ignore[attr-defined]
