"""Are long and deep files read and written without recursion, and too deep ones refused?"""

from __future__ import annotations

import pytest

from exporters.bpmn.reader import read_bpmn
from exporters.xmlkit import XmlRefused
from model.checks import check
from model.document import Snapshot
from model.graph import reading_order
from model.records import Node
from tests.exporters.bpmn.files import meaning, records_of, written

HEAD = (
    '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">'
    '<process id="p" name="P">'
)
TAIL = "</process></definitions>"
AROUND = 3
"""The file, the process and the step inside count as well."""


def nested(depth: int) -> bytes:
    inner = depth - AROUND
    opened = "".join(f'<subProcess id="s{n}" name="S{n}">' for n in range(inner))
    return f'{HEAD}{opened}<task id="t" name="T"/>{"</subProcess>" * inner}{TAIL}'.encode()


def chain(length: int) -> bytes:
    steps = "".join(f'<task id="a{n}" name="T{n}"/>' for n in range(1, length))
    ways = "".join(
        f'<sequenceFlow id="f{n}" sourceRef="a{n}" targetRef="a{n + 1}"/>' for n in range(length)
    )
    ends = f'<startEvent id="a0"/>{steps}<endEvent id="a{length}"/>'
    return f"{HEAD}{ends}{ways}{TAIL}".encode()


def test_two_hundred_and_fifty_six_levels_come_out_as_they_came_in() -> None:
    data = nested(256)

    records = records_of(data)
    content, _ = written(records)
    anew, _ = written(meaning(records))

    assert content == data
    assert records_of(anew)["t"].parent == f"s{255 - AROUND}"  # type: ignore[attr-defined]


def test_one_level_more_is_refused_with_a_sentence() -> None:
    with pytest.raises(XmlRefused) as refused:
        read_bpmn(nested(257), "tief.bpmn")

    assert refused.value.what.key == "xml.over_limit"
    assert refused.value.todo


def test_a_chain_of_ten_thousand_is_read_checked_and_written() -> None:
    data = chain(10_000)

    records = records_of(data)
    view = Snapshot.of_records(records.values())

    assert len(view.of(Node)) == 10_001
    assert reading_order(view)[-1] == "a10000"
    assert {finding.check for finding in check(view)} <= {"step_without_role", "no_description"}
    assert written(records)[0] == data
