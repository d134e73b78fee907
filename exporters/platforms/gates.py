"""Will the engine take these files, and will they run? Asked of the finished bytes.

Numbers: C = every platform, O = the Camunda 7 family. Each gate is a function over ``Finished``
that yields faults; the tables below are the list of what is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from exporters.artifact import Artifact
from exporters.forms.schema import NEWEST
from exporters.platforms import (
    gates_engine,
    gates_events,
    gates_files,
    gates_forms,
    gates_model,
    gates_picture,
    gates_shape,
    gates_ways,
    variables,
)
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished
from exporters.platforms.profile import CAMUNDA, Engine

Gate = Callable[[Finished], Iterator[Fault]]

EVERYWHERE: Mapping[str, Gate] = {
    "C03": gates_model.ids,
    "C04": gates_model.references,
    "C05": gates_model.texts,
    "C06": gates_ways.reachable,
    "C07": gates_ways.decisions,
    "C09": gates_engine.durations,
    "C10": gates_picture.complete,
}
"""What no platform is without."""


def numbered(number: str, gate: Gate) -> Gate:
    """A rule of another engine that holds here, too, under the number it has here."""

    def here(finished: Finished) -> Iterator[Fault]:
        return (replace(fault, gate=number) for fault in gate(finished))

    return here


GATES: dict[str, Gate] = {
    **EVERYWHERE,
    "C02": gates_shape.readable,
    "C08": variables.written_before_read,
    "C11": gates_forms.complete,
    "C12": gates_engine.groups,
    "O01": gates_engine.namespaces,
    "O02": gates_engine.executable,
    "O03": gates_engine.time_to_live,
    "O04": gates_engine.version_tags,
    "O05": gates_forms.references,
    "O06": gates_engine.no_generated_forms,
    "O07": gates_engine.implementations,
    "O08": gates_engine.priorities,
    "O09": gates_engine.candidate_groups,
    "O10": gates_ways.exclusive,
    "O11": gates_ways.conditions,
    "O12": gates_engine.messages,
    "O13": gates_engine.errors,
    "O14": gates_engine.rule_tasks,
    "O15": gates_engine.calls,
    "O16": gates_engine.timers,
    "O17": gates_files.names,
    "O20": gates_events.events,
    "O21": gates_events.repeats,
}
"""Number -> what is asked. C13, C15 and O19 need a rehearsal, a reader or an engine; O18 is
for those who draw older forms."""


OLD_FORMS: dict[str, Gate] = {**GATES, "O18": gates_forms.old_enough}
"""For engines whose task list draws older forms only."""


def gates_for(engine: Engine) -> dict[str, Gate]:
    """Which gates stand before an engine of the family."""
    return GATES if engine.newest_form >= NEWEST else OLD_FORMS


def judge(
    artifacts: Sequence[Artifact], gates: dict[str, Gate] = GATES, *, space: str = CAMUNDA
) -> list[Fault]:
    """All faults of a deployment, by the number of the gate; none means it is ready."""
    finished = Finished(artifacts, space)
    faults = [fault for number in sorted(gates) for fault in gates[number](finished)]
    return list(dict.fromkeys(faults))


__all__ = ["GATES", "Fault", "gates_for", "judge"]
