"""Is what we write a data schema that others can read?"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from exporters.artifact import Artifact
from exporters.causes import singles
from exporters.xdatenfelder.writer_v3 import write
from exporters.xmlkit import Schema
from model.commands import cite, connect_steps, set_condition
from model.document import Snapshot
from model.language import current_language, use
from model.records import (
    LEGAL_FIELD_TYPES,
    Chosen,
    CodeList,
    Field,
    FieldGroup,
    Norm,
    Option,
    Service,
    Step,
)
from resources import texts
from tests.exporters.xdatenfelder.forms import X, a_form, codes, ids_by_name, written
from tests.helpers.building import Bench
from tests.helpers.musterleistung import musterleistung
from tests.helpers.records import record_lists

PAIRS = [(kind, one) for kind, types in LEGAL_FIELD_TYPES.items() for one in sorted(types)]


def test_the_whole_sample_is_valid(own_schema: Schema, own_genericode: Schema) -> None:
    artifacts, _ = write(musterleistung())

    assert own_schema.faults(artifacts[0].content) == []
    for artifact in artifacts[1:]:
        assert own_genericode.faults(artifact.content) == []


def test_the_whole_sample_is_valid_for_the_judges(shared: Path) -> None:
    folder = shared / "fim" / "xsd"
    schema = (folder / "reconstructed" / "xdatenfelder-3.0.0-RECONSTRUCTED.xsd").read_bytes()
    lists = {path.name: path.read_bytes() for path in (folder / "genericode-1.0").glob("*.xsd")}
    view = musterleistung()
    rasse = CodeList(id="cl", name="Rasse", urn="urn:de:liste:rasse", version="2024-01-01")
    field = Field(id="f_cl", parent="p_cl", label="Rasse", field_kind="select", code_list="cl")
    page = Step(id="p_cl", form="page", name="Rasse")
    options = [Option(id=f"o{n}", parent="cl", order=f"a{n}", label=f"Rasse {n}") for n in (1, 2)]
    view = Snapshot.of_records([*view, rasse, field, page, *options])

    artifacts, _ = write(view)

    assert Schema("m", {"m": schema}).faults(artifacts[0].content) == []
    judged = artifacts[1:]
    assert judged
    for artifact in judged:
        assert Schema("genericode.xsd", lists).faults(artifact.content) == []


@pytest.mark.parametrize(("kind", "data_type"), PAIRS)
def test_every_field_kind_with_every_type_is_valid(
    kind: str, data_type: str, own_schema: Schema
) -> None:
    field = Field(
        id="f",
        parent="p",
        label="Frage",
        field_kind=kind,
        data_type=data_type,
        content="1",
        min_length=1,
        max_length=9,
        min_value=Decimal(1),
        max_value=Decimal("9.50"),
        pattern="[0-9]",
        max_size=10,
        media_types=("application/pdf",),
    )

    root = written(a_form(field))

    precision = root.find(".//x:praezisierung", X)
    given_names = set(precision.attrib) if precision is not None else set()
    assert own_schema.faults(root) == []
    assert ("minLength" in given_names) == (
        data_type in ("text", "text_latin") and kind not in ("select", "label")
    )
    assert ("minValue" in given_names) == data_type.startswith("num")
    assert ("pattern" in given_names) == (data_type not in ("file", "obj"))
    assert (root.find(".//x:inhalt", X) is not None) == (data_type not in ("file", "obj"))
    assert (root.find(".//x:mediaType", X) is not None) == (data_type == "file")
    assert root.findtext(".//x:vorbefuellung/code", namespaces=X) == "keine"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(records=record_lists(max_size=14))
def test_whatever_stands_in_a_document_the_output_is_valid(
    records: list[object], own_schema: Schema, own_genericode: Schema
) -> None:
    view = Snapshot.of_records(records)  # type: ignore[arg-type]

    artifacts, _ = write(view)

    assert own_schema.faults(artifacts[0].content) == []
    for artifact in artifacts[1:]:
        assert own_genericode.faults(artifact.content) == []


def test_the_same_service_gives_the_same_bytes() -> None:
    first, second = write(musterleistung())[0], write(musterleistung())[0]

    assert first == second


def test_an_english_desk_gives_the_same_bytes() -> None:
    german = write(musterleistung())[0]

    use("en", texts("en"))
    english = write(musterleistung())[0]

    assert english == german
    assert current_language() == "en"


def test_ids_stay_when_another_field_is_added() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    bench.field("text", page.id, "Rufname")
    bench.field("yesno", page.id, "Gefährlich?")
    before = ids_by_name(written(bench.view))

    bench.do(lambda tx: tx.add(Field(id="aa", parent=page.id, label="Neu", order="Zz")))

    after = ids_by_name(written(bench.view))
    assert before.items() < after.items()


def test_the_prefix_is_xdf3_and_codes_are_unqualified() -> None:
    text = write(a_form(Field(id="f", parent="p", label="Name")))[0][0].content.decode()

    assert "<xdf3:xdatenfelder.stammdatenschema.0102 xmlns:xdf3=" in text
    assert "<code>input</code>" in text


def test_a_page_with_several_rows_is_a_group_of_its_name() -> None:
    root = written(
        a_form(Field(id="a", parent="p", label="A"), Field(id="b", parent="p", label="B"))
    )

    assert root.findtext(".//x:datenfeldgruppe/x:name", namespaces=X) == "Ihr Hund"
    assert len(root.findall(".//x:datenfeldgruppe//x:datenfeld", X)) == 2


def test_a_page_with_one_row_is_that_row() -> None:
    root = written(a_form(Field(id="a", parent="p", label="A")))

    assert root.find(".//x:datenfeldgruppe", X) is None
    assert len(root.findall(".//x:datenfeld", X)) == 1


def test_several_answers_and_repetition_are_multiplicities() -> None:
    root = written(
        a_form(
            Field(id="a", parent="p", order="a1", label="A", field_kind="select", choices="many"),
            Field(id="b", parent="p", order="a2", label="B", minimum=1),
            FieldGroup(id="g", parent="p", order="a3", label="G", minimum=0, maximum=None),
            Field(id="c", parent="g", label="C", minimum=5, maximum=2),
            Field(id="d", parent="g", label="D", minimum=0, maximum=0),
        )
    )

    times = [node.text for node in root.iterfind(".//x:anzahl", X)]
    assert times == ["1:1", "0:*", "1:1", "0:*", "5:5", "0:1"]


def test_parts_of_a_choice_group_are_0_1() -> None:
    root = written(
        a_form(
            FieldGroup(id="g", parent="p", label="Anschrift", either=True),
            Field(id="a", parent="g", label="Straße", minimum=1),
            Field(id="b", parent="g", label="Postfach", minimum=1),
        )
    )

    group = root.find(".//x:datenfeldgruppe", X)
    assert group.findtext("x:art/code", namespaces=X) == "X"
    assert [node.text for node in group.iterfind("x:struktur/x:anzahl", X)] == ["0:1", "0:1"]


def test_a_question_under_a_condition_may_be_missing_and_has_its_rule() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    asked = bench.field("yesno", page.id, "Gefährlich?")
    weight = bench.field("number", page.id, "Gewicht")
    bench.do(lambda tx: tx.alter(weight.id, minimum=1))
    bench.do(set_condition, weight.id, Chosen(field=asked.id, option=bench.options(asked)[0].id))

    root = written(bench.view)

    rule = root.find(".//x:regel", X)
    (structure,) = root.xpath("//x:struktur[x:enthaelt/x:datenfeld/x:name='Gewicht']", namespaces=X)
    text = rule.findtext("x:freitextRegel", namespaces=X)
    assert structure.findtext("x:anzahl", namespaces=X) == "0:1"
    assert rule.getparent().findtext("x:name", namespaces=X) == "Ihr Hund"
    assert rule.findtext("x:typ/code", namespaces=X) == "M"
    assert text.startswith('Wenn Gefährlich? = Ja, muss "Gewicht" angegeben werden')
    for fim_id in ids_by_name(root).values():
        if fim_id.startswith("F"):
            assert f'{fim_id} "' in text


def test_a_page_that_some_way_leaves_out_is_optional() -> None:
    bench = Bench()
    first = bench.after(bench.start, "page", "Ihr Hund")
    asked = bench.field("yesno", first.id, "Gefährlich?")
    option = bench.options(asked)[0]
    second = bench.after(first.id, "page", "Erlaubnis", option=option.id)
    bench.field("text", second.id, "Aktenzeichen")
    end = bench.after(second.id, "end", "")
    bench.do(connect_steps, first.id, end.id)

    root = written(bench.view)

    times = [node.text for node in root.iterfind("x:stammdatenschema/x:struktur/x:anzahl", X)]
    rule = root.findtext(".//x:regel/x:freitextRegel", namespaces=X)
    assert times == ["0:1", "0:1"]
    assert rule.startswith('Wenn Gefährlich? = Ja, kann "Aktenzeichen"')


def test_law_stands_at_the_element_with_its_link() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    field = bench.field("text", page.id, "Rufname")
    good = Norm(id="n1", paragraph="§ 1", law="HundG", link="https://www.gesetze.de/hundg/")
    bad = Norm(id="n2", paragraph="§ 2", law="HundG", link="gesetze.de")
    for norm in (good, bad):
        bench.do(lambda tx, norm=norm: tx.add(norm))
        bench.do(cite, field.id, norm.id, "Satz 2")

    artifacts, report = write(bench.view)

    found = etree.fromstring(artifacts[0].content).findall(".//x:datenfeld/x:bezug", X)
    assert [(node.text, node.get("link")) for node in found] == [
        ("§ 1 Satz 2 HundG", "https://www.gesetze.de/hundg/"),
        ("§ 2 Satz 2 HundG", None),
    ]
    assert "1133" in codes(report)


def test_law_of_a_harmonised_field_in_a_bound_group_stands_at_the_multiplicity() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Ihr Hund")
    group = bench.field("group", page.id, "Halter")
    field = bench.field("text", group.id, "Name")
    bench.do(lambda tx: tx.alter(field.id, element_type="HAR"))
    bench.do(lambda tx: tx.add(Norm(id="n1", paragraph="§ 1", law="HundG")))
    bench.do(cite, field.id, "n1", "")

    root = written(bench.view)

    structure = root.find(".//x:datenfeld", X).getparent().getparent()
    assert structure.findtext("x:bezug", namespaces=X) == "§ 1 HundG"


@pytest.mark.parametrize("status", range(1, 9))
def test_from_draft_on_the_day_of_the_status_is_told(status: int, own_schema: Schema) -> None:
    view = a_form(Field(id="f", parent="p", label="A"), status=status, valid_from=date(2026, 4, 1))

    root = written(view)

    days = {node.text for node in root.iterfind(".//x:statusGesetztAm", X)}
    assert own_schema.faults(root) == []
    assert days == ({"2026-04-01"} if 3 <= status <= 7 else set())


def test_the_moment_is_handed_in_or_taken_from_the_service() -> None:
    moment = datetime(2026, 11, 25, 8, 30, tzinfo=UTC)
    view = a_form(Field(id="f", parent="p", label="A"), valid_from=date(2026, 4, 1))

    told = etree.fromstring(write(view, written=moment)[0][0].content)
    own = written(view)

    path = "x:header/x:erstellungszeitpunkt"
    assert told.findtext(path, namespaces=X) == "2026-11-25T08:30:00+00:00"
    assert own.findtext(path, namespaces=X) == "2026-04-01T00:00:00Z"


def test_an_empty_service_holds_the_default_field(own_schema: Schema) -> None:
    artifacts, report = write(Snapshot.of_records([Service(id="s", name="Leer")]))

    root = etree.fromstring(artifacts[0].content)
    assert own_schema.faults(root) == []
    assert root.findtext(".//x:datenfeld/x:identifikation/x:id", namespaces=X) == "F60000000001"
    assert {"1078", "1051"} <= set(codes(report))
    assert "xdfm.1096" in {entry.message.key for entry in singles(report)}


def test_everything_in_a_versioned_schema_has_a_version() -> None:
    view = a_form(
        Field(id="a", parent="p", label="A", fim_id="F60000243", fim_version="1.1"),
        Field(id="b", parent="p", label="B", fim_version="neu"),
        version="2.1",
    )

    root = written(view)

    versions = [
        node.findtext("x:version", namespaces=X) for node in root.iterfind(".//x:identifikation", X)
    ]
    assert versions == ["2.1.0", "2.1.0", "1.1.0", "2.1.0"]


def test_a_circle_of_groups_does_not_hang_the_writer() -> None:
    view = a_form(
        FieldGroup(id="g", parent="h", label="G"), FieldGroup(id="h", parent="g", label="H")
    )

    artifacts: list[Artifact] = write(view)[0]

    assert len(artifacts) == 1
