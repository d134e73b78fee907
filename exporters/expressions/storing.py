"""As which kind of value does a form hand over the answer to a field?"""

from __future__ import annotations

from typing import Literal

from model.document.queries import Queries
from model.expressions.evaluate import code_of
from model.records import Field, Option

Stored = Literal["text", "number", "truth", "question", "day", "list", "file", "object"]
"""question = a truth value that is asked with its answers; stored as the text of the code."""

_BY_TYPE: dict[str, Stored] = {
    "num": "number",
    "num_int": "number",
    "num_currency": "number",
    "date": "day",
    "file": "file",
    "obj": "object",
}
_YES = frozenset({"ja", "true", "wahr", "yes", "1"})


def stored_as(view: Queries, field: Field) -> Stored:
    """Amounts are numbers: a text cannot be compared, and cents stay exact far beyond any fee."""
    if field.data_type == "bool":
        return "question" if view.options(field.id) else "truth"
    if field.field_kind == "select" and field.choices == "many":
        return "list"
    return _BY_TYPE.get(field.data_type, "text")


def stored_code(view: Queries, option: Option) -> str:
    """The text that is stored when an option is chosen; of a truth value "true" or "false"."""
    field = view.get(option.parent, Field)
    if field is not None and field.data_type == "bool":
        return "true" if {option.code.lower(), option.label.lower()} & _YES else "false"
    return code_of(option)


DMN_TYPES: dict[Stored, str] = {
    "text": "string",
    "number": "number",
    "truth": "boolean",
    "question": "string",
    "day": "date",
}
"""The types that every decision engine knows; a list and a file are no input of a table."""
