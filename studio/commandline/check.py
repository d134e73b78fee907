"""What is still wrong or missing in a service?"""

from __future__ import annotations

import json
from typing import Any

from model.checks import Finding, check
from model.document import Snapshot
from model.language import tr
from studio.commandline.files import read_service, schemas_of
from studio.commandline.fim import (
    breach_data,
    fim_lines,
    fim_verdicts,
    schema_lines,
    schema_verdicts,
    verdict_data,
)
from studio.wording import place_of


def run(values: dict[str, str]) -> int:
    """Print every finding; exit code 1 only when one of them is an error."""
    opened = read_service(values["FILE"])
    view = Snapshot.of_records(opened.records)
    findings = check(view)
    asked = "fim" in values
    verdicts = fim_verdicts(view, asked=asked)
    judged = schema_verdicts(view, schemas_of(values), asked=asked)
    if "json" in values:
        told = [as_data(view, f) for f in findings] + [verdict_data(v) for v in verdicts]
        told += [breach_data(view, entry) for entry in judged[0]]
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            print(as_line(view, finding))
        print(_total(findings))
        for line in (*fim_lines(verdicts), *schema_lines(view, judged)):
            print(line)
    return 1 if any(f.severity == "error" for f in findings) else 0


def as_line(view: Snapshot, finding: Finding) -> str:
    """One finding: how bad, where, what, what to do."""
    line = tr(
        "cli.finding",
        severity=tr(f"cli.severity.{finding.severity}"),
        place=place_of(view, finding.at),
        what=finding.what,
    )
    todo = " / ".join(str(repair.title) for repair in finding.repairs)
    if not todo and finding.why_not is not None:
        return f"{line} {finding.why_not}"
    return f"{line} {tr('cli.finding.todo', todo=todo)}" if todo else line


def as_data(view: Snapshot, finding: Finding) -> dict[str, Any]:
    """One finding for programs."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "at": finding.at,
        "place": place_of(view, finding.at),
        "what": str(finding.what),
        "why": str(finding.why),
        "repairs": [{"key": r.key, "title": str(r.title)} for r in finding.repairs],
    }


def _total(findings: list[Finding]) -> str:
    count = {s: sum(f.severity == s for f in findings) for s in ("error", "warning", "hint")}
    if not findings:
        return tr("cli.check.clean")
    return tr(
        "cli.check.total",
        errors=tr("cli.check.errors", n=count["error"]),
        warnings=tr("cli.check.warnings", n=count["warning"]),
        hints=tr("cli.check.hints", n=count["hint"]),
    )
