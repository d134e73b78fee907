"""Do answers and code lists leave complete and well named?"""

from __future__ import annotations

from lxml import etree

from exporters.xdatenfelder.writer_v3 import write
from exporters.xmlkit import Schema
from model.records import CodeList, Field, Option
from tests.exporters.xdatenfelder.forms import X, a_form, codes


def test_codes_never_stand_twice_and_are_never_empty() -> None:
    view = a_form(
        Field(id="f", parent="p", label="Rasse", field_kind="select"),
        *(
            Option(id=f"o{n}", parent="f", order=f"a{n}", label=f"Nr. {n}", code=code)
            for n, code in enumerate(["x", "x", "", "x-2"])
        ),
    )

    artifacts, report = write(view)

    root = etree.fromstring(artifacts[0].content)
    found = [node.text for node in root.iterfind(".//x:wert/x:code", X)]
    assert found == ["x", "x-2", "003", "x-2-2"]
    assert codes(report).count("1045") == 2


def test_answers_at_a_field_that_is_no_choice_are_reported() -> None:
    view = a_form(
        Field(id="f", parent="p", label="Rasse"), Option(id="o", parent="f", label="Dackel")
    )

    artifacts, report = write(view)

    assert b"werte" not in artifacts[0].content
    assert "1017" in codes(report)


def test_a_code_list_leaves_beside_the_schema(own_genericode: Schema) -> None:
    artifacts, report = write(
        a_form(
            CodeList(id="cl", name="Rasse des Hündchens", issuer="Musterstadt"),
            Option(id="o1", parent="cl", order="a1", label="Dackel", code="d", help="klein"),
            Option(id="o2", parent="cl", order="a2", label="„Dogge“", code="g"),
            Field(id="f", parent="p", label="Rasse", field_kind="select", code_list="cl"),
        )
    )

    names = [artifact.name for artifact in artifacts]
    root = etree.fromstring(artifacts[0].content)
    listed = artifacts[1].content.decode()
    urn = "urn:fachwerk:codeliste:rasse-des-huendchens"
    assert names == ["datenfelder.xml", "codeliste_rasse-des-huendchens.xml"]
    assert root.findtext(".//x:canonicalIdentification", namespaces=X) == urn
    assert own_genericode.faults(artifacts[1].content) == []
    assert f"<CanonicalUri>{urn}</CanonicalUri>" in listed
    assert "<SimpleValue>d</SimpleValue>" in listed
    assert "1040" in codes(report)


def test_a_list_kept_elsewhere_is_a_reference_only() -> None:
    artifacts, _ = write(
        a_form(
            CodeList(id="cl", name="rasse", urn="urn:de:liste:rasse", version="2024-01-01"),
            Field(id="f", parent="p", label="Rasse", field_kind="select", code_list="cl"),
        )
    )

    root = etree.fromstring(artifacts[0].content)
    assert len(artifacts) == 1
    assert (
        root.findtext(".//x:canonicalVersionUri", namespaces=X) == "urn:de:liste:rasse_2024-01-01"
    )


def test_the_stem_names_the_schema_and_lists_are_named_by_themselves() -> None:
    view = a_form(
        CodeList(id="cl", name="Rasse"),
        Option(id="o1", parent="cl", label="Dackel"),
        Field(id="f", parent="p", label="Rasse", field_kind="select", code_list="cl"),
    )

    names = [artifact.name for artifact in write(view, stem="hund")[0]]

    assert names == ["hund.xml", "codeliste_rasse.xml"]
