"""Does a message that is no whole schema stay what it is, and is said what it cannot hold?"""

from __future__ import annotations

import pytest

from exporters.causes import singles
from exporters.report import Entry
from exporters.xdatenfelder import writer_v2, writer_v3
from exporters.xdatenfelder.vocabulary import NS2, NS3
from model.document import Snapshot
from model.records import CodeList, Field, Option, Record, Step
from tests.exporters.xdatenfelder.editing import exported, read, replaced, texts_of
from tests.exporters.xdatenfelder.files import group_v3

NOT_OF_PROFILES = ("fim.1078", "fim.1023", "fim.empty", "fim.old.profile")
GC = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"
ROWS = """<SimpleCodeList>
      <Row><Value ColumnRef="kurz"><SimpleValue>f</SimpleValue></Value>
        <Value ColumnRef="lang"><SimpleValue>frau</SimpleValue></Value>
        <Value ColumnRef="alt"><SimpleValue>w</SimpleValue></Value></Row>
      <Row><Value ColumnRef="kurz"><SimpleValue>m</SimpleValue></Value>
        <Value ColumnRef="lang"><SimpleValue>mann</SimpleValue></Value></Row>
    </SimpleCodeList>"""
LIST = f"""<gc:CodeList xmlns:gc="{GC}"><!-- vom Amt -->
    <Identification><ShortName>g</ShortName><LongName>Geschlecht</LongName><Version>1</Version>
      <CanonicalUri>urn:de:g</CanonicalUri><CanonicalVersionUri>urn:de:g_1</CanonicalVersionUri>
    </Identification>
    <ColumnSet><Column Id="kurz" Use="required"/><Column Id="lang" Use="required"/>
      <Column Id="alt"/><Key Id="k"><ColumnRef Ref="kurz"/></Key></ColumnSet>
    {ROWS}</gc:CodeList>"""


def code_list(escaped: bool = False) -> bytes:
    inside = LIST.replace("&", "&amp;").replace("<", "&lt;") if escaped else LIST
    return f"""<xdf:xdatenfelder.codeliste.0105 xmlns:xdf="{NS2}"><xdf:header>
      <xdf:nachrichtID>alt</xdf:nachrichtID>
      <xdf:erstellungszeitpunkt>2020-01-01T00:00:00Z</xdf:erstellungszeitpunkt></xdf:header>
    <xdf:codeliste><xdf:identifikation><xdf:id>C60000001</xdf:id></xdf:identifikation>
      <xdf:name>G</xdf:name><xdf:genericodeIdentification>
        <xdf:canonicalIdentification>urn:de:g</xdf:canonicalIdentification>
        <xdf:version>1</xdf:version>
        <xdf:canonicalVersionUri>urn:de:g_1</xdf:canonicalVersionUri>
      </xdf:genericodeIdentification><xdf:langname>Geschlecht</xdf:langname>
      <xdf:genericode>{inside}</xdf:genericode></xdf:codeliste>
    </xdf:xdatenfelder.codeliste.0105>""".encode()


def profile(namespace: str) -> bytes:
    child = "dokumentensteckbrief" if namespace == NS2 else "dokumentsteckbrief"
    status = "status" if namespace == NS2 else "freigabestatus"
    code = "aktiv" if namespace == NS2 else "6"
    number = "D00000123" if namespace == NS2 else "D00000000123"
    kind = "001" if namespace == NS2 else "<code>001</code>"
    return f"""<x:xdatenfelder.dokumentsteckbrief.0101 xmlns:x="{namespace}">
      <x:{child}><x:identifikation><x:id>{number}</x:id></x:identifikation>
        <x:name>Antrag</x:name><!-- bleibt --><x:beschreibung>Alt</x:beschreibung>
        <x:{status}><code>{code}</code></x:{status}>
        <x:dokumentart>{kind}</x:dokumentart></x:{child}>
      </x:xdatenfelder.dokumentsteckbrief.0101>""".encode()


def report(records: list[Record] | Snapshot, namespace: str) -> list[Entry]:
    view = records if isinstance(records, Snapshot) else Snapshot.of_records(records)
    writer = writer_v2 if namespace == NS2 else writer_v3
    return [e for e in writer.write(view)[1].entries if e.message.key.startswith("fim.kind")]


