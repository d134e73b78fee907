"""How does a person export without knowing formats?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from exporters.registry import all_targets
from exporters.target import Target
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import tr
from studio.errors import sentence_of
from studio.jobs.exporting import Made, make
from studio.jobs.job import Job
from studio.jobs.schemas import chosen_place
from studio.jobs.signing import SIGNABLE, Seal, signed
from studio.jobs.writing import write_target
from studio.windows.desk import Desk
from studio.windows.filing import file_name
from studio.windows.signingrow import SigningRow
from studio.wording import said
from widgets.basics.labels import plain_label, shown, tip
from widgets.panels.buttons import FlatButton
from widgets.panels.panel import edged, heading

USUAL = "package"
_TARGET_ROLE = int(Qt.ItemDataRole.UserRole)


class ExportPanel(QDialog):
    """Target, place, result. Not modal: the export runs beside the work, on frozen data."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        assert desk.sheet is not None
        self.sheet = desk.sheet
        self.targets = all_targets()
        self.job: Job | None = None
        self.seal: Seal | None = None
        self.setWindowTitle(tr("export.title"))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(8)
        column.addWidget(heading(tr("export.for"), self))
        self.list = self._list()
        column.addWidget(self.list)
        self.what = plain_label("", self, wrap=True)
        self.what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column.addWidget(self.what)
        column.addWidget(heading(tr("export.where"), self))
        column.addLayout(self._place())
        self.signing = SigningRow(desk.choosers, self._failed, self)
        self.signing.turned.connect(self._grow)
        column.addWidget(self.signing)
        self.outcome = plain_label("", self, wrap=True)
        self.report = QListWidget(self)
        self.report.setAccessibleName(tr("export.report"))
        self.report.setWordWrap(True)
        self.report.itemActivated.connect(self._jump)
        self.report.hide()
        column.addWidget(self.outcome)
        column.addWidget(self.report, 3)
        column.addStretch(1)
        column.addLayout(self._buttons())
        self.list.currentItemChanged.connect(lambda *_: self._turned())
        self._choose(USUAL)
        self.resize(560, 480)

    @property
    def target(self) -> Target:
        """The target that is chosen."""
        item = self.list.currentItem()
        return self.targets[item.data(_TARGET_ROLE)]

    def start(self) -> None:
        """Export now."""
        if self.job is not None and self.job.running:
            return
        view, target = self.sheet.view, self.target
        try:
            self.seal = self._seal(target)
        except (FachwerkError, OSError) as error:
            self._failed(error)
            self.signing.again()
            return
        seal = self.seal
        self._busy(tr("export.running"))
        schemas = chosen_place(self.desk.settings)
        self.job = Job(lambda: _made(view, target, schemas, seal), self)
        self.job.done.connect(lambda made: self._made(view, made))
        self.job.failed.connect(self._failed)
        self.job.start()

    def cancel(self) -> None:
        """Give up what runs, else close the panel."""
        if self.job is not None and self.job.running and not self.job.cancelled:
            self.job.cancel()
            self._idle(tr("export.cancelled"))
        else:
            self.close()

    def done(self, result: int) -> None:
        if self.job is not None:
            self.job.cancel()
            self.job.wait()
        super().done(result)

    # ---------------------------------------------------------------------------------- parts

    def _list(self) -> QListWidget:
        box = QListWidget(self)
        box.setAccessibleName(tr("export.for"))
        for key, target in self.targets.items():
            item = QListWidgetItem(shown(target.title))
            item.setData(_TARGET_ROLE, key)
            item.setSizeHint(QSize(200, 28))
            box.addItem(item)
        box.setFixedHeight(min(len(self.targets), 8) * 28 + 14)
        return box

    def _place(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.place = QLineEdit(self)
        self.place.setMinimumHeight(28)
        self.place.setTextMargins(4, 0, 4, 0)
        edged(self.place)
        self.place.setAccessibleName(tr("export.where"))
        browse = FlatButton(tr("export.browse"), self)
        browse.clicked.connect(lambda _c=False: self._browse())
        row.addWidget(self.place, 1)
        row.addWidget(browse)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.leave = FlatButton(tr("export.close"), self)
        self.leave.clicked.connect(lambda _c=False: self.cancel())
        self.go = FlatButton(tr("export.go"), self, role="primary")
        self.go.clicked.connect(lambda _c=False: self.start())
        self.go.setDefault(True)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        return row

    def _choose(self, key: str) -> None:
        keys = list(self.targets)
        self.list.setCurrentRow(keys.index(key) if key in keys else 0)

    def _turned(self) -> None:
        """Another target: another hint, another proposal for the place."""
        target = self.target
        folder = tr("export.is_folder") if target.folder else tr("export.is_file")
        self.what.setText(folder)
        self.signing.setVisible(target.key == SIGNABLE)
        name = file_name(self.sheet.session.title)
        path = self.sheet.session.path
        base = Path(path).parent if path else Path(self.desk.filing.usual_folder())
        ending = f"-{target.key}" if target.folder else target.suffix
        self.place.setText(str(base / f"{name}{ending}"))
        tip(self.list, "")

    def _browse(self) -> None:
        """Choose a place with the system's own dialog."""
        chooser = self.desk.choosers
        if self.target.folder:
            parent = chooser.folder(self, tr("export.where"), str(Path(self.place.text()).parent))
            path = parent / Path(self.place.text()).name if parent else None
        else:
            path = chooser.save(self, tr("export.where"), self.place.text(), "")
        if path is not None:
            self.place.setText(str(path))

    def _seal(self, target: Target) -> Seal | None:
        """The key to sign with, where the target can be signed and a key was chosen."""
        key = self.signing.key() if target.key == SIGNABLE else None
        return Seal(key, self.desk.surroundings.clock()) if key is not None else None

    # --------------------------------------------------------------------------------- results

    def _made(self, view: Snapshot, made: Made) -> None:
        self._show_report(view, made)
        if made.report.blocked:
            self._idle(tr("export.blocked", target=made.target.title))
            return
        try:
            written = write_target(made.target, Path(self.place.text()), made.artifacts)
        except (FachwerkError, OSError) as error:
            self._failed(error)
            return
        words = tr("export.done", name=written[0].name if len(written) == 1 else self.place.text())
        if made.report:
            words += " " + tr("export.remarks", n=len(made.report))
        if self.seal is not None:
            words += f" {self.seal.told}."
        self._idle(words)
        self.desk.tell(words, "ok")
        self.desk.exported.emit(self.sheet)

    def _show_report(self, view: Snapshot, made: Made) -> None:
        self.report.clear()
        for remark in made.remarks:
            self.report.addItem(QListWidgetItem(shown(remark)))
        for entry in made.report.entries:
            item = QListWidgetItem(shown(said(view, entry.kind, entry.record, entry.message)))
            item.setData(_TARGET_ROLE, entry.record)
            self.report.addItem(item)
        self.report.setVisible(bool(made.report or made.remarks))

    def _failed(self, error: Exception) -> None:
        words = str(error) if isinstance(error, FachwerkError) else sentence_of(error)
        self._idle(tr("export.failed", reason=words))

    def _jump(self, item: QListWidgetItem) -> None:
        self.desk.panes.jump(str(item.data(_TARGET_ROLE) or ""))

    def _grow(self) -> None:
        """Become as high as the words need; a window does not do that by itself."""
        column = self.layout()
        assert column is not None
        column.activate()
        needed = column.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _busy(self, words: str) -> None:
        self.outcome.setText(words)
        self.go.setEnabled(False)
        self.leave.say(tr("export.cancel"))

    def _idle(self, words: str) -> None:
        self.outcome.setText(shown(words))
        self.go.setEnabled(True)
        self.leave.say(tr("export.close"))
        self._grow()


def _made(view: Snapshot, target: Target, schemas: Path | None, seal: Seal | None) -> Made:
    """What the job does: export, and sign what came of it."""
    made = make(view, target, schemas)
    if seal is None or made.report.blocked:
        return made
    return replace(made, artifacts=signed(made.artifacts, seal))


def open_panel(desk: Desk) -> ExportPanel | None:
    """Open the panel for the document in front; one at a time."""
    if desk.sheet is None:
        return None
    for old in desk.window.findChildren(ExportPanel):
        if old.sheet is desk.sheet and old.isVisible():
            old.raise_()
            old.activateWindow()
            return old
    panel = ExportPanel(desk)
    panel.show()
    panel.list.setFocus()
    return panel
