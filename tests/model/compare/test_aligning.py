"""Are the parts of two files found to be the same where their ids differ, and only there?"""

from __future__ import annotations

import pytest

from model.commands.copying import renamed
from model.compare import difference, in_same_ids
from model.document import Snapshot
from model.records import Field, Placement, Record, Service, Step
from model.storage import from_bytes
from studio.samples import sample_bytes, sample_names


def _under_new_ids(view: Snapshot) -> Snapshot:
    ids = {record.id: f"x{number}" for number, record in enumerate(reversed(list(view)))}
    return Snapshot.of_records(renamed(record, ids) for record in view)


@pytest.mark.parametrize("name", sample_names())
def test_a_service_built_again_is_compared_part_by_part(name: str) -> None:
    view = Snapshot.of_records(from_bytes(sample_bytes(name)).records)
    again = _under_new_ids(view)

    found = difference(view, in_same_ids(view, again))

    whole = [entry.change.record for entry in found.entries if not entry.attribute]
    assert len(whole) < len(view) / 20
    assert [one for one in whole if isinstance(one, Field | Step)] == []


def test_services_with_common_parts_are_compared_by_their_ids() -> None:
    before = Snapshot.of_records(
        [Service(id="s"), Step(id="a", name="Prüfen"), Step(id="b", name="Senden")]
    )
    after = Snapshot.of_records(
        [Service(id="s"), Step(id="a", name="Prüfen"), Step(id="c", name="Senden")]
    )

    assert in_same_ids(before, after) is after


def test_two_of_one_name_are_not_guessed() -> None:
    before = Snapshot.of_records([Service(id="s"), Step(id="a", name="X"), Step(id="b", name="X")])
    after = Snapshot.of_records([Service(id="t"), Step(id="c", name="X"), Step(id="d", name="X")])

    same = in_same_ids(before, after)

    assert {record.id for record in same} == {"s", "c", "d"}


def test_an_id_that_means_something_else_in_the_other_file_is_not_taken_for_it() -> None:
    records: list[Record] = [Service(id="s"), Step(id="a", name="Prüfen")]
    before = Snapshot.of_records(records)
    after = Snapshot.of_records([Service(id="a"), Placement(id="s", about="a")])

    same = in_same_ids(before, after)

    assert same["s"].kind == "service"
    assert same.get("a") is None
    assert {record.kind for record in same} == {"service", "placement"}
