"""A large service for measurements: a chain of blocks with decisions, placed in rows."""

from __future__ import annotations

from model.records import (
    Chosen,
    Decision,
    End,
    Field,
    Flow,
    Norm,
    Option,
    Placement,
    Pool,
    Record,
    Role,
    Service,
    Start,
    Step,
)

_COLUMNS = 60


def large_service(nodes: int) -> list[Record]:
    """About ``nodes`` nodes.

    Blocks of a page with two fields, a decision and two steps that meet again.
    """
    records: list[Record] = [
        Service(id="service", name="Große Leistung"),
        Pool(id="pool", name="Amt", order="a0"),
        Role(id="role", parent="pool", name="Amt", order="a0"),
        Placement(id="place_role", about="role", width=_COLUMNS * 300, height=nodes * 3),
        Norm(id="norm", law="VwVfG", paragraph="§ 22"),
        Start(id="n0", name="Start", role="role", order="a0"),
    ]
    blocks = max(1, (nodes - 2) // 4)
    last = "n0"
    for number in range(blocks):
        records += _block(number, last)
        last = f"join{number}"
    records += [
        End(id="end", name="Ende", role="role"),
        Flow(id="flow_end", source=last, target="end"),
    ]
    placed = [r for r in records if r.family == "node"]
    return records + [_place(record.id, number) for number, record in enumerate(placed)]


def _block(number: int, last: str) -> list[Record]:
    page, question = f"page{number}", f"question{number}"
    gate, a, b, join = (f"{word}{number}" for word in ("gate", "a", "b", "join"))
    yes = f"yes{number}"
    return [
        Step(id=page, name=f"Angaben {number}", role="role", form="page"),
        Field(id=question, parent=page, order="a0", label="Gut?", field_kind="select"),
        Option(id=yes, parent=question, order="a0", label="Ja", code="ja"),
        Option(id=f"no{number}", parent=question, order="a1", label="Nein", code="nein"),
        Decision(id=gate, name=f"Gut {number}?", role="role"),
        Step(id=a, name=f"Bescheid {number}", role="role"),
        Step(id=join, name=f"Mitteilung {number}", role="role"),
        Flow(id=f"{b}_1", source=last, target=page),
        Flow(id=f"{b}_2", source=page, target=gate),
        Flow(id=f"{b}_3", source=gate, target=a, condition=Chosen(field=question, option=yes)),
        Flow(id=f"{b}_4", source=gate, target=join, default=True),
        Flow(id=f"{b}_5", source=a, target=join),
    ]


def _place(node: str, number: int) -> Placement:
    row, column = divmod(number, _COLUMNS)
    return Placement(
        id=f"place_{node}", about=node, x=column * 300, y=row * 160, width=232, height=64
    )
