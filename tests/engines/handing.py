"""What would the task list hand over when a page or a step of a case is submitted?

The answers of the case under the names of the export, but only what the written form really writes:
a question that a form forgets is missing in the engine, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from exporters.expressions.storing import stored_as
from exporters.platforms import Deployment
from exporters.platforms.finished import Finished, components_of
from model.document import Snapshot
from model.expressions import evaluate
from model.play import State, read
from model.records import Field, FieldGroup

OWN = ("camunda", "flowable")


class Hands:
    """Turns answers into the variables of the engine."""

    def __init__(self, view: Snapshot, deployment: Deployment) -> None:
        self.view, self.names, self.derived = view, deployment.derived.names, deployment.derived
        space = next(uri for name, uri in deployment.description.namespaces.items() if name in OWN)
        self.finished = Finished(deployment.artifacts, space)

    def submitted(self, node: str, state: State) -> dict[str, Any]:
        """By the form of a task or of the start; a box that was not ticked says so."""
        element = self.finished.nodes[node]
        written, known = self.finished.written_at(element), self.known(state)
        unticked = dict.fromkeys(written & self._boxes(element), False)
        return {**unticked, **{key: known[key] for key in written if key in known}}

    def _boxes(self, element: Any) -> set[str]:
        form = self.finished.form_of(element)
        boxes = {c["key"] for c in components_of(form or {}) if c.get("type") == "checkbox"}
        asked = element.iter(self.finished.own("formProperty"))
        return boxes | {one.get("id") for one in asked if one.get("type") == "boolean"}

    def known(self, state: State) -> dict[str, Any]:
        """All answers of a case so far, calculated ones and what the ways need among them."""
        answers = read(self.view, state.answers, state.begun.date())
        found = self.variables({k: v for k, v in answers.items() if v is not None})
        for part, value in self.derived._values.items():
            result = evaluate(self.view, part, answers)
            found[value.name] = _plain(result)
        return found

    def variables(self, answers: Mapping[str, Any]) -> dict[str, Any]:
        """Answers under the names of the export; what is no answer is left out."""
        found: dict[str, Any] = {}
        for key, answer in answers.items():
            record = self.view.get(key)
            if isinstance(record, FieldGroup):
                found[self.names.key(key)] = [self.variables(entry) for entry in answer]
            elif isinstance(record, Field):
                found[self.names.key(key)] = self._stored(record, answer)
        return found

    def _stored(self, field: Field, answer: Any) -> Any:
        if stored_as(self.view, field) == "question" and isinstance(answer, bool):
            return "true" if answer else "false"
        return _plain(answer)


def _plain(answer: Any) -> Any:
    if isinstance(answer, Decimal):
        return float(answer)
    if isinstance(answer, date):
        return answer.isoformat()
    return [_plain(one) for one in answer] if isinstance(answer, list | tuple) else answer
