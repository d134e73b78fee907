"""With which key does a person sign a package, and with which passphrase?

The passphrase lives in its field until the export begins or the panel closes, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from model.language import tr
from studio.session.files import read_file
from studio.windows.choosers import Choosers
from widgets.basics.labels import plain_label, shown, tip
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import edged

if TYPE_CHECKING:
    from exporters.signature import SigningKey

_KINDS = "(*.p12 *.pfx *.pem)"
_WIDEST = 220


class SigningRow(QWidget):
    """A button that asks for the file of a key; then its name, the passphrase, and a way back.
    ``failed`` is told when the file cannot be read.
    """

    turned = Signal()
    """There is more to show now, or less."""

    def __init__(
        self, choosers: Choosers, failed: Callable[[Exception], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._choosers = choosers
        self._failed = failed
        self._path: Path | None = None
        self.choose = FlatButton(tr("sign.choose"), self)
        self.choose.clicked.connect(lambda _c=False: self._ask())
        self.name = plain_label("", self)
        self.passphrase = QLineEdit(self)
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.passphrase.setPlaceholderText(tr("sign.passphrase"))
        self.passphrase.setMinimumHeight(28)
        self.passphrase.setTextMargins(4, 0, 4, 0)
        edged(self.passphrase)
        self.leave = FlatButton(tr("sign.leave"), self)
        self.leave.clicked.connect(lambda _c=False: self._take(None, locked=False))
        self.why = plain_label(tr("sign.why"), self, wrap=True)
        self._arrange()
        self._take(None, locked=False)

    @property
    def chosen(self) -> bool:
        """Is there a key to sign with?"""
        return self._path is not None

    def key(self) -> SigningKey | None:
        """The opened key, if there is one to sign with; the passphrase is forgotten.

        Raises:
            FachwerkError: the key cannot be opened.
            OSError: its file cannot be read.
        """
        from exporters.signature import load_key

        if self._path is None:
            return None
        try:
            return load_key(
                read_file(self._path),
                self.passphrase.text().encode(),
                name=self._path.name,
            )
        finally:
            self.passphrase.clear()

    def again(self) -> None:
        """The passphrase was wrong: ask once more."""
        if not self.passphrase.isHidden():
            self.passphrase.setFocus()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.choose)
        row.addWidget(self.name)
        row.addWidget(self.passphrase, 1)
        row.addWidget(self.leave)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.why)

    def _ask(self) -> None:
        """Choose the file of a key with the system's own dialog."""
        from exporters.signature import needs_passphrase

        kinds = f"{tr('sign.kinds')} {_KINDS}"
        path = self._choosers.open(self, tr("sign.choose"), str(Path.home()), kinds)
        if path is None:
            return
        try:
            self._take(path, locked=needs_passphrase(read_file(path)))
        except Exception as error:  # anything may be chosen in a dialog
            self._failed(error)

    def _take(self, path: Path | None, *, locked: bool) -> None:
        self._path = path
        self.passphrase.clear()
        self.choose.setVisible(path is None)
        for part in (self.name, self.leave, self.why):
            part.setVisible(path is not None)
        self.passphrase.setVisible(path is not None and locked)
        self.turned.emit()
        if path is None:
            return
        words = shown(tr("sign.with", name=path.name))
        short = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self.name.setText(short)
        tip(self.name, words if short != words else "")
        self.passphrase.setAccessibleName(tr("sign.passphrase_of", name=path.name))
        (self.passphrase if locked else self.leave).setFocus()
