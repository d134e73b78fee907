"""What must be proved?"""

from __future__ import annotations

from typing import Annotated, Literal

from model.records.base import NESTED, Child, Ref
from model.records.expression import Expression


class Evidence(Child):
    """A document that proves an answer (Nachweis).

    ``parent`` is the field, page or step that asks for it; ``upload`` the field that takes the
    file.

    ``needed`` None = always. ``reason`` is why it is asked; ``source_register`` names a register
    that could deliver it instead (once only).
    """

    kind: Literal["evidence"] = "evidence"
    name: str = ""
    reason: str = ""
    upload: Ref = ""
    needed: Annotated[Expression | None, NESTED] = None
    source_register: str = ""
    document_type: str = ""
