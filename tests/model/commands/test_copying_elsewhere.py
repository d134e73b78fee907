"""Does a copy stand on its own in another document, wherever it came from?"""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from model.behaviors import new_document, open_document
from model.commands import cite, place_node, set_condition
from model.commands.copying import Clip, Pasted, clip, paste, renamed
from model.document import Document, History, Snapshot, numbered_ids
from model.errors import NotAllowed
from model.geometry import Point
from model.language import say, speaking
from model.records import (
    Chosen,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Node,
    Norm,
    Option,
    Record,
    Role,
    Service,
    Start,
    Step,
)
from model.records.base import reference_fields
from model.storage import from_bytes, to_bytes
from resources import list_resources, open_resource, texts
from tests.helpers.editing import edit_at_random
from tests.helpers.invariants import dangling, overlapping_lanes, placed_twice, ways_from_nowhere
from tests.helpers.parking import parking


def put(document: Document, copied: Clip, at: Point | None = None, into: str = "") -> Pasted:
    with document.transaction(say("clip.undo.paste")) as tx:
        return paste(tx, copied, at, into)


# ----------------------------------------------------------------------------- other documents


def test_what_is_not_here_is_left_out_and_told() -> None:
    service = parking()
    with service.document.transaction(say("undo.edit")) as tx:
        set_condition(tx, service.name, Chosen(field=service.holder, option=service.yes))
    view = service.document.snapshot()
    other = new_document("Anderes", ids=numbered_ids("b_"))

    pasted = put(other, clip(view, [service.details, service.check]))

    view = other.snapshot()
    assert [row.visible for row in view.of(Field)] == [None, None]
    assert [str(message.key) for message in pasted.lost] == ["clip.lost.condition"]
    (check,) = (step for step in view.of(Step) if step.form == "office")
    assert [use.field for use in view.children(check.id, FieldUse)] == [pasted_street(view)]
    assert dangling(view) == []


def pasted_street(view: Snapshot) -> str:
    return next(field.id for field in view.of(Field) if field.label == "Hauptwohnsitz")


def test_a_use_of_an_answer_that_is_not_here_is_told() -> None:
    service = parking()
    other = new_document("Anderes", ids=numbered_ids("b_"))

    pasted = put(other, clip(service.document.snapshot(), [service.check]))

    assert other.snapshot().of(FieldUse) == []
    assert [message.key for message in pasted.lost] == ["clip.lost.use"]


def test_norms_are_known_by_their_citation() -> None:
    service = parking()
    with service.document.transaction(say("undo.new")) as tx:
        for number, paragraph in enumerate(["§ 45", "§ 46"]):
            cite(tx, service.name, tx.add(_norm(f"n{number}", paragraph)).id)
    other = new_document("Anderes", ids=numbered_ids("b_"))
    with other.transaction(say("undo.new")) as tx:
        tx.add(_norm("mine", "§ 45"))

    put(other, clip(service.document.snapshot(), [service.details]))

    view = other.snapshot()
    (field,) = (f for f in view.of(Field) if f.label == "Name")
    assert sorted(norm.paragraph for norm in view.of(Norm)) == ["§ 45", "§ 46"]
    assert view.norms(field.id)[0].id == "mine"


def _norm(norm_id: str, paragraph: str) -> Norm:
    return Norm(id=norm_id, law="StVO", paragraph=paragraph)


def test_a_lane_brings_its_cards_and_stands_below_the_others() -> None:
    service = parking()

    (lane,) = put(service.document, clip(service.document.snapshot(), [service.office])).ids

    view = service.document.snapshot()
    assert len(view.of(Role)) == 4
    assert sorted(n.name for n in view.of(Node) if n.role == lane) == [
        "Antrag prüfen",
        "Ausweis erteilt",
    ]
    assert overlapping_lanes(view) == []


@pytest.mark.parametrize("name", list_resources("samples", ".fachwerk"))
def test_everything_pasted_into_a_new_document_is_the_same_service(name: str) -> None:
    sample = open_document(from_bytes(open_resource(f"samples/{name}")).records).snapshot()
    with speaking("de", texts("de")):
        other = new_document(ids=numbered_ids("b_"))

    pasted = put(other, clip(sample, [record.id for record in sample]))

    assert pasted.lost == []
    assert dangling(other.snapshot()) == []
    assert told(other.snapshot()) == told(sample)


def told(view: Snapshot) -> list[str]:
    """What a service says, whatever its ids and places: every record in words.

    Layers and remarks stay with their document; a lane is told by whoever stands in it.
    """
    names = {record.id: record for record in view}
    found = []
    for record in view:
        if record.kind in ("placement", "service", "pool", "role", "layer", "remark"):
            continue
        loose = {"id": "x", "order": ""}
        ids = {i: _told_name(names, i) for i in record.references()}
        found.append(repr(renamed(record.replaced(**_fits(record, loose)), ids)))
    return sorted(found)


def _fits(record: Record, values: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in values.items() if k in type(record).model_fields}


