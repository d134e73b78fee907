"""Is a copy whole, and does it stand on its own where it arrives?"""

from __future__ import annotations

import pytest

from model.behaviors import new_document
from model.commands import cite, connect_steps, deadline_for, place_node
from model.commands.copying import Clip, Pasted, clip, duplicate, paste
from model.document import Document, Snapshot, numbered_ids
from model.errors import NotAllowed
from model.geometry import Point
from model.language import say
from model.records import (
    Chosen,
    Deadline,
    Node,
    Norm,
    Placement,
    Step,
)
from tests.helpers.invariants import dangling, overlapping_lanes
from tests.helpers.parking import parking


def put(document: Document, copied: Clip, at: Point | None = None, into: str = "") -> Pasted:
    with document.transaction(say("clip.undo.paste")) as tx:
        return paste(tx, copied, at, into)


def boxes(view: Snapshot) -> list[Placement]:
    return [p for node in view.of(Node) if (p := view.placement(node.id)) is not None]


def overlapping(view: Snapshot) -> list[tuple[str, str]]:
    found = boxes(view)
    return [
        (a.about, b.about)
        for n, a in enumerate(found)
        for b in found[n + 1 :]
        if a.box.intersects(b.box)
    ]


# ------------------------------------------------------------------------------------ one card


def test_a_copied_page_has_its_own_rows_answers_norms_and_deadline() -> None:
    service = parking()
    with service.document.transaction(say("undo.new")) as tx:
        norm = tx.add(Norm(id="stvo", law="StVO", paragraph="§ 45")).id
        cite(tx, service.holder, norm)
        deadline_for(tx, service.vehicle, 14)

    new = put(service.document, clip(service.document.snapshot(), [service.vehicle])).ids

    view = service.document.snapshot()
    card = view.the(new[0], Step)
    (row,) = view.rows(card.id)
    assert (card.name, getattr(row, "label", "")) == ("Ihr Fahrzeug", "Sind Sie Halter?")
    assert [o.label for o in view.options(row.id)] == ["option.yes", "option.no"]
    assert [n.id for n in view.norms(row.id)] == ["stvo"]
    assert [d.length for d in view.children(card.id, Deadline)] == [14]
    assert {row.id, card.id}.isdisjoint({service.holder, service.vehicle})
    assert overlapping(view) == []


def test_ways_between_copied_cards_come_along_with_their_conditions_renamed() -> None:
    service = parking()
    with service.document.transaction(say("undo.connect")) as tx:
        connect_steps(tx, service.vehicle, service.proof, option=service.no)
        connect_steps(tx, service.proof, service.check)
    ids = [service.vehicle, service.proof, service.check]

    new = put(service.document, clip(service.document.snapshot(), ids)).ids

    view = service.document.snapshot()
    ways = {(f.target, f.default): f for f in view.outgoing(new[0])}
    assert set(ways) == {(new[1], False), (new[2], True)}
    condition = ways[new[1], False].condition
    (field,) = view.rows(new[0])
    assert isinstance(condition, Chosen)
    assert condition.field == field.id
    assert condition.option in {o.id for o in view.options(field.id)}
    assert dangling(view) == []


def test_pasting_again_and_again_never_covers_anything() -> None:
    service = parking()
    copied = clip(service.document.snapshot(), [service.vehicle, service.check])

    for _ in range(3):
        put(service.document, copied)

    view = service.document.snapshot()
    assert len(view.of(Node)) == 12
    assert overlapping(view) == []
    assert overlapping_lanes(view) == []


def test_a_copy_stands_below_where_the_lane_has_room_and_the_way_right_is_long() -> None:
    service = parking()
    with service.document.transaction(say("undo.new")) as tx:
        lane = tx.placement(service.office)
        assert lane is not None
        tx.replace(lane.replaced(height=700))
        for x in (800, 1060, 1320):
            place_node(tx, "office", service.office, Point(x, 400))
        place = tx.placement(service.check)
        assert place is not None

    (new,) = put(service.document, clip(service.document.snapshot(), [service.check])).ids

    after = service.document.snapshot().placement(new)
    assert after is not None
    assert (after.x, after.y > place.box.bottom) == (place.x, True)


def test_a_copy_stays_in_its_lane_and_at_the_pointer_takes_the_lane_there() -> None:
    service = parking()
    copied = clip(service.document.snapshot(), [service.check])
    system = service.document.snapshot().placement(service.system)
    assert system is not None

    beside = put(service.document, copied).ids[0]
    there = put(service.document, copied, at=Point(400, system.box.center.y)).ids[0]

    view = service.document.snapshot()
    assert view.the(beside, Node).role == service.office
    assert view.the(there, Node).role == service.system


def test_an_exact_duplicate_stands_exactly_there() -> None:
    service = parking()
    before = service.document.snapshot().placement(service.proof)

    with service.document.transaction(say("clip.undo.duplicate")) as tx:
        (new,) = duplicate(tx, [service.proof], 30, 60)

    after = service.document.snapshot().placement(new)
    assert before is not None
    assert after is not None
    assert (after.x - before.x, after.y - before.y) == (30, 60)


# ------------------------------------------------------------------------------------------ rows


def test_a_duplicated_row_stands_below_its_original() -> None:
    service = parking()

    with service.document.transaction(say("clip.undo.duplicate")) as tx:
        (new,) = duplicate(tx, [service.name])

    rows = [row.id for row in service.document.snapshot().rows(service.details)]
    assert rows == [service.name, new, service.street]


def test_rows_are_pasted_after_the_chosen_row_or_at_the_end_of_the_chosen_card() -> None:
    service = parking()
    copied = clip(service.document.snapshot(), [service.street, service.name])

    after = put(service.document, copied, into=service.holder).ids
    at_end = put(service.document, copied, into=service.proof).ids

    view = service.document.snapshot()
    labels = [getattr(row, "label", "") for row in view.rows(service.vehicle)]
    assert labels == ["Sind Sie Halter?", "Name", "Hauptwohnsitz"]
    assert [row.id for row in view.rows(service.vehicle)][1:] == after
    assert [row.id for row in view.rows(service.proof)] == at_end


def test_rows_of_another_document_become_a_page_on_empty_ground() -> None:
    copied = clip(parking().document.snapshot(), ["field_1", "field_2"])
    other = new_document("Anderes", ids=numbered_ids("b_"))

    new = put(other, copied, at=Point(400, 100)).ids

    view = other.snapshot()
    (page,) = view.of(Step)
    assert page.form == "page"
    assert [row.id for row in view.rows(page.id)] == new


def test_an_answer_is_pasted_beside_an_answer_with_a_code_of_its_own() -> None:
    service = parking()
    copied = clip(service.document.snapshot(), [service.yes])

    put(service.document, copied, into=service.no)

    options = service.document.snapshot().options(service.holder)
    assert [o.label for o in options] == ["option.yes", "option.no", "option.yes"]
    assert len({o.code for o in options}) == 3


def test_a_use_cannot_be_pasted_on_a_page_and_nothing_happens() -> None:
    service = parking()
    before = service.document.snapshot()
    (use,) = before.rows(service.check)

    with pytest.raises(NotAllowed):
        put(service.document, clip(before, [use.id]), into=service.details)

    assert service.document.snapshot() == before


def test_rows_on_something_that_holds_none_say_why_not() -> None:
    service = parking()
    copied = clip(service.document.snapshot(), [service.name])

    with pytest.raises(NotAllowed):
        put(service.document, copied, into=service.end)
