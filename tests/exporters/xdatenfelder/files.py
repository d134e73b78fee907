"""Small data schemas of our own, as a FIM editor would write them."""

from __future__ import annotations

NS3 = "urn:xoev-de:fim:standard:xdatenfelder_3.0.0"
NS2 = "urn:xoev-de:fim:standard:xdatenfelder_2"


def group_v3(identification: str = "", status: str = "6", more: str = "") -> bytes:
    """A group alone (message 0103) with one field."""
    identification = identification or "<x:id>G05123000001</x:id><x:version>1.2.0</x:version>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<x:xdatenfelder.datenfeldgruppe.0103 xmlns:x="{NS3}" xmlns:andere="urn:andere">
  <x:header>
    <x:nachrichtID>a1</x:nachrichtID>
    <x:erstellungszeitpunkt>2025-03-01T08:00:00Z</x:erstellungszeitpunkt>
  </x:header>
  <!-- eine Bemerkung -->
  <x:datenfeldgruppe>
    <x:identifikation>{identification}</x:identifikation>
    <x:name>Hund</x:name>
    <x:bezug link="https://www.gesetze-im-internet.de/hg/__1.html">§ 1 HundG</x:bezug>
    <x:freigabestatus><code>{status}</code></x:freigabestatus>
    <x:letzteAenderung>2025-03-01T08:00:00Z</x:letzteAenderung>
    <x:bezeichnungEingabe>Ihr Hund</x:bezeichnungEingabe>
    <x:schemaelementart><code>RNG</code></x:schemaelementart>
    {more}
    <x:struktur>
      <x:anzahl>0:*</x:anzahl>
      <x:bezug>§ 2 Abs. 1 HundG</x:bezug>
      <x:enthaelt>
        <x:datenfeld>
          <x:identifikation><x:id>F05123000002</x:id></x:identifikation>
          <x:name>Ruf<!-- mitten im Wort -->name</x:name>
          <x:freigabestatus><code>6</code></x:freigabestatus>
          <x:letzteAenderung>2025-03-01T08:00:00Z</x:letzteAenderung>
          <x:bezeichnungEingabe>Rufname</x:bezeichnungEingabe>
          <x:schemaelementart><code>RNG</code></x:schemaelementart>
          <x:feldart><code>input</code></x:feldart>
          <x:datentyp><code>text</code></x:datentyp>
          <x:praezisierung minLength="1" maxLength="40"/>
          <x:vorbefuellung><code>keine</code></x:vorbefuellung>
        </x:datenfeld>
      </x:enthaelt>
    </x:struktur>
  </x:datenfeldgruppe>
</x:xdatenfelder.datenfeldgruppe.0103>
""".encode()


def code(tag: str, value: str) -> str:
    return f'<xdf:{tag} listURI="urn:x" listVersionID="1.0"><code>{value}</code></xdf:{tag}>'


def field_v2(number: str, label: str, precision: str = "", kind: str = "input") -> str:
    """A datenfeld of 2.0 with all its required, partly empty elements."""
    reference = (
        "<xdf:codelisteReferenz><xdf:identifikation><xdf:id>C60000007</xdf:id>"
        "</xdf:identifikation><xdf:genericodeIdentification>"
        "<xdf:canonicalIdentification>urn:de:liste:rasse</xdf:canonicalIdentification>"
        "<xdf:version>2024-01-01</xdf:version>"
        "<xdf:canonicalVersionUri>urn:de:liste:rasse_2024-01-01</xdf:canonicalVersionUri>"
        "</xdf:genericodeIdentification></xdf:codelisteReferenz>"
    )
    return f"""<xdf:datenfeld>
      <xdf:identifikation><xdf:id>{number}</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
      <xdf:name>{label}</xdf:name><xdf:bezeichnungEingabe>{label}</xdf:bezeichnungEingabe>
      <xdf:beschreibung/><xdf:definition/><xdf:bezug>§ 1 HundG; § 2 HundG</xdf:bezug>
      {code("status", "aktiv")}{code("schemaelementart", "RNG")}
      <xdf:hilfetextEingabe/><xdf:hilfetextAusgabe/>
      {code("feldart", kind)}{code("datentyp", "text")}
      <xdf:praezisierung>{precision}</xdf:praezisierung><xdf:inhalt/>
      {reference if kind == "select" else ""}
    </xdf:datenfeld>"""


def structure_v2(times: str, inside: str) -> str:
    return (
        f"<xdf:struktur><xdf:anzahl>{times}</xdf:anzahl><xdf:bezug/>"
        f"<xdf:enthaelt>{inside}</xdf:enthaelt></xdf:struktur>"
    )


def schema_v2() -> bytes:
    """A schema of 2.0: group, two loose fields, group; a rule."""
    group = f"""<xdf:datenfeldgruppe>
      <xdf:identifikation><xdf:id>G05000001</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
      <xdf:name>Halter</xdf:name><xdf:bezeichnungEingabe>Halter</xdf:bezeichnungEingabe>
      <xdf:beschreibung/><xdf:definition/><xdf:bezug/>{code("status", "aktiv")}
      {code("schemaelementart", "HAR")}<xdf:hilfetextEingabe/><xdf:hilfetextAusgabe/>
      <xdf:regel>
        <xdf:identifikation><xdf:id>R05000001</xdf:id></xdf:identifikation>
        <xdf:name>Name oder Firma</xdf:name><xdf:bezeichnungEingabe/><xdf:beschreibung/>
        <xdf:definition>Eines von F05000001 und F05000002 ist anzugeben.</xdf:definition>
        <xdf:bezug/>{code("status", "aktiv")}<xdf:script>function script() {{}}</xdf:script>
      </xdf:regel>
      {structure_v2("1:1", field_v2("F05000001", "Name", '{"minLength":"1","maxLength":"400"}'))}
      {structure_v2("2:5", field_v2("F05000002", "Firma"))}
    </xdf:datenfeldgruppe>"""
    second = group.replace("G05000001", "G05000002").replace("Halter", "Halterin")
    return f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<xdf:xdatenfelder.stammdatenschema.0102 xmlns:xdf="{NS2}">
  <xdf:header><xdf:nachrichtID>1</xdf:nachrichtID>
    <xdf:erstellungszeitpunkt>2023-07-24T07:14:14Z</xdf:erstellungszeitpunkt></xdf:header>
  <xdf:stammdatenschema>
    <xdf:identifikation><xdf:id>S05000001</xdf:id><xdf:version>1.0</xdf:version></xdf:identifikation>
    <xdf:name>Hundesteuer für Züchter</xdf:name>
    <xdf:bezeichnungEingabe>Anmeldung</xdf:bezeichnungEingabe>
    <xdf:beschreibung>Wer züchtet</xdf:beschreibung>
    <xdf:definition/><xdf:bezug>§ 1 HundG</xdf:bezug>
    {code("status", "inVorbereitung")}
    {code("ableitungsmodifikationenStruktur", "0")}
    {code("ableitungsmodifikationenRepraesentation", "0")}
    {structure_v2("1:1", group)}
    {structure_v2("0:1", field_v2("F05000003", "Rasse", kind="select"))}
    {structure_v2("1:*", field_v2("F05000004", "Farbe", "keine Angabe"))}
    {structure_v2("0:1", second)}
  </xdf:stammdatenschema>
</xdf:xdatenfelder.stammdatenschema.0102>
""".encode("iso-8859-1")
