"""Finds answers that cannot be told apart: the same words or the same code, or no code at all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands.place import speakable
from model.document import Transaction
from model.records import CodeList, Field, Option


def _find(view: Reading, holder: Field | CodeList) -> Iterable[Found]:
    options = view.children(holder.id, Option)
    if not options:
        return ()
    labels = [option.label.strip().casefold() for option in options if option.label.strip()]
    codes = [option.code for option in options]
    name = {"name": called(holder)}
    if len(set(labels)) < len(labels):
        return (Found(holder.id, name, (Repair("number_it", partial(_number, holder=holder.id)),)),)
    if "" in codes or len(set(codes)) < len(codes):
        repair = Repair("new_codes", partial(_encode, holder=holder.id))
        return (Found(holder.id, name, (repair,), "code"),)
    return ()


def _number(tx: Transaction, holder: str) -> None:
    """The second of the same words gets a number, in words and code."""
    seen: dict[str, int] = {}
    for option in tx.children(holder, Option):
        word = option.label.strip()
        if not word:
            continue
        count = seen[word.casefold()] = seen.get(word.casefold(), 0) + 1
        if count > 1:
            tx.alter(option.id, label=f"{word} ({count})")
    _encode(tx, holder)


def _encode(tx: Transaction, holder: str) -> None:
    """Missing and double codes are made anew from the words; the others stay."""
    taken: set[str] = set()
    for option in tx.children(holder, Option):
        code = option.code
        if not code or code in taken:
            code = speakable(option.label, taken | {o.code for o in tx.children(holder, Option)})
            tx.alter(option.id, code=code)
        taken.add(code)


OPTION_TWICE = Check("option_twice", "error", (Field, CodeList), record=_find)
