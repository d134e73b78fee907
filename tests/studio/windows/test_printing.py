"""Does printing bring all sheets out, and does a machine without printing say so?"""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtPrintSupport import QPrinter

from tests.helpers.desk import Hand


def test_U13_paper_comes_in_one_action(at_work: Hand, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"

    def choose(printer: QPrinter, _parent: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(out))
        return True

    at_work.desk.choosers.printer = choose
    at_work.canvas.setFocus()
    before = at_work.actions

    at_work.key("Ctrl+P")

    assert at_work.actions - before == 1
    assert out.read_bytes().startswith(b"%PDF")
    assert "Gedruckt" in at_work.desk.notice.text


def test_who_gives_up_prints_nothing(at_work: Hand) -> None:
    at_work.desk.choosers.printer = lambda _printer, _parent: False

    at_work.key("Ctrl+P")

    assert at_work.desk.notice.text == ""


def test_without_the_system_library_it_is_said(
    at_work: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def lacking(name: str, *rest: Any, **more: Any) -> Any:
        if name == "PySide6.QtPrintSupport":
            raise ImportError("libcups.so.2")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", lacking)
    at_work.key("Ctrl+P")
    monkeypatch.undo()

    assert "libcups.so.2" in at_work.desk.notice.text
    assert "PDF" in at_work.desk.notice.text
