"""Is everything in the package, described rightly, and the same in every run?"""

from __future__ import annotations

import hashlib
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from exporters.package import verify, write
from exporters.package.container import MEDIA_TYPE
from exporters.package.manifest import NAMESPACE
from exporters.package.targets import SERVED
from exporters.package.verify import unpacked
from exporters.registry import TARGETS
from exporters.xmlkit import Schema
from model.checks import check
from model.document import Snapshot
from model.language import speaking
from model.records import Field, ForeignNode, Script, Service, Stop, Text
from model.storage.read import from_bytes
from resources import open_resource, texts
from tests.exporters.platforms.dogs import dogs
from tests.helpers.musterleistung import musterleistung

ROOT = Path(__file__).resolve().parents[3]


def packed(view: Snapshot) -> bytes:
    (artifact,), report = write(view)
    assert not report.blocked
    return artifact.content


def files(view: Snapshot) -> dict[str, bytes]:
    return unpacked(packed(view))


def manifest(view: Snapshot) -> Any:
    return etree.fromstring(files(view)["manifest.xml"])


def q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def target_in(root: Any, target: str) -> Any:
    (found,) = (one for one in root.iter(q("ziel")) if one.get("id") == target)
    return found


@pytest.fixture(scope="module")
def data() -> bytes:
    return packed(musterleistung())


def test_the_package_has_its_layout() -> None:
    assert sorted(files(dogs())) == [
        "decision/steuersatz.dmn",
        "deploy/cibseven/antrag_pruefen.form",
        "deploy/cibseven/deployment.json",
        "deploy/cibseven/einspielen.md",
        "deploy/cibseven/hundesteuer.bpmn",
        "deploy/cibseven/ihr_hund.form",
        "deploy/cibseven/ihre_angaben.form",
        "deploy/cibseven/steuersatz.dmn",
        "deploy/flowable/einspielen.md",
        "deploy/flowable/hundesteuer.bar",
        "deploy/operaton/antrag_pruefen.form",
        "deploy/operaton/deployment.json",
        "deploy/operaton/einspielen.md",
        "deploy/operaton/hundesteuer.bpmn",
        "deploy/operaton/ihr_hund.form",
        "deploy/operaton/ihre_angaben.form",
        "deploy/operaton/steuersatz.dmn",
        "fim/datenfelder.xml",
        "fim/leistung.xml",
        "fim/prozess.xml",
        "form/antrag_pruefen.form",
        "form/ihr_hund.form",
        "form/ihre_angaben.form",
        "manifest.xml",
        "process/hundesteuer.bpmn",
        "report/pruefbericht.html",
        "report/pruefbericht.xml",
        "report/verlust-bpmn.xml",
        "report/verlust-cibseven.xml",
        "report/verlust-flowable.xml",
        "report/verlust-formulare.xml",
        "report/verlust-operaton.xml",
        "report/verlust-xdatenfelder3.xml",
        "report/verlust-xprozess.xml",
        "report/verlust-xzufi.xml",
        "schema/paket-1.xsd",
        "source/hundesteuer.fachwerk",
        "text/texte-de.json",
    ]


def test_the_media_type_stands_at_offset_38(data: bytes) -> None:
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(MEDIA_TYPE)] == MEDIA_TYPE.encode()


