"""A service small enough to spoil each of its bytes."""

from __future__ import annotations

from model.records import (
    Chosen,
    Field,
    Flow,
    Norm,
    Option,
    Placement,
    Record,
    Role,
    Service,
    Step,
)


def small_service() -> list[Record]:
    """One page with a choice, a way that depends on it, a place and a norm."""
    return [
        Service(id="s", name="Hundesteuer"),
        Role(id="r", name="Antragsteller", side="applicant"),
        Step(id="page", name="Ihr Hund", form="page", role="r", order="a0"),
        Field(id="breed", parent="page", label="Rasse", order="a0"),
        Option(id="yes", parent="breed", label="Ja, gefährlich"),
        Flow(id="w", source="page", target="page", condition=Chosen(field="breed", option="yes")),
        Placement(id="p", about="page", x=12.5, y=3.0, width=180, height=60),
        Norm(id="n", law="HundStG", paragraph="§ 1"),
    ]
