"""What must hold, or follows, beyond a single field?"""

from __future__ import annotations

from typing import Annotated, Literal

from model.records.base import NESTED, Child
from model.records.expression import Expression


class Rule(Child):
    """A sentence of the law or the form that can be evaluated (FIM: Regel).

    ``parent`` is what it is about: field, group, page, step, fee or the service.

    ``purpose``: condition = a named condition others reuse; validation = the answer is refused with
    ``message`` unless it holds; calculation = a value; required = the parent must be answered when
    it holds; eligibility = the application ends with ``message`` unless it holds; notice =
    ``message`` is shown when it holds. ``description`` is the rule as free text, where it cannot be
    said as a tree (imported FIM rules are such).
    """

    kind: Literal["rule"] = "rule"
    name: str = ""
    purpose: Literal[
        "condition", "validation", "calculation", "required", "eligibility", "notice"
    ] = "condition"
    expression: Annotated[Expression | None, NESTED] = None
    message: str = ""
    description: str = ""
    fim_id: str = ""
