"""Are the right words found for a record?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from model.commands import cite, deadline_for, rename
from model.document import ChangeSet
from model.graph import page_numbers
from model.language import say, use
from model.records import Fee, Node, Norm
from resources import texts
from tests.helpers.parking import Parking, parking
from widgets.items.looking import lane_look, node_look
from widgets.items.touched import changes_order, touched
from widgets.items.wording import explained, short_norm
from widgets.painters.looks import NodeLook


@pytest.fixture
def service() -> Iterator[Parking]:
    use("de", texts("de"))
    yield parking()
    use("de", {})


def look(service: Parking, node: str) -> NodeLook:
    view = service.document.snapshot()
    return node_look(view, view.the(node, Node), page_numbers(view))


def test_a_page_has_its_number_its_count_and_its_rows(service: Parking) -> None:
    page = look(service, service.details)

    assert (page.title, page.count) == ("1 Ihre Angaben", "2 Felder")
    assert [(row.text, row.required, row.icon) for row in page.rows] == [
        ("Name", True, "text"),
        ("Hauptwohnsitz", False, "text"),
    ]


def test_answers_have_handles_and_questions_have_none(service: Parking) -> None:
    rows = look(service, service.vehicle).rows

    assert [(row.text, row.handle, row.depth) for row in rows] == [
        ("Sind Sie Halter?", False, 0),
        ("Ja", True, 1),
        ("Nein", True, 1),
    ]


def test_a_step_of_the_office_says_what_it_reads_and_until_when(service: Parking) -> None:
    with service.document.transaction(say("x")) as tx:
        deadline_for(tx, service.check, 14)

    step = look(service, service.check)

    assert step.rows[0].text == "liest: Hauptwohnsitz"
    assert step.count == "liest 1 Angabe"
    assert step.badge == "14 Tage"


def test_norms_are_short_on_chips(service: Parking) -> None:
    with service.document.transaction(say("x")) as tx:
        norm = tx.add(Norm(id="n", law="StVG", paragraph="§ 6a Abs. 5a Satz 2"))
        other = tx.add(Norm(id="m", law="StVO", paragraph="§ 45"))
        cite(tx, service.name, norm.id)
        cite(tx, service.name, other.id)

    assert look(service, service.details).rows[0].chip == "§ 6a StVG +1"
    assert short_norm(norm) == "§ 6a StVG"
    words = explained(service.document.snapshot(), service.document.snapshot()[service.name])
    assert "§ 6a Abs. 5a Satz 2 StVG" in words


def test_a_fee_is_a_row_of_its_step(service: Parking) -> None:
    with service.document.transaction(say("x")) as tx:
        tx.add(Fee(id="fee", parent=tx.service.id, amount=Decimal("30.70"), per="Jahr"))
        tx.alter(service.check, fee="fee")

    assert look(service, service.check).rows[-1].text == "30,70 € je Jahr"


def test_a_lane_says_who(service: Parking) -> None:
    view = service.document.snapshot()

    lane = lane_look(view[service.applicant])  # type: ignore[arg-type]

    assert (lane.title, lane.side) == ("Antragsteller", "applicant")


def test_an_answer_touches_its_card_and_the_ways_that_name_it(service: Parking) -> None:
    from model.commands import connect_steps

    with service.document.transaction(say("x")) as tx:
        way = connect_steps(tx, service.vehicle, service.proof, option=service.no).id
    with service.document.transaction(say("x")) as tx:
        rename(tx, service.no, "Nein, geliehen")
    changeset = tx.changeset
    assert isinstance(changeset, ChangeSet)

    found = touched(service.document.snapshot(), changeset)

    assert found == {service.no, service.vehicle, way}
    assert not changes_order(changeset)
