"""How good and how fast is the tidy-up? ``python -m tests.bench.tidy``

The samples before and after; generated services beside fast-sugiyama on the same graph (straight
lines between centres, the same measure for both), and how long large ones take. Nothing is
asserted.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from model.behaviors import open_document
from model.commands.tidy import tidy
from model.document import Snapshot
from model.geometry import Point, Rect
from model.graph import routes
from model.graph.layout import tidied
from model.language import say
from model.records import Decision, Flow, Node, Placement, Pool, Record, Role, Service, Step
from model.storage.read import from_bytes
from resources import open_resource
from studio.examples.catalogue import EXAMPLES

Ways = list[tuple[str, str]]


def main() -> int:
    _samples()
    _beside_another()
    _large()
    return 0


def _samples() -> None:
    print("samples: crossings, bends, length, ways through cards, overlaps; before -> after")
    for name in EXAMPLES:
        records = from_bytes(open_resource(f"samples/{name}.fachwerk")).records
        document = open_document([_unpinned(record) for record in records])
        before = measures(document.snapshot())
        with document.transaction(say("undo.bench")) as tx:
            tidy(tx)
        print(f"  {name:24} {before} -> {measures(document.snapshot())}")


def _unpinned(record: Record) -> Record:
    return record.replaced(pinned=False) if isinstance(record, Placement) else record


def _beside_another() -> None:
    print("crossings of straight lines, ours / fast-sugiyama (ms ours / theirs)")
    for nodes, extra, far in ((50, 0.1, 8), (50, 0.3, 20), (500, 0.1, 8), (500, 0.3, 20)):
        for seed in (1, 2, 3):
            records = generated(nodes, 1, extra, seed, far)
            view = Snapshot.of_records(records)
            ours, mine = _timed(lambda v=view: _our_centres(v))  # type: ignore[misc]
            ways = [(f.source, f.target) for f in view.of(Flow)]
            theirs, other = _timed(lambda w=ways: _their_centres(w))  # type: ignore[misc]
            counts = f"{straight_crossings(ours, ways):5} / {straight_crossings(theirs, ways):5}"
            print(f"  {nodes:4} nodes, {extra:.0%} more ways: {counts} ({mine:.0f} / {other:.0f})")


def _large() -> None:
    print("seconds for 5 000 nodes")
    for lanes, extra, far in ((1, 0.0, 0), (3, 0.0, 0), (3, 0.05, 5000), (3, 0.2, 5000)):
        view = Snapshot.of_records(generated(5000, lanes, extra, 1, far))
        boxes, took = _timed(lambda v=view: tidied(v).boxes)  # type: ignore[misc]
        print(f"  {lanes} lanes, {extra:.0%} long or back: {took / 1000:.2f} s, {len(boxes)} moved")


def _timed(work):  # type: ignore[no-untyped-def]
    start = time.perf_counter()
    result = work()
    return result, (time.perf_counter() - start) * 1000


def _our_centres(view: Snapshot) -> dict[str, Point]:
    boxes = tidied(view).boxes
    placed = {node.id: view.placement(node.id) for node in view.of(Node)}
    return {i: boxes.get(i, p.box).center for i, p in placed.items() if p is not None}


def _their_centres(ways: Ways) -> dict[str, Point]:
    from fast_sugiyama import from_edges

    names = sorted({end for way in ways for end in way})
    number = {name: place for place, name in enumerate(names)}
    found: dict[str, Point] = {}
    offset = 0.0
    for positions, width, *_ in from_edges([(number[a], number[b]) for a, b in ways]):
        for node, (x, y) in positions:
            if int(node) < len(names):
                found[names[int(node)]] = Point(x + offset, y)
        offset += width + 100
    return found


def straight_crossings(at: Mapping[str, Point], ways: Ways) -> int:
    """Pairs of ways without a common end whose straight lines cross."""
    lines = [(at[a], at[b], a, b) for a, b in ways]
    return sum(
        not {a, b} & {c, d} and _cross(p, q, r, s)
        for (p, q, a, b), (r, s, c, d) in combinations(lines, 2)
    )


def _cross(p: Point, q: Point, r: Point, s: Point) -> bool:
    return _side(p, q, r) * _side(p, q, s) < 0 and _side(r, s, p) * _side(r, s, q) < 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def measures(view: Snapshot) -> tuple[int, int, int, int, int]:
    """Crossings, bends, length, ways through foreign cards, overlapping cards."""
    courses = routes(view)
    pieces = [(flow, a, b) for flow, course in courses.items() for a, b in pairwise(course)]
    length = sum(abs(a.x - b.x) + abs(a.y - b.y) for _, a, b in pieces)
    bends = sum(len(course) - 2 for course in courses.values())
    through = sum(1 for _ in ways_through_cards(view, courses))
    return _crossings(pieces), bends, round(length), through, len(overlaps(view))


def _crossings(pieces: list[tuple[str, Point, Point]]) -> int:
    level = [piece for piece in pieces if piece[1].y == piece[2].y]
    upright = [piece for piece in pieces if piece[1].x == piece[2].x]
    return sum(
        min(a.x, b.x) < c.x < max(a.x, b.x) and min(c.y, d.y) < a.y < max(c.y, d.y)
        for one, a, b in level
        for other, c, d in upright
        if one != other
    )


def ways_through_cards(
    view: Snapshot, courses: Mapping[str, tuple[Point, ...]]
) -> Iterator[tuple[str, str]]:
    """Ways with a card they run through that is none of their ends."""
    boxes = {n.id: p.box for n in view.of(Node) if (p := view.placement(n.id)) is not None}
    for flow, course in courses.items():
        way = view.the(flow, Flow)
        parent = way.parent
        own = {way.source, way.target, getattr(view[way.source], "attached_to", "")}
        for node, box in boxes.items():
            if node in own or view.the(node, Node).parent != parent:
                continue
            if any(crosses(a, b, box) for a, b in pairwise(course)):
                yield flow, node


def crosses(a: Point, b: Point, box: Rect) -> bool:
    """Does a piece of a way run through a box?"""
    return (
        min(a.x, b.x) < box.right
        and max(a.x, b.x) > box.x
        and min(a.y, b.y) < box.bottom
        and max(a.y, b.y) > box.y
    )


def overlaps(view: Snapshot) -> list[tuple[str, str]]:
    """Pairs of nodes of one level that stand on each other, but for exceptions at a step."""
    nodes = [n for n in view.of(Node) if not getattr(n, "attached_to", "")]
    boxes = [(n.id, n.parent, p.box) for n in nodes if (p := view.placement(n.id)) is not None]
    boxes.sort(key=lambda entry: entry[2].x)
    found = []
    for number, (one, parent, box) in enumerate(boxes):
        for other, its_parent, its_box in boxes[number + 1 :]:
            if its_box.x >= box.right:
                break
            if parent == its_parent and box.intersects(its_box):
                found.append((one, other))
    return found


def generated(nodes: int, lanes: int, extra: float, seed: int, far: int = 8) -> list[Record]:
    """A service of ``nodes`` nodes in lanes, thrown onto the canvas.

    Each node follows one of the three before it; ``extra`` times as many further ways lead up to
    ``far`` nodes on or back.
    """
    chance = random.Random(seed)
    records: list[Record] = [Service(id="service"), Pool(id="pool", order="a0")]
    for lane in range(lanes):
        records.append(Role(id=f"lane{lane}", parent="pool", order=f"a{lane}"))
        place = {"y": lane * 200.0, "width": 1200.0, "height": 200.0}
        records.append(Placement(id=f"at_lane{lane}", about=f"lane{lane}", **place))
    for number in range(nodes):
        records += _node(number, f"lane{(number // 7 + chance.randrange(2)) % lanes}", chance)
    pairs = [(max(0, n - 1 - chance.randrange(3)), n) for n in range(1, nodes)]
    for _ in range(int(extra * nodes)):
        one = chance.randrange(nodes)
        other = max(0, min(nodes - 1, one + chance.randrange(-far, far + 1)))
        if one != other:
            pairs.append((one, other))
    for number, (one, other) in enumerate(pairs):
        flow = Flow(id=f"f{number:06}", source=f"n{one:05}", target=f"n{other:05}", order="a0")
        records.append(flow)
    return records


def _node(number: int, role: str, chance: random.Random) -> list[Record]:
    sign = chance.random() < 0.2
    size = {"width": 50.0, "height": 50.0} if sign else {"width": 232.0, "height": 64.0}
    name, order = f"n{number:05}", f"a{number:06}"
    x, y = float(chance.randrange(3000)), float(chance.randrange(600))
    node = Decision if sign else Step
    return [
        node(id=name, role=role, order=order),
        Placement(id=f"at_{name}", about=name, x=x, y=y, **size),
    ]


if __name__ == "__main__":
    sys.exit(main())
