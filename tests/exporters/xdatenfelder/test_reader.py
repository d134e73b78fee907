"""Is nothing lost when a data schema comes in, and is a faulty one refused with its line?"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from exporters.xdatenfelder.check import XDatenfelderRefused
from exporters.xdatenfelder.legal import level_of, place_and_law
from exporters.xdatenfelder.reader import read_xdatenfelder
from exporters.xmlkit import XmlRefused
from model.document import Snapshot
from model.graph.order import page_numbers
from model.records import (
    Citation,
    CodeList,
    End,
    Field,
    FieldGroup,
    ForeignFile,
    Norm,
    Option,
    Placement,
    Role,
    Rule,
    Service,
    Start,
    Step,
)
from model.records.base import reference_fields
from tests.exporters.xdatenfelder.files import NS2, NS3, field_v2, group_v3, schema_v2, structure_v2
from tests.helpers.invariants import dangling, overlapping_lanes


def read(data: bytes, name: str = "hund.xml") -> Snapshot:
    return Snapshot.of_records(read_xdatenfelder(data, name).records)


def test_the_same_file_gives_the_same_records() -> None:
    assert read_xdatenfelder(schema_v2()).records == read_xdatenfelder(schema_v2()).records


def test_a_schema_becomes_a_service_with_lanes_pages_start_and_end() -> None:
    view = read(schema_v2())

    pages = [view[page] for page in page_numbers(view)]
    assert view.service.name == "Hundesteuer für Züchter"
    assert view.service.description == "Wer züchtet"
    assert [role.side for role in view.ordered(Role)] == ["applicant", "office", "system"]
    assert [page.name for page in pages] == ["Halter", "Weitere Angaben", "Halterin"]  # type: ignore[attr-defined]
    assert len(view.of(Start)) == len(view.of(End)) == 1
    assert all(len(view.outgoing(page.id)) == 1 for page in pages)
    assert dangling(view) == []


def test_everything_drawn_is_placed_without_overlap() -> None:
    view = read(schema_v2())

    cards = [view.placement(step.id) for step in view.of(Step)]
    lane = view.placement("role_applicant")
    assert overlapping_lanes(view) == []
    assert len(view.of(Placement)) == 3 + 3 + 2
    for number, card in enumerate(cards):
        assert card is not None
        assert lane is not None
        assert lane.box.contains(card.box.center)
        assert card.box.bottom < lane.box.bottom
        assert not any(card.box.intersects(other.box) for other in cards[:number] if other)


def test_fields_of_2_0_bring_kind_precision_multiplicity_and_law() -> None:
    view = read(schema_v2())

    by_label = {field.label: field for field in view.of(Field)}
    name, company = by_label["Name"], by_label["Firma"]
    breed, colour = by_label["Rasse"], by_label["Farbe"]
    assert (name.min_length, name.max_length, name.layout) == (1, 400, "long")
    assert (name.fim_id, name.fim_version, name.required) == ("F05000001", "1.0", True)
    assert (company.minimum, company.maximum) == (2, 5)
    assert (breed.minimum, breed.maximum, breed.choices) == (0, 1, "one")
    assert (colour.minimum, colour.maximum) == (1, None)
    assert colour.extra("xdf:praezisierung") == "keine Angabe"
    assert [norm.cited_as for norm in view.norms(name.id)] == ["§ 1 HundG", "§ 2 HundG"]
    assert view.norms(name.id)[0].law == "HundG"


def test_one_norm_for_each_distinct_text() -> None:
    view = read(schema_v2())

    texts = [norm.cited_as for norm in view.of(Norm)]
    assert sorted(texts) == ["§ 1 HundG", "§ 2 HundG"]
    assert len(view.of(Citation)) == 1 + 2 * 6


def test_a_code_list_is_kept_as_reference() -> None:
    view = read(schema_v2())

    (code_list,) = view.of(CodeList)
    field = next(field for field in view.of(Field) if field.label == "Rasse")
    assert field.code_list == code_list.id
    assert (code_list.urn, code_list.version) == ("urn:de:liste:rasse", "2024-01-01")
    assert code_list.extra("xdf:id") == "C60000007"


def test_rules_are_free_text_at_their_group() -> None:
    view = read(schema_v2())

    first, second = view.of(Rule)
    assert first.description == "Eines von F05000001 und F05000002 ist anzugeben."
    assert view.the(first.parent, FieldGroup).label == "Halter"
    assert first.fim_id == second.fim_id == "R05000001"
    assert first.extra("xdf:script") == "function script() {}"


def test_a_group_alone_stands_on_one_page() -> None:
    view = read(group_v3())

    (group,) = view.of(FieldGroup)
    (field,) = view.of(Field)
    (page,) = view.of(Step)
    assert (group.parent, field.parent) == (page.id, group.id)
    assert (group.name, group.label, group.fim_version) == ("Hund", "Ihr Hund", "1.2.0")
    assert (field.minimum, field.maximum) == (0, None)
    assert (field.label, field.name) == ("Rufname", "")
    assert view.norms(group.id)[0].link == "https://www.gesetze-im-internet.de/hg/__1.html"
    assert [norm.cited_as for norm in view.norms(field.id)] == ["§ 2 Abs. 1 HundG"]


def test_the_source_is_kept_whole() -> None:
    data = schema_v2()

    (kept,) = read(data).of(ForeignFile)

    assert kept.text.encode(kept.encoding) == data
    assert kept.name == "hund.xml"


def test_unknown_elements_are_kept_with_a_note() -> None:
    more = "<andere:farbe>rot</andere:farbe><x:neuesAttribut>a</x:neuesAttribut>"

    imported = read_xdatenfelder(group_v3(more=more))

    group = next(record for record in imported.records if isinstance(record, FieldGroup))
    assert "rot" in group.extra("xdf:farbe")
    assert "neuesAttribut" in group.extra("xdf:neuesAttribut")
    assert [note.key for note in imported.notes] == ["fim.read.kept"]
    assert imported.notes[0].values == {"n": 2}


def test_an_odd_multiplicity_is_noted_and_counts_as_one() -> None:
    data = group_v3().replace(b"0:*", b"viele")

    imported = read_xdatenfelder(data)

    field = next(record for record in imported.records if isinstance(record, Field))
    assert (field.minimum, field.maximum) == (1, 1)
    assert imported.notes[0].values["text"] == "viele"


def test_a_pair_that_is_not_allowed_becomes_a_text() -> None:
    data = group_v3().replace(b"<code>input</code>", b"<code>select</code>")
    data = data.replace(b"<code>text</code>", b"<code>num</code>")

    imported = read_xdatenfelder(data)

    field = next(record for record in imported.records if isinstance(record, Field))
    assert (field.field_kind, field.data_type, field.choices) == ("select", "text", "many")
    assert field.extra("xdf:datentyp") == "num"
    assert [note.key for note in imported.notes] == ["fim.read.pair"]


def test_a_code_list_of_2_0_comes_with_its_entries() -> None:
    data = b"""<xdf:xdatenfelder.codeliste.0105 xmlns:xdf="urn:xoev-de:fim:standard:xdatenfelder_2"
      xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">
      <xdf:header><xdf:nachrichtID>1</xdf:nachrichtID></xdf:header>
      <xdf:codeliste><xdf:identifikation><xdf:id>C05000001</xdf:id></xdf:identifikation>
      <xdf:name>rasse</xdf:name><xdf:genericodeIdentification>
      <xdf:canonicalIdentification>urn:de:rasse</xdf:canonicalIdentification>
      <xdf:version>1</xdf:version></xdf:genericodeIdentification>
      <xdf:langname>Rasse</xdf:langname><xdf:genericode><gc:CodeList>
      <gc:ColumnSet><gc:Column Id="k"/><gc:Column Id="n"/>
      <gc:Key Id="kk"><gc:ColumnRef Ref="k"/></gc:Key></gc:ColumnSet><gc:SimpleCodeList>
      <gc:Row><gc:Value ColumnRef="k"><gc:SimpleValue>1</gc:SimpleValue></gc:Value>
      <gc:Value ColumnRef="n"><gc:SimpleValue>Dackel</gc:SimpleValue></gc:Value></gc:Row>
      </gc:SimpleCodeList></gc:CodeList></xdf:genericode></xdf:codeliste>
      </xdf:xdatenfelder.codeliste.0105>"""

    view = read(data)

    (code_list,) = view.of(CodeList)
    assert (code_list.name, code_list.urn) == ("Rasse", "urn:de:rasse")
    assert [(o.code, o.label) for o in view.children(code_list.id, Option)] == [("1", "Dackel")]


def test_a_field_alone_stands_on_one_page() -> None:
    start, field, end = re.split(rb"(<x:datenfeld>.*</x:datenfeld>)", group_v3(), flags=re.S)
    root = b'<x:xdatenfelder.datenfeld.0104 xmlns:x="' + NS3.encode() + b'">'

    view = read(root + field + b"</x:xdatenfelder.datenfeld.0104>")

    (found,) = view.of(Field)
    (page,) = view.of(Step)
    assert (found.label, found.parent, found.max_length) == ("Rufname", page.id, 40)
    assert start
    assert end


@pytest.mark.parametrize(
    ("namespace", "child"), [(NS2, "dokumentensteckbrief"), (NS3, "dokumentsteckbrief")]
)
def test_a_document_profile_names_the_service(namespace: str, child: str) -> None:
    data = f"""<x:xdatenfelder.dokumentsteckbrief.0101 xmlns:x="{namespace}"><x:{child}>
      <x:identifikation><x:id>D99000000123</x:id></x:identifikation><x:name>Antrag</x:name>
      <x:definition>Was es ist</x:definition></x:{child}>
      </x:xdatenfelder.dokumentsteckbrief.0101>"""

    view = read(data.encode())

    assert (view.service.name, view.service.document_profile) == ("Antrag", "D99000000123")
    assert view.service.extra("xdf:definition") == "Was es ist"
    assert view.of(Step) == []


ID = "<x:id>G05123000001</x:id>"
REFUSED = [
    ("FIM-NO-ID", group_v3("<x:version>1.0.0</x:version>"), 9),
    ("FIM-EMPTY-ID", group_v3("<x:id> </x:id>"), 9),
    ("FIM-TWICE", group_v3(ID + ID), 9),
    ("FIM-ELEMENT", group_v3(ID + "<x:unbekannt/>"), 9),
    ("FIM-CODE", group_v3(status="10"), 12),
    ("FIM-CODE", group_v3(status=""), 12),
    ("FIM-TWICE", group_v3(more="<x:name>Hund</x:name>"), 16),
    ("FIM-VERSION", group_v3().replace(b"3.0.0", b"4.0.0"), 2),
    ("FIM-MESSAGE", group_v3().replace(b"gruppe.0103", b"baum.0199"), 2),
    ("FIM-NOT-FIM", b"<bpmn/>", 1),
    ("FIM-ONE-PART", group_v3(more="<x:struktur><x:enthaelt/></x:struktur>"), 16),
]


@pytest.mark.parametrize(("reason", "data", "line"), REFUSED)
def test_a_faulty_file_is_refused_with_reason_and_line(reason: str, data: bytes, line: int) -> None:
    with pytest.raises(XDatenfelderRefused) as caught:
        read_xdatenfelder(data, "hund.xml")

    assert caught.value.code == reason
    assert caught.value.where == f"hund.xml, Zeile {line}"
    assert caught.value.todo is not None
    assert "fim." not in str(caught.value)


def test_what_is_no_safe_xml_is_refused() -> None:
    with pytest.raises(XmlRefused):
        read_xdatenfelder(b"<!DOCTYPE a><a/>")


def test_all_negative_samples_are_refused(samples: Path) -> None:
    files = sorted((samples / "xdatenfelder-negative").glob("*.xml"))

    for file in files:
        with pytest.raises(XDatenfelderRefused) as caught:
            read_xdatenfelder(file.read_bytes(), file.name)
        assert f"{file.name}, Zeile" in caught.value.where
    assert len(files) == 9


def test_version_1_is_refused(samples: Path) -> None:
    (file,) = (samples / "xdatenfelder-1.0").glob("*.xml")

    with pytest.raises(XDatenfelderRefused) as caught:
        read_xdatenfelder(file.read_bytes(), file.name)

    assert caught.value.code == "FIM-VERSION"


@pytest.mark.parametrize(
    ("file", "fields", "groups", "rules", "references"),
    [
        ("S00000121V1.0_BlaueKarte.xml", 88, 29, 3, 5),
        ("S00000094V1.0/S00000094V1.0_xdf2.xml", 44, 16, 13, 4),
        ("S00000246V1.1/S00000246v1.1_xdf2.xml", 134, 49, 44, 12),
    ],
)
def test_real_schemas_of_2_0_lose_nothing(
    samples: Path, file: str, fields: int, groups: int, rules: int, references: int
) -> None:
    view = read((samples / "xdatenfelder-2.0" / file).read_bytes())

    counts = Counter(record.kind for record in view)
    assert (counts["field"], counts["group"], counts["rule"]) == (fields, groups, rules)
    assert sum(bool(field.code_list) for field in view.of(Field)) == references
    assert dangling(view) == []


def test_all_fixtures_of_others_are_read(samples: Path) -> None:
    files = [
        *(samples / "xdatenfelder-2.0").glob("fixture-*.xml"),
        *(samples / "xdatenfelder-3.0.0").glob("*.xml"),
    ]

    for file in files:
        view = read(file.read_bytes(), file.name)
        assert len(view.of(Service)) == 1
        for record in view:
            for name in reference_fields(type(record)):
                assert not getattr(record, name) or getattr(record, name) in view
    assert len(files) == 8


def test_genericode_lists_are_read_qualified_or_not(shared: Path) -> None:
    from exporters.xdatenfelder.codelists import entries
    from exporters.xmlkit import parse

    qualified = shared / "fim/samples/xdatenfelder-2.0/S00000094V1.0/C60000006_genericode.xml"
    plain = shared / "fim/codelists/Dokumenttyp_1.xml"

    assert entries(parse(qualified.read_bytes()).root) == [
        ("001", "in Deutschland"),
        ("002", "außerhalb von Deutschland"),
    ]
    assert entries(parse(plain.read_bytes()).root)[0] == ("1010", "Antrag")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("§ 61 AsylG vom 15.07.2024", "act"),
        ("Anhang 3 Abschnitt 1 PAuswV vom 28.9.2017", "act"),
        ("Hundesteuersatzung der Stadt", "act"),
        ("PAuswG vom 21.6.2019", "act"),
        ("XOEV.Kernkomponente.Anschrift.ort vom 31.01.2020", "other"),
        ("Codeliste laut XMeld und DSMeld: Blatt-Nr. 1", "other"),
        ("in Anlehnung an urn:xoev-de:xunternehmen:kerndaten Version 1.1", "other"),
    ],
)
def test_a_reference_to_a_data_model_is_no_law(text: str, level: str) -> None:
    place, law = place_and_law(text)

    assert level_of(place, text) == level
    assert " ".join(filter(None, (place, law))) == text


def test_pages_of_loose_fields_have_names_of_their_own() -> None:
    data = schema_v2().decode("latin-1")
    start, first, _rest = re.split(
        r"(<xdf:struktur>.*?</xdf:datenfeldgruppe>.*?</xdf:struktur>)", data, maxsplit=1, flags=re.S
    )
    one = structure_v2("1:1", field_v2("F05000901", "Sind Sie Halterin?"))
    many = one + structure_v2("1:1", field_v2("F05000902", "Farbe"))
    inside = "".join((first, one, first, many, first, many))
    data = start + inside + "</xdf:stammdatenschema></xdf:xdatenfelder.stammdatenschema.0102>"

    view = read(data.encode("latin-1"))

    names = [page.name for page in view.ordered(Step)]
    assert names[1::2] == ["Sind Sie Halterin?", "Weitere Angaben", "Weitere Angaben (2)"]
