"""What does the table put on the clipboard, and what does it take from there?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

from model.commands import clip
from model.commands.tabletext import as_html, as_lines, as_text
from model.commands.tabling import lines_below
from model.document import Snapshot
from model.records import Flow
from widgets.canvas.cliptext import MIME, pack


def copied(view: Snapshot, ids: list[str]) -> QMimeData:
    """The lines with all that stands below them: for this program, and for spreadsheets as text
    and as HTML.
    """
    lines = as_lines(view, with_below(view, ids))
    data = QMimeData()
    data.setText(as_text(lines))
    data.setData("text/html", as_html(lines).encode())
    own = clip(view, [one for one in ids if not isinstance(view.get(one), Flow)])
    if own:
        data.setData(MIME, pack(own))
    return data


def with_below(view: Snapshot, ids: Iterable[str]) -> list[str]:
    """These lines and every line below them, once."""
    found: dict[str, None] = {}
    waiting = list(ids)
    while waiting:
        line = waiting.pop(0)
        if line not in found:
            found[line] = None
            waiting += lines_below(view, line)
    return list(found)


def holds_elements(data: QMimeData | None) -> bool:
    """Whether the clipboard holds a copy of this program's own elements."""
    return data is not None and data.hasFormat(MIME)


def text_on(data: QMimeData | None) -> str:
    """The text of the clipboard; "" when it holds none."""
    return data.text() if data is not None and data.hasText() else ""
