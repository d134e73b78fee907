"""How fast is the model, against the plainest thing that could do the same? ``python -m
tests.bench``

Every row is measured beside a baseline in the same run, in turn, and told as their ratio: a slow or
busy machine slows both. Nothing is asserted here.
"""

from __future__ import annotations

import gc
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from model.behaviors import open_document
from model.checks import check, recheck
from model.commands import place_field, rename
from model.document import Document, Snapshot
from model.graph import routes
from model.language import say
from model.records import Flow, Node
from model.storage.journal import encode_entry
from model.storage.lines import LineCache
from model.storage.read import from_bytes
from model.storage.write import to_bytes
from tests.bench.large import large_service

NODES = 10_000
ROUNDS = 5


class Row(NamedTuple):
    what: str
    work: Callable[[], object]
    baseline: str
    floor: Callable[[], object]


def main() -> int:
    records = large_service(NODES)
    data = to_bytes(records)
    document = open_document(records)
    rows = [*_keeping(records, data, document), *_editing(document)]
    rows += [*_exchanging(), *_starting()]
    size = f"{len(data) / 1e6:.1f} MB"
    print(f"{NODES} nodes, {len(records)} records, {size}; medians of {ROUNDS} pairs")
    print(f"{'what':44} {'ms':>9} {'baseline':32} {'ms':>9} {'ratio':>7}")
    for row in rows:
        work, floor = _in_turn(row)
        measured = f"{work * 1e3:9.2f} {row.baseline:32} {floor * 1e3:9.2f}"
        print(f"{row.what:44} {measured} {work / floor:7.2f}")
    return 0


def _in_turn(row: Row) -> tuple[float, float]:
    """Median seconds of the work and of its baseline, measured alternately after one warm-up."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(ROUNDS + 1):
        for place, call in enumerate((row.work, row.floor)):
            gc.collect()
            start = time.perf_counter()
            call()
            if number:
                times[place].append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def _keeping(records: list, data: bytes, document: Document) -> list[Row]:  # type: ignore[type-arg]
    lines = data.splitlines()
    plain = [json.loads(line) for line in lines]
    cache = LineCache()
    to_bytes(records, lines=cache)
    loads, dumps = "json.loads of the lines", "json.dumps of the lines"
    return [
        Row("build the document", lambda: Document(records), loads, lambda: _loads(lines)),
        Row("save, first time", lambda: to_bytes(records), dumps, lambda: _dumps(plain)),
        Row(
            "save, lines known",
            lambda: to_bytes(records, lines=cache),
            dumps,
            lambda: _dumps(plain),
        ),
        Row("load and validate", lambda: from_bytes(data), loads, lambda: _loads(lines)),
        Row(
            "snapshot after a change",
            lambda: _touched(document).snapshot(),
            "copy of the dictionary",
            lambda: dict(document.snapshot()._records),
        ),
    ]


def _loads(lines: list[bytes]) -> list[object]:
    return [json.loads(line) for line in lines]


def _dumps(plain: list[object]) -> list[str]:
    return [json.dumps(value) for value in plain]


def _touched(document: Document) -> Document:
    document._store._snapshot = None
    return document


def _editing(document: Document) -> list[Row]:
    view = document.snapshot()
    step = next(node.id for node in view.of(Node) if node.kind == "step")
    findings = check(view)
    names = iter(range(10_000_000))

    def edit(command: Callable[[object], object]) -> None:
        """One gesture as in the studio: transaction, findings, line of the journal."""
        with document.transaction(say("undo.bench")) as tx:
            command(tx)
        assert tx.changeset is not None
        recheck(document.snapshot(), tx.changeset, findings)
        encode_entry(tx.changeset, 1)

    def whole_check() -> object:
        return check(document.snapshot())

    def bare_loop() -> list[object]:
        return [record.id for record in document.snapshot()]

    return [
        Row("all checks", whole_check, "loop over the records", bare_loop),
        Row(
            "rename a step, checks, journal",
            lambda: edit(lambda tx: rename(tx, step, f"Schritt {next(names)}")),  # type: ignore[arg-type]
            "all checks",
            whole_check,
        ),
        Row(
            "a new field, checks, journal",
            lambda: edit(lambda tx: place_field(tx, "text", step)),  # type: ignore[arg-type]
            "all checks",
            whole_check,
        ),
        Row(
            "the course of all ways",
            lambda: routes(document.snapshot()),
            "loop over the ways",
            lambda: [flow.source + flow.target for flow in view.of(Flow)],
        ),
    ]


def _exchanging() -> list[Row]:
    from lxml import etree

    from exporters.bpmn.reader import read_bpmn
    from exporters.registry import TARGETS

    small = Snapshot.of_records(large_service(1000))
    artifacts, _ = TARGETS["bpmn"].write(small)
    xml = artifacts[0].content
    imported = Snapshot.of_records(read_bpmn(xml, "bench.bpmn").records)
    tree = etree.fromstring(xml)
    floor = ("lxml parse", lambda: etree.fromstring(xml))
    return [
        Row(
            "write BPMN, 1 000 nodes",
            lambda: TARGETS["bpmn"].write(small),
            "lxml serialise",
            lambda: etree.tostring(tree),
        ),
        Row("read BPMN, 1 000 nodes", lambda: read_bpmn(xml, "bench.bpmn"), *floor),
        Row("write it back unedited", lambda: TARGETS["bpmn"].write(imported), *floor),
    ]


def _starting() -> list[Row]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    def run(code: str) -> None:
        subprocess.run(
            [sys.executable, "-c", code], check=True, env=environment, stdout=subprocess.DEVNULL
        )

    return [
        Row(
            "start: import studio.main (process)",
            lambda: run("import studio.main"),
            "import PySide6.QtWidgets (process)",
            lambda: run("import PySide6.QtWidgets"),
        ),
        Row(
            "fachwerk new --list (process)",
            lambda: run("from studio.main import main; main(['new', '--list'])"),
            "python -c pass (process)",
            lambda: run("pass"),
        ),
    ]


if __name__ == "__main__":
    sys.exit(main())
