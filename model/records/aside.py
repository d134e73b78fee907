"""What stands beside the way and changes nothing that happens?"""

from __future__ import annotations

from typing import ClassVar, Literal

from model.records.base import Child, Ref


class Annotation(Child):
    """A note on the canvas (BPMN: Text Annotation). It changes nothing that happens.

    ``about`` names the element it is tied to by a dotted line (BPMN: Association), "" = none;
    ``parent`` the sub-process it stands in.
    """

    kind: Literal["annotation"] = "annotation"
    family: ClassVar[str] = "aside"
    text: str = ""
    about: Ref = ""


class Frame(Child):
    """A dashed frame around things that belong together (BPMN: Group; FIM knows none).

    What is in it follows from the places alone. The word group belongs to ``FieldGroup``.
    """

    kind: Literal["frame"] = "frame"
    family: ClassVar[str] = "aside"
    name: str = ""


class DataObject(Child):
    """What is worked with: a document, a file, a register (BPMN: Data Object, Data Store).

    ``form``: "object" lives as long as the case, "store" outlives it, "input" and "output" come
    from and go to the world outside. ``many`` = a collection; ``state`` what is written under the
    name in brackets. ``parent`` is the sub-process it stands in.
    """

    kind: Literal["data_object"] = "data_object"
    family: ClassVar[str] = "aside"
    name: str = ""
    form: Literal["object", "store", "input", "output"] = "object"
    many: bool = False
    state: str = ""


class DataFlow(Child):
    """A step reads or writes a data object (BPMN: Data Association). Dotted, with an arrow.

    One end is a ``DataObject``, the other a node.
    """

    kind: Literal["data_flow"] = "data_flow"
    family: ClassVar[str] = "flow"
    source: Ref = ""
    target: Ref = ""
    name: str = ""
