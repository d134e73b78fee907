"""What came from elsewhere and is kept although it is not understood?"""

from __future__ import annotations

from typing import ClassVar, Literal

from model.records.base import Record, Ref
from model.records.process import Node


class ForeignFile(Record):
    """An imported file, kept whole as text; ``encoding`` is the one it stated.

    An unedited export writes it back.
    """

    kind: Literal["foreign_file"] = "foreign_file"
    name: str = ""
    media_type: str = ""
    encoding: str = "utf-8"
    text: str = ""


class ForeignNode(Node):
    """An element of a foreign model that Fachwerk draws as a kept block with its name.

    ``tag`` is its element name; with ``attached_to`` it is an exception at a step that only the
    foreign file understands.
    """

    kind: Literal["foreign_node"] = "foreign_node"
    tag: str = ""
    attached_to: Ref = ""


class Unknown(Record):
    """A record of a newer program; ``line`` is its JSON text, written back unchanged."""

    family: ClassVar[str] = "unknown"

    kind: Literal["unknown"] = "unknown"
    line: str = ""
