"""Do FIM ids stay what they are?"""

from __future__ import annotations

import pytest

from exporters.xdatenfelder.identity import (
    element_ids,
    eleven_digits,
    ids_in_text,
    message_id,
    three_part,
    usable_range,
)


def test_an_id_stays_when_other_fields_come_and_go() -> None:
    few = {"field_a": "", "field_b": ""}

    many = element_ids("F", few | {f"field_{n}": "" for n in range(300)}, "98000")

    assert element_ids("F", few, "98000").items() <= many.items()
    assert len(set(many.values())) == len(many)


def test_two_records_never_share_a_provisional_id() -> None:
    records = {f"r{n}": "" for n in range(4000)}

    ids = element_ids("F", records, "98000")

    assert len(set(ids.values())) == len(records)
    assert all(len(fim_id) == 12 and fim_id.startswith("F98000") for fim_id in ids.values())


def test_a_brought_id_is_never_given_to_somebody_else() -> None:
    taken = element_ids("F", {"a": ""}, "98000")["a"]

    ids = element_ids("F", {"a": "", "b": taken}, "98000")

    assert ids["b"] == taken
    assert ids["a"] != taken


@pytest.mark.parametrize("number_range", ["00123", "60001", "99000", "123", "abcde", "", "١٢٣٤٥"])
def test_no_id_is_made_in_a_range_of_others(number_range: str) -> None:
    assert usable_range(number_range) == "98000"


def test_a_range_of_a_land_is_used() -> None:
    assert element_ids("G", {"a": ""}, "05123")["a"].startswith("G05123")


@pytest.mark.parametrize(
    ("given", "letter", "expected"),
    [
        ("S00000362", "S", "S00000000362"),
        ("F60000243", "F", "F60000000243"),
        ("F60000000243", "F", "F60000000243"),
        ("G60000243", "F", ""),
        ("F6000024", "F", ""),
        ("F60000000243\n", "F", ""),
        ("", "F", ""),
    ],
)
def test_old_ids_get_eleven_digits(given: str, letter: str, expected: str) -> None:
    assert eleven_digits(given, letter) == expected


def test_ids_in_the_text_of_a_rule_get_eleven_digits() -> None:
    text = 'Wenn F60000352 "Name" in G00000283.G00001373 oder F60000000352, dann XF60000352.'

    assert ids_in_text(text) == (
        'Wenn F60000000352 "Name" in G00000000283.G00000001373 oder F60000000352, dann XF60000352.'
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [("1.0", "1.0.0"), ("2", "2.0.0"), ("1.2.3", "1.2.3"), ("1.2.3.4", ""), ("neu", ""), ("", "")],
)
def test_versions_have_three_parts(given: str, expected: str) -> None:
    assert three_part(given) == expected


def test_a_message_is_named_by_its_content() -> None:
    first = message_id(b"a")

    assert first == message_id(b"a") != message_id(b"b")
    assert [len(part) for part in first.split("-")] == [8, 4, 4, 4, 12]
    assert first[14] == "5"
