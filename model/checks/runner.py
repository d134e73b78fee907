"""How are all checks run, at once or only where something changed?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from model.checks.catalogue import CHECKS
from model.checks.finding import Check, Finding, Found
from model.document import ChangeSet, Snapshot
from model.language import say
from model.records import Record, Service

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
    if any(isinstance(change.record, Service) for change in changeset):
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


def _near(view: Snapshot, changeset: ChangeSet) -> dict[str, None]:
    """Ids touched, ids they name (before and after), and ids that name them."""
    near: dict[str, None] = dict.fromkeys(change.id for change in changeset)
    for change in changeset:
        for record in (change.before, change.after):
            if record is not None:
                near.update(dict.fromkeys(record.references()))
        near.update(dict.fromkeys(record.id for record in view.referring(change.id)))
    for record_id in list(near):
        # A use of a group counts for the fields in it, however deep.
        near.update(dict.fromkeys(_inside(view, record_id)))
    return near


def _inside(view: Snapshot, group: str) -> Iterator[str]:
    record = view.get(group)
    pending = [group] if record is not None and record.kind == "group" else []
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
