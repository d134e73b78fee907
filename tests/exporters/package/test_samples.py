"""Are the exports of the three services we bring along whole, and their reports readable?"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

import pytest
from lxml import etree

from exporters.causes import singles
from exporters.package import verify, write
from exporters.package.contents import contents
from exporters.package.manifest import NAMESPACE
from exporters.package.reports import NAMESPACE as REPORT
from exporters.package.verify import unpacked
from exporters.registry import TARGETS
from exporters.report import ExportReport
from model.document import Snapshot
from model.records import Fee, Step
from model.storage.read import from_bytes
from resources import open_resource

SAMPLES = ("bewohnerparkausweis", "hundesteuer", "liegenschaftskarte")
MOST_LINES = {"xdatenfelder3": 8, "operaton": 15, "package": 28}
"""The package says in one report what process, forms, data fields and three platforms say."""

samples = pytest.mark.parametrize("sample", SAMPLES)


@cache
def view_of(sample: str) -> Snapshot:
    return Snapshot.of_records(from_bytes(open_resource(f"samples/{sample}.fachwerk")).records)


@cache
def package_of(sample: str) -> tuple[bytes, ExportReport]:
    (artifact,), report = write(view_of(sample))
    return artifact.content, report


def listed(files: dict[str, bytes]) -> dict[str, Any]:
    root = etree.fromstring(files["manifest.xml"])
    return {str(a.get("pfad")): a for a in root.iter(f"{{{NAMESPACE}}}artefakt")}


@samples
def test_the_manifest_describes_every_file_and_nothing_is_wrong(sample: str) -> None:
    data, report = package_of(sample)
    files = unpacked(data)

    artifacts = listed(files)

    assert verify(data) == []
    assert not report.blocked
    assert set(artifacts) == set(files) - {"manifest.xml"}
    for name, artifact in artifacts.items():
        assert artifact.get("sha256") == hashlib.sha256(files[name]).hexdigest()
        assert artifact.get("rolle") not in (None, "", "datei"), name
        assert "/" in artifact.get("typ"), name


@samples
def test_every_table_has_a_decision_and_every_card_with_answers_a_form(sample: str) -> None:
    view, artifacts = view_of(sample), listed(unpacked(package_of(sample)[0]))
    tables = [fee for fee in view.of(Fee) if fee.form == "table"]
    cards = [s for s in view.of(Step) if s.form != "automatic" and view.rows(s.id)]

    decisions = [a for name, a in artifacts.items() if name.startswith("decision/")]
    forms = [a for name, a in artifacts.items() if name.startswith("form/")]

    assert tables
    assert len(decisions) == len(tables)
    assert {a.get("rolle") for a in decisions} == {"entscheidung"}
    assert {a.get("standard") for a in decisions} == {"DMN"}
    assert len(forms) >= len(cards) > 0
    assert {a.get("rolle") for a in forms} == {"formular"}


@samples
@pytest.mark.parametrize("target", MOST_LINES)
def test_a_report_is_short_enough_to_be_read(sample: str, target: str) -> None:
    report = (
        package_of(sample)[1] if target == "package" else TARGETS[target].write(view_of(sample))[1]
    )

    texts = [str(entry.message) for entry in report.entries]

    assert len(texts) <= MOST_LINES[target]
    assert len(set(texts)) == len(texts)


@samples
def test_the_reports_in_the_package_name_every_record(sample: str) -> None:
    found, files = contents(view_of(sample)), unpacked(package_of(sample)[0])

    for target, report in found.reports.items():
        root = etree.fromstring(files[f"report/verlust-{target}.xml"])
        entries = list(root.iter(f"{{{REPORT}}}eintrag"))
        places = [*entries, *root.iter(f"{{{REPORT}}}betrifft")]
        assert len(entries) == len(report)
        assert {p.get("element") for p in places if p.get("element")} == {
            record for remark in singles(report) for record in remark.records
        }


@samples
def test_the_page_for_people_unfolds_every_place_of_a_line(sample: str) -> None:
    found, files = contents(view_of(sample)), unpacked(package_of(sample)[0])
    page = etree.HTML(files["report/pruefbericht.html"])

    parts = sum(len(entry.parts) for report in found.reports.values() for entry in report.entries)

    assert parts > 0
    assert len(page.findall(".//details/ul/li")) == parts


@samples
def test_a_code_list_is_named_by_itself(sample: str) -> None:
    _, *lists = TARGETS["xdatenfelder3"].write(view_of(sample))[0]

    assert all(one.name.startswith("codeliste_") for one in lists)
    assert all(f"fim/codelisten/{one.name}" in unpacked(package_of(sample)[0]) for one in lists)
