"""Is a damaged file refused with a sentence or read, and never a traceback?"""

from __future__ import annotations

import copy
import random

import pytest
from lxml import etree

from exporters.xdatenfelder.reader import read_xdatenfelder
from exporters.xdatenfelder.writer_v3 import write
from exporters.xmlkit import Schema
from model.document import Snapshot
from model.errors import FachwerkError
from model.records import ForeignFile, Service
from tests.exporters.xdatenfelder.files import group_v3, schema_v2

ODD = ["", "x", "-1", "0:0", "3:1", "9" * 30, "2021-13-40", '{"minLength":[1]}', "[]", "null"]
ODD += ["1e999", "NaN", "😀", "obj", "select", "label", "hidden", "num", "date", "\u0661"]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Some elements removed, doubled, renamed, moved or filled with something odd."""
    root = etree.fromstring(data)
    nodes = [node for node in root.iter() if isinstance(node.tag, str)][1:]
    for _ in range(chance.randint(1, 3)):
        node, other = chance.choice(nodes), chance.choice(nodes)
        parent = node.getparent()
        act = chance.randrange(5)
        if act == 0 and parent is not None:
            parent.remove(node)
        elif act == 1 and parent is not None:
            parent.append(copy.deepcopy(node))
        elif act == 2:
            node.text = chance.choice(ODD)
        elif act == 3:
            node.tag = other.tag
        else:
            node.set(chance.choice(["link", "minLength", "maxValue"]), chance.choice(ODD))
    return etree.tostring(root)


@pytest.mark.parametrize("seed", range(6))
def test_a_damaged_file_is_refused_or_gives_a_valid_export(seed: int, own_schema: Schema) -> None:
    chance = random.Random(seed)
    sources = [group_v3(), schema_v2()]
    refusals: list[FachwerkError] = []

    for _ in range(40):
        data = damaged(chance.choice(sources), chance)
        try:
            records = read_xdatenfelder(data, "x.xml").records
        except FachwerkError as error:
            refusals.append(error)
            continue
        edited = [r.replaced(name="neu") if isinstance(r, Service) else r for r in records]
        alone = [r for r in edited if not isinstance(r, ForeignFile)]
        content = write(Snapshot.of_records(edited))[0][0].content
        assert own_schema.faults(data) or own_schema.faults(content) == []
        assert own_schema.faults(write(Snapshot.of_records(alone))[0][0].content) == []
    assert refusals
    assert all("x.xml" in refusal.where and refusal.todo for refusal in refusals)
