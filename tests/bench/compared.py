"""What do a difference and a merge cost, against a plain read of the file in the same run?

``python -m tests.bench.compared [NODES]``: medians. Exit 1 when a target is missed: all sentences
of a difference within 0.5 s at 10 000 elements.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable

from model.compare import Difference, difference, merge
from model.document import Snapshot
from model.records import Node, Record
from model.storage import from_bytes, to_bytes
from studio.language.load import load
from tests.bench.large import large_service

ROUNDS = 7
NODES, TARGET = 10_000, 0.5
EVERY = 50
"""Every so many-th record is another one on one side."""


def main(nodes: int = NODES) -> int:
    load("de")
    data = to_bytes(large_service(nodes))
    lines = data.splitlines()
    base = _read(data)
    ours, theirs = _changed(_read(data), 0), _changed(_read(data), 7)
    rows: list[tuple[str, Callable[[], object]]] = [
        ("plain read: json.loads of the lines", lambda: [json.loads(line) for line in lines]),
        ("read and index the service", lambda: _read(data)),
        ("difference, found", lambda: difference(base, ours)),
        ("difference, every sentence", lambda: _told(difference(base, ours))),
        ("no difference, two files", lambda: difference(base, _SAME[0])),
        ("merge of two sides", lambda: merge(base, ours, theirs)),
    ]
    _SAME.append(_read(data))
    print(f"{len(list(base.of(Node)))} nodes, {len(base)} records, {len(data) / 1e6:.1f} MB")
    print(f"{len(difference(base, ours).entries)} lines, {ROUNDS} rounds")
    times = {what: _median(work) for what, work in rows}
    floor = times[rows[0][0]]
    for what, seconds in times.items():
        print(f"{what:40} {seconds * 1e3:9.1f} ms {seconds / floor:7.2f} x plain read")
    reached = times["difference, every sentence"]
    verdict = "reached" if reached <= TARGET else "MISSED"
    print(f"target {TARGET * 1e3:.0f} ms for every sentence: {verdict} ({reached * 1e3:.0f} ms)")
    return 0 if reached <= TARGET else 1


_SAME: list[Snapshot] = []


def _median(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        gc.collect()
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def _read(data: bytes) -> Snapshot:
    return Snapshot.of_records(from_bytes(data).records)


def _changed(view: Snapshot, first: int) -> Snapshot:
    """The service with other names, some steps gone with their ways, some new."""
    records: list[Record] = []
    for number, record in enumerate(view):
        if number % EVERY != first or record.kind not in ("step", "field", "option"):
            records.append(record)
            continue
        name = "name" if record.kind == "step" else "label"
        records.append(record.replaced(**{name: f"Anders {number} {first}"}))
        records.append(record.replaced(id=f"new_{first}_{record.id}", **{name: f"Neu {number}"}))
    return Snapshot.of_records(records)


def _told(found: Difference) -> list[str]:
    lines = []
    for entry in found.all_entries:
        lines.append(f"{entry.what} {found.effects(entry) or ''}")
        lines += [str(one) for one in found.details(entry)]
    return lines


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:2])))
