"""What is left of a condition when something it names is gone?"""

from __future__ import annotations

from collections.abc import Container

from model.records import AllOf, AnyOf, Arithmetic, Chosen, Expression, Membership, Not
from model.records.base import references_of


def without(expression: Expression, gone: Container[str], of: str = "") -> Expression | None:
    """The expression without every part that names a gone record; None when nothing is left.

    ``of``: the answers are gone for this field only; other fields may share them.
    """
    match expression:
        case AllOf(parts=parts) | AnyOf(parts=parts):
            left = [kept for part in parts if (kept := without(part, gone, of)) is not None]
            if not left:
                return None
            return (
                left[0] if len(left) == 1 else expression.model_copy(update={"parts": tuple(left)})
            )
        case Not(part=part):
            kept = without(part, gone, of)
            return None if kept is None else Not(part=kept)
        case Chosen(field=field) | Membership(field=field) if of and field != of:
            return expression
        case Membership(field=field, options=options):
            kept_options = tuple(ref for ref in options if ref.option not in gone)
            if field in gone or not kept_options:
                return None
            return expression.model_copy(update={"options": kept_options})
        case Arithmetic(parts=parts):
            left = [kept for part in parts if (kept := without(part, gone, of)) is not None]
            return expression if len(left) == len(parts) else None
        case _:
            return None if any(name in gone for name in references_of(expression)) else expression
