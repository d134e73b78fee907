"""How are all checks run, at once or only where something changed?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from model.checks.catalogue import CHECKS
from model.checks.finding import Check, Finding, Found
from model.checks.reading import Reading
from model.document import Change, ChangeSet, Snapshot
from model.language import say
from model.records import (
    Citation,
    CodeList,
    Deadline,
    Field,
    FieldGroup,
    Flow,
    ForeignFile,
    Node,
    Norm,
    Placement,
    Record,
    Role,
    Service,
    Step,
)
from model.records.base import Child

_RANK = {"error": 0, "warning": 1, "hint": 2}


GoOn = Callable[[], bool]
"""Asked before each check: is somebody still waiting? Otherwise the round ends with what it has."""


def _always() -> bool:
    return True


def check(
    view: Snapshot, checks: tuple[Check, ...] = CHECKS, *, go_on: GoOn = _always
) -> list[Finding]:
    """Every finding of a service, errors first, each check in the order of the catalogue."""
    reading = Reading(view)
    reading.gather()
    findings: list[Finding] = []
    for rule in checks:
        if not go_on():
            break
        findings += _safely(rule, reading, None) if rule.whole else _each(rule, reading)
    return _sorted(findings)


def recheck(
    view: Snapshot,
    changeset: ChangeSet,
    findings: Iterable[Finding],
    checks: tuple[Check, ...] = CHECKS,
    *,
    go_on: GoOn = _always,
) -> list[Finding]:
    """The findings after a change, made from those before it.

    Only what it touched is looked at again.

    The result equals ``check(view)``; a property test holds it to that.
    """
    reading, findings = Reading(view), list(findings)
    changes = [change for change in changeset if not isinstance(change.record, Placement)]
    if _concerns_all(reading, changes):
        return check(view, checks, go_on=go_on)
    near = _near(reading, changes)
    told = {finding.check for finding in findings}
    touched = [(change, _changed(change)) for change in changes]
    whole = {r.key for r in checks if r.whole is not None and _must_run(r, touched, told)}
    local = {r.key for r in checks if r.whole is None}
    kept = [
        f
        for f in findings
        if f.check not in whole and not (f.check in local and (f.at in near or f.at not in view))
    ]
    records = [record for i in near if (record := view.get(i)) is not None and not record.of]
    for rule in checks:
        if rule.key in local:
            for record in records:
                if isinstance(record, rule.kinds):
                    kept += _safely(rule, reading, record)
    for rule in checks:
        if rule.key in whole and go_on():
            kept += _safely(rule, reading, None)
    return _sorted(kept)


def _ends(change: Change) -> list[Record]:
    """The record before and after, where there is one; its kind may have changed, too."""
    return [record for record in (change.before, change.after) if record is not None]


def _changed(change: Change) -> frozenset[str] | None:
    """The names of the fields that changed; None when the record came or went."""
    before, after = change.before, change.after
    if before is None or after is None or type(before) is not type(after):
        return None
    names = type(after).model_fields
    return frozenset(name for name in names if getattr(before, name) != getattr(after, name))


def _must_run(
    rule: Check, touched: list[tuple[Change, frozenset[str] | None]], told: set[str]
) -> bool:
    """A check of the whole runs when what it heeds changed, or when it names what was touched."""
    for change, fields in touched:
        ends = _ends(change)
        if not any(isinstance(end, rule.kinds) for end in ends):
            continue
        if rule.key in told:
            return True
        if fields is not None and rule.heeds and not fields & rule.heeds:
            continue
        if rule.stirred_by is None or any(rule.stirred_by(end) for end in ends):
            return True
    return False


def _concerns_all(view: Reading, changes: list[Change]) -> bool:
    """The service, a foreign file, whether there are lanes, the first or last norm, and the first
    or last step that reads weigh with every finding.
    """
    norms = readers = 0
    for change in changes:
        ends, fields = _ends(change), _changed(change)
        if any(isinstance(end, Service | ForeignFile) for end in ends):
            return True
        if fields is None and isinstance(change.record, Role):
            return True
        norms += fields is None and isinstance(change.record, Norm)
        steps = any(isinstance(end, Step) for end in ends)
        readers += steps and (fields is None or "form" in fields)
    # As many as changed are there now, or none: then there may have been none before.
    if norms and len(view.of(Norm)) <= norms:
        return True
    return readers > 0 and sum(step.form != "page" for step in view.of(Step)) <= readers


def _near(view: Reading, changes: list[Change]) -> dict[str, None]:
    """Ids touched, ids they name (before and after), ids that name them, and whom these concern."""
    near: dict[str, None] = dict.fromkeys(change.id for change in changes)
    for change in changes:
        for record in (change.before, change.after):
            if record is not None:
                near.update(dict.fromkeys(record.references()))
        near.update(dict.fromkeys(record.id for record in view.referring(change.id)))
    for change in changes:
        near.update(dict.fromkeys(_beside(view, change)))
        near.update(dict.fromkeys(_above(view, change)))
    for record_id in list(near):
        near.update(dict.fromkeys(_concerned(view, record_id)))
    return near


def _beside(view: Reading, change: Change) -> Iterator[str]:
    """The rows beside one that comes, goes or is cited: a repair may take over their norm."""
    ends = [record for record in (change.before, change.after) if isinstance(record, Child)]
    if len({end.parent for end in ends}) == len(ends):
        for end in ends:
            row = view.get(end.parent) if isinstance(end, Citation) else end
            if isinstance(row, Field | FieldGroup):
                yield from (other.id for other in view.rows(row.parent))


def _above(view: Reading, change: Change) -> Iterator[str]:
    """What a row stands in, up to its card, before and after: it counts what is in it."""
    for record in _ends(change):
        holder: Record | None = record if isinstance(record, Field | FieldGroup) else None
        for _ in range(300):
            holder = view.get(getattr(holder, "parent", ""), Child) if holder else None
            if holder is None or isinstance(holder, Node):
                break
            yield holder.id
        if holder is not None:
            yield holder.id


def _concerned(view: Reading, record_id: str) -> Iterator[str]:
    """What must be looked at together with a record.

    A use of a group counts for the fields in it, however deep; the answers of a list for all who
    ask by it; the ways that leave a step are judged together, and found fault with one by one.
    """
    record = view.get(record_id)
    if isinstance(record, FieldGroup):
        yield from _inside(view, record_id)
    elif isinstance(record, CodeList):
        yield from (field.id for field in view.referring(record_id, Field))
    elif isinstance(record, Node | Flow):
        source = record.source if isinstance(record, Flow) else record_id
        yield source
        yield from (flow.id for flow in view.outgoing(source))
    if isinstance(record, Node | Service):
        yield from (deadline.id for deadline in view.children(record_id, Deadline))


def _inside(view: Reading, group: str) -> Iterator[str]:
    pending = [group]
    while pending:
        for row in view.rows(pending.pop()):
            yield row.id
            if row.kind == "group":
                pending.append(row.id)


def _each(rule: Check, view: Reading) -> list[Finding]:
    """All findings of a check that looks at single records: quickly, or singly when it fails."""
    assert rule.record is not None
    records = [record for kind in rule.kinds for record in view.of(kind)]
    try:
        return [rule.finding(f) for record in records for f in rule.record(view, record)]
    except Exception:  # which of them it was is found by asking one after the other
        return [finding for record in records for finding in _safely(rule, view, record)]


def _safely(rule: Check, view: Reading, record: Record | None) -> list[Finding]:
    """A check that fails is reported as a finding instead of stopping the others."""
    try:
        found: Iterable[Found] = ()
        if rule.whole is not None:
            found = rule.whole(view)
        elif rule.record is not None:
            found = rule.record(view, record)
        return [rule.finding(f) for f in found]
    except Exception as error:
        at = record.id if record is not None else view.service.id
        what = say("check.failed", check=rule.title, error=type(error).__name__)
        why, why_not = say("check.failed.why"), say("check.failed.why_not")
        return [Finding(rule.key, at, what, why, "warning", (), why_not)]


_PLACE = {rule.key: number for number, rule in enumerate(CHECKS)}


def _sorted(findings: list[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda f: (_RANK[f.severity], _PLACE.get(f.check, 999), f.at))
