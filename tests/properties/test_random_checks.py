"""Whatever is altered, a check of what was touched says the same as a check of everything."""

from __future__ import annotations

import random
from typing import Any

import pytest

from model.behaviors import new_document
from model.checks import check, recheck
from model.document import Document, History, Transaction, numbered_ids
from model.errors import NotAllowed, UnknownRecord
from model.language import say
from model.records import (
    Answer,
    Citation,
    Deadline,
    Decision,
    End,
    Evidence,
    Fee,
    Field,
    FieldGroup,
    Message,
    Norm,
    Option,
    Record,
    Role,
    Rule,
    Start,
    Step,
    TariffRow,
)
from tests.helpers.editing import edit_at_random

ALTERED: dict[type[Record], dict[str, list[Any]]] = {
    Field: {
        "label": ["Geschlecht", "IBAN", "Religion", "Farbe:", "GROSSE HUNDE", "Neues Textfeld"],
        "help": ["", "Fragen Sie, ob Sie das d\u00fcrfen, z. B. im Amt.", "Was du bist."],
        "purpose": ["", "Steuer"],
        "retention": ["", "1 Jahr", "2 Jahre"],
        "minimum": [0, 1],
        "prefill": ["none", "optional"],
        "choices": ["one", "many"],
        "layout": ["plain", "email", "phone"],
        "min_length": [None, 9],
        "max_length": [None, 3],
        "pattern": ["", "("],
        "field_kind": ["hidden", "locked"],
    },
    Step: {
        "form": ["page", "office", "automatic"],
        "basis": ["", "payment", "mailbox"],
        "activity_group": [0, 5],
    },
    Norm: {"paragraph": ["", "\u00a7 1"], "law": ["", "BGB"]},
    Fee: {"form": ["fixed", "table", "frame", "free"], "policy": ["", "later"]},
    Deadline: {"starts": ["", "Eingang"], "effect": ["", "Mahnung"], "length": [None, 3]},
    Evidence: {"upload": [""], "reason": ["", "Gesetz"]},
    Rule: {"message": ["", "Sie irren."], "purpose": ["validation", "condition"]},
    Start: {"trigger": ["none", "message", "timer"]},
    Decision: {"mode": ["exclusive", "event", "inclusive"]},
    End: {"result": ["none", "message"]},
    Option: {"label": ["Ja", "Nein"], "code": ["", "ja"]},
    FieldGroup: {"label": ["Neue Gruppe", "Halter"], "maximum": [1, None]},
    Role: {"side": ["applicant", "office", "system"]},
    Message: {"direction": ["send", "receive"]},
    TariffRow: {"effect": ["rate", "surcharge"]},
    Citation: {},
}


def _alter(tx: Transaction, chance: random.Random) -> None:
    kind = chance.choice(list(ALTERED))
    records = tx.of(kind)
    if not records:
        return
    record, fields = chance.choice(records), ALTERED[kind]
    if not fields or chance.random() < 0.1:
        tx.remove(record.id)
        return
    name = chance.choice(list(fields))
    if name == "field_kind" and getattr(record, "data_type", "") in ("file", "obj"):
        return
    tx.alter(record.id, **{name: chance.choice(fields[name])})


def _calculate(tx: Transaction, chance: random.Random) -> None:
    fields = tx.of(Field)
    if fields:
        tx.alter(chance.choice(fields).id, value=Answer(field=chance.choice(fields).id))


def _promise(tx: Transaction, chance: random.Random) -> None:
    promises = ({"trust_level": "basic"}, {"trust_level": ""}, {"leika_key": "1"})
    if tx.service.id in tx:
        tx.alter(tx.service.id, **chance.choice(promises))


def _one_change(document: Document, chance: random.Random) -> None:
    own = chance.choice([None, None, _alter, _alter, _calculate, _promise])
    if own is None:
        edit_at_random(document, chance)
        return
    try:
        with document.transaction(say("undo.random")) as tx:
            own(tx, chance)
    except (NotAllowed, UnknownRecord):
        return


@pytest.mark.parametrize("seed", range(30, 35))
def test_a_recheck_after_any_change_equals_a_full_check(seed: int) -> None:
    document = new_document("Zufall", ids=numbered_ids())
    history, chance = History(document), random.Random(seed)
    findings, sets = check(document.snapshot()), []
    document.listen(sets.append)

    for _ in range(120):
        _one_change(document, chance) if chance.random() < 0.88 else history.undo()
        for changeset in sets:
            findings = recheck(document.snapshot(), changeset, findings)
        sets.clear()

        assert findings == check(document.snapshot())
