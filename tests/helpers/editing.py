"""Which random things could a clerk do next? For property tests over any sequence of commands."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

from model.commands import (
    add_option,
    add_role,
    add_rule,
    append_node,
    change_field_type,
    cite,
    clip,
    connect_steps,
    deadline_for,
    duplicate,
    insert_on_flow,
    make_default,
    move,
    move_asides,
    move_row,
    name_condition,
    paste,
    place_field,
    place_field_as_page,
    place_frame,
    place_node,
    place_note,
    reconnect,
    remove,
    remove_and_reconnect,
    rename,
    resize_frame,
    set_condition,
    set_required,
    set_value,
    show_page_if,
    tie_note,
    use_field,
)
from model.commands.morph import change_kind
from model.document import Document, Transaction
from model.errors import NotAllowed, UnknownRecord
from model.geometry import Point, Rect
from model.grammar import TEMPLATES, is_aside_template, is_field_template
from model.grammar.become import becomes
from model.language import say
from model.records import (
    Annotation,
    Answer,
    Chosen,
    Comparison,
    Deadline,
    Evidence,
    ExampleAnswer,
    ExampleCase,
    Fee,
    FeeAmount,
    Field,
    FieldGroup,
    Flow,
    Frame,
    Node,
    Norm,
    Option,
    Present,
    Role,
    Rule,
    Step,
    TariffRow,
    Value,
)

NODES = [k for k in TEMPLATES if not is_field_template(k) and not is_aside_template(k)]
ROWS = [key for key in TEMPLATES if is_field_template(key)]


def edit_at_random(document: Document, chance: random.Random) -> bool:
    """One random command as one transaction.

    False when the grammar refused it (then nothing happened).
    """
    command = chance.choice(COMMANDS)
    try:
        with document.transaction(say("undo.random"), origin="test") as tx:
            command(tx, chance)
    except (NotAllowed, UnknownRecord):
        return False
    return True


def _one(tx: Transaction, chance: random.Random, kind: type) -> str:
    """The id of a random record of a class; "" when there is none."""
    ids = [record.id for record in tx.of(kind)]
    return chance.choice(ids) if ids else ""


def _place(tx: Transaction, chance: random.Random) -> None:
    at = Point(chance.randrange(2000), chance.randrange(900))
    place_node(tx, chance.choice(NODES), _one(tx, chance, Role), at)


def _append(tx: Transaction, chance: random.Random) -> None:
    option = _one(tx, chance, Option) if chance.random() < 0.3 else ""
    append_node(tx, chance.choice(NODES), _one(tx, chance, Node), option=option)


def _row(tx: Transaction, chance: random.Random) -> None:
    if card := _one(tx, chance, chance.choice([Step, FieldGroup])):
        place_field(tx, chance.choice(ROWS), card, before=_one(tx, chance, Field))


def _page(tx: Transaction, chance: random.Random) -> None:
    at = Point(chance.randrange(2000), 100)
    place_field_as_page(tx, chance.choice(ROWS), _one(tx, chance, Role), at)


def _connect(tx: Transaction, chance: random.Random) -> None:
    option = _one(tx, chance, Option) if chance.random() < 0.5 else ""
    source = _one(tx, chance, Node)
    if option:
        card = tx.card_of(option)
        source = card.id if card is not None else source
    connect_steps(tx, source, _one(tx, chance, Node), option=option)


def _ways(tx: Transaction, chance: random.Random) -> None:
    if flow := _one(tx, chance, Flow):
        chance.choice(
            [
                lambda: insert_on_flow(tx, chance.choice(NODES), flow),
                lambda: make_default(tx, flow),
                lambda: reconnect(tx, flow, target=_one(tx, chance, Node)),
                lambda: set_condition(tx, flow, None),
            ]
        )()


def _remove(tx: Transaction, chance: random.Random) -> None:
    kinds = [Node, Flow, Field, FieldGroup, Option, Norm, Rule, Role, Fee, Deadline]
    kinds += [Annotation, Frame]
    kind = chance.choice(kinds)
    if record := _one(tx, chance, kind):
        chance.choice([remove, remove_and_reconnect])(tx, [record])


def _edit(tx: Transaction, chance: random.Random) -> None:
    if field := _one(tx, chance, Field):
        option = _one(tx, chance, Option)
        condition = Chosen(field=tx.the(option, Option).parent, option=option) if option else None
        if chance.random() < 0.5:
            condition = Present(field=field)  # type: ignore[assignment]
        chance.choice(
            [
                lambda: rename(tx, field, f"Name {chance.randrange(50)}"),
                lambda: set_required(tx, field, chance.random() < 0.5),
                lambda: set_condition(tx, _one(tx, chance, Field), condition),
                lambda: add_option(tx, field, f"Antwort {chance.randrange(9)}"),
                lambda: use_field(tx, _one(tx, chance, Step), field),
                lambda: tx.add(Rule(id=tx.new_id("rule"), parent=field, expression=condition)),
                lambda: tx.add(Evidence(id=tx.new_id("evidence"), parent=field, upload=field)),
            ]
        )()


def _arrange(tx: Transaction, chance: random.Random) -> None:
    nodes = [node.id for node in tx.of(Node)]
    chosen = chance.sample(nodes, min(len(nodes), chance.randrange(1, 4)))
    move(tx, chosen, chance.randrange(-300, 300), chance.randrange(-200, 200))
    if row := _one(tx, chance, Field):
        target = _one(tx, chance, chance.choice([Step, FieldGroup]))
        if target:
            move_row(tx, row, target, before=_one(tx, chance, Field))


def _law(tx: Transaction, chance: random.Random) -> None:
    norm = _one(tx, chance, Norm) or tx.add(Norm(id=tx.new_id("norm"), law="BGB")).id
    cite(tx, _one(tx, chance, Node), norm)
    if step := _one(tx, chance, Step):
        deadline_for(tx, step, chance.randrange(1, 30))
        fee = tx.add(Fee(id=tx.new_id("fee"), parent=tx.service.id, name="Gebühr", form="table"))
        _depend_on(tx, chance, fee.id)


def _depend_on(tx: Transaction, chance: random.Random, fee: str) -> None:
    """A row of its table and an example citizen, for an answer; a field that is seen by its fee."""
    dear = Comparison(relation="gt", left=FeeAmount(fee=fee), right=Value(number=Decimal(9)))
    if option := _one(tx, chance, Option):
        field = tx.the(option, Option).parent
        when = Chosen(field=field, option=option)
        tx.add(TariffRow(id=tx.new_id("tariff_row"), parent=fee, when=when))
        given = ExampleAnswer(field=field, value=tx.the(option, Option).code)
        tx.add(ExampleCase(id=tx.new_id("example"), answers=(given,)))
        set_condition(tx, _one(tx, chance, Field), dear)


def _retype(tx: Transaction, chance: random.Random) -> None:
    if field := _one(tx, chance, Field):
        rows = [key for key in ROWS if TEMPLATES[key].kind == "field"]
        change_field_type(tx, field, chance.choice(rows))


def _morph(tx: Transaction, chance: random.Random) -> None:
    one = _one(tx, chance, chance.choice([Node, Field, FieldGroup]))
    if one and (kinds := becomes(tx, one)):
        change_kind(tx, one, chance.choice(kinds))


def _rules(tx: Transaction, chance: random.Random) -> None:
    """Name a condition, calculate an answer, let a page depend on an answer, move an answer."""
    option, field = _one(tx, chance, Option), _one(tx, chance, Field)
    if not option or not field:
        return
    said = Chosen(field=tx.the(option, Option).parent, option=option)
    chance.choice(
        [
            lambda: name_condition(tx, said, f"Fall {chance.randrange(9)}", everywhere=True),
            lambda: add_rule(tx, field, "required", said),
            lambda: set_value(tx, field, Answer(field=_one(tx, chance, Field))),
            lambda: set_value(tx, field, None),
            lambda: show_page_if(tx, _one(tx, chance, Step), said),
            lambda: show_page_if(tx, _one(tx, chance, Step), None),
            lambda: move_row(tx, option, field),
        ]
    )()


def _asides(tx: Transaction, chance: random.Random) -> None:
    """A note about something, a frame, and one of them moved, tied elsewhere or made larger."""
    at = Point(chance.randrange(2000), chance.randrange(900))
    about = _one(tx, chance, chance.choice([Node, Field, Flow, Role]))
    note = place_note(tx, f"Hinweis {chance.randrange(9)}", at, about)
    frame = place_frame(tx, Rect(*at, chance.randrange(400), chance.randrange(300)))
    chance.choice(
        [
            lambda: tie_note(tx, note.id, _one(tx, chance, Node)),
            lambda: tie_note(tx, note.id, ""),
            lambda: move_asides(tx, [note.id, frame.id], chance.randrange(-99, 99), 7),
            lambda: resize_frame(tx, frame.id, Rect(*at, 300, 200)),
        ]
    )()


def _copy(tx: Transaction, chance: random.Random) -> None:
    kinds: list[type] = [Node, Field, FieldGroup, Option]
    chosen = [i for kind in kinds if (i := _one(tx, chance, kind)) and chance.random() < 0.6]
    if chance.random() < 0.3:
        duplicate(tx, chosen, chance.randrange(-200, 200), chance.randrange(-200, 200))
        return
    copied = clip(tx, chosen)
    if copied:
        at = Point(chance.randrange(2000), chance.randrange(700)) if chance.random() < 0.5 else None
        paste(tx, copied, at, _one(tx, chance, chance.choice([Step, Field])))


def _lane(tx: Transaction, chance: random.Random) -> None:
    add_role(tx, f"Amt {chance.randrange(9)}", chance.choice(["office", "system", "applicant"]))


COMMANDS: list[Callable[[Transaction, random.Random], None]] = [
    _place,
    _append,
    _append,
    _row,
    _row,
    _page,
    _connect,
    _connect,
    _ways,
    _remove,
    _edit,
    _edit,
    _arrange,
    _law,
    _lane,
    _retype,
    _copy,
    _morph,
    _asides,
]