def _told_name(names: dict[str, Record], record_id: str) -> str:
    record = names[record_id]
    if isinstance(record, Service) or record.kind == "pool":
        return record.kind
    if isinstance(record, Flow):
        return f"{_told_name(names, record.source)}>{_told_name(names, record.target)}"
    title = getattr(record, "label", "") or getattr(record, "name", "")
    inside = getattr(record, "parent", "")
    return f"{record.kind}:{title}:{_told_name(names, inside) if inside in names else ''}"


# ------------------------------------------------------------------------------- whatever comes


@pytest.mark.parametrize("seed", range(12))
def test_a_paste_never_dangles_and_undo_restores_every_byte(seed: int) -> None:
    chance = random.Random(seed)
    source = new_document("Quelle", ids=numbered_ids("a_"))
    for _ in range(90):
        edit_at_random(source, chance)
    target = source if seed % 2 else new_document("Ziel", ids=numbered_ids("b_"))
    history = History(target)
    view = source.snapshot()
    kinds = (Node, Field, FieldGroup, Option, Role)
    choosable = [record.id for record in view if isinstance(record, kinds)]

    done = 0
    for _ in range(12):
        ids = chance.sample(choosable, chance.randrange(1, min(9, len(choosable))))
        at = Point(chance.randrange(2500), chance.randrange(700)) if chance.random() < 0.5 else None
        places = [r.id for r in target.snapshot() if isinstance(r, Step | Field | FieldGroup)]
        into = chance.choice(places) if places and chance.random() < 0.5 else ""
        before = to_bytes(target.snapshot())
        try:
            put(target, clip(view, ids), at, into)
        except NotAllowed:
            assert to_bytes(target.snapshot()) == before
            continue
        done += 1
        now = target.snapshot()
        assert dangling(now) == []
        assert ways_from_nowhere(now) == []
        assert placed_twice(now) == []
        assert overlapping_lanes(now) == []
    after = to_bytes(target.snapshot())
    while history.undo():
        pass
    while history.redo():
        pass

    assert done > 2
    assert to_bytes(target.snapshot()) == after


@pytest.mark.parametrize(
    "records",
    [
        (),
        (Step(id="a", parent="a"),),
        (Step(id="a", parent="b"), Step(id="b", parent="a")),
        (Step(id="a"), Step(id="a")),
        (Service(id="s", name="Zweite"),),
        (Field(id="f", parent="n"), Norm(id="n")),
        (Option(id="o", parent="s"), Start(id="s")),
    ],
)
def test_a_damaged_copy_is_refused_and_nothing_happens(records: tuple[Record, ...]) -> None:
    document = new_document("Ziel", ids=numbered_ids())
    before = document.snapshot()

    with pytest.raises(NotAllowed):
        put(document, Clip(tuple(dict.fromkeys(r.id for r in records)), records))

    assert document.snapshot() == before


def test_a_thousand_cards_are_pasted_in_a_moment() -> None:
    document = new_document("Groß", ids=numbered_ids())
    with document.transaction(say("undo.new")) as tx:
        role = tx.ordered(Role)[1].id
        for number in range(300):
            place_node(tx, "office", role, Point(200 + 280 * number, 330), name=f"Schritt {number}")
    copied = clip(document.snapshot(), [step.id for step in document.snapshot().of(Step)])

    put(document, copied)

    assert len(document.snapshot().of(Step)) == 600


@pytest.mark.parametrize("seed", range(40))
def test_a_copy_that_somebody_tampered_with_is_refused_or_made_sound(seed: int) -> None:
    chance = random.Random(seed)
    source = new_document("Quelle", ids=numbered_ids("a_"))
    for _ in range(60):
        edit_at_random(source, chance)
    view = source.snapshot()
    copied = clip(view, [node.id for node in view.of(Node)])
    ids = [record.id for record in view]
    target = new_document("Ziel", ids=numbered_ids("b_"))
    before = target.snapshot()

    try:
        put(target, _tampered(copied, ids, chance), at=Point(300, 200))
    except NotAllowed:
        assert target.snapshot() == before
        return
    now = target.snapshot()
    assert dangling(now) == []
    assert ways_from_nowhere(now) == []
    assert placed_twice(now) == []


def _tampered(copied: Clip, ids: list[str], chance: random.Random) -> Clip:
    """Some records are missing, some name something else, some stand in the wrong heap."""
    own, beside = list(copied.records), list(copied.beside)
    for _ in range(chance.randrange(1, 5)):
        if chance.random() < 0.4:
            own.pop(chance.randrange(len(own)))
        elif chance.random() < 0.5:
            record = chance.choice(own)
            names = [n for n in reference_fields(type(record)) if n != "of"]
            wrong = {chance.choice(names): chance.choice([*ids, "nobody", ""])} if names else {}
            with suppress(ValueError):
                own[own.index(record)] = record.replaced(**wrong)
        elif beside:
            own.append(beside.pop(chance.randrange(len(beside))))
    there = {record.id for record in own}
    return Clip(tuple(i for i in copied.roots if i in there), tuple(own), tuple(beside))
