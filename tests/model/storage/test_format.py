"""What does a file say that this program did not write itself, and what does it refuse?"""

from __future__ import annotations

import json
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import ValidationError

from model.records import Fee, Not, Placement, Present, Record, Rule, Step, Unknown
from model.storage import (
    FORMAT,
    PROGRAM,
    LineCache,
    NotReadable,
    NotWritable,
    from_bytes,
    read,
    to_bytes,
)
from model.storage import format as limits
from model.storage.format import sha256
from model.storage.lines import Damaged, decode, encode
from model.storage.upgrades import upgraded
from tests.model.storage.small import small_service


def a_file(*lines: str, head: str = '{"fachwerk":1,"program":"9","features":[]}') -> bytes:
    """A file of a foreign program, with a right end."""
    body = "\n".join([head, *lines, ""]).encode()
    return body + b'{"end":%d,"sha256":"%s"}\n' % (len(lines), sha256(body).encode())


def line_of(record: Record, **more: object) -> str:
    text = encode(record).decode()
    return text[:-1] + "".join(f',"{k}":{json.dumps(v)}' for k, v in more.items()) + "}"


def test_the_header_names_the_version_of_the_project() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))

    head = json.loads(to_bytes([]).split(b"\n")[0])

    assert head == {"fachwerk": FORMAT, "program": PROGRAM, "features": []}
    assert project["project"]["version"] == PROGRAM


def test_all_fields_are_written_also_defaults() -> None:
    line = json.loads(encode(Step(id="a")))

    assert set(line) == set(Step.model_fields)


def test_records_stand_sorted_by_kind_and_id() -> None:
    lines = to_bytes(small_service()).split(b"\n")[1:-2]

    found = [(json.loads(line)["kind"], json.loads(line)["id"]) for line in lines]

    assert found == sorted(found)


def test_a_record_of_a_newer_program_keeps_its_bytes_and_its_place() -> None:
    strange = '{"kind":"hologram","id":"h", "size":[1.50,  {"a":null}]}'
    data = a_file(line_of(Step(id="a")), strange).replace(b'"program":"9"', b'"program":"0.1.0"')
    ordered = a_file(strange, line_of(Step(id="a")), head=to_bytes([]).split(b"\n")[0].decode())

    opened = from_bytes(data)

    assert Unknown(id="h", line=strange) in opened.records
    assert to_bytes(opened.records) == ordered
    assert not from_bytes(ordered).read_only
    assert [note.what.key for note in from_bytes(ordered).notes] == ["storage.unknown_records"]


def test_a_field_of_a_newer_program_is_written_back_as_it_was() -> None:
    line = line_of(Step(id="a", extras=(("x", "y"),)))[:-1] + ',"colour":{"r":1.50},"mood":"ü"}'
    data = a_file(line, head=to_bytes([]).split(b"\n")[0].decode())

    opened = from_bytes(data)
    changed = [record.replaced(name="neu") for record in opened.records]

    assert opened.records[0].extra("json:colour") == '{"r":1.50}'
    assert not opened.read_only
    assert to_bytes(opened.records) == data
    assert b'"name":"neu"' in to_bytes(changed)
    assert b'"colour":{"r":1.50},"mood":"\xc3\xbc"}' in to_bytes(changed)


@pytest.mark.parametrize("text", ["bar", "1", '"x"', '{"a":1,"a":2}', "1\n", ""])
def test_a_foreign_extra_that_looks_like_a_field_comes_back_as_it_was(text: str) -> None:
    record = Step(id="a", extras=(("json:foo", text), ("json:name", "1"), ("json:foo", text)))

    opened = from_bytes(to_bytes([record]))

    assert opened.records == (record,)
    assert not opened.read_only


def test_a_newer_format_is_shown_and_not_overwritten() -> None:
    data = a_file(line_of(Step(id="a")), head='{"fachwerk":2,"program":"3.0","features":[]}')

    opened = from_bytes(data)

    assert [record.id for record in opened.records] == ["a"]
    assert opened.read_only
    assert opened.header.format == 2
    assert opened.notes[0].what.key == "storage.newer_format"


def test_an_unknown_feature_is_named_and_the_file_not_overwritten() -> None:
    data = a_file(line_of(Step(id="a")), head='{"fachwerk":1,"program":"9","features":["rooms"]}')

    opened = from_bytes(data)

    assert opened.read_only
    assert opened.notes[0].what.values == {"features": "rooms"}


def test_an_unknown_expression_sets_its_line_aside() -> None:
    line = '{"kind":"rule","id":"q","expression":{"op":"telepathy","field":"a"}}'

    opened = from_bytes(a_file(line_of(Step(id="a")), line))

    assert [record.id for record in opened.records] == ["a"]
    assert opened.damaged[0].line == line.encode()
    assert opened.read_only


