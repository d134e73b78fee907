"""What does the receiver learn about the files before opening one?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from lxml import etree

from exporters.artifact import Artifact
from exporters.forms.wording import spoken
from exporters.package.contents import Contents
from exporters.package.targets import SERVED
from exporters.report import ExportReport
from exporters.xmlkit import element, to_bytes
from model.document import Snapshot
from model.storage.format import PROGRAM
from model.storage.write import content_hash

NAMESPACE = "urn:fachwerk:paket:1"
VERSION = "1.1"
"""Since 1.1 the source carries the fingerprint of its content."""
MAKER = f"Fachwerk {PROGRAM}"

_STANDARDS: dict[tuple[str, str], tuple[str, str]] = {
    ("prozess", ".bpmn"): ("BPMN", "2.0"),
    ("entscheidung", ".dmn"): ("DMN", "1.3"),
    ("datenfelder", ".xml"): ("XDatenfelder", "3.0.0"),
    ("prozess", ".xml"): ("XProzess", "2.0"),
    ("leistung", ".xml"): ("XZuFi", "2.2.0"),
    ("codeliste", ".xml"): ("genericode", "1.0"),
    ("quelle", ".fachwerk"): ("Fachwerk", "1"),
    ("schema", ".xsd"): ("XML Schema", "1.0"),
}
KINDS = {
    "lost": "verloren",
    "substituted": "umgesetzt",
    "hint": "hinweis",
    "failed": "fehler",
}
"""Kind of a remark -> its word in manifest and reports."""


def manifest(view: Snapshot, found: Contents, artifacts: Sequence[Artifact]) -> bytes:
    """manifest.xml over all other files of the package."""
    service = view.service
    languages = service.languages or ("de",)
    root = etree.Element(_q("paket"), nsmap={None: NAMESPACE})
    _set(root, version=VERSION, id=found.key, fassung=service.version or "1.0.0")
    _set(root, sprache=languages[0])
    root.set("erzeugt-von", MAKER)
    if service.valid_from is not None:
        root.set("erzeugt-am", f"{service.valid_from.isoformat()}T00:00:00Z")
    element(root, _q("leistung"), {"leika": service.leika_key, "titel": service.name or found.key})
    ordered = sorted(artifacts, key=lambda artifact: artifact.name.encode())
    for artifact in ordered:
        if artifact.role == "quelle":
            digest = hashlib.sha256(artifact.content).hexdigest()
            fassung = service.version or "1.0.0"
            facts = {"sha256": digest, "fassung": fassung, "inhalt": content_hash(view)}
            element(root, _q("quelle"), facts)
    for artifact in ordered:
        _artifact(root, artifact)
    for target in sorted(found.engines):
        _target(root, target, found, ordered)
    for target in sorted(found.reports):
        _differences(root, target, found.reports[target], languages[0])
    return to_bytes(root)


def _artifact(root: Any, artifact: Artifact) -> None:
    standard, version = standard_of(artifact)
    one = element(
        root,
        _q("artefakt"),
        {
            "pfad": artifact.name,
            "typ": artifact.media_type,
            "rolle": artifact.role or "datei",
            "sha256": hashlib.sha256(artifact.content).hexdigest(),
            "standard": standard,
            "standard-version": version,
        },
    )
    one.set("groesse", str(len(artifact.content)))


def standard_of(artifact: Artifact) -> tuple[str, str]:
    """Name and version of the standard a file follows, or two empty words."""
    ending = artifact.name[artifact.name.rfind(".") :]
    if ending == ".form":
        return "form-js", str(json.loads(artifact.content)["schemaVersion"])
    return _STANDARDS.get((artifact.role, ending), ("", ""))


def _target(root: Any, target: str, found: Contents, artifacts: Sequence[Artifact]) -> None:
    engine, served = found.engines[target], SERVED[target]
    one = element(
        root,
        _q("ziel"),
        {
            "id": target,
            "engine": served.engine,
            "profil": served.profile,
            "status": engine.status,
        },
    )
    numbers = [entry.code for entry in engine.report.entries]
    for gate in sorted({*served.gates, *(e.code for e in engine.report.of("failed") if e.code)}):
        told = element(one, _q("gate"), {"nr": gate, "status": _verdict(engine.report, gate)})
        if gate in numbers:
            place = numbers.index(gate) + 1
            told.set("bericht", f"report/verlust-{target}.xml#{place}")
    for artifact in artifacts:
        if artifact.name.startswith(f"deploy/{target}/"):
            element(one, _q("datei"), {"pfad": artifact.name})


def _verdict(report: ExportReport, gate: str) -> str:
    kinds = {entry.kind for entry in report.entries if entry.code == gate}
    if "failed" in kinds:
        return "fehler"
    return "hinweis" if kinds else "ok"


def _differences(root: Any, target: str, report: ExportReport, language: str) -> None:
    for entry in report.entries:
        element(
            root,
            _q("abweichung"),
            {"ziel": target, "element": entry.record, "art": KINDS[entry.kind]},
            spoken(entry.message, language),
        )


def _set(node: Any, **values: str) -> None:
    for name, value in values.items():
        node.set(name, value)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
