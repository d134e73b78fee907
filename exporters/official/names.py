"""Which standard does a namespace stand for, and which of our own descriptions belongs to it?"""

from __future__ import annotations

import re
from typing import Final

from model.language import Message, say

_FAMILIES: Final = (
    ("xdatenfelder", re.compile(r"urn:xoev-de:fim:standard:xdatenfelder_(\d+(?:\.\d+)*)")),
    ("xprozess", re.compile(r"http://www\.regierung-mv\.de/xprozess/(\d+(?:\.\d+)*)")),
    ("xzufi", re.compile(r"http://xoev\.de/schemata/xzufi/(\d+(?:_\d+)*)")),
    ("genericode", re.compile(r"http://docs\.oasis-open\.org/codelist/ns/genericode/(\d+\.\d+)/")),
)

RECONSTRUCTED: Final = {
    "urn:xoev-de:fim:standard:xdatenfelder_2": "xdatenfelder-2.0-reconstructed.xsd",
    "urn:xoev-de:fim:standard:xdatenfelder_3.0.0": "xdatenfelder-3.0.0-reconstructed.xsd",
    "http://docs.oasis-open.org/codelist/ns/genericode/1.0/": "genericode-subset.xsd",
}
"""Namespace -> our own description of the standard in resources/schemas."""

HELPERS: Final = {
    "http://www.w3.org/XML/1998/namespace": "xml-namespace.xsd",
    "http://xoev.de/schemata/code/1_0": "xoev-code-reconstructed.xsd",
}
"""Namespace -> our own stand-in for a small part that downloads leave out."""


def family_of(namespace: str) -> str:
    """The word of a standard that we write or read; "" for every other namespace.

    >>> family_of("urn:xoev-de:fim:standard:xdatenfelder_2")
    'xdatenfelder'
    """
    return next((word for word, form in _FAMILIES if form.fullmatch(namespace)), "")


def version_of(namespace: str, told: str = "") -> str:
    """The version that a schema tells of itself, else the one in its namespace.

    >>> version_of("http://xoev.de/schemata/xzufi/2_2_0")
    '2.2.0'
    """
    found = (form.fullmatch(namespace) for _, form in _FAMILIES)
    inside = next((match[1].replace("_", ".") for match in found if match), "")
    inside = "2.0" if inside == "2" else inside
    return told if told and told.startswith(inside) else inside or told


def title_of(namespace: str, version: str = "") -> Message:
    """How a standard is called: "XDatenfelder 3.0.0"."""
    family = family_of(namespace)
    if not family:
        return say("official.standard.other", namespace=namespace)
    return say(f"official.standard.{family}", version=version_of(namespace, version))
