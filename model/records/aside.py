"""What is written beside the way, for people only?"""

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