@pytest.mark.parametrize("escaped", [False, True])
def test_an_edited_code_list_stays_a_code_list_and_keeps_the_rest(escaped: bool) -> None:
    view = read(code_list(escaped))
    woman, _ = view.ordered(Option)
    records = replaced(view, woman, label="Frau")
    records.append(Option(id="neu", parent=woman.parent, order="zz", label="divers", code="d"))

    content = exported(Snapshot.of_records(records), NS2)
    again = read(content)

    assert b"xdatenfelder.codeliste.0105" in content[:60]
    assert [(o.code, o.label) for o in again.ordered(Option)] == [
        ("f", "Frau"),
        ("m", "mann"),
        ("d", "divers"),
    ]
    assert "vom Amt" in content.decode()
    assert content.count(b"w<") + content.count(b"w&lt;") == 1  # the third column of one row


def test_a_removed_answer_and_another_order_arrive_in_the_list() -> None:
    view = read(code_list())
    woman, man = view.ordered(Option)

    without = exported(Snapshot.of_records(r for r in view if r.id != woman.id), NS2)
    turned = exported(Snapshot.of_records(replaced(view, man, order="A")), NS2)

    assert [o.code for o in read(without).ordered(Option)] == ["m"]
    assert [o.code for o in read(turned).ordered(Option)] == ["m", "f"]


def test_name_address_and_version_of_a_list_change_everywhere_they_stand() -> None:
    view = read(code_list())
    (found,) = view.of(CodeList)
    records = replaced(view, found, name="Anrede", urn="urn:de:a", version="2")

    content = exported(Snapshot.of_records(records), NS2)

    new = texts_of(content) - texts_of(code_list())
    assert {text for _, text, _ in new} - {"alt"} >= {"Anrede", "urn:de:a", "2", "urn:de:a_2"}
    assert b"urn:de:g" not in content
    assert b"Geschlecht" not in content


@pytest.mark.parametrize("namespace", [NS2, NS3])
def test_an_edited_profile_stays_a_profile(namespace: str) -> None:
    data = profile(namespace)
    view = read(data)
    records = replaced(view, view.service, name="Antrag neu", document_profile="D00000777")

    content = exported(Snapshot.of_records(records), namespace)

    assert b".dokumentsteckbrief.0101" in content[:60]
    gone, new = texts_of(data) - texts_of(content), texts_of(content) - texts_of(data)
    assert {name for name, _, _ in gone} <= {"id", "name", "nachrichtID"}
    assert {text for _, text, _ in new} == {"Antrag neu", "D00000777"}
    assert b"<!-- bleibt -->" in content
    assert report(records, namespace) == []


def test_a_profile_that_gets_fields_becomes_a_schema_and_the_report_says_so() -> None:
    view = read(profile(NS3))
    page = Step(id="p", name="Seite", form="page", role="role_applicant", order="b")
    records = [*view, page, Field(id="f", parent="p", order="a", label="Name")]

    content = exported(Snapshot.of_records(records), NS3)

    assert b"stammdatenschema.0102" in content[:200]
    (told,) = report(records, NS3)
    assert told.message.key == "fim.kind.grown"


def test_a_group_alone_says_that_it_has_no_place_for_the_service() -> None:
    data = group_v3()
    view = read(data)
    records = replaced(view, view.service, name="Anderer Name")

    assert exported(Snapshot.of_records(records), NS3) == data
    assert [e.message.key for e in report(records, NS3)] == ["fim.kind.service"]
    assert [e.message.key for e in report(records, NS2)] == ["fim.kind.service"]
    assert report(view, NS3) == []


def test_a_list_in_the_other_version_stands_in_a_file_beside_and_is_told() -> None:
    view = read(code_list())

    artifacts, _ = writer_v3.write(view)

    assert [e.message.key for e in report(view, NS3)] == ["fim.kind.other_version"]
    assert [a.role for a in artifacts] == ["datenfelder", "codeliste"]
    assert b"frau" in artifacts[1].content


@pytest.mark.parametrize(("home", "away"), [(NS2, NS3), (NS3, NS2)])
def test_a_profile_goes_into_the_other_version_and_comes_back(home: str, away: str) -> None:
    view = read(profile(home))

    there = exported(view, away)
    back = read(exported(read(there), home))

    assert b".dokumentsteckbrief.0101" in there[:200]
    assert b"struktur" not in there
    number = "D00000000123" if away == NS3 else "D00000123"
    assert read(there).service.document_profile == number
    assert "001" in read(there).service.extra("xdf:dokumentart")
    assert back.service.document_profile == view.service.document_profile
    assert back.service.description == view.service.description
    assert report(view, away) == []
    told = told_away(view, away)
    assert not {e.message.values.get("element") for e in told} & {"dokumentart"}
    assert not [e for e in told if e.message.key in NOT_OF_PROFILES]


def told_away(view: Snapshot, namespace: str) -> list[Entry]:
    writer = writer_v2 if namespace == NS2 else writer_v3
    return singles(writer.write(view)[1])
