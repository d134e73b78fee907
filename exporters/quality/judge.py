"""What do the official rules say about a message, or about what a service would become?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from exporters.quality.check import SEVERITIES, Check, Verdict
from exporters.quality.element import Whole, Xml
from exporters.quality.parsing import whole_of
from exporters.quality.table import CHECKS
from exporters.xmlkit import parse
from model.document import Snapshot
from model.language import say
from model.records import CodeList, Option

Codes = Mapping[str, frozenset[str]]


def quality(subject: Snapshot | bytes, codes: Codes | None = None) -> list[Verdict]:
    """Every broken rule and every open one, the worst first. ``codes``: entries of lists at hand,
    by URN; a service brings its own.

    Raises:
        XmlRefused: the bytes are no safe XML.
    """
    if isinstance(subject, bytes):
        root, known = parse(subject).root, codes or {}
    else:
        root, known = _written(subject), {**codes_of(subject), **(codes or {})}
    return [verdict for verdict, _ in judged(root, known)]


def judged(root: Xml, codes: Codes | None = None) -> list[tuple[Verdict, Xml | None]]:
    """The verdicts about a message, each with the element it is about."""
    whole = whole_of(root)
    if whole is None:
        return []
    whole.codes.update(codes or {})
    found = [pair for check in CHECKS.values() for pair in _asked(check, whole)]
    return sorted(found, key=lambda pair: SEVERITIES.index(pair[0].severity))


def codes_of(view: Snapshot) -> dict[str, frozenset[str]]:
    """The entries of the code lists of a service that have any."""
    found: dict[str, frozenset[str]] = {}
    for code_list in view.of(CodeList):
        entries = [option.code for option in view.children(code_list.id, Option)]
        if code_list.urn and entries:
            found[code_list.urn] = frozenset(entries)
    return found


def _written(view: Snapshot) -> Xml:
    from exporters.xdatenfelder.deliver import message_of

    return parse(message_of(view)).root


def _asked(check: Check, whole: Whole) -> Iterator[tuple[Verdict, Xml | None]]:
    things = [thing for thing in _things(whole) if thing.kind in check.about]
    if check.broken is None:
        if things:
            what = say("xdfm.open", text=check.text)
            yield Verdict(check.number, check.severity, "", what, open=True), None
        return
    for thing in things:
        if check.broken(thing, whole):
            node = getattr(thing, "node", None)
            if thing.kind == "P":
                node = thing.inside.node
            yield Verdict(check.number, check.severity, thing.at, check.text), node


def _things(whole: Whole) -> list[Any]:
    elements = whole.elements()
    places = [place for element in elements for place in element.places]
    return [*elements, *places, *whole.lists()]
