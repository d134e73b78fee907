"""How is the house put together?

Plain constructor calls in one place: session world, desk, panes, menus. Whoever wants to know who
knows whom reads this page.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt

from model.language import say, tr
from studio import PRODUCT
from studio.actions.tools import GRID
from studio.actions.view import EXPERT, MINIMAP
from studio.cases.work import CaseWork
from studio.errors import catch_unexpected
from studio.playing import Rehearsing
from studio.reviewing.reviews import Reviews
from studio.session import Surroundings
from studio.settings import Settings
from studio.windows.choosers import Choosers
from studio.windows.desk import Desk
from studio.windows.docks import Docks
from studio.windows.finders import Finders
from studio.windows.focusring import FocusRing
from studio.windows.menus import Menus
from studio.windows.offers import Offers
from studio.windows.panes import Panes
from studio.windows.reception import Reception
from studio.windows.sheet import Sheet
from studio.windows.shell import Shell
from studio.windows.shelving import Shelving
from studio.windows.starting import Starting
from studio.windows.statusline import StatusLine
from studio.windows.tips import Tips
from studio.windows.toolbar import ToolBar
from widgets.look.expert import show_expert


def furnish(
    window: Shell,
    settings: Settings,
    files: list[Path],
    *,
    sample: str = "",
    reading: Sequence[Path] = (),
    surroundings: Surroundings | None = None,
    choosers: Choosers | None = None,
    reception: Reception | None = None,
) -> Desk:
    """Fill the shell with the whole desk; open these files, or a copy of a sample; ``reading``:
    files that are only looked at. ``reception``: the start page that stands in the shell already.
    """
    desk = Desk(window, settings, surroundings or Surroundings(), choosers or Choosers())
    reception = reception or Reception(window, settings)
    page, desk.sheets, desk.notice = reception.page, reception.sheets, reception.notice
    desk.docks = Docks(window)
    desk.panes = Panes(desk.docks, lambda: _focus_canvas(desk))
    Finders(desk).take_doors()
    menus = Menus(desk)
    toolbar = ToolBar(desk, desk.sheets)
    window.addToolBar(Qt.ToolBarArea.TopToolBarArea, toolbar)
    status = StatusLine(desk)
    window.setStatusBar(status)
    starting = Starting(desk, page)
    desk.show_tips_again = Tips(desk).again
    _give_openers(desk)
    _wire(desk, menus, status, starting)
    desk.rehearsal = Rehearsing(desk)
    desk.cases = CaseWork(desk).do
    reviews = Reviews(desk)
    desk.said = reviews.history
    Shelving(desk)
    desk.docks.set_away(True)
    desk.docks.restore(settings.value("arrangement", {}))
    show_expert(bool(settings.value(EXPERT, False)))
    window.may_close = lambda: _may_close(desk)
    window.take_files = desk.take_files
    window.back_to_work = lambda: _focus_canvas(desk)
    for path in files:
        desk.filing.open(path)
    for path in reading:
        desk.filing.look_at(path)
    if sample:
        desk.filing.open_sample(sample)
    starting.offer_beside()
    desk.refresh()
    return desk


def _give_openers(desk: Desk) -> None:
    """Panels that are opened later; they and what they need are imported then."""

    def export() -> None:
        from studio.windows.exportpanel import open_panel

        open_panel(desk)

    def keys() -> None:
        from studio.windows.help import show_keys

        show_keys(desk)

    def about() -> None:
        from studio.windows.help import show_about

        show_about(desk)

    def print_service() -> None:
        from studio.windows.printing import print_service

        print_service(desk)

    def exercise() -> None:
        from studio.exercise import begin

        begin(desk)

    def schemas() -> None:
        from studio.windows.schemaview import show_schemas

        show_schemas(desk)

    def teach(wish: str) -> None:
        from studio.lessons.doing import do

        do(desk, wish)

    def review(wish: str) -> None:
        from studio.reviewing.doing import do

        do(desk, wish)

    def merge_review(path: Path) -> None:
        from studio.reviewing.doing import merge_file

        merge_file(desk, path)

    desk.teach = teach
    desk.review, desk.merge_review = review, merge_review
    desk.show_export, desk.show_keys, desk.show_about = export, keys, about
    desk.show_schemas = schemas
    desk.begin_exercise = exercise
    desk.print_service = print_service


def watch_errors(desk: Desk) -> None:
    """From now on an unexpected error becomes a notice instead of the end of the program."""
    catch_unexpected(lambda sentence, report: _unexpected(desk, sentence, report))


def _wire(desk: Desk, menus: Menus, status: StatusLine, starting: Starting) -> None:
    panes, sheets = desk.panes, desk.sheets
    panes.placed.connect(desk.place)
    panes.refused.connect(lambda words: desk.tell(words, "warning"))
    panes.repaired.connect(desk.repair)
    panes.taught.connect(lambda wish: desk.run(lambda d: d.teach(wish)))
    sheets.close_wanted.connect(desk.filing.close)
    sheets.turned.connect(lambda: _turned(desk))
    sheets.added.connect(lambda sheet: _wire_sheet(desk, menus, status, sheet))
    sheets.added.connect(Offers(desk).watch)
    sheets.turned.connect(starting.turned)
    desk.on_retranslate += [menus.retranslate, panes.retranslate, sheets.say_titles]
    desk.on_retranslate.append(starting.fill)
    desk.on_restyle += [menus.restyle, panes.restyle, starting.page.restyle]
    desk.changed.connect(lambda: _say_title(desk))
    FocusRing(desk)
    colors = ColorWatch(desk)
    desk.window.installEventFilter(colors)


def _turned(desk: Desk) -> None:
    """Another document is in front; what went well with the one before is old news."""
    sheet = desk.sheet
    if desk.notice.settled:
        desk.notice.clear()
    desk.panes.show_sheet(sheet)
    desk.docks.set_away(sheet is None)
    desk.refresh()


def _wire_sheet(desk: Desk, menus: Menus, status: StatusLine, sheet: Sheet) -> None:
    sheet.stated.connect(desk.refresh)
    sheet.checked.connect(lambda _findings: desk.refresh())
    sheet.turned.connect(desk.refresh)
    sheet.canvas.selection.changed.connect(lambda _ids: desk.refresh())
    sheet.canvas.zoom_changed.connect(lambda _factor: status.say_zoom())
    sheet.canvas.hinted.connect(lambda words: status.say(words or ""))
    sheet.canvas.refused.connect(lambda error: status.say(error))
    sheet.canvas.menu_wanted.connect(menus.show_context)
    sheet.canvas.condition_wanted.connect(lambda: desk.panes.ask_condition())
    sheet.canvas.show_grid(bool(desk.settings.value(GRID, False)))
    sheet.canvas.minimap.set_wanted(bool(desk.settings.value(MINIMAP, True)))
    sheet.canvas.minimap.dismissed.connect(lambda: desk.show_minimap(False))


def _say_title(desk: Desk) -> None:
    window, sheet = desk.window, desk.sheet
    if sheet is None:
        window.setWindowModified(False)
        window.setWindowTitle(PRODUCT)
        return
    name = sheet.title.replace("[*]", "")
    window.setWindowTitle(tr("window.title", name=name + "[*]"))
    window.setWindowModified(sheet.session.dirty and not sheet.practice)


def _focus_canvas(desk: Desk) -> None:
    if desk.sheet is not None:
        desk.sheet.focus_work()


def _may_close(desk: Desk) -> bool:
    if desk.sheets.front is not None or desk.settings.value("arrangement", {}):
        desk.docks.set_away(False)
        desk.settings.remember("arrangement", desk.docks.state())
    return desk.filing.close_all()


def _unexpected(desk: Desk, sentence: str, report: str) -> None:
    """The work is safe; the report is shown, copied or written only when the person asks for it."""

    def read() -> None:
        from studio.windows.reportview import show_report

        show_report(desk, report)

    desk.notice.tell(say("error.safe", what=sentence), "error", say("error.read_report"), read)


class ColorWatch(QObject):
    """Hears that the system has changed between light and dark."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.desk.restyle()
        return super().eventFilter(watched, event)
