"""What becomes of two people's work on one service?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from model.behaviors import open_document
from model.commands import cite, connect_steps, move, place_field, remove, rename
from model.compare import MergeConflict, Merged, marked, merge, resolved
from model.document import Document, Snapshot, numbered_ids
from model.language import say
from model.records import (
    Citation,
    Decision,
    ExampleAnswer,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Norm,
    Option,
    Placement,
    Record,
    Remark,
    Role,
    Service,
    Step,
)
from tests.helpers.invariants import choices_without_default, dangling
from tests.helpers.speaking import speaking

RECORDS: list[Record] = [
    Service(id="service", name="Hundesteuer"),
    Role(id="lane", name="Amt"),
    Step(id="page", name="Ihr Hund", form="page", role="lane"),
    Field(id="a", parent="page", order="a0", label="Rasse"),
    Field(id="b", parent="page", order="a1", label="Name"),
    Field(id="c", parent="page", order="a2", label="Chip"),
    Decision(id="gate", name="Gefährlich?", role="lane"),
    Step(id="one", name="Prüfen", role="lane"),
    Step(id="two", name="Festsetzen", role="lane"),
    Flow(id="way1", source="page", target="gate"),
    Flow(id="way2", source="gate", target="one", default=True),
    Norm(id="norm", law="HStS", paragraph="§ 5"),
    Fee(id="fee", parent="service", name="Steuer", amount=Decimal(90)),
    ExampleCase(id="case", name="Frau A", answers=(ExampleAnswer(field="a", value="Pudel"),)),
    Placement(id="place", about="page", x=10, y=10, width=200, height=100),
]
BASE = Snapshot.of_records(RECORDS)


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def edited(prefix: str) -> Document:
    return open_document(RECORDS, ids=numbered_ids(prefix))


def with_changes(*changes: Record, without: tuple[str, ...] = ()) -> Snapshot:
    records = {record.id: record for record in [*RECORDS, *changes] if record.id not in without}
    return Snapshot.of_records(records.values())


def now(record_id: str, **fields: object) -> Record:
    return BASE[record_id].replaced(**fields)


def rows(view: Snapshot) -> list[str]:
    return [row.id for row in view.rows("page")]


def only(merged: Merged) -> MergeConflict:
    (conflict,) = merged.conflicts
    return conflict


# ------------------------------------------------------------------------ attribute by attribute


def test_different_attributes_of_one_record_come_together() -> None:
    ours, theirs = with_changes(now("a", help="Impfpass")), with_changes(now("a", minimum=1))

    merged = merge(BASE, ours, theirs)

    assert merged.view["a"] == now("a", help="Impfpass", minimum=1)
    assert merged.conflicts == ()


def test_two_values_of_one_attribute_are_a_question_with_both_answers() -> None:
    ours, theirs = with_changes(now("a", label="Hunderasse")), with_changes(now("a", label="Art"))

    merged = merge(BASE, ours, theirs)

    question = only(merged)
    assert str(question.what) == "Feld „Hunderasse“: Name ist auf beiden Seiten anders"
    assert (str(question.ours), str(question.theirs)) == ("„Hunderasse“", "„Art“")
    assert merged.view == ours
    assert resolved(merged, {question.id: "theirs"}).view == theirs
    assert resolved(merged, {question.id: "ours"}).open == ()


def test_a_new_amount_and_a_new_form_of_a_fee_are_one_question() -> None:
    ours = with_changes(now("fee", amount=Decimal(100)))
    theirs = with_changes(now("fee", form="frame", minimum=Decimal(5), maximum=Decimal(9)))

    question = only(merge(BASE, ours, theirs))

    assert str(question.ours).startswith("Berechnung: fester Betrag, Betrag: 100,00 €")
    assert "Höchstbetrag: 9,00 €" in str(question.theirs)


def test_answers_of_an_example_citizen_come_together_one_by_one() -> None:
    first = BASE["case"].answers  # type: ignore[attr-defined]
    more = ExampleAnswer(field="b", value="Waldi"), ExampleAnswer(field="c", value="1")
    ours = with_changes(now("case", answers=(*first, more[0])))
    theirs = with_changes(now("case", answers=(ExampleAnswer(field="a", value="Mops"), more[1])))

    merged = merge(BASE, ours, theirs)

    answers = {one.field: one.value for one in merged.view.the("case", ExampleCase).answers}
    assert answers == {"a": "Mops", "b": "Waldi", "c": "1"}
    assert merged.conflicts == ()


def test_two_places_in_the_picture_are_nobodys_question() -> None:
    ours, theirs = with_changes(now("place", x=50)), with_changes(now("place", y=70))

    merged = merge(BASE, ours, theirs)

    assert merged.conflicts == ()
    assert [one.records for one in merged.drawn] == [("place",)]
    assert merged.view["place"] == ours["place"]
    chosen = resolved(merged, {merged.drawn[0].id: "theirs"})
    assert chosen.view["place"] == theirs["place"]


# ------------------------------------------------------------------------------------------- order


def test_rows_that_both_insert_at_one_place_stand_there_both() -> None:
    ours, theirs = edited("o_"), edited("t_")
    for document in (ours, theirs):
        with document.transaction(say("undo.test")) as tx:
            place_field(tx, "text", "page", before="b")

    merged = merge(BASE, ours.snapshot(), theirs.snapshot())

    assert rows(merged.view) == ["a", "o_field_1", "t_field_1", "b", "c"]
    assert merged.conflicts == ()


def test_a_moved_row_and_a_new_row_come_together() -> None:
    ours = with_changes(now("a", order="a3"))
    theirs = with_changes(Field(id="new", parent="page", order="a1V", label="Farbe"))

    assert rows(merge(BASE, ours, theirs).view) == ["b", "new", "c", "a"]
    assert rows(merge(BASE, theirs, ours).view) == ["b", "new", "c", "a"]


def test_new_keys_of_ours_do_not_displace_a_new_row_of_theirs() -> None:
    ours = with_changes(now("a", order="k0"), now("b", order="k1"), now("c", order="k2"))
    theirs = with_changes(Field(id="new", parent="page", order="a1V", label="Farbe"))

    assert rows(merge(BASE, ours, theirs).view) == ["a", "b", "new", "c"]


def test_a_row_that_both_move_elsewhere_is_a_question() -> None:
    ours, theirs = with_changes(now("a", order="a1V")), with_changes(now("a", order="a3"))

    merged = merge(BASE, ours, theirs)

    assert only(merged).sort == "order"
    assert rows(merged.view) == ["b", "a", "c"]
    assert rows(resolved(merged, {only(merged).id: "theirs"}).view) == ["b", "c", "a"]


def test_groups_that_would_stand_in_each_other_are_a_question() -> None:
    groups = [FieldGroup(id=i, parent="page", order=f"b{i}", label=i) for i in ("1", "2")]
    base = Snapshot.of_records([*RECORDS, *groups])
    ours = Snapshot.of_records([*RECORDS, groups[0].replaced(parent="2"), groups[1]])
    theirs = Snapshot.of_records([*RECORDS, groups[0], groups[1].replaced(parent="1")])

    merged = merge(base, ours, theirs)

    question = only(merged)
    assert question.sort == "circle"
    assert merged.view == ours
    assert resolved(merged, {question.id: "theirs"}).view == theirs


# --------------------------------------------------------------------------------------- deletions


def _delete_page(document: Document) -> Snapshot:
    with document.transaction(say("undo.test")) as tx:
        remove(tx, ["page"])
    return document.snapshot()


def test_what_one_deleted_and_nobody_touched_stays_deleted() -> None:
    deleted = _delete_page(edited("o_"))
    renamed = with_changes(now("two", name="Bescheid"))

    for merged in (merge(BASE, deleted, renamed), merge(BASE, renamed, deleted)):
        assert "page" not in merged.view
        assert merged.view["two"] == renamed["two"]
        assert merged.conflicts == ()


def test_work_on_what_the_other_deleted_is_a_question() -> None:
    ours = edited("o_")
    with ours.transaction(say("undo.test")) as tx:
        rename(tx, "a", "Hunderasse")
        place_field(tx, "text", "page")
    theirs = _delete_page(edited("t_"))

    merged = merge(BASE, ours.snapshot(), theirs)

    question = only(merged)
    assert str(question.what) == (
        "Seite „Ihr Hund“ ist auf der anderen Seite gelöscht, bei Ihnen wurde daran gearbeitet:"
        " Feld „Neues Textfeld“"
    )
    assert merged.view == ours.snapshot()
    answered = resolved(merged, {question.id: "theirs"})
    assert answered.view == theirs
    assert dangling(answered.view) == []


def test_what_we_deleted_stays_deleted_until_the_work_on_it_is_chosen() -> None:
    ours, theirs = _delete_page(edited("o_")), edited("t_")
    with theirs.transaction(say("undo.test")) as tx:
        cite(tx, "a", "norm")

    merged = merge(BASE, ours, theirs.snapshot())

    assert merged.view == ours
    assert dangling(merged.view) == []
    answered = resolved(merged, {only(merged).id: "theirs"})
    assert answered.view == theirs.snapshot()
    assert len(answered.view.of(Citation)) == 1


def test_a_page_that_was_only_moved_in_the_picture_may_be_deleted() -> None:
    ours = edited("o_")
    with ours.transaction(say("undo.test")) as tx:
        move(tx, ["page"], 40, 0)
    theirs = _delete_page(edited("t_"))

    merged = merge(BASE, ours.snapshot(), theirs)

    assert merged.conflicts == ()
    assert "page" not in merged.view
    assert [one.records for one in merged.drawn] == [("place",)]


# ------------------------------------------------------------------------------------- as a whole


def test_two_ways_sonst_become_one() -> None:
    way3 = Flow(id="way3", source="gate", target="two", order="a1")
    base = with_changes(way3)
    ours = with_changes(way3)
    theirs = with_changes(way3.replaced(default=True), now("way2", default=False))
    merged = merge(base, ours, theirs)
    assert choices_without_default(merged.view) == []

    both = merge(
        BASE,
        with_changes(now("way2", default=False), way3.replaced(id="o", default=True)),
        with_changes(now("way2", default=False), way3.replaced(id="t", default=True)),
    )

    assert only(both).sort == "default"
    assert choices_without_default(both.view) == []
    assert both.view.the("o", Flow).default
    assert resolved(both, {only(both).id: "theirs"}).view.the("t", Flow).default


def test_a_choice_made_by_both_has_one_way_sonst_and_says_so() -> None:
    choice = [
        Field(id="q", parent="one", label="Gut?", field_kind="select"),
        Option(id="yes", parent="q", label="Ja"),
    ]
    base = Snapshot.of_records([*RECORDS, *choice])
    ours, theirs = (open_document(base, ids=numbered_ids(p)) for p in ("o_", "t_"))
    with ours.transaction(say("undo.test")) as tx:
        connect_steps(tx, "one", "two", option="yes")
    with theirs.transaction(say("undo.test")) as tx:
        connect_steps(tx, "one", "gate")

    merged = merge(base, ours.snapshot(), theirs.snapshot())

    assert choices_without_default(merged.view) == []
    assert str(only(merged).what) == (
        "Beide Seiten haben die Wege geändert, die von „Prüfen“ ausgehen"
    )
    assert merged.open == ()


def test_a_step_that_became_something_else_is_taken_whole() -> None:
    ours = with_changes(now("one", name="Genau prüfen"))
    theirs = with_changes(Decision(id="one", name="Prüfen", role="lane"))

    merged = merge(BASE, ours, theirs)

    assert only(merged).sort == "kind"
    assert resolved(merged, {only(merged).id: "theirs"}).view == theirs


# ------------------------------------------------------------------------------------- the result


def test_the_merge_is_one_step_of_undo() -> None:
    document = Document(with_changes(now("a", help="Impfpass")))
    merged = merge(BASE, document.snapshot(), with_changes(now("b", help="Rufname")))

    document.apply(merged.changeset(say("undo.merge")))

    assert document.snapshot() == merged.view
    assert merged.view["c"] is RECORDS[5]


def test_an_open_question_stands_as_a_comment_in_the_file() -> None:
    ours, theirs = with_changes(now("a", label="Hunderasse")), with_changes(now("a", label="Art"))
    merged = merge(BASE, ours, theirs)

    (remark,) = marked(merged).of(Remark)

    assert remark.about == "a"
    assert "Hier steht: „Hunderasse“. Die andere Seite: „Art“." in remark.text
    assert marked(resolved(merged, {only(merged).id: "ours"})).of(Remark) == []


def test_a_question_keeps_its_id_until_one_of_the_states_changes() -> None:
    ours, theirs = with_changes(now("a", label="Hunderasse")), with_changes(now("a", label="Art"))
    first = only(merge(BASE, ours, theirs))

    again = only(merge(BASE, ours, theirs))
    other = only(merge(BASE, ours, with_changes(now("a", label="Sorte"))))

    assert again.id == first.id
    assert other.id != first.id


def test_without_a_common_state_every_difference_is_a_question() -> None:
    nothing = Snapshot.of_records(())

    merged = merge(nothing, BASE, with_changes(now("a", label="Art"), now("fee", name="Gebühr")))

    assert {one.records for one in merged.conflicts} == {("a",), ("fee",)}
    assert merged.view == BASE
