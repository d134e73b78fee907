"""Does a foreign file come out as it came in, and our own file go in as it came out?"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.writer import write
from exporters.xmlkit import XmlRefused, parse
from model.document import Snapshot
from model.records import (
    Decision,
    Flow,
    MessageFlow,
    Node,
    Placement,
    Pool,
    Role,
    record_adapter,
)
from tests.exporters.bpmn.files import (
    FOLDERS,
    Records,
    foreign_files,
    judge,
    records_of,
    small_file,
    written,
)
from tests.helpers.musterleistung import musterleistung


def test_an_unedited_file_is_written_back_to_the_byte() -> None:
    data = small_file()

    content, report = written(records_of(data))

    assert content == data
    assert not report.entries


def test_the_records_survive_being_saved_as_json(small: Records) -> None:
    adapter = record_adapter()

    saved = {i: adapter.validate_json(r.model_dump_json()) for i, r in small.items()}

    assert saved == small
    assert written(saved)[0] == small_file()


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_foreign_file_survives_unchanged(folder: str, shared: Path, tmp_path: Path) -> None:
    facts = judge(shared)
    broken: list[str] = []

    for path in foreign_files(shared, folder):
        imported = read_bpmn(path.read_bytes(), path.name)
        artifacts, _ = write(Snapshot.of_records(imported.records))
        out = tmp_path / "out.bpmn"
        out.write_bytes(artifacts[0].content)
        try:
            before = facts(str(path))
        except Exception:
            # Not well-formed in its stated encoding: repaired, and it says so.
            assert imported.notes, path.name
            continue
        if facts(str(out)) != before:
            broken.append(path.name)

    assert broken == []


def test_a_file_with_wrong_encoding_is_repaired_and_written_in_the_stated_one() -> None:
    data = small_file().decode().encode("cp1252")

    imported = read_bpmn(data, "alt.bpmn")
    content, _ = written({r.id: r for r in imported.records})

    assert "xml.repaired_encoding" in [note.key for note in imported.notes]
    assert content == small_file()


def test_our_own_file_gives_back_cards_ways_lanes_and_places() -> None:
    before = musterleistung()
    content = write(before)[0][0].content

    again = Snapshot.of_records(read_bpmn(content, "muster.bpmn").records)

    for record in (*before.of(Node), *before.of(Pool), *before.of(Role), *before.of(MessageFlow)):
        twin = again.get(record.id, type(record))
        assert twin is not None, record.id
        assert getattr(twin, "name", "") == getattr(record, "name", "")
    for role in before.of(Role):
        assert again.the(role.id, Role).side == role.side
    for node in before.of(Node):
        assert again.the(node.id, Node).role == (node.role if not node.parent else "")
        assert again.the(node.id, Node).parent == node.parent
        assert again.the(node.id, Node).documentation == node.documentation


def test_our_own_file_gives_back_the_ways_but_for_the_gateway_in_between() -> None:
    before = musterleistung()
    content = write(before)[0][0].content

    again = Snapshot.of_records(read_bpmn(content, "muster.bpmn").records)

    gateway = again.the("step_2_split", Decision)
    for flow in before.of(Flow):
        twin = again.the(flow.id, Flow)
        source = gateway.id if flow.source == "step_2" else flow.source
        assert (twin.source, twin.target) == (source, flow.target)
        assert twin.default == flow.default
        assert bool(twin.extra("condition")) == (flow.condition is not None)


def test_our_own_file_gives_back_heights_and_sizes() -> None:
    before = musterleistung()
    content = write(before)[0][0].content

    again = Snapshot.of_records(read_bpmn(content, "muster.bpmn").records)

    for node in before.of(Node):
        place, twin = before.placement(node.id), again.placement(node.id)
        assert place is not None
        assert twin is not None
        if node.id != "subprocess_1":
            assert (twin.y, twin.width, twin.height) == (place.y, place.width, place.height)
        assert isinstance(twin, Placement)


def test_the_same_file_always_gives_the_same_records(shared: Path) -> None:
    for path in foreign_files(shared, "bpmn-miwg"):
        data = path.read_bytes()

        first, second = read_bpmn(data, path.name), read_bpmn(data, path.name)

        assert first.records == second.records


def test_what_is_no_bpmn_is_refused_with_advice() -> None:
    with pytest.raises(XmlRefused) as refusal:
        read_bpmn(b"<rezept/>", "kuchen.xml")

    assert refusal.value.code == "XML-NAMESPACE"
    assert "kuchen.xml" in str(refusal.value)


def test_the_kept_text_is_read_again_whatever_encoding_it_states() -> None:
    data = small_file().replace(b'encoding="UTF-8"', b'encoding="ISO-8859-1"')
    latin = data.decode("utf-8").encode("iso-8859-1")
    records = records_of(latin)
    step = records["check"]

    records["check"] = step.replaced(name="Größe prüfen")
    content, _ = written(records)

    assert parse(content).encoding == "iso8859-1"
    assert records_of(content)["check"] == records["check"]
