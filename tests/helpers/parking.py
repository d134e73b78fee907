"""Which small service do the tests of the canvas draw on? A parking permit, in short."""

from __future__ import annotations

from dataclasses import dataclass

from model.behaviors import new_document
from model.commands import (
    connect_steps,
    place_field,
    place_node,
    set_required,
    use_field,
)
from model.document import Document, numbered_ids
from model.geometry import Point
from model.language import say
from model.records import Role, Start


@dataclass(frozen=True)
class Parking:
    """The document and the ids of its parts."""

    document: Document
    start: str
    details: str
    vehicle: str
    proof: str
    check: str
    end: str
    name: str
    street: str
    holder: str
    yes: str
    no: str
    applicant: str
    office: str
    system: str


def parking() -> Parking:
    """Start, two pages, a proof page only for non-holders, an office step, an end."""
    document = new_document("Bewohnerparkausweis", ids=numbered_ids())
    with document.transaction(say("undo.new")) as tx:
        lanes = {role.side: role.id for role in tx.ordered(Role)}
        applicant, office = lanes["applicant"], lanes["office"]
        start = tx.of(Start)[0].id
        details = place_node(tx, "page", applicant, Point(260, 110), name="Ihre Angaben").id
        name = place_field(tx, "text", details, label="Name").id
        street = place_field(tx, "text", details, label="Hauptwohnsitz").id
        set_required(tx, name, True)
        vehicle = place_node(tx, "page", applicant, Point(560, 110), name="Ihr Fahrzeug").id
        holder = place_field(tx, "yesno", vehicle, label="Sind Sie Halter?").id
        yes, no = (option.id for option in tx.options(holder))
        proof = place_node(tx, "page", applicant, Point(900, 110), name="Nutzungsnachweis").id
        check = place_node(tx, "office", office, Point(560, 400), name="Antrag prüfen").id
        end = place_node(tx, "end", office, Point(900, 400), name="Ausweis erteilt").id
        use_field(tx, check, street)
        connect_steps(tx, start, details)
        connect_steps(tx, details, vehicle)
        connect_steps(tx, vehicle, check)
        connect_steps(tx, check, end)
    return Parking(
        document,
        start,
        details,
        vehicle,
        proof,
        check,
        end,
        name,
        street,
        holder,
        yes,
        no,
        applicant,
        office,
        lanes["system"],
    )
