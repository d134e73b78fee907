"""Is it known which pages every applicant sees?"""

from __future__ import annotations

import itertools
import random

from exporters.xdatenfelder.ways import avoidable_pages
from model.document import Snapshot
from model.records import End, Flow, Parallel, Record, Start, Step, SubProcess


def drawn(*ways: str, parallel: str = "") -> Snapshot:
    """Nodes s (start), e (end), others pages; "ab" is a way from a to b."""
    names = dict.fromkeys("".join(ways) + "se")
    records: list[Record] = [Start(id="s"), End(id="e")]
    for name in names:
        if name in parallel:
            records.append(Parallel(id=name))
        elif name not in "se":
            records.append(Step(id=name, form="page"))
    records += [Flow(id=f"f{n}", source=w[0], target=w[1]) for n, w in enumerate(ways)]
    return Snapshot.of_records(records)


def pages(view: Snapshot) -> list[str]:
    return [step.id for step in view.of(Step)]


def avoidable(*ways: str, parallel: str = "") -> str:
    view = drawn(*ways, parallel=parallel)
    return "".join(sorted(avoidable_pages(view, pages(view))))


def test_pages_in_a_row_are_seen_by_all() -> None:
    assert avoidable("sa", "ab", "be") == ""


def test_branches_are_avoidable_and_what_follows_is_not() -> None:
    assert avoidable("sa", "ab", "ac", "bd", "cd", "de") == "bc"


def test_a_way_that_skips_a_page_makes_it_avoidable() -> None:
    assert avoidable("sa", "ab", "bc", "ac", "ce") == "b"


def test_a_loop_back_changes_nothing() -> None:
    assert avoidable("sa", "ab", "ba", "be") == ""


def test_both_branches_of_a_parallel_gateway_are_walked() -> None:
    assert avoidable("sp", "pa", "pb", "aq", "bq", "qe", parallel="pq") == ""


def test_another_end_leaves_out_what_follows_but_an_error_does_not() -> None:
    view = drawn("sa", "ab", "ax", "be")
    second, error = End(id="x"), End(id="x", result="error")
    kept = [record for record in view if record.id != "x"]

    assert avoidable_pages(Snapshot.of_records([*kept, second]), ["a", "b"]) == {"b"}
    assert avoidable_pages(Snapshot.of_records([*kept, error]), ["a", "b"]) == set()


def test_ends_inside_a_sub_process_are_no_ends_of_the_service() -> None:
    nodes = [
        Start(id="s"),
        SubProcess(id="u"),
        Step(id="a", form="page"),
        End(id="e"),
        Start(id="s2", parent="u"),
        Step(id="b", form="page", parent="u"),
        Step(id="c", form="page", parent="u"),
        End(id="e2", parent="u"),
    ]
    ways = [("s", "u"), ("u", "a"), ("a", "e"), ("s2", "b"), ("b", "c"), ("c", "e2"), ("b", "e2")]
    flows = [Flow(id=f"f{n}", source=a, target=b) for n, (a, b) in enumerate(ways)]

    found = avoidable_pages(Snapshot.of_records([*nodes, *flows]), ["a", "b", "c"])

    assert found == {"c"}


def test_a_drawing_without_an_end_has_no_avoidable_page() -> None:
    assert avoidable("sa", "sb") == ""


def test_random_drawings_agree_with_leaving_each_page_out() -> None:
    chance = random.Random(7)
    letters = "sabcdefgh"
    every = [a + b for a, b in itertools.permutations(letters.replace("e", "") + "e", 2)]
    possible = [way for way in every if way[0] != "e" and way[1] != "s"]

    for _ in range(300):
        ways = chance.sample(possible, chance.randint(3, 14))
        view = drawn(*ways)
        graph: dict[str, set[str]] = {}
        for way in ways:
            graph.setdefault(way[0], set()).add(way[1])
        if not reaches(graph, "s", "e"):
            continue
        expected = {page for page in pages(view) if reaches(graph, "s", "e", without=page)}

        found = avoidable_pages(view, pages(view))

        # A page that nothing leads to, or only itself, is reached by nobody: not avoidable is no
        # lie there.
        reached = {page for page in pages(view) if reaches(graph, "s", page)}
        assert found & reached == expected & reached


def reaches(graph: dict[str, set[str]], start: str, goal: str, without: str = "") -> bool:
    seen, stack = {start, without}, [start]
    while stack:
        node = stack.pop()
        if node == goal:
            return True
        for target in graph.get(node, ()):
            if target not in seen:
                seen.add(target)
                stack.append(target)
    return False
