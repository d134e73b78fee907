"""Can the task list draw the forms, and does each task find its own?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from exporters.forms.schema import OLDEST
from exporters.platforms.faults import Fault
from exporters.platforms.finished import Finished, components_of, tag_of
from exporters.platforms.older_forms import YOUNG

KNOWN = frozenset(
    "textfield textarea number datetime checkbox radio select checklist taglist group dynamiclist "
    "filepicker expression text html separator spacer image table iframe button".split()
)
_SILENT = frozenset({"text", "html", "separator", "spacer", "image", "table", "iframe", "button"})
_UNKEYED = _SILENT | {"group", "dynamiclist"}
_UNLABELLED = _SILENT | {"expression"}
_VALUE_KEYS = ("values", "valuesKey", "valuesExpression")


def complete(finished: Finished) -> Iterator[Fault]:
    """C11: every field has key, label and type; keys and ids are unique; patterns compile."""
    for key, form in finished.forms.items():
        components = list(components_of(form))
        for component in components:
            yield from _component(component)
        for name, number in Counter(str(c.get("id", "")) for c in components).items():
            if number > 1 or not name:
                yield Fault("C11", "form_id", key, name)
        for name, number in Counter(_claims(form)).items():
            if number > 1:
                yield Fault("C11", "form_key", key, name)


def _claims(form: dict[str, Any]) -> Iterator[str]:
    """The places in the data that components claim; a list opens a level of its own."""
    waiting: list[tuple[dict[str, Any], str]] = [(c, "") for c in form.get("components", ())]
    while waiting:
        component, level = waiting.pop()
        own = component.get("key") or component.get("path")
        if own:
            yield f"{level}{own}"
        below = f"{level}{own}." if component.get("path") else level
        waiting += [(inner, below) for inner in component.get("components", ())]


def _component(component: dict[str, Any]) -> Iterator[Fault]:
    kind, name = component.get("type", ""), str(component.get("id", ""))
    if kind not in KNOWN:
        yield Fault("C11", "form_type", name, str(kind))
        return
    if kind not in _UNKEYED and not component.get("key"):
        yield Fault("C11", "form_no_key", name)
    if kind == "dynamiclist" and not component.get("path"):
        yield Fault("C11", "form_no_key", name)
    label = component.get("label") or component.get("dateLabel") or component.get("timeLabel")
    if kind not in _UNLABELLED and not label:
        yield Fault("C11", "form_no_label", name)
    if kind in ("radio", "select", "checklist", "taglist"):
        yield from _values(component, name)
    yield from _checks(component, name)


def _values(component: dict[str, Any], name: str) -> Iterator[Fault]:
    if sum(key in component for key in _VALUE_KEYS) != 1:
        yield Fault("C11", "form_values", name)
        return
    values = [value.get("value") for value in component.get("values", ())]
    if len(set(values)) != len(values) or not all(values) or component.get("values") == []:
        yield Fault("C11", "form_values", name)


def _checks(component: dict[str, Any], name: str) -> Iterator[Fault]:
    pattern = component.get("validate", {}).get("pattern")
    if pattern is not None:
        try:
            re.compile(pattern)
        except re.error:
            yield Fault("C11", "form_pattern", name, pattern)
    for text in (component.get("conditional", {}).get("hide"), component.get("expression")):
        if text is not None and not str(text).startswith("="):
            yield Fault("C11", "form_feel", name, str(text))


def old_enough(finished: Finished) -> Iterator[Fault]:
    """O18: nothing that the older task list does not know."""
    for key, form in finished.forms.items():
        if form.get("schemaVersion", OLDEST) > OLDEST:
            yield Fault("O18", "form_young", key, str(form["schemaVersion"]))
        for component in components_of(form):
            if component.get("type") in YOUNG:
                yield Fault("O18", "form_young", str(component.get("id")), component["type"])


def references(finished: Finished) -> Iterator[Fault]:
    """O05: one kind of form per task, its binding, and the file is in the set."""
    for name, number in Counter(finished.form_ids).items():
        if number > 1 or not name:
            yield Fault("O05", "form_twice", name)
    for name, node in finished.nodes.items():
        key, reference = node.get(finished.own("formKey")), node.get(finished.own("formRef"))
        if key is not None and reference is not None:
            yield Fault("O05", "form_both", name)
        if reference is None:
            continue
        if node.get(finished.own("formRefBinding")) != "deployment":
            yield Fault("O05", "form_binding", name)
        if reference not in finished.forms:
            yield Fault("O05", "form_missing", name, reference)
        if tag_of(node) not in ("userTask", "startEvent"):
            yield Fault("O05", "form_place", name)
