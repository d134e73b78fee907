"""What stands around a service that is only read?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from exporters.reviewing.judging import Judgement, judged_package, judged_service
from model.behaviors import open_document
from model.language import say
from studio.errors import sentence_of
from studio.jobs.job import Job
from studio.reviewing.facts import cover_of, norm_lines
from studio.reviewing.opening import Opened
from studio.reviewing.reviewing import Reviewing, review_of
from studio.session import Session
from studio.windows.sheet import Sheet
from widgets.preview import Preview
from widgets.review import Cover, Norms, ReadingBar

if TYPE_CHECKING:
    from studio.windows.desk import Desk


class Reader(QObject):
    """Lock bar, cover sheet, form and norms of one sheet. What the platforms would say is asked
    beside the window.
    """

    def __init__(self, desk: Desk, sheet: Sheet, opened: Opened) -> None:
        super().__init__(sheet)
        self.desk, self.sheet, self.opened = desk, sheet, opened
        sheet.setProperty("read_from", str(opened.path.absolute()))
        self.review: Reviewing = review_of(desk, sheet)
        self.bar = ReadingBar(sheet)
        sheet.add_above(self.bar)
        self.cover = Cover(sheet)
        self.form: Preview | None = None
        self.norms: Norms | None = None
        self.judgement: Judgement | None = None
        sheet.sides.addWidget(self.cover)
        sheet.canvas.quick.put_away = True
        self._job: Job | None = None
        self._wire()

    def _wire(self) -> None:
        desk, sheet = self.desk, self.sheet
        self.bar.turned.connect(self.turn)
        self.bar.wanted.connect(lambda wish: desk.run(lambda d: d.review(wish)))
        self.cover.wished.connect(self.do)
        self.review.changed.connect(self.say)
        sheet.checked.connect(lambda _findings: self.say())
        sheet.turned.connect(self._turned)
        sheet.closing.connect(self.stop)
        desk.on_retranslate.append(self.say_again)
        desk.on_restyle.append(self.restyle)
        sheet.destroyed.connect(lambda: self._let_go(desk))

    def begin(self) -> None:
        """The cover sheet first; where somebody has begun, it says so."""
        self.say()
        self.turn("cover")
        if self.review.resumed:
            n = len(self.review.remarks)
            self.sheet.notice.tell(say("review.resumed", n=n), "hint")
        view, data, name = self.sheet.view, self.opened.data, self.opened.path.name
        now = self.desk.surroundings.clock()
        self._job = Job(
            lambda: judged_package(data, name, now) if data else judged_service(view), self
        )
        self._job.done.connect(self._judged)
        self._job.failed.connect(self._failed)
        self._job.start()

    def stop(self) -> None:
        """Nothing runs beside a window whose sheet is gone."""
        if self._job is not None:
            self._job.cancel()
            self._job.wait()
            self._job = None

    # ------------------------------------------------------------------------------------ sides

    def turn(self, side: str) -> None:
        """Bring a side to the front; it is made when it is asked for first."""
        sheet = self.sheet
        if side == "table":
            if not sheet.shows_table:
                sheet.sides.setCurrentWidget(sheet.canvas)
                sheet.turn()
        else:
            sheet.show_side(self._made(side))
        self._turned()
        self.focus()

    def focus(self) -> None:
        """The keys belong to what is in front."""
        if self.side == "cover":
            self.cover.focus_first()
        elif self.side == "form" and self.form is not None:
            self.form.focus_first()
        else:
            self.sheet.focus_work()

    @property
    def side(self) -> str:
        """What is in front."""
        front = self.sheet.sides.currentWidget()
        named = {id(self.cover): "cover", id(self.form): "form", id(self.norms): "norms"}
        return "table" if self.sheet.shows_table else named.get(id(front), "picture")

    def _made(self, side: str) -> QWidget:
        sheet = self.sheet
        if side == "form":
            if self.form is None:
                self.form = Preview(sheet)
                self.form.open(sheet.session.document)
                self.form.picked.connect(self.desk.panes.jump)
                sheet.sides.addWidget(self.form)
            self.form.show_selection(sheet.canvas.selection.ids)
            return self.form
        if side == "norms":
            if self.norms is None:
                self.norms = Norms(sheet)
                self.norms.show_norms(norm_lines(sheet.view))
                self.norms.jumped.connect(self.desk.panes.jump)
                sheet.sides.addWidget(self.norms)
            return self.norms
        return self.cover if side == "cover" else sheet.canvas

    def _turned(self) -> None:
        self.bar.show_side(self.side)

    # ------------------------------------------------------------------------------------ cover

    def say(self) -> None:
        """The cover sheet as it is now."""
        title, sections = cover_of(self.review, self.opened, self.judgement)
        self.cover.show_cover(title, sections)

    def say_again(self) -> None:
        """In another language."""
        self.bar.retranslate()
        self.say()

    def restyle(self) -> None:
        """In other colours."""
        self.bar.update()
        self.cover.restyle()

    def do(self, wish: str) -> None:
        """A button of the cover sheet."""
        kind, _, which = wish.partition(".")
        if kind == "finding":
            found = self.sheet.check.findings or ()
            first = next((f for f in found if f.severity == which), None)
            if not self.desk.docks.is_shown("findings"):
                self.desk.docks.toggle("findings")
            if first is not None:
                self.turn("picture")
                self.desk.panes.jump(first.at)
        else:
            self.desk.run(lambda d: d.review(wish))

    def _failed(self, error: Exception) -> None:
        """What could not be judged is never shown as sound."""
        reason = sentence_of(error)
        self._judged(Judgement(problems=(say("review.file.unjudged", reason=reason),)))

    def _judged(self, judgement: Judgement) -> None:
        self.judgement = judgement
        self.say()

    def copy(self) -> Sheet:
        """A copy that can be changed, without a name yet."""
        document = open_document(tuple(self.sheet.view))
        session = Session.new(document, surroundings=self.desk.surroundings)
        made = self.desk.filing.show(session)
        made.notice.tell(say("review.copied"), "hint")
        return made

    def _let_go(self, desk: Desk) -> None:
        for listeners, listener in (
            (desk.on_retranslate, self.say_again),
            (desk.on_restyle, self.restyle),
        ):
            if listener in listeners:
                listeners.remove(listener)
