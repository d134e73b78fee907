"""Does an edit of an imported data schema change the edited parts, and nothing else?"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from exporters.xdatenfelder.vocabulary import NS2, NS3
from exporters.xmlkit import Schema
from model.records import Field, FieldGroup, Option
from tests.exporters.xdatenfelder.editing import (
    EDITS,
    Edit,
    edited,
    exported,
    namespace_of,
    read,
    rename,
    repeat,
    replaced,
    texts_of,
    wrap,
)
from tests.exporters.xdatenfelder.files import group_v3, schema_v2

UNKNOWN = '<andere:eigen wert="3">bleibt</andere:eigen><x:neuImStandard>auch</x:neuImStandard>'
REAL = (
    "xdatenfelder-2.0/S00000094V1.0/S00000094V1.0_xdf2.xml",
    "xdatenfelder-2.0/S00000121V1.0_BlaueKarte.xml",
    "xdatenfelder-3.0.0/stammdatenschema-xdf3.xml",
    "xdatenfelder-3.0.0/G60000000088-simple.xml",
)


@pytest.mark.parametrize("data", [group_v3(), schema_v2()])
@pytest.mark.parametrize("name", EDITS)
def test_after_an_edit_the_export_says_what_the_document_says(name: str, data: bytes) -> None:
    view = edited(data, EDITS[name])

    again = read(exported(view, namespace_of(data)))

    labels = sorted(field.label for field in view.of(Field))
    if labels:
        assert sorted(field.label for field in again.of(Field)) == labels
    groups = sorted(group.label for group in view.of(FieldGroup))
    assert sorted(group.label for group in again.of(FieldGroup)) == groups


def test_a_renamed_field_changes_two_texts_only() -> None:
    data = group_v3(more=UNKNOWN)

    content = exported(edited(data, rename), NS3)

    gone, new = texts_of(data) - texts_of(content), texts_of(content) - texts_of(data)
    assert {name for name, _, _ in gone} == {"name", "bezeichnungEingabe"}
    assert {text for _, text, _ in new} == {"Neuer Name"}


@pytest.mark.parametrize("name", EDITS)
def test_what_is_not_understood_stays_at_its_place(name: str) -> None:
    content = exported(edited(group_v3(more=UNKNOWN), EDITS[name]), NS3)

    root = etree.fromstring(content)
    own = root.find(".//{urn:andere}eigen")
    assert own is not None
    assert own.get("wert") == "3"
    assert own.getparent().tag == f"{{{NS3}}}datenfeldgruppe"
    assert own.getnext().tag == f"{{{NS3}}}neuImStandard"
    assert b"<!-- eine Bemerkung -->" in content
    assert b'xmlns:x="' in content


def test_a_multiplicity_changes_in_place() -> None:
    data = schema_v2()

    content = exported(edited(data, repeat), NS2)

    new = texts_of(content) - texts_of(data)
    assert [(name, text) for name, text, _ in new] == [("anzahl", "0:7")]
    assert content.startswith(b'<?xml version="1.0" encoding="ISO-8859-1"?>')


def test_a_precision_of_2_0_keeps_the_keys_nobody_touched() -> None:
    data = schema_v2().replace(b'"minLength":"1"', b'"eigen":"x","minLength":"1"')
    view = read(data)
    field = next(f for f in view.of(Field) if f.max_length == 400)

    content = exported(
        edited(data, lambda before: replaced(before, field, max_length=90)), NS2
    ).decode("iso-8859-1")

    assert '{"eigen":"x","minLength":"1","maxLength":"90"}' in content


def test_a_field_in_a_new_group_is_the_field_of_the_source() -> None:
    data = group_v3().replace(b"<x:feldart>", b'<x:feldart listURI="urn:eigen">')

    content = exported(edited(data, wrap), NS3)

    kind = etree.fromstring(content).find(f".//{{{NS3}}}feldart")
    assert kind is not None
    assert kind.get("listURI") == "urn:eigen"


def test_an_answer_is_changed_and_the_others_stay() -> None:
    values = (
        "<x:feldart><code>select</code></x:feldart><x:datentyp><code>text</code></x:datentyp>"
        "<x:vorbefuellung><code>keine</code></x:vorbefuellung><x:werte>"
        "<x:wert><x:code>1</x:code><x:name>ja</x:name><!-- so --></x:wert>"
        "<x:wert><x:code>2</x:code><x:name>nein</x:name></x:wert></x:werte>"
    )
    start, end = group_v3().split(b"<x:feldart>")[0], b"</x:datenfeld>"
    data = start + values.encode() + end + group_v3().split(end)[1]
    view = read(data)
    answer = next(o for o in view.of(Option) if o.code == "2")

    content = exported(
        edited(data, lambda before: replaced(before, answer, label="vielleicht")), NS3
    )

    assert b"<x:name>vielleicht</x:name>" in content
    assert b"<x:name>ja</x:name><!-- so -->" in content


@pytest.mark.parametrize("file", REAL)
@pytest.mark.parametrize("edit", [EDITS["rename"], EDITS["add"], EDITS["repeat"]])
def test_a_real_schema_stays_but_for_the_edit(edit: Edit, file: str, samples: Path) -> None:
    data = (samples / file).read_bytes()
    view = edited(data, edit)

    content = exported(view, namespace_of(data))

    gone = texts_of(data) - texts_of(content)
    assert sum(gone.values()) <= 2
    assert b"<!DOCTYPE" not in content


@pytest.mark.parametrize("file", REAL)
@pytest.mark.parametrize("edit", EDITS.values())
def test_an_edited_real_schema_is_valid_as_before(
    edit: Edit, file: str, samples: Path, shared: Path
) -> None:
    data = (samples / file).read_bytes()
    version = "2.0" if namespace_of(data) == NS2 else "3.0.0"
    path = shared / "fim" / "xsd" / "reconstructed" / f"xdatenfelder-{version}-RECONSTRUCTED.xsd"
    schema = Schema("m", {"m": path.read_bytes()})
    assert schema.faults(data) == []

    assert schema.faults(exported(edited(data, edit), namespace_of(data))) == []


def test_a_second_page_makes_a_group_alone_a_schema() -> None:
    from model.records import Step

    data = group_v3()
    page = Step(id="p2", name="Zwei", form="page", role="role_applicant")
    more = Field(id="f2", parent="p2", label="Mehr")

    content = exported(edited(data, lambda view: [*view, page, more]), NS3)

    assert etree.fromstring(content).tag.endswith("stammdatenschema.0102")
