"""Which invented citizens together go every way?

All combinations of what makes a difference are tried, or where these are too many each pair of
them; then one thing at a time is changed in the cases that already reach far. Kept is who adds a
way, an end or a line of a fee. Each expects what comes out today: a person looks at it once, and
hears of it when it changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from model.document.queries import Queries
from model.expressions import evaluate
from model.expressions.evaluate import code_of, reckoned
from model.expressions.tariff import Reckoned
from model.language import tr
from model.play.answers import list_of, read
from model.play.clock import PLAIN, World
from model.play.factors import Factor, factors
from model.play.pairs import Row, rows
from model.play.playing import Played, play
from model.play.state import Happening
from model.records import (
    ExampleAnswer,
    ExampleCase,
    ExampleTurn,
    Fee,
    Field,
    FieldGroup,
    Step,
    TariffRow,
)
from model.records.names import title

MOST_COMBINATIONS = 48
MOST_PLAYS = 400
MOST_WORDS = 3
MOST_ROUNDS = 4
"""An answer may bring further questions to light; so often they are answered, too."""
SAMPLES = {
    "email": "erika.muster@example.org",
    "phone": "0251 123456",
    "iban": "DE02120300000000202051",
    "postcode": "12345",
    "plate": "MS-AB 123",
    "date": "1990-05-17",
    "datetime": "1990-05-17",
    "time": "10:00",
    "bool": "true",
    "file": "datei.pdf",
}
"""What is typed where nothing depends on it, by everyday shape or type."""


def covering(
    view: Queries, when: date, *, world: World = PLAIN, beside: Iterable[ExampleCase] = ()
) -> tuple[ExampleCase, ...]:
    """Cases that go the ways which the cases ``beside`` do not. Their ids are free in ``view``."""
    search = _Search(view, when, world)
    for case in beside:
        search.gains(play(view, case, world=world))
    for row in search.rows():
        search.try_out(row)
    search.look_around()
    return search.named()


@dataclass
class _Kept:
    row: Row
    case: ExampleCase


class _Search:
    def __init__(self, view: Queries, when: date, world: World) -> None:
        self.view, self.when, self.world = view, when, world
        self.factors = factors(view, when)
        self.base = _base(view)
        self.kept: list[_Kept] = []
        self.reached: set[str] = set()
        self.tried: set[Row] = set()

    def rows(self) -> list[Row]:
        found = rows([len(factor.values) for factor in self.factors], MOST_COMBINATIONS)
        return found or [()]

    def try_out(self, row: Row) -> None:
        """Keep the case of a row if it goes where nobody was, and comes to an end."""
        if row in self.tried or len(self.tried) >= MOST_PLAYS:
            return
        self.tried.add(row)
        case = self._case(row)
        played = play(self.view, case, world=self.world)
        if played.verdict == "stuck":
            case, played = self._led_out(row, case, played)
        case, played = self._completed(case, played)
        if played.verdict != "stuck" and self.gains(played):
            due = played.fee
            kept = case.replaced(expected_end=played.end, expected_fee=due)
            self.kept.append(_Kept(row, kept))

    def gains(self, played: Played) -> bool:
        """Does it reach anything new? Then it is reached."""
        new = {*_touched(played.trace), *self._rates(played)} - self.reached
        self.reached |= new
        return bool(new)

    def look_around(self) -> None:
        """Change one thing at a time in what was kept, also in what is kept meanwhile."""
        number = 0
        while number < len(self.kept):
            row = self.kept[number].row
            for place, factor in enumerate(self.factors):
                for value in range(len(factor.values)):
                    self.try_out((*row[:place], value, *row[place + 1 :]))
            number += 1

    def _rates(self, played: Played) -> set[str]:
        """The lines of the paid fees that count, and how each of them comes to its sum."""
        day = played.state.begun.date()
        known = read(self.view, played.state.answers, day)
        found: set[str] = set()
        for one in played.trace:
            step = self.view.get(one.node, Step)
            fee = self.view.get(step.fee, Fee) if step and step.fee else None
            if fee is None:
                continue
            for row in self.view.children(fee.id, TariffRow):
                if row.when is None or evaluate(self.view, row.when, known):
                    found.add(row.id)
            found.update(
                f"{fee.id} {kind}" for kind in _kinds(reckoned(self.view, fee, known, day))
            )
        return found

    # ------------------------------------------------------------------------------ one case

    def _case(self, row: Row) -> ExampleCase:
        answers = dict(self.base)
        turns: list[ExampleTurn] = []
        for factor, number in zip(self.factors, row, strict=True):
            value = factor.values[number]
            if factor.kind == "count":
                _repeat(self.view, answers, factor.at, value)
        for factor, number in zip(self.factors, row, strict=True):
            value = factor.values[number]
            if factor.kind == "answer":
                _answer(self.view, answers, factor.at, value)
            elif factor.kind == "way" or (factor.kind == "event" and value):
                kind: Any = factor.kind
                turns.append(ExampleTurn(at=factor.at, visit=1, happens=kind, event=value))
        given = tuple(
            ExampleAnswer(field=field, value=value, repetition=repetition)
            for (field, repetition), value in answers.items()
            if value != ""
        )
        return ExampleCase(id="case", applied=self.when, answers=given, turns=tuple(turns))

    def _led_out(self, row: Row, case: ExampleCase, played: Played) -> tuple[ExampleCase, Played]:
        """A case that goes round in a circle: another answer the second time leads out of it."""
        for factor, number in zip(self.factors, row, strict=True):
            field = self.view.get(factor.at, Field)
            card = self.view.card_of(factor.at)
            if factor.kind != "answer" or field is None or card is None:
                continue
            visits = sum(one.node == card.id for one in played.trace)
            if visits < 2 or list_of(self.view, field):
                continue
            first = ExampleAnswer(field=field.id, value=str(factor.values[number]))
            turn = ExampleTurn(at=card.id, visit=1, answers=(first,))
            for value in factor.values:
                other = {(a.field, a.repetition): a for a in case.answers}
                other[field.id, 0] = ExampleAnswer(field=field.id, value=str(value))
                answers = tuple(other.values())
                changed = case.replaced(answers=answers, turns=(*case.turns, turn))
                again = play(self.view, changed, world=self.world)
                if again.verdict != "stuck":
                    return changed, again
        return case, played

    def _completed(self, case: ExampleCase, played: Played) -> tuple[ExampleCase, Played]:
        """With something plausible wherever the pages on its way want an answer and have none."""
        for _ in range(MOST_ROUNDS):
            lacking = [one for one in played.differences if one.kind == "answer"]
            given = {(a.field, a.repetition): a for a in case.answers}
            for one in lacking:
                for field in _wanted(self.view, one.at):
                    place, value = (field.id, max(one.entry, 0)), _sample(self.view, field)
                    if value:
                        given[place] = ExampleAnswer(
                            field=place[0], value=value, repetition=place[1]
                        )
            if tuple(given.values()) == case.answers:
                break
            case = case.replaced(answers=tuple(given.values()))
            played = play(self.view, case, world=self.world)
        return case, played

    # --------------------------------------------------------------------------------- names

    def named(self) -> tuple[ExampleCase, ...]:
        """The kept cases with a name in words and an id of their own."""
        found: list[ExampleCase] = []
        names = {case.name for case in self.view.of(ExampleCase)}
        number = 0
        for kept in self.kept:
            name = self._name(kept.row)
            count = 2
            plain = name
            while name in names:
                name = tr("play.case.numbered", name=plain, number=count)
                count += 1
            names.add(name)
            number += 1
            while f"example_{number}" in self.view:
                number += 1
            found.append(kept.case.replaced(id=f"example_{number}", name=name))
        return tuple(found)

    def _name(self, row: Row) -> str:
        """What is special about it, compared with the first case."""
        first = self.kept[0].row
        told = [
            self._words(factor, factor.values[number])
            for factor, number, usual in zip(self.factors, row, first, strict=True)
            if number != usual
        ]
        return ", ".join(told[:MOST_WORDS]) or tr("play.case.plain")

    def _words(self, factor: Factor, value: Any) -> str:
        record = self.view[factor.at]
        if factor.kind in ("answer", "count"):
            labels = {code_of(option): option.label for option in self.view.options(factor.at)}
            said = labels.get(str(value), str(value)) or tr("play.unanswered")
            return tr("play.case", question=title(record), answer=said)
        other = self.view.get(value)
        event = (title(other) if other is not None else "") or tr("play.on")
        return tr("play.case.way", name=title(record) or tr(f"kind.{record.kind}"), event=event)


def _touched(trace: Iterable[Happening]) -> set[str]:
    return {way for one in trace for way in one.ways} | {one.node for one in trace}


def _kinds(sum_of: Reckoned) -> Iterator[str]:
    """The kinds of lines in a sum; none, one and several units are three kinds."""
    for line in (*sum_of.lines, *sum_of.missing):
        number = line.values.get("n", line.values.get("number", line.values.get("months")))
        if line.word == "entry":
            continue
        if line.word == "months":
            yield "months.all" if number == 12 else "months.some"
        elif isinstance(number, int | Decimal):
            yield f"{line.word}.{min(max(ceil(number), 0), 2)}"
        else:
            yield line.word


# --------------------------------------------------------------------------------- the answers


Given = dict[tuple[str, int], str]


def _base(view: Queries) -> Given:
    """The answers of the first case there is; else something plausible wherever one must answer."""
    for case in view.ordered(ExampleCase):
        return {(a.field, a.repetition): a.value for a in case.answers}
    found: Given = {}
    for field in view.ordered(Field):
        if field.required and field.value is None and field.field_kind in ("input", "select"):
            found[field.id, 0] = _sample(view, field)
    return found


def _wanted(view: Queries, asked: str) -> list[Field]:
    """The question itself; what must be answered in a list without entries; of a choice between
    parts the first.
    """
    record = view.get(asked)
    if isinstance(record, Field):
        return [record]
    inside = [row for row in view.rows(asked) if isinstance(row, Field) and row.value is None]
    needed = [field for field in inside if field.required] or inside
    return needed[:1] if getattr(record, "either", False) else needed


def _sample(view: Queries, field: Field) -> str:
    if field.field_kind == "select":
        return next((code_of(option) for option in view.options(field.id)), "")
    if field.data_type in ("num", "num_int", "num_currency"):
        return str(field.min_value if field.min_value is not None else 1)
    return SAMPLES.get(field.layout) or SAMPLES.get(field.data_type) or "Muster"


def _answer(view: Queries, answers: Given, field_id: str, value: str) -> None:
    """In each entry, where the question stands in a list."""
    field = view.the(field_id, Field)
    group = list_of(view, field)
    times = _entries(view, answers, group) if group else 1
    for repetition in range(max(times, 1)):
        answers[field_id, repetition] = value


def _entries(view: Queries, answers: Given, group: str) -> int:
    inside = [
        repetition
        for (one, repetition) in answers
        if (field := view.get(one, Field)) is not None and list_of(view, field) == group
    ]
    return max(inside, default=-1) + 1


def _repeat(view: Queries, answers: Given, group: str, times: int) -> None:
    """So many entries, like the first one."""
    if view.get(group, FieldGroup) is None:
        return
    for (one, repetition), value in list(answers.items()):
        field = view.get(one, Field)
        if field is None or list_of(view, field) != group:
            continue
        if repetition >= times:
            del answers[one, repetition]
        elif repetition == 0:
            for further in range(1, times):
                answers.setdefault((one, further), value)
