"""Is every planted change found, and nothing that was only drawn otherwise?"""

from __future__ import annotations

import random

import pytest
from pydantic import ValidationError

from model.behaviors import open_document
from model.commands import align, make_space, move, move_lane, pin, resize_lane, set_bends, tidy
from model.compare import difference
from model.document import Snapshot, Transaction, numbered_ids
from model.errors import NotAllowed
from model.geometry import Point
from model.language import say
from model.records import Decision, Flow, Node, Placement, Record, Role, Step, SubProcess
from model.storage import from_bytes
from studio.samples import sample_bytes, sample_names
from tests.helpers.records import facts

SEEDED = 200


@pytest.fixture(scope="module", params=sample_names())
def sample(request: pytest.FixtureRequest) -> Snapshot:
    return Snapshot.of_records(from_bytes(sample_bytes(request.param)).records)


def _planted(record: Record, chance: random.Random) -> tuple[Record, str] | None:
    """The record with one other value in one attribute of meaning."""
    names = [n for n in type(record).model_fields if n not in ("kind", "id", "order", "expanded")]
    name = chance.choice(names)
    value = getattr(_any_of(type(record), chance), name)
    try:
        changed = record.replaced(**{name: value})
    except ValidationError:
        return None
    return (changed, name) if changed != record else None


def _any_of(kind: type[Record], chance: random.Random) -> Record:
    known = _POOL.setdefault(kind, [])
    if not known:
        from hypothesis import given, settings

        @settings(max_examples=30, database=None, deadline=None, derandomize=True)
        @given(facts(kind))
        def collect(record: Record) -> None:
            known.append(record)

        collect()
    return chance.choice(known)


_POOL: dict[type[Record], list[Record]] = {}


def test_U14_each_of_200_planted_changes_is_in_the_list(sample: Snapshot) -> None:
    chance = random.Random(14)
    records = [record for record in sample if not isinstance(record, Placement)]
    wanted: set[tuple[str, str]] = set()
    after = {record.id: record for record in sample}
    while len(wanted) < SEEDED:
        sort = chance.random()
        record = chance.choice(records)
        if sort < 0.1 and not sample.referring(record.id) and (record.id, "") not in wanted:
            if record.id in after and not any(one == record.id for one, _ in wanted):
                del after[record.id]
                wanted.add((record.id, ""))
        elif sort < 0.2:
            new = record.replaced(id=f"new_{len(wanted)}")
            after[new.id] = new
            wanted.add((new.id, ""))
        elif record.id in after and (planted := _planted(after[record.id], chance)):
            changed, name = planted
            if (record.id, name) not in wanted:
                after[record.id] = changed
                wanted.add((record.id, name))

    found = difference(sample, Snapshot.of_records(after.values()))

    listed = {(entry.change.id, entry.attribute) for entry in found.entries}
    assert len(wanted) == SEEDED
    assert wanted - listed == set()
    assert listed - wanted == set()


def _draw(tx: Transaction, chance: random.Random) -> None:
    """Something that only changes the picture."""
    nodes = [node.id for node in tx.of(Node)]
    some = chance.sample(nodes, min(4, len(nodes)))
    flow = chance.choice(tx.of(Flow)).id
    lane = chance.choice(tx.of(Role)).id
    deeds = [
        lambda: move(
            tx, some, chance.randrange(-90, 90), chance.randrange(-60, 60), keep_lanes=True
        ),
        lambda: align(tx, some, "left"),
        lambda: pin(tx, [*some, flow], True),
        lambda: set_bends(tx, flow, [Point(chance.randrange(900), chance.randrange(500))]),
        lambda: make_space(tx, Point(chance.randrange(900), chance.randrange(500)), 60, 0),
        lambda: resize_lane(tx, lane, "bottom", 40),
        lambda: move_lane(tx, lane, chance.choice(tx.of(Role)).id),
        lambda: tidy(tx),
    ]
    chance.choice(deeds)()


def test_U14_what_is_only_drawn_otherwise_is_no_difference(sample: Snapshot) -> None:
    document = open_document(sample, ids=numbered_ids("drawn_"))
    chance = random.Random(3)

    done = 0
    while done < 40:
        try:
            with document.transaction(say("undo.random")) as tx:
                _draw(tx, chance)
            done += 1
        except NotAllowed:
            continue
    folded = [s.id for s in sample.of(SubProcess)]
    with document.transaction(say("undo.random")) as tx:
        for one in folded:
            tx.alter(one, expanded=True)

    found = difference(sample, document.snapshot())

    assert [str(entry.what) for entry in found.entries] == []
    assert not found
    assert len(found.layout) > 10


def test_every_kind_of_node_stands_in_the_chapter_of_its_card(sample: Snapshot) -> None:
    step, page = (
        next(s for s in sample.of(Step) if (s.form == "page") == is_page)
        for is_page in (False, True)
    )
    decision = sample.of(Decision)[0]
    changed = [one.replaced(documentation="anders") for one in (step, page, decision)]
    ids = {one.id for one in changed}

    after = Snapshot.of_records([*(r for r in sample if r.id not in ids), *changed])

    found = {(c, card) for c, card, _ in difference(sample, after).chapters()}
    assert found == {("step", step.id), ("page", page.id), ("step", decision.id)}
