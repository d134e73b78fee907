"""A small XProzess message of our own, as a FIM editor would write it."""

from __future__ import annotations

from exporters.xprozess.envelope import packed

NS = "http://www.regierung-mv.de/xprozess/2"
KEY = "99006001000000"


def code(tag: str, value: str) -> str:
    return f'<x:{tag} listURI="urn:liste" listVersionID="1"><code>{value}</code></x:{tag}>'


def model() -> bytes:
    """Two sub-processes one after the other, without picture."""
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:boc="urn:boc" id="d"
    targetNamespace="urn:t">
  <process id="p" name="Ablauf des Amtes">
    <extensionElements><boc:eigen wert="7"/></extensionElements>
    <startEvent id="s"/>
    <subProcess id="sub_a" name="Anzeige empfangen"/>
    <subProcess id="sub_b" name="Anzeige pr\xc3\xbcfen"/>
    <endEvent id="e"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="sub_a"/>
    <sequenceFlow id="f2" sourceRef="sub_a" targetRef="sub_b"/>
    <sequenceFlow id="f3" sourceRef="sub_b" targetRef="e"/>
  </process>
</definitions>
"""


def group(number: str, kind: str, sub: str, name: str, more: str = "") -> str:
    return f"""<x:aktivitaetengruppe>
          {code("referenzaktivitaetengruppeTyp", kind)}
          <x:referenzaktivitaetengruppeVersion>1.00</x:referenzaktivitaetengruppeVersion>
          <x:id>{number}</x:id><x:subProzessID>{sub}</x:subProzessID>
          <x:name>{name}</x:name><x:beschreibung>Was zu tun ist</x:beschreibung>
          <x:handlungsgrundlage><x:name>§ 2 Abs. 1 HundG</x:name>{code("art", "104")}
            <x:uri>https://www.gesetze-im-internet.de/hg/__2.html</x:uri></x:handlungsgrundlage>
          {more}
        </x:aktivitaetengruppe>"""


def message(content: str | None = None, more: str = "", processes: str = "") -> bytes:
    """The whole message; ``content`` is the text of inhalt ("" = no model)."""
    inside = packed(model(), "Modell.xml") if content is None else content
    drawn = (
        "<x:prozessmodell><x:prozessmodelldatei><x:dateiname>Modell</x:dateiname>"
        f"<x:inhalt>{inside}</x:inhalt></x:prozessmodelldatei>"
        "<x:visualisierungsdatei><x:inhalt>UERG</x:inhalt></x:visualisierungsdatei>"
        "</x:prozessmodell>"
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<x:alleInhalte.export.0303 xmlns:x="{NS}" xmlns:andere="urn:andere" produkt="Editor">
  <x:nachrichtenkopf><x:nachrichtUUID>1</x:nachrichtUUID></x:nachrichtenkopf>
  <!-- eine Bemerkung -->
  <x:prozesskatalog><x:name>Katalog</x:name>
    <x:prozessklasse>
      <x:id>{KEY}</x:id><x:version>01.02.00</x:version>
      <x:name>Hundehaltung anzeigen</x:name><x:bezeichnung>Hundehaltung</x:bezeichnung>
      <x:definition>Wer einen Hund hält, zeigt das an.</x:definition>
      <x:handlungsgrundlage><x:name>§ 1 HundG</x:name>{code("art", "104")}
        <x:uri/></x:handlungsgrundlage>
      {code("zwecksetzung", "6")}
      <x:fachlichFreigebendeStelle>Innenministerium</x:fachlichFreigebendeStelle>
      <andere:notiz>bleibt</andere:notiz>
    </x:prozessklasse>
  </x:prozesskatalog>
  <x:prozessbibliothek><x:name>Bibliothek</x:name>
    <x:prozess>
      <x:id>{KEY}</x:id><x:version>01.02.00</x:version>
      <x:name>Hundehaltung anzeigen</x:name>
      <x:fachlichFreigebendeStelle>Innenministerium</x:fachlichFreigebendeStelle>
      <x:prozesssteckbrief><x:definition/>
        <x:ausloeser><x:formularID>D05000001</x:formularID></x:ausloeser>
      </x:prozesssteckbrief>
      <x:prozessstrukturbeschreibung>
        <x:strukturbeschreibungFIM>
        {group("01", "1", "sub_a", "Anzeige empfangen", more)}
        {group("02", "4", "sub_b", "Anzeige prüfen")}
        </x:strukturbeschreibungFIM>
      </x:prozessstrukturbeschreibung>
      {drawn if inside else ""}
      <x:zustandsangaben>{code("status", "5")}
        <x:gueltigkeitszeitraum><x:beginn>2019-12-31T23:00:00.000Z</x:beginn>
        </x:gueltigkeitszeitraum></x:zustandsangaben>
    </x:prozess>{processes}
  </x:prozessbibliothek>
</x:alleInhalte.export.0303>
""".encode()
