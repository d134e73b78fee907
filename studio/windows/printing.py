"""How does a service come onto paper?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPageLayout

from model.errors import FachwerkError
from model.language import say
from studio.windows.desk import Desk

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


def print_service(desk: Desk) -> None:
    """Ask for the printer and print the service in front, sheet by sheet.

    Raises:
        FachwerkError: this machine lacks what printing needs.
    """
    if desk.sheet is None:
        return
    printer = _printer()
    printer.setDocName(desk.sheet.title)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    if not desk.choosers.printer(printer, desk.window):
        return
    from widgets.canvas.paper import print_on
    from widgets.canvas.picturing import Picture

    sheets = print_on(printer, Picture(desk.sheet.view))
    desk.tell(say("print.done", n=sheets), "ok")


def _printer() -> QPrinter:
    """Loaded when somebody prints: it needs a system library that not every machine has."""
    try:
        from PySide6.QtPrintSupport import QPrinter
    except ImportError as missing:
        raise FachwerkError(
            say("print.missing", reason=str(missing)), todo=say("print.missing.todo")
        ) from missing
    return QPrinter(QPrinter.PrinterMode.HighResolution)
