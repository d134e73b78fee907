"""What does it cost, after which table, and since when?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.dossier.amounts import bare, money
from exporters.dossier.blocks import Block, Cell, Facts, Heading, Table, cell, line
from exporters.dossier.drawing import Drawing
from exporters.dossier.voice import Voice, dash
from model.language import tr
from model.records import Fee, Step, TariffRow


def blocks(voice: Voice, _drawing: Drawing | None) -> Iterator[Block]:
    """Each fee with its facts, its table and its other wordings."""
    for fee in voice.source.ordered(Fee):
        yield Heading(2, (voice.name(fee),))
        yield Facts(tuple((tr(key), said) for key, said in _facts(voice, fee) if said))
        yield from _table(voice, fee)
        states = [s for s in voice.source.states(fee.id) if isinstance(s, Fee)]
        if states:
            yield _states(voice, states)


def _facts(voice: Voice, fee: Fee) -> Iterator[tuple[str, Cell]]:
    yield "dossier.fee.amount", cell(amount_of(fee))
    yield "dossier.fee.valid", cell(voice.validity(fee))
    if fee.form != "frame":
        low, high = fee.minimum, fee.maximum
        yield "dossier.fee.lowest", cell(money(low, fee.currency)) if low is not None else ()
        yield "dossier.fee.highest", cell(money(high, fee.currency)) if high is not None else ()
    if fee.each in voice.source:
        yield "dossier.fee.each", cell(voice.named(fee.each))
    yield "dossier.fee.times", cell(voice.condition(fee.times))
    yield "dossier.fee.months", cell(voice.condition(fee.months))
    if fee.round_to is not None:
        how = tr(f"reckoning.fee.rounding.{fee.rounding}")
        step = money(fee.round_to, fee.currency)
        yield "dossier.fee.rounding", cell(tr("dossier.fee.rounded", step=step, how=how))
    if fee.policy:
        yield "inspector.fee.policy", cell(tr(f"inspector.fee.policy.{fee.policy}"))
    steps = [s for s in voice.source.referring(fee.id, Step) if s.fee == fee.id]
    yield "dossier.fee.paid", cell(voice.listed(voice.named(step.id) for step in steps))
    yield "dossier.column.norms", voice.norms(fee.id)


def amount_of(fee: Fee) -> str:
    """How much, with the unit it is for."""
    if fee.form == "fixed" and fee.amount is not None:
        said = money(fee.amount, fee.currency)
    elif fee.form == "frame" and fee.minimum is not None and fee.maximum is not None:
        low, high = money(fee.minimum, fee.currency), money(fee.maximum, fee.currency)
        said = tr("dossier.between", low=low, high=high)
    elif fee.form == "table":
        said = tr("inspector.fee.form.table")
    else:
        said = tr("reading.free") if fee.form == "free" else ""
    return said + _per(fee) if said and fee.form != "free" else said


def _per(fee: Fee) -> str:
    return tr("reading.per", unit=fee.per) if fee.per else ""


def _table(voice: Voice, fee: Fee) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    for row in voice.source.children(fee.id, TariffRow):
        rows.append(_row(voice, fee, row))
        states = [s for s in voice.source.states(row.id) if isinstance(s, TariffRow)]
        rows += [_row(voice, fee, state) for state in states]
    if rows:
        head = ("tariff", "when", "effect", "amount", "norms")
        titles = tuple(tr(f"dossier.column.{one}") for one in head)
        yield Table(voice.named(fee.id), titles, tuple(rows), (24, 33, 12, 15, 16))


def _row(voice: Voice, fee: Fee, row: TariffRow) -> tuple[Cell, ...]:
    shown = voice.view.the(row.id, TariffRow)
    when = voice.condition(shown.when) or tr("dossier.always")
    valid = voice.validity(row)
    name: Cell = ((voice.name(row),),)
    return (
        (*name, line(valid, quiet=True)) if valid else name,
        cell(when),
        cell(tr(f"inspector.tariff.effect.{row.effect}")),
        dash(_price(voice, fee, row)),
        dash(voice.norms(row.id)),
    )


def _price(voice: Voice, fee: Fee, row: TariffRow) -> Cell:
    if row.effect == "exemption":
        return ()
    if row.percent:
        return cell(tr("dossier.fee.percent", percent=bare(row.amount)))
    amount = money(row.amount, fee.currency)
    if row.times is None:
        return cell(amount)
    return cell(tr("dossier.fee.per_unit", amount=amount, number=voice.condition(row.times)))


def _states(voice: Voice, states: list[Fee]) -> Table:
    rows = tuple(
        (
            cell(voice.validity(state) or tr("dossier.valid.always")),
            dash(_state(voice, state)),
            dash(voice.norms(state.id)),
        )
        for state in states
    )
    head = ("valid", "amount", "norms")
    titles = tuple(tr(f"dossier.column.{one}") for one in head)
    return Table(tr("dossier.fee.states"), titles, rows, (34, 40, 26))


def _state(voice: Voice, state: Fee) -> Cell:
    """How much it was, with the rows of its own table."""
    lines = list(cell(amount_of(state)))
    for row in voice.source.children(state.id, TariffRow):
        name = voice.name(row).words
        price = _price(voice, state, row)
        words = price[0][0].words if price else tr(f"inspector.tariff.effect.{row.effect}")
        lines.append(line(tr("dossier.label.pair", word=name, said=words)))
    return tuple(lines)
