"""Which foreign BPMN do the tests of this room read, and how do they edit it?"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.writer import write
from exporters.report import ExportReport
from exporters.xmlkit import Schema
from model.document import Snapshot
from model.records import Record

Records = dict[str, Record]
FOLDERS = ("bpmn-miwg", "bpmn-tools", "bpmn-corpus")

SMALL = """<?xml version="1.0" encoding="UTF-8"?>
<!-- Vermerk des Herstellers -->
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"
    xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI"
    xmlns:c="http://www.omg.org/spec/DD/20100524/DC"
    xmlns:i="http://www.omg.org/spec/DD/20100524/DI"
    xmlns:v="urn:vendor" id="defs" targetNamespace="urn:test" exporter="Anderes" v:mark="7">
  <b:message id="m1" name="Nachricht"/>
  <b:collaboration id="col">
    <b:participant id="pool" name="Stadt" processRef="proc"/>
    <b:participant id="box" name="Polizei"/>
    <b:messageFlow id="mf" name="Auskunft" sourceRef="box" targetRef="wait"/>
  </b:collaboration>
  <b:process id="proc" name="Hundesteuer" isExecutable="false">
    <b:extensionElements><v:owner since="2020">Amt 20</v:owner></b:extensionElements>
    <b:laneSet id="lanes">
      <b:lane id="lane_a" name="Antragsteller"><b:flowNodeRef>start</b:flowNodeRef>
        <b:flowNodeRef>form</b:flowNodeRef></b:lane>
      <b:lane id="lane_b" name="Steueramt"><b:flowNodeRef>check</b:flowNodeRef>
        <b:flowNodeRef>way</b:flowNodeRef><b:flowNodeRef>late</b:flowNodeRef>
        <b:flowNodeRef>wait</b:flowNodeRef><b:flowNodeRef>done</b:flowNodeRef>
        <b:flowNodeRef>script</b:flowNodeRef><b:flowNodeRef>sub</b:flowNodeRef></b:lane>
    </b:laneSet>
    <b:startEvent id="start" name="Beginn"><b:outgoing>f1</b:outgoing></b:startEvent>
    <b:userTask id="form" name="Angaben" v:color="blue"><b:incoming>f1</b:incoming>
      <b:outgoing>f2</b:outgoing></b:userTask>
    <b:userTask id="check" name="Prüfen"><b:documentation>Ge<!-- x -->nau</b:documentation>
      <b:incoming>f2</b:incoming><b:outgoing>f3</b:outgoing></b:userTask>
    <b:boundaryEvent id="late" name="Zu spät" attachedToRef="check" cancelActivity="false">
      <b:outgoing>f6</b:outgoing>
      <b:timerEventDefinition id="td"><b:timeDuration>P14D</b:timeDuration></b:timerEventDefinition>
    </b:boundaryEvent>
    <b:exclusiveGateway id="way" name="Vollständig?" default="f5"><b:incoming>f3</b:incoming>
      <b:outgoing>f4</b:outgoing><b:outgoing>f5</b:outgoing></b:exclusiveGateway>
    <b:intermediateCatchEvent id="wait" name="Auskunft"><b:incoming>f4</b:incoming>
      <b:outgoing>f7</b:outgoing><b:messageEventDefinition id="md" messageRef="m1"/>
    </b:intermediateCatchEvent>
    <b:scriptTask id="script" name="Rechnen"><b:incoming>f6</b:incoming><b:outgoing>f8</b:outgoing>
      <b:script>x = 1</b:script></b:scriptTask>
    <b:subProcess id="sub" name="Nacharbeit"><b:incoming>f7</b:incoming><b:outgoing>f9</b:outgoing>
      <b:task id="inner" name="Innen"/></b:subProcess>
    <b:endEvent id="done" name="Ende"><b:incoming>f5</b:incoming><b:incoming>f8</b:incoming>
      <b:incoming>f9</b:incoming></b:endEvent>
    <b:sequenceFlow id="f1" sourceRef="start" targetRef="form"/>
    <b:sequenceFlow id="f2" sourceRef="form" targetRef="check"/>
    <b:sequenceFlow id="f3" sourceRef="check" targetRef="way"/>
    <b:sequenceFlow id="f4" name="nein" sourceRef="way" targetRef="wait">
      <b:conditionExpression>offen &gt; 0</b:conditionExpression></b:sequenceFlow>
    <b:sequenceFlow id="f5" name="ja" sourceRef="way" targetRef="done"/>
    <b:sequenceFlow id="f6" sourceRef="late" targetRef="script"/>
    <b:sequenceFlow id="f7" sourceRef="wait" targetRef="sub"/>
    <b:sequenceFlow id="f8" sourceRef="script" targetRef="done"/>
    <b:sequenceFlow id="f9" sourceRef="sub" targetRef="done"/>
    <b:dataObjectReference id="data" name="Akte" dataObjectRef="dob"/>
    <b:dataObject id="dob"/>
    <b:textAnnotation id="note"><b:text>Bitte beachten</b:text></b:textAnnotation>
    <b:association id="assoc" sourceRef="check" targetRef="note"/>
  </b:process>
  <d:BPMNDiagram id="dia"><d:BPMNPlane id="plane" bpmnElement="col">
    %s
  </d:BPMNPlane></d:BPMNDiagram>
