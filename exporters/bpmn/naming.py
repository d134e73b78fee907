"""Which id does a record have in the file?"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Final

_NCNAME: Final = re.compile(r"[^\W\d][\w.\-]*")
_ODD: Final = re.compile(r"[^\w.\-]")


def is_ncname(text: str) -> bool:
    """True when the text may stand as an XML id."""
    return _NCNAME.fullmatch(text) is not None


class Names:
    """Hands out ids that are NCNames and unique in one file. A record keeps its own id whenever it
    can.
    """

    def __init__(self, records: Iterable[str] = (), taken: Collection[str] = ()) -> None:
        wished = list(records)
        self.of: dict[str, str] = {}
        self.taken: set[str] = set(taken)
        free = [name for name in wished if is_ncname(name) and name not in taken]
        self.taken.update(free)
        for name in set(wished).difference(free):
            self.of[name] = ""
        for name in sorted(self.of):
            self.of[name] = self.made(name if is_ncname(name) else "id_" + _ODD.sub("_", name))

    def __getitem__(self, record: str) -> str:
        return self.of.get(record, record)

    def made(self, wish: str) -> str:
        """The wished id, or the first free one that begins with it."""
        name, number = wish, 2
        while name in self.taken:
            name, number = f"{wish}_{number}", number + 1
        self.taken.add(name)
        return name
