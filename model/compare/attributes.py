"""What is an attribute of a record called?"""

from __future__ import annotations

from model.language import Message, say

OWN_NAMES = frozenset(
    {
        ("annotation", "about"),
        ("annotation", "text"),
        ("code_list", "version"),
        ("data_object", "form"),
        ("data_object", "state"),
        ("deadline", "effect"),
        ("deadline", "unit"),
        ("decision", "mode"),
        ("event", "trigger"),
        ("example", "documents"),
        ("fee", "form"),
        ("fee", "maximum"),
        ("fee", "minimum"),
        ("field", "name"),
        ("group", "name"),
        ("option", "code"),
        ("placement", "about"),
        ("remark", "about"),
        ("remark", "state"),
        ("rule", "purpose"),
        ("script", "about"),
        ("script", "start"),
        ("start", "trigger"),
        ("step", "form"),
        ("stop", "notes"),
    }
)
"""Attributes that are called otherwise than those of the same name in other kinds."""


def attribute(kind: str, name: str) -> Message:
    """What an attribute is called: Hilfetext, Betrag."""
    if (kind, name) in OWN_NAMES:
        return say(f"compare.{kind}.{name}.attribute")
    return say(f"compare.{name}.attribute")
