"""How do the exports of other tools look? Files of our own in the habits of twenty of them.

None is a copy: names, ids and contents are invented. What counts is where each tool keeps its own
things: prefixes, encodings, extension elements, labels, defaults said aloud, parts nobody draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
SPACES: Final = (
    'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
IDS: Final[Mapping[str, tuple[int, int]]] = {
    "s": (100, 100), "t": (200, 80), "g": (360, 95), "u": (480, 80), "e": (640, 100),
}  # fmt: skip
FLOWS: Final = (("f1", "s", "t"), ("f2", "t", "g"), ("f3", "g", "u"), ("f4", "u", "e"))


def body(p: str = "", i: str = "{}", more: Mapping[str, str] | None = None, **at: str) -> str:
    """A start, a step, a gateway, a step, an end, with their ways. ``p`` is the prefix, ``i`` the
    form of the ids, ``more`` what stands in an element, ``at`` which attributes it bears besides.
    """
    inside = dict(more or {})

    def one(tag: str, key: str, facts: str = "", name: str = "") -> str:
        called = f' name="{name}"' if name else ""
        head = f'<{p}{tag} id="{i.format(key)}"{called}{facts}{at.get(key, "")}'
        held = inside.get(key, "")
        return f"    {head}>{held}</{p}{tag}>\n" if held else f"    {head}/>\n"

    ways = "".join(
        one("sequenceFlow", f, f' sourceRef="{i.format(a)}" targetRef="{i.format(b)}"')
        for f, a, b in FLOWS
    )
    return (
        one("startEvent", "s", name="Antrag eingegangen")
        + one("userTask", "t", name="Antrag prüfen")
        + one("exclusiveGateway", "g", name="Vollständig?")
        + one("serviceTask", "u", name="Bescheid erzeugen")
        + one("endEvent", "e")
        + ways
    )


def drawing(
    i: str = "{}", about: str = "p", gui: str = "{}_gui", shape: str = "", edge: str = "",
    d: str = "bpmndi:", c: str = "dc:", w: str = "di:",
) -> str:  # fmt: skip
    """The diagram of ``body``; ``shape`` and ``edge`` stand in every one of them."""
    shapes = "".join(
        f'      <{d}BPMNShape id="{gui.format(i.format(k))}" bpmnElement="{i.format(k)}">'
        f'<{c}Bounds x="{x}" y="{y}" width="100" height="60"/>{shape}</{d}BPMNShape>\n'
        for k, (x, y) in IDS.items()
    )
    edges = "".join(
        f'      <{d}BPMNEdge id="{gui.format(i.format(f))}" bpmnElement="{i.format(f)}">'
        f'<{w}waypoint x="{IDS[a][0] + 100}" y="110"/><{w}waypoint x="{IDS[b][0]}" y="110"/>{edge}'
        f"</{d}BPMNEdge>\n"
        for f, a, b in FLOWS
    )
    return (
        f'  <{d}BPMNDiagram id="bild">\n    <{d}BPMNPlane id="flaeche" bpmnElement="{about}">\n'
        f"{shapes}{edges}    </{d}BPMNPlane>\n  </{d}BPMNDiagram>\n"
    )


def whole(
    inside: str, behind: str = "", p: str = "", spaces: str = "", before: str = "",
    process: str = ' name="Ablauf"', head: str = '<?xml version="1.0" encoding="UTF-8"?>\n',
) -> str:  # fmt: skip
    own = f"xmlns:{p[:-1]}" if p else "xmlns"
    return (
        f'{head}<{p}definitions {own}="{MODEL}" {SPACES}{spaces} id="defs" '
        f'targetNamespace="http://example.org/bpmn">\n{before}  <{p}process id="p"{process}>\n'
        f"{inside}  </{p}process>\n{behind}</{p}definitions>\n"
    )


def signavio() -> str:
    meta = '<signavio:signavioMetaData metaKey="bgcolor" metaValue="#ffffff"/>'
    label = (
        '<signavio:signavioLabel align="center" bottom="true" ref="text_name" valign="top" '
        'x="15.0" y="32.0"/>'
    )
    kept = f"<extensionElements>{meta}{label}</extensionElements>"
    i = "sid-{}0A1B2C3-4D5E-46F7-8A9B-0C1D2E3F4A5B"
    lanes = (
        f'    <laneSet id="sid-lanes"><lane id="sid-lane" name="Amt">{kept}'
        + "".join(f"<flowNodeRef>{i.format(k)}</flowNodeRef>" for k in IDS)
        + "</lane></laneSet>\n"
    )
    typed = '<conditionExpression id="sid-c" xsi:type="tFormalExpression"/>'
    more = {**dict.fromkeys(IDS, kept), "f3": kept + typed}
    flags = ' gatewayDirection="Diverging"'
    return whole(
        lanes + body(i=i, more=more, g=flags, t=' implementation="webService"'),
        drawing(i=i, shape='<bpmndi:BPMNLabel labelStyle="stil"/>').replace(
            "  </bpmndi:BPMNDiagram>",
            '<bpmndi:BPMNLabelStyle id="stil"><dc:Font isBold="false" name="Arial" size="12.0"/>'
            "</bpmndi:BPMNLabelStyle></bpmndi:BPMNDiagram>",
        ),
        spaces=' xmlns:signavio="http://www.signavio.com" exporter="Signavio" '
        'expressionLanguage="http://www.w3.org/TR/XPath"',
        process=' isClosed="false" isExecutable="false" processType="None"',
    )


def aris() -> str:
    text = (
        '<semantic:documentation textFormat="text/plain">Amt&#xA;prüft</semantic:documentation>'
        '<semantic:extensionElements><aris:attribute xml:lang="de" name="AT_NAME">Wert'
        "</aris:attribute></semantic:extensionElements>"
    )
    return whole(
        body("semantic:", "ID_{}-4711", {"t": text, "u": text}, t=' startQuantity="1"'),
        drawing("ID_{}-4711").replace('id="bild"', 'id="bild" resolution="96.0" name="ARIS"'),
        "semantic:",
        ' xmlns:aris="http://www.example.org/aris"',
    )


def adonis() -> str:
    page = (
        '<documentation textFormat="text/html"><h:div xmlns:h="http://www.w3.org/1999/xhtml">'
        "<h:p>Prüft <h:b>genau</h:b>.</h:p></h:div></documentation><extensionElements>"
        '<adonis:modelattributes><adonis:attr name="A_DAUER" type="TIME">00:000:00:10:00'
        "</adonis:attr></adonis:modelattributes></extensionElements>"
    )
    return whole(
        body(i="_{}a1b2-77", more={"t": page}),
        drawing("_{}a1b2-77", edge="<!-- Kante -->"),
        spaces=' xmlns:adonis="http://www.example.org/adonis" exporter="ADONIS"',
    )


def bic() -> str:
    note = (
        '    <textAnnotation id="n" textFormat="text/plain"><text>Frist beachten</text>'
        '</textAnnotation>\n    <association id="a" associationDirection="None" '
        'sourceRef="ID-t" targetRef="n"/>\n'
    )
    colour = '<di:extension><bic:farbe xmlns:bic="urn:bic" wert="#abcdef"/></di:extension>'
    drawn = drawing("ID-{}").replace('_gui" bpmnElement="ID-g"', '_gui" isMarkerVisible="true" '
                                     'bpmnElement="ID-g"')  # fmt: skip
    return whole(body(i="ID-{}") + note, drawn.replace("<dc:Bounds", colour + "<dc:Bounds", 1))


def camunda7() -> str:
    form = (
        '<bpmn:extensionElements><camunda:formData><camunda:formField id="ok" label="Gut?" '
        'type="boolean"/></camunda:formData><camunda:taskListener event="create"><camunda:script '
        'scriptFormat="js"><![CDATA[if (a < b && c) { x(); }]]></camunda:script>'
        "</camunda:taskListener></bpmn:extensionElements>"
    )
    condition = (
        '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${ok &amp;&amp; a &lt; 3}'
        "</bpmn:conditionExpression>"
    )
    return whole(
        body("bpmn:", "Activity_{}0x1y", {"t": form, "f3": condition},
             t=' camunda:assignee="${wer}" camunda:asyncBefore="true"',
             u=' camunda:type="external" camunda:topic="bescheid"'),
        drawing("Activity_{}0x1y", gui="{}_di").replace(
            "<bpmndi:BPMNShape ", '<bpmndi:BPMNShape bioc:stroke="#000" color:border-color="#000" '
        ),
        "bpmn:",
        ' xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:bioc="urn:bioc" '
        'xmlns:color="urn:color" xmlns:modeler="urn:modeler" modeler:executionPlatform="C 7"',
        process=' isExecutable="true" camunda:historyTimeToLive="180"',
    )  # fmt: skip


def camunda8() -> str:
    job = (
        '<bpmn:extensionElements><zeebe:taskDefinition type="bescheid" retries="3"/>'
        '<zeebe:ioMapping><zeebe:input source="=a" target="b"/></zeebe:ioMapping>'
        "</bpmn:extensionElements>"
    )
    form = (
        "<bpmn:extensionElements><zeebe:userTask/><zeebe:formDefinition formId="
        '"antrag"/></bpmn:extensionElements>'
    )
    rule = (
        '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=ok and x &gt; 1'
        "</bpmn:conditionExpression>"
    )
    late = (
        '    <bpmn:boundaryEvent id="late" attachedToRef="Activity_t" cancelActivity="false">'
        '<bpmn:timerEventDefinition id="td"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">'
        "P14D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>\n"
    )
    return whole(
        body("bpmn:", "Activity_{}", {"t": form, "u": job, "f3": rule}) + late,
        drawing("Activity_{}", gui="{}_di", edge="<bpmndi:BPMNLabel/>"),
        "bpmn:",
        ' xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"',
    )


def activiti_without_picture() -> str:
    field = (
        '<extensionElements><activiti:formProperty id="name" name="Name" required="true">'
        "</activiti:formProperty></extensionElements>"
    )
    spaces = ' xmlns:activiti="http://activiti.org/bpmn" typeLanguage="urn:xsd"'
    return whole(body(more={"s": field, "t": field}), spaces=spaces)


def bizagi() -> str:
    own = (
        '<extensionElements><BizagiExtensions xmlns="http://www.bizagi.com/bpmn20">'
        '<BizagiProperties><BizagiProperty name="bgColor" value="#ECEFFF"/><BizagiProperty '
        'name="textColor" value="Black"/></BizagiProperties></BizagiExtensions></extensionElements>'
    )
    return whole(
        body(i="Id_{}", more=dict.fromkeys([*IDS, "f1"], "<documentation/>" + own)),
        drawing("Id_{}", gui="DiagramElement_{}", shape="<bpmndi:BPMNLabel><dc:Bounds x='0' y='0' "
                "width='0' height='0'/></bpmndi:BPMNLabel>"),
    )  # fmt: skip


def visio() -> str:
    head = '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n'
    text = whole(body(i="Id_{}_1"), drawing("Id_{}_1"), spaces=' xmlns:xsd="urn:xsd"', head=head)
    return text.replace("/>\n", " />\r\n")


def enterprise_architect() -> str:
    return whole(
        body("bpmn:", "EAID_{}_11_22"),
        drawing("EAID_{}_11_22", gui="{}_dia"),
        "bpmn:",
        process=' name="Ablauf des Amtes für Grünflächen"',
        head='<?xml version="1.0" encoding="windows-1252"?>\n',
    )


def bonita() -> str:
    before = (
        '  <model:itemDefinition id="item" isCollection="false" structureRef="java:String"/>\n'
        '  <model:message id="m" itemRef="item" name="Nachricht"/>\n'
        '  <model:signal id="sig" name="Signal"/>\n'
    )
    data = (
        '<model:ioSpecification id="io"><model:dataInput id="ein" itemSubjectRef="item"/>'
        '<model:inputSet id="is"><model:dataInputRefs>ein</model:dataInputRefs></model:inputSet>'
        '<model:outputSet id="os"/></model:ioSpecification><model:dataInputAssociation id="da">'
        "<model:targetRef>ein</model:targetRef><model:assignment><model:from>a</model:from>"
        "<model:to>b</model:to></model:assignment></model:dataInputAssociation>"
        '<model:standardLoopCharacteristics loopMaximum="3" testBefore="true"/>'
    )
    start = '<model:messageEventDefinition id="md" messageRef="m"/>'
    return whole(
        body("model:", "_{}Xy", {"u": data, "s": start}), drawing("_{}Xy"), "model:", before=before
    )


def flowable() -> str:
    field = (
        '<extensionElements><flowable:field name="text"><flowable:string><![CDATA[Hallo & <b>]]>'
        "</flowable:string></flowable:field></extensionElements>"
    )
    drawn = drawing(d="bpmndi:", c="omgdc:", w="omgdi:")
    text = whole(body(more={"u": field}, u=' flowable:type="mail"'), drawn,
                 spaces=' xmlns:flowable="http://flowable.org/bpmn"')  # fmt: skip
    return text.replace("xmlns:dc=", "xmlns:omgdc=").replace("xmlns:di=", "xmlns:omgdi=")


def blueworks() -> str:
    before = (
        '  <import importType="http://www.w3.org/2001/XMLSchema" location="x.xsd" '
        'namespace="urn:x"/>\n  <extension mustUnderstand="false" definition="xsi:x"/>\n'
    )
    head = '<?xml version="1.0" encoding="UTF-16"?>\n'
    return whole(body(i="bpmn-{}-77"), spaces=' name="Plan"', before=before, head=head)


def yaoqiang() -> str:
    before = '  <timerEventDefinition id="td"><timeCycle>R/P1D</timeCycle></timerEventDefinition>\n'
    shared = "<eventDefinitionRef>td</eventDefinitionRef>"
    page = '    <extensionElements><y:page xmlns:y="urn:y" w="840"/></extensionElements>\n'
    return whole(page + body(i="_{}7", more={"s": shared}), drawing("_{}7"), before=before)


def old_solution_manager() -> str:
    i = "Übung.{}-ä"
    return whole(body(i=i), drawing(i), spaces=' xsi:schemaLocation="urn:a a.xsd"')


def trisotech() -> str:
    behind = (
        '  <relationship type="urn:verweis" direction="Forward"><source>t</source>'
        "<target>u</target></relationship>\n"
    )
    text = (
        '<extensionElements><t:x xmlns:t="urn:t" t:y="1"><t:z/>lose<?z?></t:x></extensionElements>'
    )
    return whole(body(more={"t": text}), drawing() + behind).replace(
        "<definitions", "<?tri 1?>\n<definitions"
    )


def jbpm() -> str:
    before = '  <bpmn2:itemDefinition id="_nameItem" structureRef="String"/>\n'
    named = (
        '<bpmn2:extensionElements><drools:metaData name="elementname"><drools:metaValue>'
        "<![CDATA[Prüfen]]></drools:metaValue></drools:metaData></bpmn2:extensionElements>"
    )
    prop = '    <bpmn2:property id="name" itemSubjectRef="_nameItem"/>\n'
    behind = (
        '  <bpmn2:relationship id="_r" type="BPSimData"><bpmn2:extensionElements><bpsim:Data '
        'xmlns:bpsim="urn:bpsim"/></bpmn2:extensionElements><bpmn2:source>p</bpmn2:source>'
        "<bpmn2:target>p</bpmn2:target></bpmn2:relationship>\n"
    )
    return whole(
        prop + body("bpmn2:", "_{}C0DE", dict.fromkeys(IDS, named), t=' drools:selectable="true"'),
        drawing("_{}C0DE", gui="shape_{}") + behind,
        "bpmn2:",
        ' xmlns:drools="http://www.jboss.org/drools"',
        before,
    )


def defaults_said_aloud() -> str:
    often = ' isForCompensation="false" startQuantity="1" completionQuantity="1"'
    return whole(
        body(t=often, u=often + ' operationRef="xsi:o"', g=' gatewayDirection="Unspecified"'),
        drawing().replace("<di:waypoint", '<di:waypoint xsi:type="dc:Point"'),
        process=' processType="None" isClosed="false" isExecutable="false"',
    )


def partners() -> str:
    before = (
        '  <collaboration id="col" isClosed="false">\n    <participant id="pa" name="Stadt" '
        'processRef="p"><participantMultiplicity minimum="0" maximum="3"/></participant>\n'
        '    <participant id="pb" name="Bürgerin"/>\n'
        '    <messageFlow id="mf" sourceRef="pb" targetRef="s"/>\n'
        '    <conversation id="co" name="Gespräch"><participantRef>pa</participantRef>'
        "<participantRef>pb</participantRef></conversation>\n"
        '    <correlationKey id="ck" name="Schlüssel"/>\n  </collaboration>\n'
    )
    deep = "".join(f"<flowNodeRef>{k}</flowNodeRef>" for k in "tg")
    lanes = (
        '    <laneSet id="ls"><lane id="l1" name="Amt"><flowNodeRef>s</flowNodeRef><childLaneSet '
        f'id="cl"><lane id="l2">{deep}</lane></childLaneSet></lane></laneSet>\n'
    )
    return whole(lanes + body(), drawing(about="col"), before=before)


def frames() -> str:
    before = '  <category id="k"><categoryValue id="kv" value="Rahmen"/></category>\n'
    group = '    <group id="gr" categoryValueRef="kv"/>\n'
    drawn = drawing().replace(
        '      <bpmndi:BPMNEdge id="f1',
        '      <bpmndi:BPMNShape id="gr_gui" bpmnElement="gr"><dc:Bounds x="1" y="2" width="9" '
        'height="9"/></bpmndi:BPMNShape>\n      <bpmndi:BPMNEdge id="f1',
    )
    return whole(body() + group, drawn, before=before)


_ENCODINGS: Final = {"enterprise_architect": "cp1252", "blueworks": "utf-16"}
_ALL: Final = (
    signavio, aris, adonis, bic, camunda7, camunda8, activiti_without_picture, bizagi, visio,
    enterprise_architect, bonita, flowable, blueworks, yaoqiang, old_solution_manager, trisotech,
    jbpm, defaults_said_aloud, partners, frames,
)  # fmt: skip


def habits() -> dict[str, bytes]:
    """Name -> the bytes of its file, in the encoding it states."""
    return {one.__name__: one().encode(_ENCODINGS.get(one.__name__, "utf-8")) for one in _ALL}
