"""Small schema folders as the XRepository delivers them."""

from __future__ import annotations

NS = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0"
GROUP = "xdatenfelder.datenfeldgruppe.0103"

MAIN = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="{NS}"
    targetNamespace="{NS}" version="3.0.0" elementFormDefault="qualified">
  <xs:include schemaLocation="bausteine/teil.xsd"/>
  <xs:element name="{GROUP}" type="x:Nachricht"/>
</xs:schema>""".encode()

PART = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="{NS}"
    xmlns:c="http://xoev.de/schemata/code/1_0" targetNamespace="{NS}"
    elementFormDefault="qualified">
  <xs:import namespace="http://xoev.de/schemata/code/1_0"
    schemaLocation="http://xoev.de/schemata/code/1_0/xoev-code.xsd"/>
  <xs:complexType name="Nachricht">
    <xs:sequence>
      <xs:element name="identifikation" type="x:Id"/>
      <xs:element name="art" type="c:Code"/>
      <xs:element name="stand" type="xs:date" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence>
  </xs:complexType>
  <xs:complexType name="Id">
    <xs:sequence><xs:element name="id" type="x:Nummer"/></xs:sequence>
  </xs:complexType>
  <xs:simpleType name="Nummer">
    <xs:restriction base="xs:string"><xs:pattern value="G\\d{{11}}"/></xs:restriction>
  </xs:simpleType>
</xs:schema>""".encode()

SET = {"xdf/haupt.xsd": MAIN, "xdf/bausteine/teil.xsd": PART}


def message(number: str = "G12345678901", more: str = "") -> bytes:
    return (
        f'<x:{GROUP} xmlns:x="{NS}">\n<x:identifikation>\n<x:id>{number}</x:id>\n'
        f"</x:identifikation>\n<x:art><code>X</code></x:art>\n{more}</x:{GROUP}>"
    ).encode()
