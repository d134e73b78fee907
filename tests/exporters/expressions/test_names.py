"""Under which names do answers leave the house?"""

from __future__ import annotations

import random
import re

import pytest

from exporters.expressions import CannotSay, Names
from exporters.expressions.names import RESERVED
from model.document import Snapshot
from model.records import Field, FieldGroup, Role, Service, Step
from tests.exporters.platforms.dogs import dog_records, dogs


def test_a_variable_is_called_like_its_question() -> None:
    names = Names(dogs())

    assert names.key("danger") == "gefaehrlicher_hund"
    assert names.key("more") == "weitere_hunde"
    assert names.service_key == "hundesteuer"


def test_two_questions_of_the_same_label_take_the_name_of_their_page() -> None:
    records = [
        Service(id="s"),
        Step(id="p1", form="page", name="Halter"),
        Step(id="p2", form="page", name="Züchter"),
        Field(id="f1", parent="p1", label="Name"),
        Field(id="f2", parent="p2", label="Name"),
        Field(id="f3", parent="p2", label="Name", order="a1"),
    ]

    names = Names(Snapshot.of_records(records))

    assert [names.key(f) for f in ("f1", "f2", "f3")] == [
        "halter_name",
        "zuechter_name",
        "zuechter_name_2",
    ]


@pytest.mark.parametrize("label", ["Date", "if", "Dauer in", "div", "Execution", "null"])
def test_no_variable_bears_a_word_of_the_languages(label: str) -> None:
    names = Names(Snapshot.of_records([Service(id="s"), Field(id="f", label=label)]))

    assert names.key("f") not in RESERVED
    assert re.fullmatch(r"[a-z][a-z0-9_]*", names.key("f"))


def test_names_do_not_depend_on_the_order_of_records() -> None:
    records = [*dog_records(), Field(id="x1", label="Name"), Field(id="x2", label="Name")]
    first = Names(Snapshot.of_records(records))
    random.Random(7).shuffle(records)

    second = Names(Snapshot.of_records(records))

    assert all(first.key(r.id) == second.key(r.id) for r in records if r.kind in ("field", "step"))


def test_all_names_are_different() -> None:
    records = [
        Service(id="s"),
        *(Field(id=f"f{n}", label=label) for n, label in enumerate(["A", "a", "A!", "feld a"])),
        Field(id="g", label="Feld A"),
    ]

    names = Names(Snapshot.of_records(records))

    keys = [names.key(r.id) for r in records if isinstance(r, Field)]
    assert len(set(keys)) == len(keys)


def test_one_value_of_a_list_cannot_be_read_from_outside() -> None:
    names = Names(dogs())

    assert names.path("call", "more") == "rufname"
    with pytest.raises(CannotSay):
        names.path("call")


def test_a_group_that_occurs_once_leaves_its_answers_flat() -> None:
    records = [
        Service(id="s"),
        FieldGroup(id="g", label="Halter"),
        Field(id="f", parent="g", label="Ort"),
    ]

    assert Names(Snapshot.of_records(records)).path("f") == "ort"


def test_what_is_gone_is_refused() -> None:
    with pytest.raises(CannotSay):
        Names(dogs()).path("nobody")


def test_a_card_and_a_question_may_bear_the_same_word() -> None:
    records = [
        Service(id="s"),
        Step(id="p", name="Gewicht"),
        Field(id="f", parent="p", label="Gewicht"),
    ]

    names = Names(Snapshot.of_records(records))

    assert (names.key("p"), names.key("f")) == ("gewicht", "gewicht")


def test_two_cards_of_the_same_name_take_the_name_of_their_lane() -> None:
    records = [
        Service(id="s"),
        Role(id="r1", name="Amt"),
        Role(id="r2", name="Fachbereich"),
        Step(id="a", name="Prüfen", role="r1"),
        Step(id="b", name="Prüfen", role="r2"),
    ]

    names = Names(Snapshot.of_records(records))

    assert (names.key("a"), names.key("b")) == ("amt_pruefen", "fachbereich_pruefen")


def test_a_reserved_word_does_not_take_the_name_of_another_question() -> None:
    fields = [
        Field(id=i, parent="page", label=label) for i, label in (("a", "Sum"), ("b", "Sum Wert"))
    ]
    for order in (fields, fields[::-1]):
        names = Names(Snapshot.of_records([Step(id="page", form="page"), *order]))

        assert names.key("b") == "sum_wert"
        assert names.key("a") not in ("sum", "sum_wert")


def test_groups_that_stand_in_each_other_end_somewhere() -> None:
    groups = [FieldGroup(id="a", parent="b"), FieldGroup(id="b", parent="a")]

    names = Names(Snapshot.of_records([*groups, Field(id="f", parent="a", label="Verirrt")]))

    assert names.list_of("f") == ""
