"""Ask the same question for another kind of answer."""

from __future__ import annotations

from model.commands.place import add_option, first_answers
from model.document.transaction import Transaction
from model.grammar import TEMPLATES
from model.records import Field, Option


def change_field_type(tx: Transaction, field_id: str, template: str) -> None:
    """Ask for another kind of answer; question, help, norms and order stay.

    Answers leave with a choice, and come with one; from choice to choice they stay.
    """
    field = tx.the(field_id, Field)
    shape = {name: Field.model_fields[name].default for name in _SHAPE}
    shape |= TEMPLATES[template].fields
    if shape["field_kind"] == "select":
        shape["code_list"] = field.code_list
    tx.replace(field.replaced(**shape, minimum=min(field.minimum, shape["maximum"])))
    options = tx.children(field_id, Option)
    if TEMPLATES[template].fields.get("field_kind") != "select":
        for option in options:
            tx.remove(option.id)
    elif not tx.options(field_id):
        for label in first_answers(template):
            add_option(tx, field_id, label)


_SHAPE = (
    "field_kind",
    "data_type",
    "layout",
    "choices",
    "code_list",
    "unit",
    "media_types",
    "min_length",
    "max_length",
    "min_value",
    "max_value",
    "pattern",
    "content",
    "maximum",
)
