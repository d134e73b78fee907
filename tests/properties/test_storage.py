"""Does every service come back from its file as it was?"""

from __future__ import annotations

import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.document import Change, ChangeSet
from model.language import say
from model.records import KINDS, Placement, Record, Remark
from model.storage import LineCache, content_hash, from_bytes, to_bytes
from model.storage.journal import Entry, JournalHeader, Point, decode_lines, encode_lines
from model.storage.write import in_file_order
from tests.helpers.records import record_lists, records

SOME = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
)


@given(st.data())
@settings(SOME, max_examples=30)
def test_a_record_of_every_kind_comes_back(data: st.DataObject) -> None:
    made = [data.draw(records(cls)).replaced(id=f"r_{kind}") for kind, cls in KINDS.items()]

    opened = from_bytes(to_bytes(made))

    assert {r.id: r for r in opened.records} == {r.id: r for r in made}
    assert not opened.read_only


@given(record_lists())
@SOME
def test_saving_what_was_opened_gives_the_same_bytes(made: list[Record]) -> None:
    first = to_bytes(made)

    opened = from_bytes(first)

    assert list(opened.records) == in_file_order(made)
    assert to_bytes(opened.records) == first
    assert not opened.read_only


@given(record_lists(), st.randoms(use_true_random=False))
@SOME
def test_the_order_of_the_records_does_not_matter(made: list[Record], chance: object) -> None:
    shuffled = list(made)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert to_bytes(shuffled) == to_bytes(made)
    assert content_hash(shuffled) == content_hash(made)


@given(record_lists())
@SOME
def test_kept_lines_are_the_lines_written_anew(made: list[Record]) -> None:
    cache = LineCache()
    opened = from_bytes(to_bytes(made), lines=cache)

    with_cache = to_bytes(opened.records, lines=cache)

    assert with_cache == to_bytes(made)
    assert to_bytes(opened.records, lines=cache) == with_cache
    assert len(cache) == len(made)


@given(record_lists())
@SOME
def test_a_file_is_utf8_in_nfc_with_plain_line_breaks(made: list[Record]) -> None:
    # What a newer program wrote stays as that program spelt it.
    own = [r for r in made if not any(name.startswith("json:") for name, _ in r.extras)]

    text = to_bytes(own).decode("utf-8")

    assert "\r" not in text
    assert text.count("\n") == len(own) + 2
    assert unicodedata.is_normalized("NFC", text)


@given(record_lists())
@SOME
def test_drawing_and_remarks_do_not_alter_the_content(made: list[Record]) -> None:
    meaning = [r for r in made if not isinstance(r, Placement | Remark)]
    drawn = [*meaning, Placement(id="p", about="x"), Remark(id="m", text="?")]

    assert content_hash(drawn) == content_hash(made) == content_hash(meaning)


@given(record_lists(), record_lists())
@SOME
def test_a_journal_gives_back_every_change(before: list[Record], after: list[Record]) -> None:
    gone = tuple(Change(record, None) for record in before)
    come = tuple(Change(None, record) for record in after)
    steps: list[Entry] = [
        ChangeSet(say("undo.paste", n=2, name="x"), (*gone, *come), "canvas"),
        Point("ab"),
    ]
    head = JournalHeader("s1", "00" * 32, "/home/x/Hund.fachwerk", "Hund")

    journal = decode_lines(encode_lines(head, steps))

    assert journal.whole
    assert journal.header == head
    assert list(journal.entries) == steps
