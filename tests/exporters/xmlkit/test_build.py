"""Is XML written the same way every time, and judged by a schema at hand?"""

from __future__ import annotations

from lxml import etree

from exporters.xmlkit import Schema, element, parse, to_bytes, unbind

MAIN = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:include schemaLocation="teil.xsd"/>
  <xs:element name="a" type="Zahl"/></xs:schema>"""
PART = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:simpleType name="Zahl"><xs:restriction base="xs:int"/></xs:simpleType></xs:schema>"""


def test_elements_are_indented_and_end_with_a_line_feed() -> None:
    root = etree.Element("a")
    element(root, "b", {"x": "1", "y": ""}, "ü<")

    assert to_bytes(root).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b x="1">ü&lt;</b>\n</a>\n'
    )


def test_characters_xml_cannot_hold_are_left_out() -> None:
    root = etree.Element("a")
    element(root, "b", {"x": "1\x00"}, "a\x0b\ud800\ufffe😀")

    assert parse(to_bytes(root)).root[0].text == "a😀"


def test_a_schema_in_two_files_finds_the_fault_with_its_place() -> None:
    schema = Schema("main.xsd", {"main.xsd": MAIN, "teil.xsd": PART})

    assert schema.faults(b"<a>7</a>") == []
    (fault,) = schema.faults(b"\n<a>sieben</a>")
    assert fault.line == 2
    assert "Zahl" in fault.message


def test_a_new_element_without_namespace_keeps_none_under_a_default_one() -> None:
    root = etree.fromstring('<a xmlns="urn:x"><b/></a>')
    code = element(root[0], "code", {"x": "1"}, "7")
    element(code, "name", text="acht")

    unbind(root)

    again = etree.fromstring(to_bytes(root))[0]
    assert [node.tag for node in again.iter()] == ["{urn:x}b", "code", "name"]
    assert (again[0].text.strip(), again[0].get("x"), again[0][0].text) == ("7", "1", "acht")
