"""Which record does an element of a foreign file become, and which does a reference mean?"""

from __future__ import annotations

from typing import Any

from exporters.bpmn.naming import is_ncname

Xml = Any
_LONGEST = 200


class Identity:
    """Gives every element its record id: its own where that is an NCName and free, else a made one.

    ``repeated`` lists ids that stood twice, ``renamed`` tells which record has another for that;
    the repair lives in the records, the file keeps its ids.
    References mean the element of their own process first, then the first in the file.
    """

    def __init__(self, root: Xml) -> None:
        self._root = root
        self._in_file: set[str] | None = None
        self._made = 0
        self.element: dict[str, Xml] = {}
        self.repeated: list[str] = []
        self.renamed: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._scope: dict[str, str] = {}
        self._in_scope: dict[tuple[str, str], str] = {}

    def claim(self, element: Xml, word: str, scope: str = "") -> str:
        """The record id of an element; ``word`` begins a made one, ``scope`` is its process."""
        own: str = element.get("id", "")
        usable = len(own) <= _LONGEST and (own.isidentifier() or is_ncname(own))
        if usable and own not in self.element:
            record = own
        else:
            record = self.free(f"{own}_2" if usable else f"{word}_1")
            if own in self.element:
                self.repeated.append(own)
                self.renamed[record] = own
        self.element[record] = element
        if own and own not in self._first:
            self._first[own] = record
            self._scope[own] = scope
        elif own and self._scope[own] != scope:
            self._in_scope.setdefault((scope, own), record)
        return record

    def free(self, wish: str) -> str:
        """An id that neither a record nor the file has; counted on from the wish."""
        if self._in_file is None:
            found = (node.get("id") for node in self._root.iter("*"))
            self._in_file = {name for name in found if name}
        name, number = wish, 2
        if name in self._in_file or name in self.element:
            stem = wish.rstrip("0123456789").rstrip("_") if wish[-1:].isdigit() else wish
            number = max(number, self._made)
            while f"{stem}_{number}" in self._in_file or f"{stem}_{number}" in self.element:
                number += 1
            name, self._made = f"{stem}_{number}", number
        self._in_file.add(name)
        return name

    def meant(self, reference: str, scope: str = "") -> str:
        """The record a reference means, "" when there is none; a prefix before a colon does not
        count.
        """
        found = self._first.get(reference)
        if found is None and ":" in reference:
            reference = reference.rpartition(":")[2]
            found = self._first.get(reference)
        if self._in_scope:
            found = self._in_scope.get((scope, reference), found)
        return found or ""
