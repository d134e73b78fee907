"""How long does BPMN take against a bare parse of the same bytes?"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from lxml import etree

from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.writer import write
from model.document import Snapshot

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t" '
    'xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:c="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:i="http://www.omg.org/spec/DD/20100524/DI"><process id="p">'
)


def large_file(count: int) -> bytes:
    """A chain of cards with ways, references and a picture."""
    parts = [HEAD]
    for n in range(count):
        parts.append(
            f'<userTask id="t{n}" name="Angaben {n} prüfen"><incoming>f{n - 1}</incoming>'
            f"<outgoing>f{n}</outgoing></userTask>"
        )
    parts += [
        f'<sequenceFlow id="f{n}" sourceRef="t{n}" targetRef="t{n + 1}"/>' for n in range(count - 1)
    ]
    parts.append('</process><d:BPMNDiagram id="x"><d:BPMNPlane id="y" bpmnElement="p">')
    for n in range(count):
        x, y = n % 60 * 160, n // 60 * 120
        parts.append(
            f'<d:BPMNShape id="s{n}" bpmnElement="t{n}"><c:Bounds x="{x}" y="{y}" width="100" '
            f'height="80"/></d:BPMNShape><d:BPMNEdge id="e{n}" bpmnElement="f{n}">'
            f'<i:waypoint x="{x + 100}" y="{y + 40}"/><i:waypoint x="{x + 160}" y="{y + 40}"/>'
            "</d:BPMNEdge>"
        )
    parts.append("</d:BPMNPlane></d:BPMNDiagram></definitions>")
    return "".join(parts).encode()


def _best(work: Callable[[], object], rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


@pytest.mark.bench
def test_reading_and_writing_ten_thousand_cards_stay_within_their_ratio() -> None:
    data = large_file(10_000)
    parse = _best(lambda: etree.fromstring(data))
    root = etree.fromstring(data)
    floor = parse + _best(lambda: etree.tostring(root))
    view = Snapshot.of_records(read_bpmn(data, "gross.bpmn").records)

    read = _best(lambda: read_bpmn(data, "gross.bpmn"))
    written = _best(lambda: write(view))

    print(f"parse {parse * 1000:.0f} ms, read {read / parse:.1f}x, write {written / floor:.1f}x")
    assert read / parse < 14
    assert written / floor < 12


def test_reading_grows_in_step_with_the_file() -> None:
    small, large = large_file(1_000), large_file(4_000)

    once = _best(lambda: read_bpmn(small, "a"))
    four_times = _best(lambda: read_bpmn(large, "b"), rounds=2)

    assert four_times / once < 12
