"""How does a person choose a file?

A test hands in other functions and needs no dialog.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget


def _open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    name, _kind = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    return Path(name) if name else None


def _save(parent: QWidget, title: str, proposal: str, kinds: str) -> Path | None:
    name, _kind = QFileDialog.getSaveFileName(parent, title, proposal, kinds)
    return Path(name) if name else None


def _folder(parent: QWidget, title: str, proposal: str) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, title, proposal)
    return Path(name) if name else None


def _ask_printer(printer: Any, parent: QWidget) -> bool:
    from PySide6.QtPrintSupport import QPrintDialog

    return bool(QPrintDialog(printer, parent).exec())


@dataclass
class Choosers:
    """The three questions for a place (None = the person gave up), and the one for a printer."""

    open: Callable[[QWidget, str, str, str], Path | None] = _open
    save: Callable[[QWidget, str, str, str], Path | None] = _save
    folder: Callable[[QWidget, str, str], Path | None] = _folder
    printer: Callable[[Any, QWidget], bool] = _ask_printer
