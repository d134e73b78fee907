"""Does every official rule find what it forbids, and nothing else?"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.quality import CHECKS, quality
from exporters.quality.report import CODE
from exporters.report import Entry
from exporters.xdatenfelder import writer_v2, writer_v3
from model.document import Snapshot
from model.language import use
from model.storage.read import from_bytes
from resources import open_resource, texts
from tests.exporters.quality.examples import EXAMPLES, GOOD, KNOWN
from tests.exporters.xdatenfelder.files import group_v3, schema_v2

SAMPLES = ("bewohnerparkausweis", "hundesteuer", "liegenschaftskarte")
ONLINE = {"1115", "1121", "1122", "1123", "1125", "1126"}


def broken(message: bytes) -> set[str]:
    return {v.number for v in quality(message, KNOWN) if not v.open}


def official(shared: Path) -> dict[str, tuple[str, str]]:
    table = (shared / "fim" / "rules" / "xdfm_1.8.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    return {code: (severity, text) for code, severity, text in rows if severity != "Deaktiviert"}


@pytest.mark.parametrize("number", EXAMPLES)
def test_a_rule_finds_the_wrong_example_and_passes_the_right_one(number: str) -> None:
    wrong, right = EXAMPLES[number]

    assert number in broken(wrong)
    assert number not in broken(right)


def test_the_right_schema_has_no_fault_at_all() -> None:
    assert broken(GOOD) == set()


def test_every_rule_has_an_example_or_needs_the_network() -> None:
    assert set(CHECKS) == set(EXAMPLES) | ONLINE
    assert {number for number, check in CHECKS.items() if check.broken is None} == ONLINE


def test_a_rule_that_needs_the_network_says_so() -> None:
    use("de", texts("de"))

    said = {v.number: str(v.what) for v in quality(GOOD) if v.open}

    assert set(said) == ONLINE
    assert all(text.startswith("nicht offline prüfbar: ") for text in said.values())


def test_number_severity_and_text_are_the_official_ones(shared: Path) -> None:
    use("de", texts("de"))

    ours = {n: (check.severity, str(check.text)) for n, check in CHECKS.items()}

    assert ours == official(shared)


@pytest.mark.parametrize("write", [writer_v2.write, writer_v3.write])
@pytest.mark.parametrize("sample", SAMPLES)
def test_own_exports_have_no_critical_and_no_methodical_fault(sample: str, write: object) -> None:
    view = Snapshot.of_records(from_bytes(open_resource(f"samples/{sample}.fachwerk")).records)

    artifacts, _ = write(view)  # type: ignore[operator]

    found = quality(artifacts[0].content)
    faults = [v for v in found if v.severity in ("FehlerKritisch", "FehlerMethodisch")]
    assert [v for v in faults if not v.open] == []
    assert found


def test_a_service_is_judged_as_what_it_becomes() -> None:
    view = Snapshot.of_records(from_bytes(open_resource("samples/hundesteuer.fachwerk")).records)

    of_service = {(v.number, v.at) for v in quality(view)}
    of_export = {(v.number, v.at) for v in quality(writer_v3.write(view)[0][0].content)}

    assert of_service == of_export


def test_the_report_of_an_export_tells_the_rules_with_the_record() -> None:
    from exporters.causes import singles
    from exporters.xdatenfelder.reader import read_xdatenfelder

    view = Snapshot.of_records(read_xdatenfelder(group_v3(), "x.xml").records)

    _, report = writer_v3.write(view)

    entries: list[Entry] = singles(report)
    assert ("1010", "field_F05123000002") in {(e.code, e.record) for e in entries}
    assert CODE in {entry.code for entry in entries}


def test_a_message_of_2_0_is_judged_with_its_short_ids() -> None:
    found = broken(schema_v2())

    assert "1039" not in found
    assert "1006" not in found
    assert "1041" not in found


def test_a_code_list_alone_has_nothing_to_judge() -> None:
    content = b'<x xmlns="urn:xoev-de:fim:standard:xdatenfelder_2"><codeliste/></x>'

    assert quality(content) == []
