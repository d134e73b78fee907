"""What does a writer hand over? Named bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file of an export. ``name`` may hold folders ("form/antrag.form"); ``role`` is its part
    in a package ("prozess", "formular", ...).
    """

    name: str
    media_type: str
    content: bytes
    role: str = ""
