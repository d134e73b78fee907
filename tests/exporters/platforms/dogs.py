"""A small dog tax for the tests of forms, tables and platforms: ids are short, words are German."""

from __future__ import annotations

from decimal import Decimal as D

from model.document import Snapshot
from model.records import (
    AllOf,
    Answer,
    Chosen,
    Comparison,
    Count,
    Deadline,
    End,
    Expression,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Option,
    Record,
    Role,
    Service,
    Start,
    Step,
    TariffRow,
    Value,
)


def number(value: int | str) -> Value:
    return Value(number=D(value))


def compared(field: str, relation: str, value: int | str) -> Comparison:
    return Comparison(relation=relation, left=Answer(field=field), right=number(value))  # type: ignore[arg-type]


DANGEROUS = Chosen(field="danger", option="yes")
BLIND = Chosen(field="marks", option="blind")
MORE_DOGS = Comparison(relation="gt", left=Count(group="more"), right=number(0))
HEAVY = compared("weight", "gt", 20)


def dog_records() -> list[Record]:
    return [
        Service(
            id="service",
            name="Hundesteuer anmelden",
            short_name="Hundesteuer",
            leika_key="99102013000000",
        ),
        Role(id="applicant", name="Antragsteller", side="applicant", order="a0"),
        Role(id="office", name="Amt für Steuern", side="office", order="a1"),
        Role(id="system", name="System", side="system", order="a2"),
        Start(id="start", name="Antrag gestellt", role="applicant", order="a0"),
        Step(id="page", form="page", name="Ihre Angaben", role="applicant", order="a1"),
        Field(id="name", parent="page", order="a0", label="Name", minimum=1, fim_id="F60000227"),
        Field(id="mail", parent="page", order="a1", label="E-Mail", layout="email"),
        Step(id="page2", form="page", name="Ihr Hund", role="applicant", order="a2"),
        Field(
            id="danger",
            parent="page2",
            order="a0",
            label="Gefährlicher Hund?",
            field_kind="select",
            minimum=1,
        ),
        Option(id="yes", parent="danger", order="a0", label="Ja", code="ja"),
        Option(id="no", parent="danger", order="a1", label="Nein", code="nein"),
        Field(id="weight", parent="page2", order="a1", label="Gewicht", data_type="num", unit="kg"),
        FieldGroup(
            id="more", parent="page2", order="a2", label="Weitere Hunde", minimum=0, maximum=None
        ),
        Field(id="call", parent="more", order="a0", label="Rufname", minimum=1),
        Field(id="age", parent="more", order="a1", label="Alter", data_type="num_int"),
        Field(
            id="marks",
            parent="page2",
            order="a3",
            label="Merkmale",
            field_kind="select",
            choices="many",
        ),
        Option(id="blind", parent="marks", order="a0", label="Blindenhund", code="blind"),
        Option(id="rescue", parent="marks", order="a1", label="Rettungshund", code="rettung"),
        Field(id="since", parent="page2", order="a4", label="Halter seit", data_type="date"),
        Field(
            id="sure",
            parent="page2",
            order="a5",
            label="Ich bestätige",
            data_type="bool",
            minimum=1,
        ),
        Step(id="check", form="office", name="Antrag prüfen", role="office", order="a3"),
        FieldUse(id="use1", parent="check", order="a0", field="danger"),
        FieldUse(id="use2", parent="check", order="a1", field="call"),
        Deadline(id="deadline", parent="check", name="Prüfung", length=14),
        Step(
            id="pay",
            form="automatic",
            basis="payment",
            name="Gebühr einziehen",
            role="system",
            fee="tax",
            order="a4",
        ),
        End(id="end", name="Steuer festgesetzt", role="system", order="a5"),
        Flow(id="w1", source="start", target="page"),
        Flow(id="w2", source="page", target="page2"),
        Flow(id="w3", source="page2", target="check", condition=DANGEROUS),
        Flow(id="w4", source="page2", target="pay", default=True),
        Flow(id="w5", source="check", target="pay"),
        Flow(id="w6", source="pay", target="end"),
        Fee(id="tax", parent="service", name="Steuersatz", form="table", per="Jahr"),
        *tariff(
            (BLIND, 0, "exemption"),
            (AllOf(parts=(DANGEROUS, HEAVY)), 600, "rate"),
            (MORE_DOGS, 120, "rate"),
            (None, 60, "rate"),
        ),
    ]


def tariff(*rows: tuple[Expression | None, int | str, str]) -> list[Record]:
    return [
        TariffRow(
            id=f"row{n}",
            parent="tax",
            order=f"a{n}",
            when=when,
            amount=D(amount),
            effect=effect,
            label=f"Zeile {n}",
        )  # type: ignore[arg-type]
        for n, (when, amount, effect) in enumerate(rows)
    ]


def dogs(*others: Record, without: str = "") -> Snapshot:
    """The dog tax with further or other records (same id = instead), without some ids or kinds."""
    gone = set(without.split())
    records = {r.id: r for r in dog_records() if r.id not in gone and r.kind not in gone}
    records |= {record.id: record for record in others}
    return Snapshot.of_records(records.values())
