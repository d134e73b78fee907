"""On which law does it rest?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child, Record, Ref


class Norm(Record):
    """A provision (FIM: Handlungsgrundlage): "§ 6a Abs. 5a StVG".

    ``law`` is the short title, ``paragraph`` the place in it, ``title`` the full title.

    A changed wording is a dated state of the norm: a record with ``of`` and its dates; ``wording``
    may hold the text.
    """

    kind: Literal["norm"] = "norm"
    level: Literal["act", "ordinance", "bylaw", "directive", "eu", "other"] = "act"
    law: str = ""
    paragraph: str = ""
    title: str = ""
    link: str = ""
    wording: str = ""

    @property
    def cited_as(self) -> str:
        """How lawyers name it: paragraph and short title."""
        return " ".join(part for part in (self.paragraph, self.law) if part)


class Citation(Child):
    """Any record rests on a norm; ``parent`` is that record.

    ``passage`` narrows the norm (a sentence, a number), ``reason`` says why.
    """

    kind: Literal["citation"] = "citation"
    norm: Ref
    passage: str = ""
    reason: str = ""