def test_entries_are_sorted_stored_and_without_a_clock(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()

    names = [entry.filename for entry in entries]
    assert names == ["mimetype", *sorted(names[1:])]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {(entry.extra, entry.comment) for entry in entries} == {(b"", b"")}
    assert not any(name.startswith("META-INF") for name in names)


def test_a_code_list_lies_beside_the_data_fields() -> None:
    assert "fim/codelisten/codeliste_nutzungsarten.xml" in files(musterleistung())


def test_the_source_opens_again_as_the_same_service() -> None:
    view = musterleistung()

    opened = from_bytes(files(view)["source/sondernutzung.fachwerk"])

    assert Snapshot.of_records(opened.records) == view


def test_the_manifest_is_valid_against_our_schema(data: bytes) -> None:
    schema = Schema("paket-1.xsd", {"paket-1.xsd": open_resource("schemas/paket-1.xsd")})
    found = unpacked(data)

    assert schema.faults(found["manifest.xml"]) == []


def test_the_manifest_names_every_file_with_its_hash() -> None:
    view = musterleistung()
    contents = files(view)

    listed = {a.get("pfad"): a for a in manifest(view).iter(q("artefakt"))}

    assert set(listed) == set(contents) - {"manifest.xml"}
    for name, artifact in listed.items():
        assert artifact.get("sha256") == hashlib.sha256(contents[name]).hexdigest()
        assert int(artifact.get("groesse")) == len(contents[name])
    assert listed["form/ihr_vorhaben.form"].get("standard-version") == "19"
    assert listed["form/ihre_angaben.form"].get("standard-version") == "16"
    assert listed["process/sondernutzung.bpmn"].get("standard") == "BPMN"


def test_the_manifest_knows_the_service_and_its_source() -> None:
    view = musterleistung()
    root = manifest(view)

    assert (root.get("id"), root.get("fassung"), root.get("sprache")) == (
        "sondernutzung",
        "1.2.0",
        "de",
    )
    assert root.get("erzeugt-am") == "2026-01-01T00:00:00Z"
    assert root.find(q("leistung")).get("leika") == "99108015001000"
    source = files(view)["source/sondernutzung.fachwerk"]
    assert root.find(q("quelle")).get("sha256") == hashlib.sha256(source).hexdigest()


def test_without_a_day_nothing_is_said_about_the_moment() -> None:
    assert manifest(dogs()).get("erzeugt-am") is None
    dated = Service(id="service", name="Hundesteuer", valid_from=date(2027, 7, 1))
    assert manifest(dogs(dated)).get("erzeugt-am") == "2027-07-01T00:00:00Z"


@pytest.mark.parametrize(
    ("target", "files_there"), [("operaton", 7), ("cibseven", 7), ("flowable", 2)]
)
def test_a_ready_platform_has_all_gates_and_files(target: str, files_there: int) -> None:
    found = target_in(manifest(dogs()), target)

    assert found.get("status") == "bereit"
    gates = {gate.get("nr"): gate.get("status") for gate in found.iter(q("gate"))}
    asked = set(SERVED[target].gates)
    assert asked <= set(gates)
    assert "fehler" not in gates.values()
    assert len(found.findall(q("datei"))) == files_there


def test_a_platform_that_is_not_ready_is_left_out_and_named() -> None:
    view = dogs(ForeignNode(id="check", name="Fremdes", tag="scriptTask", role="office"))

    (artifact,), report = write(view)

    found = unpacked(artifact.content)
    assert not any(name.startswith("deploy/operaton") for name in found)
    target = target_in(etree.fromstring(found["manifest.xml"]), "operaton")
    assert target.get("status") == "nicht-bereit"
    failed = [g for g in target.iter(q("gate")) if g.get("status") == "fehler"]
    assert "O01" in {gate.get("nr") for gate in failed}
    assert all(g.get("bericht", "").startswith("report/verlust-operaton.xml#") for g in failed)
    assert not report.blocked
    assert "platforms.package.left_out" in {e.message.key for e in report.of("lost")}
    assert verify(artifact.content) == []


def test_findings_stand_in_both_reports() -> None:
    view = dogs(Field(id="empty", parent="page", order="b0", label=""))
    findings = check(view)
    contents = files(view)

    xml = etree.fromstring(contents["report/pruefbericht.xml"])
    page = contents["report/pruefbericht.html"].decode()

    assert len(findings) > 0
    assert len(xml) == len(findings)
    assert {b.get("pruefung") for b in xml} == {f.check for f in findings}
    assert page.count("<tr>") > len(findings)


def test_the_page_for_people_runs_nothing_and_asks_for_nothing() -> None:
    hostile = '<script>alert(1)</script><img src="https://evil.example/x">'
    view = dogs(
        Service(id="service", name=hostile, short_name="Hundesteuer"),
        Field(id="mail", parent="page", label=hostile, layout="long", pattern="x"),
    )

    page = files(view)["report/pruefbericht.html"].decode()

    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in page
    assert page.startswith("<!DOCTYPE html>")


def test_words_travel_in_every_language() -> None:
    contents = files(musterleistung())

    german = json.loads(contents["text/texte-de.json"])
    english = json.loads(contents["text/texte-en.json"])
    assert german["texte"]["field_1.label"] == "Familienname"
    assert english == {
        "sprache": "en",
        "texte": {"field_1.label": "Surname", "step_1.name": "Your details"},
    }


def test_a_language_with_capital_letters_has_a_file_too() -> None:
    easy = Text(id="t", parent="name", slot="label", language="de-LS", text="Wie heißen Sie?")

    assert "text/texte-de-ls.json" in files(dogs(easy))


def test_the_words_of_a_script_do_not_travel() -> None:
    script = Script(id="script", parent="service", name="Führung")
    stop = Stop(id="stop", parent="script", name="Halt", text="Gesprochen")
    said = Text(id="t", parent="stop", slot="text", language="en", text="Spoken")
    label = Text(id="u", parent="name", slot="label", language="en", text="Name")

    contents = files(dogs(script, stop, said, label))

    assert b"Gesprochen" not in contents["text/texte-de.json"]
    assert json.loads(contents["text/texte-en.json"])["texte"] == {"name.label": "Name"}


def test_nothing_of_this_machine_is_in_the_package(data: bytes) -> None:
    home, user = str(Path.home()), os.environ.get("USER", "")

    assert str(ROOT).encode() not in data
    assert home == "/" or home.encode() not in data
    assert len(user) < 5 or user.encode() not in data


def test_the_order_of_records_does_not_show(data: bytes) -> None:
    records = list(musterleistung())
    random.Random(3).shuffle(records)

    assert packed(Snapshot.of_records(records)) == data


def test_the_language_of_the_desk_does_not_show(data: bytes) -> None:
    with speaking("en", texts("en")):
        assert packed(musterleistung()) == data


_HASH = """
import hashlib
from exporters.package import write
from tests.helpers.musterleistung import musterleistung
print(hashlib.sha256(write(musterleistung())[0][0].content).hexdigest())
"""


def test_the_same_service_gives_the_same_bytes_in_every_run() -> None:
    hashes = {
        subprocess.run(
            [sys.executable, "-c", _HASH],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(hashes) == 1


def test_an_empty_service_has_a_package_too() -> None:
    (artifact,), report = write(Snapshot.of_records([Service(id="s", name="Leer")]))

    assert verify(artifact.content) == []
    assert not report.blocked


def test_the_target_is_in_the_table() -> None:
    artifacts, _ = TARGETS["package"].write(dogs())

    assert [a.name for a in artifacts] == ["hundesteuer.fachwerk.zip"]
