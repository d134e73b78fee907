"""How do pane, notice and status line follow the cases of the document in front?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from model.document import ChangeSet
from model.language import Message, say
from model.play import Untouched, untouched
from model.play.changed import Turned
from model.records import End, ExampleCase
from studio.cases.keeping import Keeping, told
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.hearing import Hearing
from widgets.basics.labels import shown, tip
from widgets.panels.buttons import FlatButton

if TYPE_CHECKING:
    from widgets.cases import Veil


class Following(QObject):
    """What became of the cases is shown wherever a person may look for it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.panel = desk.panes.cases
        self.keepers: dict[Sheet, Keeping] = {}
        self.veils: dict[Sheet, Veil] = {}
        self._news: dict[Sheet, Message] = {}
        self._hearing: Hearing | None = None
        self._front: Sheet | None = None
        bar = desk.window.statusBar()
        self.told = FlatButton("", bar, role="quiet", sign="warning")
        self.told.hide()
        self.told.clicked.connect(lambda _c=False: self.show_turned())
        bar.addPermanentWidget(self.told)
        desk.sheets.added.connect(self._watch)
        desk.sheets.turned.connect(self._turned)
        desk.on_retranslate.append(self._say_turned)

    def open(self) -> None:
        """Bring the pane to the front and go into it."""
        if not self.desk.docks.is_shown("cases"):
            self.desk.docks.toggle("cases")
        else:
            self.desk.docks.enter("cases")

    def left(self, sheet: Sheet) -> Untouched:
        """What no case of a sheet has reached."""
        known = self.keepers[sheet].known
        played = known.played if known is not None else ()
        return untouched(sheet.view, [one.trace for one in played])

    def show_left(self, sheet: Sheet) -> None:
        """Bring hatching and list in step with what is left."""
        veil = self.veils.get(sheet)
        if veil is not None:
            left = self.left(sheet)
            veil.cover(left.nodes, left.flows)
            self.panel.show_left(left)
        elif self.panel.left is not None:
            self.panel.show_left(None)

    def lift(self, sheet: Sheet) -> bool:
        """Away with the hatching; False when there was none."""
        veil = self.veils.pop(sheet, None)
        if veil is not None:
            veil.strike()
            self.show_left(sheet)
        return veil is not None

    def show_turned(self) -> None:
        """Open the pane on those who are treated differently."""
        keeper = self.keepers.get(self._front) if self._front is not None else None
        self.open()
        if self._front is not None:
            self.lift(self._front)
        self.panel.turn_to("result")
        self.panel.choose([one.case for one in keeper.turned] if keeper is not None else [])

    # ------------------------------------------------------------------------------------ hearing

    def _watch(self, sheet: Sheet) -> None:
        keeper = Keeping(sheet)
        self.keepers[sheet] = keeper
        keeper.judged.connect(partial(self._judged, sheet))
        keeper.turned_round.connect(partial(self._tell, sheet))
        sheet.destroyed.connect(lambda: self._forget(sheet))

    def _forget(self, sheet: Sheet) -> None:
        self.keepers.pop(sheet, None)
        self.veils.pop(sheet, None)
        self._news.pop(sheet, None)

    def _turned(self) -> None:
        """Another document is in front."""
        sheet = self.desk.sheet
        if sheet is self._front:
            return
        self._front = sheet
        if self._hearing is not None:
            self._hearing.stop()
            self._hearing.deleteLater()
            self._hearing = None
        self._say_turned()
        if sheet is None:
            self.panel.open(None)
            return
        self._hearing = Hearing(sheet.session.document, self)
        self._hearing.changed.connect(self._heard)
        self.panel.open(sheet.session.document, sheet.session.history)
        keeper = self.keepers.get(sheet)
        if keeper is not None:
            self.panel.show_cases(sheet.view, keeper.known)
            self.panel.show_turned(keeper.turned)
        self.show_left(sheet)

    def _heard(self, changeset: ChangeSet) -> None:
        """Names and expectations are shown at once; what comes out follows with the checks."""
        if any(isinstance(change.record, ExampleCase | End) for change in changeset):
            sheet = self._front
            if sheet is not None:
                keeper = self.keepers.get(sheet)
                self.panel.show_cases(sheet.view, keeper.known if keeper is not None else None)

    def _judged(self, sheet: Sheet) -> None:
        if sheet is self._front:
            self.panel.show_cases(sheet.view, self.keepers[sheet].known)
            self.show_left(sheet)

    # ------------------------------------------------------------------------------------- telling

    def _tell(self, sheet: Sheet, turned: list[Turned]) -> None:
        """Who is treated differently, in the notice of the sheet with the way to them."""
        if sheet is self._front:
            self.panel.show_turned(turned)
            self._say_turned()
        if turned:
            self._news[sheet] = told(turned)
            show = say("cases.turned.show")
            sheet.notice.tell(self._news[sheet], "warning", show, self.show_turned)
        elif sheet.notice.text == shown(self._news.pop(sheet, "")):
            sheet.notice.clear()

    def _say_turned(self) -> None:
        """The line at the lower edge keeps it after the notice was closed."""
        keeper = self.keepers.get(self._front) if self._front is not None else None
        turned = keeper.turned if keeper is not None else []
        self.told.setVisible(bool(turned))
        if turned:
            self.told.say(say("cases.turned", n=len(turned)))
            tip(self.told, say("cases.status.tip"))
