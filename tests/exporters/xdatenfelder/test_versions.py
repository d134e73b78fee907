"""Does a data schema survive the way into the other version and back, and what is said about it?"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from exporters.causes import singles
from exporters.xdatenfelder import writer_v2, writer_v3
from exporters.xdatenfelder.older_ids import shortened
from exporters.xdatenfelder.vocabulary import NS2, NS3
from exporters.xmlkit import Schema
from model.document import Snapshot
from model.records import Field, Option, Rule
from model.storage.read import from_bytes
from resources import open_resource
from tests.exporters.xdatenfelder.editing import exported, judge, namespace_of, read
from tests.exporters.xdatenfelder.files import group_v3, schema_v2
from tests.exporters.xdatenfelder.forms import a_form

KEY = "fim.remembered"
OTHER = {NS2: NS3, NS3: NS2}
SAMPLES = ("bewohnerparkausweis", "hundesteuer", "liegenschaftskarte")
REAL = (
    "xdatenfelder-2.0/S00000094V1.0/S00000094V1.0_xdf2.xml",
    "xdatenfelder-2.0/S00000121V1.0_BlaueKarte.xml",
    "xdatenfelder-2.0/S00000246V1.1/S00000246v1.1_xdf2.xml",
    "xdatenfelder-3.0.0/stammdatenschema-xdf3.xml",
)
MORE = (
    '<x:stichwort uri="urn:de:hund">Hund</x:stichwort>'
    "<x:relation><x:praedikat><code>ABL</code></x:praedikat>"
    "<x:objekt><x:id>G60000000001</x:id></x:objekt></x:relation>"
    "<x:art><code>X</code></x:art><eigen:neu xmlns:eigen='urn:eigen'>bleibt ?&gt;</eigen:neu>"
)


def sample(name: str) -> Snapshot:
    return Snapshot.of_records(from_bytes(open_resource(f"samples/{name}.fachwerk")).records)


@pytest.fixture(scope="module")
def schema_2(shared: Path) -> Schema:
    path = shared / "fim" / "xsd" / "reconstructed" / "xdatenfelder-2.0-RECONSTRUCTED.xsd"
    return Schema("m", {"m": path.read_bytes()})


def there_and_back(data: bytes) -> bytes:
    here = namespace_of(data)
    return exported(read(exported(read(data), OTHER[here])), here)


@pytest.mark.parametrize("file", REAL)
def test_a_real_schema_comes_back_from_the_other_version_unchanged(
    file: str, samples: Path, shared: Path, tmp_path: Path
) -> None:
    data = (samples / file).read_bytes()
    before, after = tmp_path / "before.xml", tmp_path / "after.xml"

    before.write_bytes(data)
    after.write_bytes(there_and_back(data))

    facts = judge(shared).facts
    assert facts(after) == facts(before)


def test_what_2_0_cannot_say_comes_back() -> None:
    data = group_v3(more=MORE)

    middle = exported(read(data), NS2)
    back = exported(read(middle), NS3)

    assert b"<xdf:stichwort" not in middle
    root = etree.fromstring(back)
    assert root.tag == f"{{{NS3}}}xdatenfelder.datenfeldgruppe.0103"
    for name, text in (("stichwort", "Hund"), ("art", None), ("letzteAenderung", None)):
        found = root.find(f".//{{{NS3}}}{name}")
        assert found is not None, name
        assert text is None or found.text == text
    assert root.findtext(f".//{{{NS3}}}objekt/{{{NS3}}}id") == "G60000000001"
    assert b'link="https://www.gesetze-im-internet.de/hg/__1.html"' in back
    assert b"G05123000001" in back


def test_a_change_made_in_between_wins_over_the_memory() -> None:
    middle = read(exported(read(schema_v2()), NS3))
    changed = Snapshot.of_records(
        r.replaced(label="Rufname", name="") if isinstance(r, Field) and r.label == "Name" else r
        for r in middle
    )

    back = read(exported(changed, NS2))

    assert "Rufname" in {field.label for field in back.of(Field)}
    assert "Name" not in {field.label for field in back.of(Field)}


def test_a_spoiled_memory_is_none() -> None:
    middle = exported(read(schema_v2()), NS3)
    spoiled = middle.replace(b"<?fachwerk-xdatenfelder-2.0 {", b"<?fachwerk-xdatenfelder-2.0 [")

    back = read(exported(read(spoiled), NS2))

    assert len(back.of(Field)) == len(read(schema_v2()).of(Field))


@pytest.mark.parametrize("name", SAMPLES)
def test_an_own_service_is_valid_2_0_with_a_list_for_every_choice(
    name: str, schema_2: Schema, own_genericode: Schema
) -> None:
    view = sample(name)

    (schema, *lists), _ = writer_v2.write(view)

    root = etree.fromstring(schema.content)
    named = root.findall(f".//{{{NS2}}}genericodeIdentification/{{{NS2}}}canonicalIdentification")
    uris = {etree.fromstring(one.content).findtext(".//CanonicalUri") for one in lists}
    assert schema_2.faults(schema.content) == []
    assert root.prefix == "xdf"
    assert {node.text for node in named} >= uris
    assert all(own_genericode.faults(one.content) == [] for one in lists)
    assert len({one.name for one in lists}) == len(lists)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_own_service_says_the_same_in_3_0_0_after_2_0(name: str) -> None:
    view = sample(name)
    newest = writer_v3.write(view)[0][0].content

    back = exported(read(writer_v2.write(view)[0][0].content), NS3)

    ids = [f".//{{{NS3}}}{tag}/{{{NS3}}}id" for tag in ("identifikation", "dokumentsteckbrief")]
    for path in ids:
        before, after = (etree.fromstring(one).findall(path) for one in (newest, back))
        assert [node.text for node in after] == [node.text for node in before]


def test_what_2_0_lacks_stands_in_the_report() -> None:
    view = a_form(
        Field(id="a", parent="p", label="Uhrzeit", data_type="time"),
        Field(id="b", parent="p", label="Fest", field_kind="locked"),
        Field(id="c", parent="p", label="Wahl", field_kind="select"),
        Option(id="o", parent="c", label="ja", code="1"),
    )

    _, report = writer_v2.write(view)

    told = {(e.message.key, e.record) for e in singles(report)}
    assert {("fim.old.datentyp", "a"), ("fim.old.feldart", "b"), ("fim.old.werte", "c")} <= told


def test_ids_are_short_and_never_alike() -> None:
    asked = ["F05123000001", "F05000000001", "F05124000001", "G60000000243"]

    found = shortened(asked)

    assert found["G60000000243"] == "G60000243"
    assert found["F05000000001"] == "F05000001"
    assert len(set(found.values())) == len(asked)
    assert all(len(one) == 9 for one in found.values())
    assert shortened(reversed(asked)) == found


def test_rules_name_their_fields_by_short_ids_in_2_0() -> None:
    rule = Rule(id="r1", parent="s", name="R", description="F60000000243 ist anzugeben.")
    field = Field(id="a", parent="p", label="A", fim_id="F60000000243")

    content = writer_v2.write(a_form(field, rule))[0][0].content.decode()

    assert "F60000243 ist anzugeben." in content


def test_the_same_service_gives_the_same_bytes() -> None:
    view = sample("hundesteuer")

    assert writer_v2.write(view)[0] == writer_v2.write(view)[0]


def test_what_the_other_version_cannot_say_is_named_in_the_report() -> None:
    view = read(schema_v2())

    _, report = writer_v3.write(view)

    told = [e.message.values["element"] for e in singles(report) if e.message.key == KEY]
    assert set(told) == {"status", "codelisteReferenz", "praezisierung"}


def test_an_empty_schema_comes_back_without_the_placeholder() -> None:
    start, _, rest = schema_v2().decode("latin-1").partition("<xdf:struktur>")
    empty = start + rest[rest.rindex("</xdf:struktur>") + len("</xdf:struktur>") :]
    view = read(empty.encode("latin-1"))

    back = exported(read(exported(view, NS3)), NS2)

    assert b"struktur>" not in back
    assert read(back).of(Field) == []
