"""Where does the focus return to?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from studio.windows.desk import Desk


def way_back(desk: Desk) -> Callable[[], object]:
    """Gives the focus back to whoever has it now; to the canvas when that is gone."""
    before: QWidget | None = desk.window.focusWidget()

    def back() -> None:
        target = before if before is not None and before.isVisible() else None
        if target is None and desk.sheet is not None:
            target = desk.sheet.canvas
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    return back
