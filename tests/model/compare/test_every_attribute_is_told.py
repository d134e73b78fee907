"""Is no attribute of any record silent when it changes?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from model.compare import apply, difference
from model.document import Snapshot
from model.language import missing_keys
from model.records import KINDS, Field, Record, Step
from tests.helpers.records import IDS, facts
from tests.helpers.speaking import speaking

SOME = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    database=None,
)


@pytest.fixture(autouse=True, scope="module")
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


AROUND = [
    Step(id=IDS[0], name="Ihr Hund", form="page"),
    Field(id=IDS[1], parent=IDS[0], label="Rasse"),
    Step(id=IDS[2], name="Prüfen"),
]


def _other(record: Record, name: str, value: Any) -> Record | None:
    try:
        return record.replaced(**{name: value})
    except ValidationError:
        return None


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@SOME
def test_each_attribute_of_each_kind_has_its_sentence(kind: str, data: st.DataObject) -> None:
    one, two = data.draw(facts(KINDS[kind])), data.draw(facts(KINDS[kind]))
    one, two = one.replaced(id="it"), two.replaced(id="it")
    silent, known_before = [], missing_keys()

    for name in KINDS[kind].model_fields:
        changed = _other(one, name, getattr(two, name))
        if changed is None or changed == one or name == "id":
            continue
        found = difference(_around(one), _around(changed))
        lines = [entry for entry in found.all_entries if entry.attribute == name]
        spoken = [str(line.what) for line in lines]
        if not all(spoken) or not spoken:
            silent.append(name)
        assert apply(found.before, found) == found.after

    assert silent == []
    assert missing_keys() - known_before == frozenset()


@pytest.mark.parametrize("kind", KINDS)
@given(st.data())
@SOME
def test_what_comes_and_goes_is_told_with_all_it_says(kind: str, data: st.DataObject) -> None:
    record = data.draw(facts(KINDS[kind])).replaced(id="it")
    known_before = missing_keys()
    without, with_it = Snapshot.of_records(AROUND), _around(record)

    for found in (difference(without, with_it), difference(with_it, without)):
        entries = found.all_entries
        spoken = [str(entry.what) for entry in entries]
        spoken += [str(line) for entry in entries for line in found.details(entry)]

        assert [entry.attribute for entry in entries] == [""]
        assert all(spoken)
    assert missing_keys() - known_before == frozenset()


def _around(record: Record) -> Snapshot:
    return Snapshot.of_records([*AROUND, record])
