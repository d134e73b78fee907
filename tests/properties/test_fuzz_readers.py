"""Whatever bytes come in: a refusal in a sentence or a service that can be saved and exported.

Mutations of our own small files: of their bytes, of their lines, and of their values, so that much
of it is still well-formed and reaches the readers behind the guard.
"""

from __future__ import annotations

import copy
import re
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters.reading import read_foreign
from exporters.registry import TARGETS
from exporters.xprozess.envelope import packed
from model.checks import check
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import use
from model.storage import from_bytes, to_bytes
from resources import texts
from tests.exporters.bpmn.files import small_file
from tests.exporters.xdatenfelder.files import group_v3, schema_v2
from tests.exporters.xprozess.files import message, model
from tests.foreign.hostile.making import archive, document
from tests.helpers.musterleistung import musterleistung

Found = TypeVar("Found")

SOME = settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MANY = settings(SOME, max_examples=3_000)
SECONDS = 2.0
WRITTEN = ("bpmn", "xdatenfelder3", "xprozess", "json-schema", "xzufi")

ODD = [b"", b"x", b"-1", b"0:0", b"9" * 40, b"1e999", b"NaN", b"&#x202e;", b"2021-13-40", b"P0D"]
ODD += [
    b"{&quot;minLength&quot;:[1]}",
    b"&lt;&gt;",
    "ﬁ😀\u0661".encode(),
    b" ",
    b"true",
    b"#" * 300,
    b"./..",
]
TOKENS = [b"<!DOCTYPE a>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x?>", b"&x;", b"\0", b"\xff"]
TOKENS += [
    b"</a>",
    b'xmlns="urn:x"',
    b'id="s"',
    b"\xef\xbb\xbf",
    b"<a>" * 300,
    b"PK\5\6",
    b'"',
    b"<",
]
_VALUES = re.compile(rb'="([^"]*)"|>([^<>]+)<|"([^"]+)"')


def _written(target: str) -> bytes:
    return TARGETS[target].write(musterleistung())[0][0].content


def _in_a_message(data: bytes) -> bytes:
    return message(packed(data, "m.bpmn"))


def _same(data: bytes) -> bytes:
    return data


def _in_an_archive(data: bytes) -> bytes:
    return archive(("source/0.fachwerk", data))


Wrap = Callable[[bytes], bytes]

SOURCES: dict[str, tuple[Callable[[], list[bytes]], Wrap]] = {
    "bpmn": (lambda: [small_file(), model(), _written("bpmn")], _same),
    "xdatenfelder": (lambda: [group_v3(), schema_v2(), _written("xdatenfelder3")], _same),
    "xprozess": (lambda: [message(), message(content=""), _written("xprozess")], _same),
    "xprozess, its model": (lambda: [small_file(), model()], _in_a_message),
    "zip": (lambda: [archive(("a.txt", b"x"), ("b/c.txt", b"y"))], _same),
    "zip, its document": (lambda: [document(), to_bytes(musterleistung())], _in_an_archive),
}
"""Name -> the honest files, and what stands around the mutated bytes."""


@st.composite
def mutations(draw: st.DrawFn, data: bytes) -> bytes:
    """One to five blows at an honest file: rough ones at the bytes, or gentle ones that leave it
    well-formed.
    """
    acts = draw(st.sampled_from((ROUGH, GENTLE)))
    for _ in range(draw(st.integers(1, 5))):
        data = draw(st.sampled_from(acts))(draw, data)
    return data


def _byte(draw: st.DrawFn, data: bytes) -> bytes:
    place = draw(st.integers(0, max(0, len(data) - 1)))
    return data[:place] + bytes([draw(st.integers(0, 255))]) + data[place + 1 :]


def _cut(draw: st.DrawFn, data: bytes) -> bytes:
    start = draw(st.integers(0, len(data)))
    return data[:start] + data[start + draw(st.integers(0, 200)) :]


def _token(draw: st.DrawFn, data: bytes) -> bytes:
    place = draw(st.integers(0, len(data)))
    return data[:place] + draw(st.sampled_from(TOKENS)) + data[place:]


def _line(draw: st.DrawFn, data: bytes) -> bytes:
    """A line leaves, comes twice, or moves."""
    lines = data.split(b"\n")
    place, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    line = lines[place]
    if draw(st.booleans()):
        lines.pop(place)
    if draw(st.booleans()):
        lines.insert(other, line)
    return b"\n".join(lines)


def _value(draw: st.DrawFn, data: bytes) -> bytes:
    """A value becomes another one of the file, or something odd."""
    spans = [found.span(found.lastindex or 0) for found in _VALUES.finditer(data)]
    if not spans:
        return data
    start, end = draw(st.sampled_from(spans))
    first, last = draw(st.sampled_from(spans))
    new = draw(st.sampled_from(ODD)) if draw(st.booleans()) else data[first:last]
    return data[:start] + new + data[end:]


def _element(draw: st.DrawFn, data: bytes) -> bytes:
    """An element leaves, comes twice, moves elsewhere, or gets the name of another."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    nodes = [node for node in root.iter() if isinstance(node.tag, str)][1:]
    if not nodes:
        return data
    node, other = (draw(st.sampled_from(nodes)) for _ in range(2))
    act = draw(st.sampled_from(("leave", "twice", "move", "rename")))
    if act == "rename":
        node.tag = other.tag
    elif act == "twice":
        other.append(copy.deepcopy(node))
    elif act == "move" and node not in other.iterancestors() and node is not other:
        other.append(node)
    elif act == "leave" and (parent := node.getparent()) is not None:
        parent.remove(node)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


ROUGH = (_byte, _cut, _token, _line)
GENTLE = (_value, _value, _element)


def survives(data: bytes) -> None:
    """The promise: refused in a sentence, or a service like every other."""
    start = time.perf_counter()
    imported = _unless_refused(lambda: read_foreign(data, "datei.dat"))
    assert time.perf_counter() - start < SECONDS
    event("read" if imported else "refused")
    if imported is None:
        return
    for note in imported.notes:
        assert str(note)
    view = Snapshot.of_records(from_bytes(to_bytes(imported.records)).records)
    check(view)
    for target in WRITTEN:
        written = _unless_refused(partial(TARGETS[target].write, view))
        if written is not None:
            assert written[0]
            assert all(str(entry.message) for entry in written[1].entries)
    assert time.perf_counter() - start < 2 * SECONDS


def _unless_refused(act: Callable[[], Found]) -> Found | None:
    """What the act gives, or None when it is refused in a sentence."""
    try:
        return act()
    except FachwerkError as refusal:
        sentence = str(refusal)
    assert sentence
    return None


@pytest.mark.parametrize("name", SOURCES)
@given(data=st.data())
@SOME
def test_mutated_files_never_break_a_reader(name: str, data: st.DataObject) -> None:
    _fuzz(name, data)


@pytest.mark.long
@pytest.mark.parametrize("name", SOURCES)
@given(data=st.data())
@MANY
def test_many_mutated_files_never_break_a_reader(name: str, data: st.DataObject) -> None:
    _fuzz(name, data)


def _fuzz(name: str, data: st.DataObject) -> None:
    make, wrap = SOURCES[name]
    use("de", texts("de"))
    try:
        honest = data.draw(st.sampled_from(make()))
        survives(wrap(data.draw(mutations(honest))))
    finally:
        use("de", {})


@pytest.mark.parametrize("name", SOURCES)
def test_the_honest_files_themselves_are_read(name: str) -> None:
    make, wrap = SOURCES[name]

    for honest in make():
        assert read_foreign(wrap(honest), "datei.dat").records
