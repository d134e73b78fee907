"""What becomes of the example citizens of a service?"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say, tr
from model.play import (
    PLAIN,
    Burden,
    Played,
    burden_of,
    burden_told,
    covering,
    play,
    span,
    span_told,
    told,
    untouched,
)
from model.records import Deadline, Decision, End, ExampleCase, Norm, Parallel
from model.records.names import title
from studio.commandline.files import read_service

if TYPE_CHECKING:
    from collections.abc import Sequence

    from model.play import Difference, Span


def run(values: dict[str, str]) -> int:
    """Play one case or all; exit code 1 when one of them differs or does not run."""
    view = Snapshot.of_records(read_service(values["FILE"]).records)
    if "generate" in values:
        view = _with_more(view, Path(values["FILE"]), silent="json" in values)
    cases = _asked_for(view, values)
    played = [play(view, case) for case in cases]
    if "json" in values:
        print(json.dumps(as_data(view, cases, played), ensure_ascii=False, indent=2))
    else:
        _print(view, played, whole="case" not in values)
    return 0 if all(one.verdict == "agrees" for one in played) else 1


def _asked_for(view: Snapshot, values: dict[str, str]) -> list[ExampleCase]:
    cases = view.of(ExampleCase)
    if "case" not in values:
        if "all" not in values and "generate" not in values:
            raise FachwerkError(say("cli.play.which"), todo=say("cli.play.which.todo"))
        if not cases:
            where = values["FILE"]
            raise FachwerkError(say("cli.play.none"), where=where, todo=say("cli.play.none.todo"))
        return cases
    name = values["case"]
    found = [case for case in cases if name in (case.name, case.id)]
    if not found:
        names = ", ".join(f"„{case.name}“" for case in cases) or "–"
        todo = say("cli.play.no_case.todo", names=names)
        raise FachwerkError(say("cli.play.no_case", name=name), todo=todo)
    return found


def _with_more(view: Snapshot, file: Path, *, silent: bool) -> Snapshot:
    """Write cases for what no case reaches yet into the file."""
    from model.storage.write import to_bytes
    from studio.jobs.writing import write_file

    known = view.of(ExampleCase)
    made = covering(view, _day(view), beside=known)
    grown = Snapshot.of_records([*view, *made])
    if made:
        write_file(file, to_bytes(grown))
    if not silent:
        print(tr("cli.play.generated", n=len(made)))
    return grown


def _day(view: Snapshot) -> date:
    """The day of application of the first case; else the first on which all norms are in force.

    No clock is asked, so that the same file gives the same cases.
    """
    for case in view.of(ExampleCase):
        if case.applied is not None:
            return case.applied
    begun = [norm.valid_from for norm in view.of(Norm) if norm.valid_from is not None]
    return max(begun, default=date(2026, 1, 1))


def _print(view: Snapshot, played: Sequence[Played], *, whole: bool) -> None:
    for one in played:
        print(tr(f"cli.play.{one.verdict}", name=one.name))
        told_of = [remark.what for remark in (*one.incidents, *one.notes)]
        for sentence in told_of + [difference.what for difference in one.differences]:
            print(f"  {sentence}")
        if not whole:
            print(f"  {tr('cli.play.burden', burden=burden_told(burden_of(view, one)))}")
        for happening in () if whole else one.trace:
            record = view.get(happening.node)
            if record is None or title(record) or not isinstance(record, Decision | Parallel):
                print(f"  {happening.moment:%d.%m.%Y} {told(view, happening)}")
    agree = sum(one.verdict == "agrees" for one in played)
    print(tr("cli.play.total", agree=agree, all=len(played)))
    if whole:
        _print_burden(view, played)
        left = untouched(view, [one.trace for one in played]).nodes
        names = [title(view[node]) for node in left if title(view[node])]
        if names:
            print(tr("cli.play.untouched", names=", ".join(names)))


def _print_burden(view: Snapshot, played: Sequence[Played]) -> None:
    """What whoever applies has to do, over all cases that come to an end."""
    found = span(burden_of(view, one) for one in played if one.verdict != "stuck")
    for sentence in span_told(found) if found is not None else ():
        print(str(sentence))


def as_data(
    view: Snapshot, cases: Sequence[ExampleCase], played: Sequence[Played]
) -> dict[str, Any]:
    """All cases for programs."""
    left = untouched(view, [one.trace for one in played])
    found = span(burden_of(view, one) for one in played if one.verdict != "stuck")
    return {
        "burden": _span(found),
        "land": PLAIN.land,
        "cases": [_one(view, *pair) for pair in zip(cases, played, strict=True)],
        "untouched": {"nodes": list(left.nodes), "flows": list(left.flows)},
    }


def _one(view: Snapshot, case: ExampleCase, got: Played) -> dict[str, Any]:
    return {
        "id": case.id,
        "name": case.name,
        "applied": _text(case.applied),
        "verdict": got.verdict,
        "expected": {
            "end": case.expected_end or None,
            "end_name": _name(view, case.expected_end),
            "fee": _text(case.expected_fee),
            "deadline": _text(case.expected_deadline),
            "documents": list(case.documents),
        },
        "got": {
            "end": got.end or None,
            "end_name": _name(view, got.end),
            "fee": _text(got.fee),
            "deadline": _text(got.deadline),
            "documents": list(got.documents),
            "deadlines": [_deadline(view, *one) for one in got.deadlines],
        },
        "differences": [_difference(one) for one in got.differences],
        "incidents": [{"kind": i.kind, "at": i.at, "what": str(i.what)} for i in got.incidents],
        "notes": [{"kind": i.kind, "at": i.at, "what": str(i.what)} for i in got.notes],
        "burden": burden_of(view, got)._asdict(),
        "trace": [_happening(view, happening) for happening in got.trace],
    }


def _happening(view: Snapshot, one: Any) -> dict[str, Any]:
    record = view.get(one.node)
    return {
        "number": one.number,
        "kind": one.kind,
        "node": one.node,
        "name": title(record) if record is not None else "",
        "moment": one.moment.isoformat(timespec="minutes"),
        "caused_by": list(one.causes),
        "ways": list(one.ways),
    }


def _span(found: Span | None) -> dict[str, Any] | None:
    """The least, the most and the usual; None where no case came to an end."""
    if found is None:
        return None
    numbers: dict[str, Burden] = {
        "least": found.least,
        "most": found.most,
        "typical": found.typical,
    }
    return {"cases": found.cases, **{name: one._asdict() for name, one in numbers.items()}}


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "at": one.at or None,
        "expected": _text(one.expected),
        "got": _text(one.got),
        "what": str(one.what),
    }


def _deadline(view: Snapshot, record: str, day: date) -> dict[str, str]:
    return {"id": record, "name": title(view.the(record, Deadline)), "day": day.isoformat()}


def _name(view: Snapshot, end: str) -> str | None:
    record = view.get(end, End)
    return title(record) if record is not None else None


def _text(value: Any) -> str | None:
    return None if value in (None, "") else str(value)
