"""May anything in a real file become anything, and is the file still valid?"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model.records import (
    DataFlow,
    DataObject,
    Decision,
    End,
    Event,
    Message,
    Node,
    Parallel,
    Record,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    Timer,
)
from tests.exporters.bpmn.files import (
    Records,
    bpmn_schema,
    foreign_files,
    meaning,
    records_of,
    written,
)

KINDS: tuple[Callable[..., Node], ...] = (
    lambda **said: Step(**said, form="office"),
    lambda **said: Step(**said, form="automatic", task="script", repeats="loop"),
    lambda **said: Step(**said, form="office", repeats="parallel"),
    SubProcess,
    lambda **said: ServiceCall(**said, called="andere"),
    Decision,
    lambda **said: Decision(**said, mode="event"),
    Parallel,
    Timer,
    Message,
    lambda **said: Event(**said, trigger="signal", event_name="Regen"),
    lambda **said: Event(**said, trigger="escalation", direction="send", error_code="E"),
    lambda **said: Event(**said, trigger="link", event_name="Teil 2"),
    lambda **said: Start(**said, trigger="conditional"),
    lambda **said: End(**said, result="error", error_code="E"),
)
FORMS: tuple[Any, ...] = ("object", "store", "input", "output")


@pytest.mark.parametrize("seed", range(3))
def test_anything_in_a_real_file_may_become_anything(seed: int, shared: Path) -> None:
    schema, wheel = bpmn_schema(shared), random.Random(seed)

    for path in foreign_files(shared, "bpmn-miwg"):
        records = records_of(path.read_bytes(), path.name)
        changed = spun(records, wheel)
        content, _ = written(changed)
        again = records_of(content)

        assert schema.faults(content) == [], path.name
        lost = [i for i, r in changed.items() if r.family == "node" and i not in again]
        assert lost == [], path.name


def test_every_real_file_drawn_anew_is_valid(shared: Path) -> None:
    schema = bpmn_schema(shared)

    for path in foreign_files(shared, "bpmn-miwg"):
        content, _ = written(meaning(records_of(path.read_bytes(), path.name)))

        assert schema.faults(content) == [], path.name


def spun(records: Records, wheel: random.Random) -> Records:
    """Three nodes of another kind, a data object of another form, and new ways to it."""
    changed: dict[str, Record] = dict(records)
    nodes = [
        one for one in records.values() if isinstance(one, Node) and _stands_alone(one, records)
    ]
    for node in wheel.sample(nodes, min(3, len(nodes))):
        names = (name for name in Node.model_fields if name not in ("kind", "extras"))
        changed[node.id] = wheel.choice(KINDS)(**{name: getattr(node, name) for name in names})
    for thing in [one for one in records.values() if isinstance(one, DataObject)][:1]:
        changed[thing.id] = thing.replaced(form=wheel.choice(FORMS), many=True, state="offen")
        changed["new_way"] = DataFlow(id="new_way", source=thing.id, target=nodes[0].id)
    changed["new_thing"] = DataObject(id="new_thing", name="Neu", form=wheel.choice(FORMS))
    changed["new_end"] = DataFlow(id="new_end", source=nodes[-1].id, target="new_thing")
    return changed


def _stands_alone(node: Node, records: Records) -> bool:
    """Nothing stands in it or hangs at it, and it takes part in the process."""
    held = (
        getattr(one, name, "") for one in records.values() for name in ("parent", "attached_to")
    )
    return node.id not in held and not getattr(node, "tag", "").startswith("data")
