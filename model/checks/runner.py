"""How are all checks run, at once or only where something changed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.checks.catalogue import CHECKS
from model.checks.finding import Check, Finding, Found
from model.document import Change, ChangeSet, Snapshot
from model.language import say
from model.records import (
    Citation,
    CodeList,
    Field,
    FieldGroup,
    Flow,
    ForeignFile,
    Node,
    Record,
    Role,
    Service,
)
from model.records.base import Child

_RANK = {"error": 0, "warning": 1, "hint": 2}


def check(view: Snapshot, checks: tuple[Check, ...] = CHECKS) -> list[Finding]:
    """Every finding of a service, errors first, each check in the order of the catalogue."""
    findings: list[Finding] = []
    for rule in checks:
        if rule.whole is not None:
            findings += _safely(rule, view, None)
        else:
            for kind in rule.kinds:
                for record in view.of(kind):
                    findings += _safely(rule, view, record)
    return _sorted(findings)


def recheck(
    view: Snapshot,
    changeset: ChangeSet,
    findings: Iterable[Finding],
    checks: tuple[Check, ...] = CHECKS,
) -> list[Finding]:
    """The findings after a change, made from those before it.

    Only what it touched is looked at again.

    The result equals ``check(view)``; a property test holds it to that.
    """
    if any(_concerns_all(change) for change in changeset):
        return check(view, checks)
    near = _near(view, changeset)
    changed = {type(r) for c in changeset for r in (c.before, c.after) if r is not None}
    whole = {r.key for r in checks if r.whole is not None and _heeds(r, changed)}
    local = {r.key for r in checks if r.whole is None}
    kept = [
        f
        for f in findings
        if f.check not in whole and not (f.check in local and (f.at in near or f.at not in view))
    ]
    for rule in checks:
        if rule.key in whole:
            kept += _safely(rule, view, None)
        elif rule.key in local:
            for record_id in near:
                record = view.get(record_id)
                if record is not None and isinstance(record, rule.kinds) and not record.of:
                    kept += _safely(rule, view, record)
    return _sorted(kept)


def _concerns_all(change: Change) -> bool:
    """The service, a foreign file, and whether there are lanes weigh with every finding."""
    comes_or_goes = change.before is None or change.after is None
    return isinstance(change.record, Service | ForeignFile) or (
        isinstance(change.record, Role) and comes_or_goes
    )


def _near(view: Snapshot, changeset: ChangeSet) -> dict[str, None]:
    """Ids touched, ids they name (before and after), ids that name them, and whom these concern."""
    near: dict[str, None] = dict.fromkeys(change.id for change in changeset)
    for change in changeset:
        for record in (change.before, change.after):
            if record is not None:
                near.update(dict.fromkeys(record.references()))
        near.update(dict.fromkeys(record.id for record in view.referring(change.id)))
    for change in changeset:
        near.update(dict.fromkeys(_beside(view, change)))
    for record_id in list(near):
        near.update(dict.fromkeys(_concerned(view, record_id)))
    return near


def _beside(view: Snapshot, change: Change) -> Iterator[str]:
    """The rows beside one that comes, goes or is cited: a repair may take over their norm."""
    ends = [record for record in (change.before, change.after) if isinstance(record, Child)]
    if len({end.parent for end in ends}) == len(ends):
        for end in ends:
            row = view.get(end.parent) if isinstance(end, Citation) else end
            if isinstance(row, Field | FieldGroup):
                yield from (other.id for other in view.rows(row.parent))


def _concerned(view: Snapshot, record_id: str) -> Iterator[str]:
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


def _inside(view: Snapshot, group: str) -> Iterator[str]:
    pending = [group]
    while pending:
        for row in view.rows(pending.pop()):
            yield row.id
            if row.kind == "group":
                pending.append(row.id)


def _heeds(rule: Check, changed: set[type[Record]]) -> bool:
    return any(issubclass(kind, rule.kinds) for kind in changed)


def _safely(rule: Check, view: Snapshot, record: Record | None) -> list[Finding]:
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
        what = say("check.failed", check=rule.key, error=type(error).__name__)
        return [
            Finding(
                rule.key,
                at,
                what,
                say("check.failed.why"),
                "warning",
                (),
                say("check.failed.why_not"),
            )
        ]


def _sorted(findings: list[Finding]) -> list[Finding]:
    place = {rule.key: number for number, rule in enumerate(CHECKS)}
    return sorted(findings, key=lambda f: (_RANK[f.severity], place.get(f.check, 99), f.at))