@pytest.mark.parametrize(
    "line",
    [
        '{"kind":"step","id":"a","id":"b"}',
        '{"kind":"step","id":"a","name":"x","name":"y","future":1}',
        '{"kind":"rule","id":"a","expression":{"op":"present","field":"a","field":"b"}}',
        '{"kind":"hologram","id":"a","id":"b"}',
        '{"kind":"hologram","id":"a","x":{"y":1,"y":2}}',
        '{"kind":"step","kind":"start","id":"a"}',
        '{"kind":"step","id":"a","future":NaN}',
        '{"kind":"hologram","id":"a","x":Infinity}',
        '{"kind":"step"}',
        '{"kind":"step","id":""}',
        '{"kind":7,"id":"a"}',
        '{"id":"a"}',
        '"step"',
        "[" * 100_000,
        '{"kind":"hologram","id":"a","x":' + "[" * 100_000,
        '{"kind":"step","id":"a","x":' + "[" * 100_000,
        '{"kind":"step","id":"a","name":"\\ud800"}',
        '{"kind":"step","id":"a"} {"kind":"step","id":"b"}',
        '{"kind":"hologram","id":"a","x":' + "9" * 5000 + "}",
    ],
)
def test_a_hostile_line_is_set_aside(line: str) -> None:
    opened = from_bytes(a_file(line_of(Step(id="fine")), line))

    assert [record.id for record in opened.records] == ["fine"]
    assert opened.damaged[0].number == 3
    assert opened.read_only


def test_bytes_that_are_no_text_are_set_aside() -> None:
    with pytest.raises(Damaged):
        decode(b'{"kind":"step","id":"\xff"}')
    with pytest.raises(Damaged):
        decode(b'{"kind":"hologram","id":"\xff"}')


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "LEER"),
        (b" \n\n", "LEER"),
        (b"PK\x03\x04 a zip", "KEIN-FACHWERK"),
        (b"<?xml version='1.0'?><definitions/>", "KEIN-FACHWERK"),
        (b'{"fachwerk":"one"}\n{}', "KEIN-FACHWERK"),
        (b'{"fachwerk":0}\n{}', "KEIN-FACHWERK"),
        (b"\xff\xfe\x00", "KEIN-FACHWERK"),
    ],
)
def test_what_is_no_service_is_refused_with_a_sentence(data: bytes, code: str) -> None:
    with pytest.raises(NotReadable) as refusal:
        from_bytes(data, "Brief.docx")

    assert refusal.value.code == code
    assert refusal.value.what.values["name"] == "Brief.docx"
    assert refusal.value.todo is not None


def test_limits_are_refused_when_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    data = to_bytes(small_service())

    monkeypatch.setattr(read, "MAX_FILE", len(data) - 1)
    with pytest.raises(NotReadable, match="too_large"):
        from_bytes(data)
    monkeypatch.setattr(read, "MAX_FILE", limits.MAX_FILE)
    monkeypatch.setattr(read, "MAX_LINES", 5)
    with pytest.raises(NotReadable, match="too_many_lines"):
        from_bytes(data)


def test_a_kept_foreign_file_of_twenty_megabytes_comes_back() -> None:
    step = Step(id="a", extras=(("{urn:x}raw", "ä<x/>" * 4_000_000),))

    opened = from_bytes(to_bytes([step]))

    assert opened.records == (step,)


def test_what_could_not_be_read_again_is_not_written() -> None:
    expression: object = Present(field="a")
    for _ in range(230):
        expression = Not(part=expression)  # type: ignore[arg-type]

    with pytest.raises(NotWritable) as refusal:
        to_bytes([Rule(id="deep", expression=expression)])  # type: ignore[arg-type]

    assert refusal.value.where == "deep"


def test_half_a_character_becomes_a_visible_one() -> None:
    fee = Fee(id="f", name="x\ud800", amount=Decimal("1.50"))

    opened = from_bytes(to_bytes([fee]))

    assert opened.records == (fee.replaced(name="x\ufffd"),)
    assert not opened.read_only


def test_a_place_that_is_no_number_cannot_be_made() -> None:
    with pytest.raises(ValidationError):
        Placement(id="p", about="a", x=float("nan"))


def test_names_with_invisible_characters_are_said_and_kept() -> None:
    record = Step(id="a", name="bericht\u202efdp.exe")
    honest = Step(id="b", name="Zwei\nZeilen\u00a0mit Umlaut ä")

    opened = from_bytes(to_bytes([record, honest]))

    assert record in opened.records
    assert [note.record for note in opened.notes] == ["a"]
    assert opened.notes[0].what.values["name"] == "bericht\\u202efdp.exe"
    assert not opened.read_only


def test_an_upgrade_walks_every_step() -> None:
    chain = {
        1: lambda rows: [{"name": row.pop("title"), **row} for row in rows],
        2: lambda rows: [row for row in rows if row["kind"] != "shadow"],
    }
    rows = [{"kind": "step", "title": "x"}, {"kind": "shadow", "title": ""}]

    now = upgraded(rows, 1, 3, chain)

    assert now == [{"kind": "step", "name": "x"}]


def test_a_file_of_an_older_format_opens_as_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    data = a_file('{"kind":"step","id":"a","title":"Prüfen"}')
    monkeypatch.setattr(read, "FORMAT", 2)
    monkeypatch.setattr(
        read,
        "upgraded",
        lambda rows, since, target: upgraded(
            rows, since, target, {1: lambda old: [{"name": r.pop("title"), **r} for r in old]}
        ),
    )

    opened = from_bytes(data)

    assert opened.records == (Step(id="a", name="Prüfen"),)
    assert not opened.read_only


def test_a_second_save_writes_only_what_changed_anew() -> None:
    cache = LineCache()
    records = small_service()
    to_bytes(records, lines=cache)
    kept = {id(line) for line in cache.lines(records)}

    changed = [records[0].replaced(name="Neu"), *records[1:]]
    lines = cache.lines(changed)

    assert [id(line) in kept for line in lines] == [False] + [True] * (len(records) - 1)
    assert len(cache) == len(records)
