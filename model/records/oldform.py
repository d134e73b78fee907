"""What lies beside the service as raw material?"""

from __future__ import annotations

from typing import Literal

from model.records.base import Child, Ref


class OldForm(Child):
    """An old form on paper or screen whose entries are taken over one by one.

    ``name`` is the name of its file, ``medium`` what kind of file it was. It is no part of the
    service: no export knows it.
    """

    kind: Literal["old_form"] = "old_form"
    name: str = ""
    medium: Literal["pdf", "word", "excel", "list"] = "list"


class OldEntry(Child):
    """One thing that an old form asks for.

    ``parent`` is the old form. ``template`` is the building block it would become. ``section`` is
    the heading above it and ``page`` the page it stands on (0 = not said); ``origin`` is its
    technical name there. ``taken`` is the row it became, "" while it is open: the row's deletion
    opens it again.
    """

    kind: Literal["old_entry"] = "old_entry"
    label: str = ""
    template: str = "text"
    required: bool = False
    options: tuple[str, ...] = ()
    help: str = ""
    max_length: int | None = None
    section: str = ""
    page: int = 0
    origin: str = ""
    taken: Ref = ""
