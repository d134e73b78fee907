"""Which proofs does a round of checks share, and how is a case told in words?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from model.checks.naming import name_of
from model.checks.reading import Reading
from model.document import Document
from model.language import say
from model.play.proof import Contradiction, Proof, Trouble, contradictions, prove
from model.play.proof.domains import asked_by
from model.records import (
    Expression,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Node,
    Option,
    Record,
    Rule,
    TariffRow,
)

WAYS = frozenset(
    {"source", "target", "mode", "condition", "default", "attached_to", "interrupting", "parent"}
    | {"result", "trigger", "direction", "event_name", "by_event"}
)
"""Fields of nodes and ways on which the proof of the ways rests."""
ASKING = (Node, Flow, Field, FieldGroup, Option, Rule, Fee, TariffRow)
ASKED = WAYS | {
    *("visible", "when", "expression", "purpose", "minimum", "maximum", "min_value", "max_value"),
    *("code", "order", "choices", "data_type", "field_kind", "form", "effect", "amount"),
    *("value", "code_list"),
}
"""Kinds and fields on which the contradictions rest."""
_TOLD = 4
"""Names of a path that are told: the last ones, where it goes wrong."""


def proof(view: Reading) -> Proof:
    """Whether every case can end; made once a round."""
    return view.walked(prove)


def troubles(view: Reading, kind: str) -> list[Trouble]:
    """The faults of one kind in the ways, at nodes that are still there."""
    return [one for one in proof(view).troubles if one.kind == kind and one.at in view]


def shown(view: Reading, kind: str) -> list[Contradiction]:
    """The contradictions of one kind; all are looked for once a round."""
    return [one for one in view.walked(_contradictions) if one.kind == kind and one.at in view]


def _contradictions(view: Reading) -> list[Contradiction]:
    return list(contradictions(view))


def path_in_words(view: Reading, path: tuple[str, ...]) -> object:
    """The names a case comes by, the last few, with arrows."""
    names: list[str] = []
    for name in path:
        node = view.get(name, Node)
        spoken = name_of(node).strip() if node is not None else ""
        if spoken and (not names or names[-1] != spoken):
            names.append(spoken)
    told = " → ".join(names[-_TOLD:])
    return told or say("check.path.unnamed")


def pairs(answers: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    """Answers as a finding keeps them, so that two rounds give equal findings."""
    return tuple(sorted(answers.items()))


def same_question(view: Reading, one: Expression | None, other: Expression | None) -> bool:
    """Do two conditions ask about the same thing? Otherwise their order says what goes first:
    "too heavy" before "not the keeper" is a decision of the author, "from 60" beside "up to 60" a
    slip.
    """
    if one is None or other is None:
        return False
    return bool(asked_by(view, [one]).values.keys() & asked_by(view, [other]).values.keys())


def helps(view: Reading, changed: Record) -> bool:
    """Would the ways be sound, or at least less wrong, with this record instead?"""
    records = (changed if record.id == changed.id else record for record in view)
    after = {(one.kind, one.at) for one in prove(Document(records).snapshot()).troubles}
    before = {(one.kind, one.at) for one in proof(view).troubles}
    return after < before
