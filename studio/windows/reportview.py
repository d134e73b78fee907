"""How does a person read, copy and keep the report of an error?"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

from model.language import tr
from studio.errors import sentence_of, write_report
from studio.windows.desk import Desk
from widgets.basics.labels import plain_label
from widgets.panels.buttons import FlatButton


class ReportView(QDialog):
    """The whole text, as it is; nothing leaves the machine."""

    def __init__(self, desk: Desk, report: str) -> None:
        super().__init__(desk.window)
        self.desk, self.report = desk, report
        self.setWindowTitle(tr("report.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(plain_label(tr("report.words"), self, wrap=True))
        self.text = QPlainTextEdit(report, self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("report.title"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column.addWidget(self.text, 1)
        self.outcome = plain_label("", self, wrap=True)
        column.addWidget(self.outcome)
        row = QHBoxLayout()
        row.addStretch(1)
        self.copy_button = FlatButton(tr("report.copy"), self, role="primary")
        self.keep_button = FlatButton(tr("report.keep"), self)
        self.close_button = FlatButton(tr("basics.close"), self)
        for button, deed in (
            (self.copy_button, self.copy),
            (self.keep_button, self.keep),
            (self.close_button, self.close),
        ):
            button.clicked.connect(lambda _c=False, d=deed: d())
            row.addWidget(button)
        column.addLayout(row)
        self.resize(720, 460)

    def copy(self) -> None:
        """Put the text into the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
        self.outcome.setText(tr("report.copied"))

    def keep(self) -> None:
        """Put it into a local file and say where that is."""
        folder = self.desk.surroundings.paths.state / "reports"
        try:
            path = write_report(folder, self.report, datetime.now())
        except OSError as error:
            self.outcome.setText(sentence_of(error))
            return
        self.outcome.setText(tr("error.report_written", path=path))


def show_report(desk: Desk, report: str) -> ReportView:
    """Open the report beside the work."""
    view = ReportView(desk, report)
    view.show()
    return view
