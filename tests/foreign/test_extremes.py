"""Do long chains and deep nests pass the whole way in and out without exhausting a stack?"""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from model.checks import check
from model.document import Snapshot
from model.records import Flow, Step, SubProcess
from model.storage import from_bytes
from tests.foreign.hostile.making import DECLARATION, MODEL
from tests.studio.commandline.conftest import Call, call

__all__ = ["call"]

LONG = 10_000
DEEP = 256
"""Elements inside each other that are still read, the root among them."""
AROUND = 3
"""The root, the process and the step inside."""
DI = (
    'xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:c="http://www.omg.org/spec/DD/20100524/DC"'
)


def chain(steps: int, *, drawn: bool = True) -> bytes:
    """Steps one behind the other, with or without a picture."""
    parts = ['<startEvent id="s"/>', '<endEvent id="e"/>']
    parts += [f'<task id="t{n}" name="Schritt {n}"/>' for n in range(steps)]
    names = ["s", *(f"t{n}" for n in range(steps)), "e"]
    parts += [
        f'<sequenceFlow id="f{n}" sourceRef="{start}" targetRef="{to}"/>'
        for n, (start, to) in enumerate(itertools.pairwise(names))
    ]
    shapes = "".join(
        f'<d:BPMNShape id="{name}_d" bpmnElement="{name}">'
        f'<c:Bounds x="{n % 100 * 160}" y="{n // 100 * 160}" width="100" height="80"/>'
        "</d:BPMNShape>"
        for n, name in enumerate(names)
    )
    picture = (
        f'<d:BPMNDiagram {DI}><d:BPMNPlane bpmnElement="p">{shapes}</d:BPMNPlane></d:BPMNDiagram>'
    )
    return _document("\n".join(parts), picture if drawn else "")


def nest(depth: int) -> bytes:
    """Elements ``depth`` deep: sub-processes inside each other, a step in the innermost."""
    count = depth - AROUND
    opening = "".join(f'<subProcess id="u{n}" name="Teil {n}">' for n in range(count))
    return _document(f'{opening}<task id="t" name="Innen"/>{"</subProcess>" * count}')


def _document(inside: str, behind: str = "") -> bytes:
    return (
        f'{DECLARATION}<definitions xmlns="{MODEL}" id="d" targetNamespace="urn:t">'
        f'<process id="p" name="Ablauf">{inside}</process>{behind}</definitions>\n'
    ).encode()


def passes(call: Call, folder: Path, data: bytes) -> Snapshot:
    """In, checked, drawn, out to the byte."""
    source, service, again = folder / "a.bpmn", folder / "a.fachwerk", folder / "b.bpmn"
    picture = folder / "a.svg"
    source.write_bytes(data)

    assert call("import", source, "-o", service).code in (0, 1)
    assert call("check", service).code in (0, 1)
    assert call("render", service, "-o", picture).code == 0
    assert call("export", service, "--target", "bpmn", "-o", again).code == 0
    assert again.read_bytes() == data
    assert b"<svg" in picture.read_bytes()
    return Snapshot.of_records(from_bytes(service.read_bytes()).records)


@pytest.mark.usefixtures("qapp")
def test_a_chain_of_ten_thousand_steps_passes(call: Call, tmp_path: Path) -> None:
    view = passes(call, tmp_path, chain(LONG))

    assert len(view.of(Step)) == LONG
    assert len(view.of(Flow)) == LONG + 1


@pytest.mark.usefixtures("qapp")
def test_a_chain_without_picture_is_laid_out_and_passes(call: Call, tmp_path: Path) -> None:
    view = passes(call, tmp_path, chain(LONG, drawn=False))

    assert all(view.placement(step.id) is not None for step in view.of(Step))


@pytest.mark.usefixtures("qapp")
def test_what_is_nested_256_deep_passes(call: Call, tmp_path: Path) -> None:
    view = passes(call, tmp_path, nest(DEEP))

    assert len(view.of(SubProcess)) == DEEP - AROUND


def test_what_is_nested_257_deep_is_refused_in_a_sentence(call: Call, tmp_path: Path) -> None:
    source, out = tmp_path / "tief.bpmn", tmp_path / "x.fachwerk"
    source.write_bytes(nest(DEEP + 1))

    said = call("import", source, "-o", out)

    assert said.code == 2
    assert "tiefer als 256 Ebenen verschachtelt" in said.err
    assert "tief.bpmn" in said.err
    assert "XML_PARSE_HUGE" not in said.err
    assert len(said.err.splitlines()) == 1
    assert not out.exists()


def test_what_stands_twice_is_a_finding_and_the_file_keeps_its_ids(
    call: Call, tmp_path: Path
) -> None:
    twice = '<task id="t" name="Erste"/><task id="u" name="Zweite"/><task id="t" name="Dritte"/>'
    data = _document(twice + '<sequenceFlow id="f" sourceRef="t" targetRef="u"/>')
    source, service, again = tmp_path / "a.bpmn", tmp_path / "a.fachwerk", tmp_path / "b.bpmn"
    source.write_bytes(data)

    said = call("import", source, "-o", service)

    assert said.code == 1
    assert "doppelt (t" in said.out
    assert call("export", service, "--target", "bpmn", "-o", again).code == 0
    assert again.read_bytes() == data
    view = Snapshot.of_records(from_bytes(service.read_bytes()).records)
    assert sorted(step.name for step in view.of(Step)) == ["Dritte", "Erste", "Zweite"]
    places = [finding.at for finding in check(view) if finding.check == "id_twice"]
    assert [view.the(place, Step).name for place in places] == ["Dritte"]


@pytest.mark.parametrize("target", ["bpmn", "xprozess", "json-schema", "xzufi", "operaton"])
def test_long_and_deep_services_leave_in_every_form(
    call: Call, tmp_path: Path, target: str
) -> None:
    for name, data in (("lang", chain(LONG // 4)), ("tief", nest(DEEP))):
        source, service = tmp_path / f"{name}.bpmn", tmp_path / f"{name}.fachwerk"
        source.write_bytes(data)
        call("import", source, "-o", service)

        said = call("export", service, "--target", target, "-o", tmp_path / f"{name}.{target}")

        # An engine may refuse what nobody would get to see, in sentences.
        assert said.code in (0, 1) or "Nichts geschrieben" in said.err, said.err
        assert "Traceback" not in said.err
