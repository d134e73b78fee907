"""Every fault in the ways is found, and none where there is none."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from model.document import Document
from model.play.proof import prove
from model.play.proof.explore import explore
from model.play.proof.net import nets
from model.play.proof.soundness import _troubles
from model.records import Decision, End, Event, Flow, Node, Parallel, Start, Step
from resources import open_resource
from tests.helpers.blocks import FAULTS, Blocks


def _service(seed: int) -> Blocks:
    blocks = Blocks(seed)
    blocks.whole(5 + seed % 120)
    return blocks


def test_no_fault_is_found_in_200_services_that_are_sound_by_construction() -> None:
    found = {seed: prove(_service(seed).view()) for seed in range(200)}

    assert {seed: proof for seed, proof in found.items() if proof.sound is not True} == {}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_kind_of_fault_is_found_wherever_it_is_put(fault: str) -> None:
    spoiled = 0
    for seed in range(1000, 1060):
        blocks = _service(seed)
        if not blocks.spoil(fault):
            continue
        spoiled += 1

        proof = prove(blocks.view())

        assert proof.sound is False, seed
    assert spoiled >= 40


def test_the_path_of_a_trouble_can_be_walked_on_the_ways_of_the_service() -> None:
    for seed in range(1000, 1060):
        blocks = _service(seed)
        if not blocks.spoil("choice_waits"):
            continue
        view = blocks.view()

        for trouble in prove(view).troubles:
            ids = trouble.path
            assert set(ids) <= set(blocks.records)
            assert isinstance(view[ids[0]], Start)
            passed = set(ids)
            ways = [view.the(name, Flow) for name in ids if isinstance(view[name], Flow)]
            assert all(way.source in passed or view.children(way.source) for way in ways)
            assert any(way.target == trouble.at for way in ways)


def test_a_wait_that_only_follows_from_another_wait_is_not_told() -> None:
    """A choice inside a parallel block meets at a join that waits; so does the outer join."""
    blocks = Blocks(1)
    start, end = blocks.node(Start), blocks.node(End)
    outer, inner = blocks.node(Parallel), blocks.node(Decision)
    meet, last = blocks.node(Parallel), blocks.node(Parallel)
    one, two, three = (blocks.node(Step) for _ in range(3))
    for source, target in (
        *((start, outer), (outer, inner), (outer, three), (inner, one), (inner, two)),
        *((one, meet), (two, meet), (meet, last), (three, last), (last, end)),
    ):
        blocks.way(source, target)

    proof = prove(blocks.view())

    assert [(trouble.kind, trouble.at) for trouble in proof.troubles] == [("stuck", meet)]


def test_what_waits_for_a_way_that_no_case_comes_by_waits_for_ever() -> None:
    blocks = Blocks(1)
    start, step, lost = blocks.node(Start), blocks.node(Step), blocks.node(Step)
    join, end = blocks.node(Parallel), blocks.node(End)
    for source, target in ((start, step), (step, join), (lost, join), (join, end)):
        blocks.way(source, target)

    (trouble,) = prove(blocks.view()).troubles

    assert (trouble.kind, trouble.at) == ("stuck", join)


def test_a_link_goes_on_where_its_name_is_received() -> None:
    blocks = Blocks(1)
    start, end = blocks.node(Start), blocks.node(End)
    throw = blocks.node(Event, trigger="link", direction="send", event_name="A")
    catch = blocks.node(Event, trigger="link", direction="receive", event_name="A")
    join = blocks.node(Parallel)
    for source, target in ((start, throw), (catch, join), (catch, join), (join, end)):
        blocks.way(source, target)

    assert prove(blocks.view()).sound is True


def test_terminate_ends_what_is_still_under_way() -> None:
    """Two parts, one of which ends all: no join is needed, nothing is stuck."""
    blocks = Blocks(1)
    start, fork, stop = blocks.node(Start), blocks.node(Parallel), blocks.node(End, result="stop")
    one, two, wait = blocks.node(Step), blocks.node(Step), blocks.node(Parallel)
    choice, end = blocks.node(Decision), blocks.node(End)
    for source, target in (
        *((start, fork), (fork, one), (fork, two), (one, choice), (choice, stop)),
        *((choice, wait), (two, wait), (wait, end)),
    ):
        blocks.way(source, target)

    assert prove(blocks.view()).sound is True


def test_beyond_the_bound_the_result_says_that_nothing_is_proved() -> None:
    """Ten exits inside as many parallel branches, ended together: a tangle no rule unties."""
    blocks = Blocks(1)
    start, fork, join = blocks.node(Start), blocks.node(Parallel), blocks.node(Parallel)
    blocks.way(start, fork)
    for _ in range(10):
        first, second = blocks.node(Decision), blocks.node(Decision)
        blocks.way(fork, first)
        blocks.way(first, second)
        blocks.way(first, blocks.node(End, result="stop"))
        blocks.way(second, join)
        blocks.way(second, blocks.node(End, result="stop"))
    blocks.way(join, blocks.node(End))

    assert prove(blocks.view(), bound=50).sound is None


def test_a_chain_of_10_000_steps_is_proved_without_recursion() -> None:
    blocks = Blocks(1)
    before = blocks.node(Start)
    for _ in range(10_000):
        step = blocks.node(Step)
        blocks.way(before, step)
        before = step
    blocks.way(before, blocks.node(End))

    assert prove(blocks.view()).sound is True


@pytest.mark.parametrize("name", ["hundesteuer", "bewohnerparkausweis", "liegenschaftskarte"])
def test_the_samples_are_sound(name: str) -> None:
    from model.storage.read import from_bytes

    opened = from_bytes(open_resource(f"samples/{name}.fachwerk"))

    proof = prove(Document(opened.records).snapshot())

    assert proof.sound is True
    assert proof.troubles == ()


def test_reducing_first_finds_what_exploring_everything_finds() -> None:
    """Random tangles: the same verdict, but for parts that only go to their end in a circle."""
    other = 0
    for seed in range(300):
        view = _tangle(seed).view()
        spaces = [(net, explore(net)) for net in nets(view)]
        if not all(space.complete for _, space in spaces):
            continue
        whole = {trouble.kind for net, space in spaces for trouble in _troubles(net, space)}

        sound = prove(view).sound

        if sound != (not whole):
            other += 1
            assert sound
            assert whole == {"twice"}
    assert other < 12


def _tangle(seed: int) -> Blocks:
    """A few signs with ways anywhere."""
    random, blocks = Random(seed), Blocks(seed)
    start = blocks.node(Start)
    kinds: list[tuple[type[Node], dict[str, Any]]] = [
        *((Step, {}), (Decision, {}), (Decision, {}), (Parallel, {})),
        (Decision, {"mode": "inclusive"}),
    ]
    nodes = [
        blocks.node(kind, **more) for kind, more in random.choices(kinds, k=random.randint(3, 9))
    ]
    stop = blocks.node(End, result="stop")
    ends = [blocks.node(End), blocks.node(End), stop]
    blocks.way(start, nodes[0])
    for place, node in enumerate(nodes):
        single = isinstance(blocks.records[node], Step)
        count = 1 if single else random.choice((1, 1, 2, 2, 3))
        for target in random.sample([*nodes, *ends], count):
            later = target in ends or nodes.index(target) > place
            if target != node and (later or random.random() < 0.8):
                blocks.way(node, target)
    return blocks