</b:definitions>
"""

_SHAPES = {
    "pool": (0, 0, 1200, 500), "box": (0, -100, 1200, 60), "lane_a": (30, 0, 1170, 200),
    "lane_b": (30, 200, 1170, 300), "start": (60, 82, 36, 36), "form": (140, 60, 100, 80),
    "check": (300, 260, 100, 80), "late": (330, 322, 36, 36), "way": (460, 275, 50, 50),
    "wait": (580, 282, 36, 36), "script": (420, 400, 100, 80), "sub": (680, 260, 100, 80),
    "done": (900, 282, 36, 36), "data": (560, 90, 36, 50), "note": (300, 220, 100, 30),
}  # fmt: skip
_EDGES = {
    "f1": ((96, 100), (140, 100)), "f2": ((240, 100), (350, 100), (350, 260)),
    "f3": ((400, 300), (460, 300)), "f4": ((510, 300), (580, 300)),
    "f5": ((485, 275), (485, 230), (918, 230), (918, 282)),
    "f6": ((348, 358), (348, 440), (420, 440)),
    "f7": ((616, 300), (680, 300)), "f8": ((520, 440), (918, 440), (918, 318)),
    "f9": ((780, 300), (900, 300)), "mf": ((598, -40), (598, 282)),
    "assoc": ((350, 260), (350, 250)),
}  # fmt: skip


def small_file() -> bytes:
    """A file by "another vendor": comment, vendor parts, lanes, an exception, a nested part, a
    data object.
    """
    shapes = [
        f'<d:BPMNShape id="{i}_s" bpmnElement="{i}"><c:Bounds x="{x}" y="{y}" width="{w}" '
        f'height="{h}"/></d:BPMNShape>'
        for i, (x, y, w, h) in _SHAPES.items()
    ]
    edges = [
        f'<d:BPMNEdge id="{i}_e" bpmnElement="{i}">'
        + "".join(f'<i:waypoint x="{x}" y="{y}"/>' for x, y in points)
        + "</d:BPMNEdge>"
        for i, points in _EDGES.items()
    ]
    return (SMALL % "\n    ".join([*shapes, *edges])).encode()


def records_of(data: bytes, name: str = "klein.bpmn") -> Records:
    return {record.id: record for record in read_bpmn(data, name).records}


def written(records: Records) -> tuple[bytes, ExportReport]:
    artifacts, report = write(Snapshot.of_records(records.values()))
    return artifacts[0].content, report


def meaning(records: Records) -> Records:
    """Without the kept file itself."""
    return {i: r for i, r in records.items() if r.kind != "foreign_file"}


def foreign_files(shared: Path, *folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((shared / folder).glob("*.bpmn"))]
    if not found:
        pytest.fail(f"no files in {folders}")
    return found


def judge(shared: Path) -> Callable[[str], Any]:
    """The measure of the outside judge: the multiset of facts of a file."""
    place = shared / "acceptance" / "roundtrip.py"
    spec = importlib.util.spec_from_file_location("roundtrip_judge", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    facts: Callable[[str], Any] = module.facts
    return facts


def bpmn_schema(shared: Path) -> Schema:
    files = {path.name: path.read_bytes() for path in (shared / "bpmn-xsd").glob("*.xsd")}
    return Schema("BPMN20.xsd", files)
