"""What comes next, and under which condition?"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from model.records.base import NESTED, Child, Record, Ref
from model.records.expression import Expression


class Flow(Child):
    """A way from one node to the next (BPMN: Sequence Flow).

    ``default`` marks the way "sonst"; it has no condition.

    A Step may have conditional ways too: the question stands on the card, the way leaves the
    answer. Exporters put a gateway in between.
    """

    kind: Literal["flow"] = "flow"
    family: ClassVar[str] = "flow"
    source: Ref
    target: Ref
    name: str = ""
    default: bool = False
    condition: Annotated[Expression | None, NESTED] = None


class MessageFlow(Record):
    """A message that travels between two participants (BPMN: Message Flow)."""

    kind: Literal["message_flow"] = "message_flow"
    family: ClassVar[str] = "flow"
    source: Ref
    target: Ref
    name: str = ""
