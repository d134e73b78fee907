"""Finds choices that leave no choice: fewer than two answers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.commands import add_option
from model.document import Snapshot, Transaction
from model.language import tr
from model.records import CodeList, Field


def _find(view: Snapshot, field: Field) -> Iterator[Found]:
    if field.field_kind != "select" or len(view.options(field.id)) >= 2:
        return
    code_list = view.get(field.code_list, CodeList)
    if code_list is not None and code_list.urn and not view.children(code_list.id):
        return  # the list is kept elsewhere and only named here
    if field.choices == "many" and len(view.options(field.id)) == 1:
        return  # a single box to tick is a choice
    owner = code_list.id if code_list is not None else field.id
    values = {"name": called(field), "n": len(view.options(field.id))}
    yield Found(field.id, values, (Repair("add_option", partial(_add, owner=owner)),))


def _add(tx: Transaction, owner: str) -> None:
    for number in range(len(tx.options(owner)) + 1, 3):
        add_option(tx, owner, tr("option.first", n=number))


TOO_FEW_OPTIONS = Check("too_few_options", "error", (Field,), record=_find)
