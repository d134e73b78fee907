"""Where does a rule stand so that it reaches every element it names (rule 1001)?

A condition belongs to the field that is asked under it; its regel stands in the lowest element that
holds all the fields it names. Rules that brought a number along stay where they came from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.fresh import Xml, structure_of
from exporters.xdatenfelder.leaves import insert
from exporters.xdatenfelder.vocabulary import NS3, RULE
from exporters.xmlkit import text_of
from model.document import Snapshot
from model.records import Rule

_NAMED = re.compile(r"[FG]\d{11}(?!\d)")


def lift_rules(view: Snapshot, made: Mapping[str, Xml]) -> None:
    """Move each rule of our own up to where it reaches what it names."""
    inside: dict[Xml, set[str]] = {}
    for key, node in made.items():
        rule = view.get(key, Rule)
        if local_name(node) != RULE or (rule is not None and rule.fim_id):
            continue
        named = set(_NAMED.findall(text_of(node.find(f"{{{NS3}}}freitextRegel"))))
        here = node.getparent()
        goal = here
        while goal is not None and named - _ids(goal, inside):
            around = structure_of(goal)
            if around is None:
                break
            goal = around.getparent()
        if goal is not None and goal is not here:
            insert(goal, node, NS3)


def _ids(node: Xml, known: dict[Xml, set[str]]) -> set[str]:
    """The ids of an element and of everything in it."""
    if node not in known:
        found = node.iterfind(f".//{{{NS3}}}identifikation/{{{NS3}}}id")
        known[node] = {text_of(one) for one in found}
    return known[node]
