"""How is a changed leaf carried over to an element of the source?

Text, attributes and children are changed one by one, so that what the source says beside them (a
further attribute, an address of a list, another key of a precision) stays.
"""

from __future__ import annotations

import json
from copy import deepcopy

from lxml import etree

from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.fresh import Xml
from exporters.xdatenfelder.leaves import canon, insert, leaf_names, leaves, remove, same
from exporters.xmlkit import text_of

_DERIVED = frozenset(
    "version bezeichnungAusgabe letzteAenderung statusGesetztAm freigabestatus status "
    "freigabedatum statusGesetztDurch fachlicherErsteller".split()
)
"""The writers make these up where the records say nothing; a source without one needs none."""
_KEYS = ("code", "id")


def patch_leaves(node: Xml, old: Xml, new: Xml, namespace: str) -> None:
    """Bring the difference of ``old`` and ``new`` into ``node``."""
    for name in leaf_names(old, new):
        olds, news = leaves(old, name), leaves(new, name)
        if same(olds, news):
            continue
        mine = leaves(node, name)
        if not mine and olds and news and name in _DERIVED:
            continue
        if len(mine) == len(news) == 1:
            _patch_value(mine[0], olds[0] if olds else None, news[0], namespace)
        else:
            _patch_list(node, mine, olds, news, namespace)


def _patch_value(node: Xml, old: Xml | None, new: Xml, namespace: str) -> None:
    """One leaf: attributes, text, and what stands in it."""
    before = dict(old.attrib) if old is not None else {}
    for name in {**before, **new.attrib}:
        value = new.get(name)
        if value == before.get(name) and old is not None:
            continue
        if value is None:
            node.attrib.pop(name, None)
        else:
            node.set(name, value)
    if any(isinstance(child.tag, str) for child in new):
        patch_leaves(node, old if old is not None else etree.Element(new.tag), new, namespace)
        return
    text = text_of(new)
    if old is None or text_of(old) != text:
        set_text(node, _merged(node, old, text))


def _merged(node: Xml, old: Xml | None, text: str) -> str:
    """A precision of 2.0 is JSON: only the keys that changed are taken over."""
    if local_name(node) != "praezisierung" or old is None:
        return text
    mine, before, now = _json(text_of(node)), _json(text_of(old)), _json(text)
    if mine is None or before is None or now is None:
        return text
    for key in {**before, **now}:
        if before.get(key) == now.get(key):
            continue
        if key in now:
            mine[key] = now[key]
        else:
            mine.pop(key, None)
    return json.dumps(mine, ensure_ascii=False, separators=(",", ":")) if mine else ""


def _json(text: str) -> dict[str, object] | None:
    if not text.strip():
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def set_text(node: Xml, text: str) -> None:
    """New words; comments inside stay, the words around them go."""
    for child in node:
        child.tail = None
    node.text = text or None


def _patch_list(
    node: Xml, mine: list[Xml], olds: list[Xml], news: list[Xml], namespace: str
) -> None:
    """Leaves that may stand several times (bezug, wert, keywords): what is still there stays, with
    the same key it is changed, everything else is new.
    """
    paired = list(zip(olds, mine, strict=True)) if len(olds) == len(mine) else []
    kept: list[Xml] = []
    for new in news:
        pair = next((p for p in paired if canon(p[0]) == canon(new)), None)
        if pair is None:
            pair = next((p for p in paired if _key(p[0]) and _key(p[0]) == _key(new)), None)
            if pair is not None:
                _patch_value(pair[1], pair[0], new, namespace)
        if pair is not None:
            paired.remove(pair)
            kept.append(pair[1])
        else:
            copy = deepcopy(new)
            copy.tail = None
            kept.append(copy)
    if [id(one) for one in kept] == [id(one) for one in mine]:
        return
    for one in mine:
        remove(one)
    for one in kept:
        insert(node, one, namespace)


def _key(node: Xml) -> str:
    """By what an entry of a list is known: its code or id."""
    found = (text_of(child).strip() for child in node if local_name(child) in _KEYS)
    return next(found, "")
