"""For every check a way to spoil the sound service in exactly that respect."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from model.commands import (
    add_option,
    add_role,
    append_node,
    connect_steps,
    deadline_for,
    insert_on_flow,
    make_default,
    place_field,
    place_node,
    reconnect,
    remove,
    rename,
    set_condition,
    set_required,
)
from model.document import Transaction
from model.geometry import Point
from model.records import (
    AllOf,
    Answer,
    AnyOf,
    Arithmetic,
    Chosen,
    Citation,
    Decision,
    End,
    ExampleTurn,
    Fee,
    Field,
    FieldUse,
    Flow,
    Norm,
    Not,
    Present,
    Role,
    Rule,
    Start,
    Step,
    TariffRow,
    Text,
)

Spoil = Callable[[Transaction], object]


def page_of(tx: Transaction) -> str:
    return next(s.id for s in tx.of(Step) if s.form == "page")


def step_of(tx: Transaction) -> str:
    return next(s.id for s in tx.of(Step) if s.form == "office")


def question_of(tx: Transaction) -> str:
    return next(f.id for f in tx.of(Field) if f.field_kind == "select")


def _end(tx: Transaction) -> str:
    return tx.of(End)[0].id


def _last(tx: Transaction) -> str:
    """The way into the end."""
    return tx.outgoing(step_of(tx))[0].id


def _role(tx: Transaction, side: str) -> str:
    return next(role.id for role in tx.of(Role) if role.side == side)


def _field(tx: Transaction, label: str, template: str = "text", **values: object) -> str:
    field = place_field(tx, template, page_of(tx), label=label)
    tx.alter(field.id, **values)
    return field.id


def _chosen(tx: Transaction, number: int = 0) -> Chosen:
    question = question_of(tx)
    return Chosen(field=question, option=tx.options(question)[number].id)


def _gate(tx: Transaction) -> Decision:
    """A decision with two ways to one end, the second by an answer."""
    gate = insert_on_flow(tx, "decision", _last(tx), name="Gut?")
    tx.alter(gate.id, mode="inclusive")
    tx.alter(gate.id, mode="exclusive")
    assert isinstance(gate, Decision)
    return gate


def _by_answer(tx: Transaction, source: str, target: str, number: int = 0) -> str:
    flow = connect_steps(tx, source, target, option=tx.options(question_of(tx))[number].id)
    return flow.id


def _undecided(tx: Transaction) -> None:
    append_node(tx, "end", _gate(tx).id, name="Nein")


def _same_condition(tx: Transaction) -> None:
    gate = _gate(tx)
    for name in ("Nein", "Doch"):
        append_node(tx, "end", gate.id, name=name, option=tx.options(question_of(tx))[0].id)


def _parallel_branches(tx: Transaction, split: str, join: str) -> None:
    """From the last step on: two ways part at one sign and meet at another."""
    first = insert_on_flow(tx, split, _last(tx), name="Teilen")
    left = insert_on_flow(tx, "office", tx.outgoing(first.id)[0].id, name="Links")
    last = insert_on_flow(tx, join, tx.outgoing(left.id)[0].id, name="Treffen")
    option = tx.options(question_of(tx))[0].id if split == "decision" else ""
    right = append_node(tx, "office", first.id, name="Rechts", option=option)
    connect_steps(tx, right.id, last.id)


def _circle(tx: Transaction) -> None:
    first = append_node(tx, "office", _gate(tx).id, name="Eins", option=_chosen(tx).option)
    second = append_node(tx, "office", first.id, name="Zwei")
    connect_steps(tx, second.id, first.id)


def _begins_by_nothing(tx: Transaction) -> None:
    beside = place_node(tx, "subprocess", _role(tx, "office"), Point(900, 330), name="Abbruch")
    tx.alter(beside.id, by_event=True)
    tx.add(Start(id="inner_start", name="Anruf", parent=beside.id))
    tx.add(End(id="inner_end", name="Abgebrochen", parent=beside.id))
    tx.add(Flow(id="inner_way", parent=beside.id, source="inner_start", target="inner_end"))


def _waits_for_nothing(tx: Transaction) -> None:
    gate = insert_on_flow(tx, "decision", _last(tx), name="Was zuerst?")
    tx.alter(gate.id, mode="event")
    message = append_node(tx, "message_receive", gate.id, name="Antwort")
    connect_steps(tx, message.id, _end(tx))


def _page_again(tx: Transaction) -> None:
    page = place_node(tx, "page", _role(tx, "applicant"), Point(1200, 90), name="Noch etwas")
    place_field(tx, "text", page.id, label="Farbe")
    reconnect(tx, _last(tx), target=page.id)
    connect_steps(tx, page.id, _end(tx))


def _page_before(tx: Transaction) -> str:
    """Another page before the first."""
    first = page_of(tx)
    return insert_on_flow(tx, "page", tx.incoming(first)[0].id, name="Ihr Haus").id


def _later(tx: Transaction) -> None:
    question = question_of(tx)
    field = place_field(tx, "text", _page_before(tx), label="Farbe")
    set_condition(tx, field.id, Present(field=question))


def _many(tx: Transaction) -> None:
    tx.alter(question_of(tx), choices="many")
    gate = _gate(tx)
    _by_answer(tx, gate.id, append_node(tx, "end", gate.id, option=_chosen(tx).option).id, 1)


def _circle_of_values(tx: Transaction) -> None:
    first, second = _field(tx, "Summe", "number"), _field(tx, "Anteil", "number")
    for field, other in ((first, second), (second, first)):
        value = Arithmetic(operation="add", parts=(Answer(field=other),))
        tx.alter(field, value=value)


def _deep(tx: Transaction) -> None:
    holder = page_of(tx)
    for name in ("Eins", "Zwei", "Drei", "Vier"):
        holder = place_field(tx, "group", holder, label=name).id
    place_field(tx, "text", holder, label="Farbe")


def _duplicate(tx: Transaction) -> None:
    rename(tx, step_of(tx), "Ihr Hund")


def _lawless(tx: Transaction) -> None:
    for citation in tx.of(Citation):
        tx.remove(citation.id)
    tx.remove("norm")


def _asked_twice(tx: Transaction) -> None:
    for page in (page_of(tx), _page_before(tx)):
        place_field(tx, "text", page, label="Rasse")


def _gap(tx: Transaction) -> None:
    tx.alter("fee", form="table")
    tx.add(TariffRow(id="row", parent="fee", when=_chosen(tx), amount=Decimal(5)))


def _without_office(tx: Transaction) -> None:
    for use in tx.of(FieldUse):
        tx.remove(use.id)
    page, step = page_of(tx), step_of(tx)
    reconnect(tx, tx.outgoing(page)[0].id, target=_end(tx))
    tx.alter(_end(tx), role=_role(tx, "office"))
    tx.remove(step)
    for way in tx.of(Flow):
        if way.source == step:
            tx.remove(way.id)


def _unpaid(tx: Transaction) -> None:
    step = insert_on_flow(tx, "payment", _last(tx), name="Zahlen")
    tx.alter(step.id, documentation="Über den Bezahldienst")


def _help(tx: Transaction, text: str) -> None:
    tx.alter(question_of(tx), help=text)


def _overlap(tx: Transaction) -> None:
    """Two ways of a decision, both open for one answer."""
    gate = _gate(tx)
    append_node(tx, "end", gate.id, name="Ja", option=_chosen(tx).option)
    far = append_node(tx, "end", gate.id, name="Beantwortet", option=_chosen(tx, 1).option)
    way = tx.incoming(far.id)[0].id
    set_condition(tx, way, Present(field=question_of(tx)))


def _never_taken(tx: Transaction) -> None:
    """Behind the way for one answer somebody asks for the other answer."""
    gate = _gate(tx)
    inner = append_node(tx, "decision", gate.id, name="Noch einmal?", option=_chosen(tx).option)
    append_node(tx, "end", inner.id, name="Doch", option=_chosen(tx, 1).option)
    make_default(tx, connect_steps(tx, inner.id, _end(tx)).id)


def _never_asked(tx: Transaction) -> None:
    """A question that waits for an answer to a question that is hidden then."""
    first = _field(tx, "Farbe", visible=_chosen(tx))
    both = AllOf(parts=(Present(field=first), _chosen(tx, 1)))
    _field(tx, "Muster", visible=both)


def _required_unseen(tx: Transaction) -> None:
    hidden = _field(tx, "Farbe", visible=_chosen(tx))
    rule = Rule(id="must", parent=hidden, purpose="required", expression=_chosen(tx, 1))
    tx.add(rule.replaced(name="Farbe nötig"))


def _two_rates(tx: Transaction) -> None:
    tx.alter("fee", form="table", amount=None)
    always = TariffRow(id="row3", parent="fee", label="Sonst", amount=Decimal(9), order="c")
    for number, when in enumerate((_chosen(tx), Present(field=question_of(tx))), 1):
        row = TariffRow(id=f"row{number}", parent="fee", label=f"Zeile {number}", when=when)
        tx.add(row.replaced(amount=Decimal(number), order="ab"[number - 1]))
    tx.add(always)


def _case_waits(tx: Transaction) -> None:
    """A letter comes into the way, and in the case it does not come."""
    wait = insert_on_flow(tx, "message_receive", _last(tx), name="Antwort")
    turn = ExampleTurn(at=wait.id, happens="event", event="never")
    tx.alter("case", turns=(turn,))


SPOIL: dict[str, Spoil] = {
    "no_start": lambda tx: remove(tx, [n.id for n in tx.of(Start)]),
    "several_starts": lambda tx: connect_steps(
        tx, place_node(tx, "start", _role(tx, "office"), Point(600, 330)).id, step_of(tx)
    ),
    "begins_by_nothing": _begins_by_nothing,
    "unreachable": lambda tx: place_node(
        tx, "office", _role(tx, "office"), Point(900, 330), name="Verirrt"
    ),
    "dead_end": lambda tx: remove(tx, [_end(tx)]),
    "endless_circle": _circle,
    "undecided": _undecided,
    "same_condition": _same_condition,
    "condition_decided": lambda tx: set_condition(
        tx, _field(tx, "Farbe"), AnyOf(parts=(_chosen(tx), Not(part=_chosen(tx))))
    ),
    "waits_forever": lambda tx: _parallel_branches(tx, "decision", "parallel"),
    "done_twice": lambda tx: _parallel_branches(tx, "parallel", "decision"),
    "ways_overlap": _overlap,
    "way_never": _never_taken,
    "question_never": _never_asked,
    "required_hidden": _required_unseen,
    "two_rates": _two_rates,
    "sign_without_choice": lambda tx: insert_on_flow(tx, "parallel", _last(tx), name="Und"),
    "waits_for_nothing": _waits_for_nothing,
    "link_alone": lambda tx: append_node(
        tx, "link_send", _gate(tx).id, name="Weiter unten", option=_chosen(tx).option
    ),
    "id_twice": lambda tx: tx.alter(step_of(tx), extras=(("repeated", "Task_1"),)),
    "empty_subprocess": lambda tx: insert_on_flow(tx, "subprocess", _last(tx), name="Anhören"),
    "call_without_target": lambda tx: insert_on_flow(tx, "call", _last(tx), name="Anderes"),
    "step_without_role": lambda tx: tx.alter(step_of(tx), role=""),
    "lane_empty": lambda tx: add_role(tx, "Kasse", "office"),
    "page_after_office": _page_again,
    "payment_without_fee": _unpaid,
    "fee_never_paid": lambda tx: tx.alter("fee", policy="mandatory"),
    "page_without_field": lambda tx: remove(tx, [*(f.id for f in tx.of(Field)), "ev"]),
    "too_many_questions": lambda tx: [_field(tx, f"Merkmal {chr(65 + n)}") for n in range(12)],
    "missing_label": lambda tx: rename(tx, question_of(tx), " "),
    "empty_group": lambda tx: place_field(tx, "group", page_of(tx), label="Halter"),
    "deep_group": _deep,
    "too_few_options": lambda tx: remove(tx, [tx.options(question_of(tx))[0].id]),
    "option_twice": lambda tx: add_option(
        tx, question_of(tx), tx.options(question_of(tx))[1].label
    ),
    "many_answers_one_way": _many,
    "visible_by_itself": lambda tx: set_condition(
        tx, question_of(tx), Present(field=question_of(tx))
    ),
    "answer_comes_later": _later,
    "hidden_required": lambda tx: set_required(tx, _field(tx, "Az", field_kind="hidden"), True),
    "bounds_crossed": lambda tx: _field(tx, "Farbe", min_length=9, max_length=3),
    "pattern_broken": lambda tx: _field(tx, "Farbe", pattern="(", error_text="Bitte neu."),
    "refused_without_word": lambda tx: tx.add(
        Rule(id="r", parent=question_of(tx), purpose="validation", name="Nur Hunde")
    ),
    "value_circle": _circle_of_values,
    "file_without_limits": lambda tx: _field(tx, "Foto", "file"),
    "asked_twice": _asked_twice,
    "better_type": lambda tx: _field(tx, "Ihre IBAN"),
    "deadline_without_length": lambda tx: deadline_for(tx, step_of(tx), None),
    "deadline_without_start": lambda tx: deadline_for(tx, step_of(tx), 14, starts=""),
    "deadline_without_effect": lambda tx: deadline_for(tx, step_of(tx), 14, effect=""),
    "deadline_without_norm": lambda tx: remove(tx, [_cited(tx, "deadline")]),
    "service_without_norm": _lawless,
    "field_without_norm": lambda tx: _field(tx, "Farbe"),
    "decision_without_norm": lambda tx: [
        tx.alter(step_of(tx), activity_group=5),
        remove(tx, [_cited(tx, "step")]),
    ],
    "norm_incomplete": lambda tx: tx.alter("norm", paragraph=""),
    "norm_expired": lambda tx: tx.alter("norm", valid_until=date(2025, 12, 31)),
    "norm_unused": lambda tx: tx.add(Norm(id="other", law="BGB", paragraph="§ 1")),
    "fee_without_norm": lambda tx: tx.add(Fee(id="f2", name="Marke", amount=1, policy="later")),
    "fee_without_amount": lambda tx: tx.alter("fee", amount=None),
    "tariff_gap": _gap,
    "evidence_without_reason": lambda tx: tx.alter("ev", reason=""),
    "evidence_without_upload": lambda tx: tx.alter("ev", upload=""),
    "nobody_reads": _without_office,
    "field_nobody_uses": lambda tx: _field(tx, "Hobby"),
    "special_category": lambda tx: _field(tx, "Religionszugehörigkeit"),
    "purpose_missing": lambda tx: _field(tx, "Farbe"),
    "retention_missing": lambda tx: _field(tx, "Farbe"),
    "gender_asked": lambda tx: _field(tx, "Geschlecht"),
    "phone_required": lambda tx: set_required(tx, _field(tx, "Telefon", "phone"), True),
    "prefill_without_login": lambda tx: [
        tx.alter(tx.service.id, trust_level="none"),
        _field(tx, "Farbe", prefill="optional"),
    ],
    "duplicate_names": _duplicate,
    "text_missing": lambda tx: remove(tx, [tx.children(question_of(tx), Text)[0].id]),
    "placeholder_name": lambda tx: rename(tx, page_of(tx), "Neue Seite 2"),
    "long_label": lambda tx: rename(tx, question_of(tx), "Ist Ihr Hund " + "sehr " * 25 + "groß?"),
    "long_sentence": lambda tx: _help(tx, "Ein Hund ist gefährlich, wenn er " + "Worte " * 25),
    "help_repeats_label": lambda tx: _help(tx, "gefährlich"),
    "shouting": lambda tx: rename(tx, question_of(tx), "GEFÄHRLICHER HUND?"),
    "abbreviation": lambda tx: _help(tx, "Große Hunde, z. B. Doggen."),
    "mixed_address": lambda tx: [
        _help(tx, "Fragen Sie im Amt nach, wenn Sie unsicher sind."),
        _field(tx, "Wie heißt dein Hund?"),
    ],
    "stray_signs": lambda tx: rename(tx, question_of(tx), "Gefährlich :"),
    "no_key": lambda tx: tx.alter(tx.service.id, leika_key=""),
    "no_profile": lambda tx: tx.alter(tx.service.id, document_profile="D12"),
    "no_office": lambda tx: tx.alter(tx.service.id, office=""),
    "no_description": lambda tx: tx.alter(tx.service.id, description=""),
    "no_validity": lambda tx: tx.alter(tx.service.id, valid_from=None),
    "no_login": lambda tx: tx.alter(tx.service.id, trust_level=""),
    "only_german": lambda tx: tx.alter(tx.service.id, languages=("de",)),
    "result_untold": lambda tx: tx.alter(_end(tx), result="none"),
    "no_example": lambda tx: tx.remove("case"),
    "example_differs": lambda tx: tx.alter("case", expected_fee=Decimal(7)),
    "example_stuck": _case_waits,
}

UNGUARDED: dict[str, Spoil] = {
    "timer_without_deadline": lambda tx: insert_on_flow(tx, "timer", _last(tx), name="Warten"),
    "lone_condition": lambda tx: tx.alter(_last(tx), condition=_chosen(tx)),
    "missing_reference": lambda tx: tx.alter(_field(tx, "Farbe"), visible=Present(field="gone")),
    "way_wrong_end": lambda tx: tx.add(Flow(id="w", source=_end(tx), target=step_of(tx))),
    "way_to_itself": lambda tx: tx.add(Flow(id="w", source=page_of(tx), target=page_of(tx))),
    "equal_ways": lambda tx: tx.add(Flow(id="w", source=page_of(tx), target=step_of(tx))),
}


def _cited(tx: Transaction, kind: str) -> str:
    return next(c.id for c in tx.of(Citation) if tx[c.parent].kind == kind)
