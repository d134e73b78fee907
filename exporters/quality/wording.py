"""Are the texts written in the letters of the norm, and no longer than they should be?"""

from __future__ import annotations

from collections.abc import Iterator

from exporters.quality.check import Check, critical, hint
from exporters.quality.element import Element, Place, Whole
from exporters.xdatenfelder.latin import REFUSED, outside

_LENGTHS = {
    **dict.fromkeys(
        (
            "name bezeichnung bezeichnungEingabe bezeichnungAusgabe bezug versionshinweis "
            "statusGesetztDurch fachlicherErsteller uri version"
        ).split(),
        255,
    ),
    **dict.fromkeys(
        "hilfetext hilfetextEingabe hilfetextAusgabe pattern hilfe stichwort".split(), 500
    ),
    **dict.fromkeys("beschreibung definition inhalt freitextRegel".split(), 5000),
    "code": 20,
}
_LONG_ADDRESS = 255


def _odd_letters(one: Element | Place, _: Whole) -> bool:
    return any(outside(text) or REFUSED.search(text) for text in _spelled(one))


def _spelled(one: Element | Place) -> Iterator[str]:
    yield from (law.text for law in one.laws)
    if isinstance(one, Element):
        yield from (text for name, text in one.texts if name != "versionshinweis")


def _measured(one: Element | Place) -> Iterator[tuple[str, str]]:
    yield from (("bezug", law.text) for law in one.laws)
    if not isinstance(one, Element):
        return
    yield from one.texts
    yield from (("stichwort", text) for text, _ in one.keywords)
    yield "pattern", (one.precision or {}).get("pattern", "")
    for code, name, help_text in one.values or ():
        yield from (("code", code), ("name", name), ("hilfe", help_text))


def _too_long(one: Element | Place, _: Whole) -> bool:
    return any(len(text) > _LENGTHS[name] for name, text in _measured(one))


def _long_address(one: Element, _: Whole) -> bool:
    addresses = [uri for _, uri in one.keywords]
    if one.code_list is not None:
        addresses += [one.code_list.urn, one.code_list.version_uri]
    return any(len(address) > _LONG_ADDRESS for address in addresses)


CHECKS: tuple[Check, ...] = (
    critical("1131", "SGFRDP", _odd_letters),
    hint("1136", "SGFRDP", _too_long),
    hint("1137", "SGFRD", _long_address),
    hint("1138", "SGFRDP", lambda one, _: any(len(law.link) > _LONG_ADDRESS for law in one.laws)),
)
