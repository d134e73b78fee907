"""On what do the courses of example citizens rest, and how does one take over what came out?"""

from __future__ import annotations

from model.commands import expect
from model.document import Transaction
from model.play import play
from model.records import (
    CodeList,
    DataFlow,
    DataObject,
    Deadline,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    MessageFlow,
    Node,
    Option,
    Pool,
    Record,
    Role,
    Rule,
    TariffRow,
)

KINDS: tuple[type[Record], ...] = (
    *(
        CodeList,
        DataFlow,
        DataObject,
        Deadline,
        ExampleCase,
        Fee,
        Field,
        FieldGroup,
        FieldUse,
        Flow,
    ),
    *(MessageFlow, Node, Option, Pool, Role, Rule, TariffRow),
)
"""A change of one of these may turn a case. Whether it does, and whether the cases must be played
anew at all, is found out in ``model.play.changed``: comparing costs far less than playing.
"""


def judged(case: ExampleCase) -> bool:
    """Does it expect anything?"""
    said = (case.expected_end, case.expected_deadline, case.documents)
    return any(said) or case.expected_fee is not None


def take_over(tx: Transaction, case: str) -> None:
    """What comes out of the case now is what is expected from now on."""
    got = play(tx, tx.the(case, ExampleCase))
    expect(tx, case, end=got.end, fee=got.fee, deadline=got.deadline, documents=got.documents)
