"""What is said about one open document, and how is it kept?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from model.checks import Finding
from model.document import Document, History, Snapshot, Transaction
from model.errors import FachwerkError
from model.graph import reading_order
from model.language import Message, say
from model.reading.sayings import way_title
from model.records import Flow
from model.review import (
    Merged,
    Review,
    ReviewFile,
    ReviewRecord,
    ReviewRemark,
    add_remark,
    answer,
    begin_review,
    drop_remark,
    every,
    fits,
    judge_remark,
    judge_service,
    merge,
    move_on,
    name_reviewer,
    remarks_in_order,
    reword,
    settle,
    tick,
    untick,
    weigh,
)
from model.storage import content_hash
from studio.reviewing.keeping import Keeper, home_beside, home_of_reader
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.basics.hearing import Hearing

MINE, NAME, ROLE = "reviews", "reviewer", "reviewer_role"
_MOST = 200


class Reviewing(QObject):
    """The review of one sheet. ``reading``: the service itself is locked here.

    Every verb of the panel is a method: it is one undo step of the review, and what it refuses is
    told on the desk. ``changed`` says that something was said.
    """

    changed = Signal()

    def __init__(self, desk: Desk, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.desk, self.sheet = desk, sheet
        self.reading = sheet.reading
        self.content = content_hash(sheet.view)
        self.resumed = False
        self._mine = ""
        self._ordered: tuple[Snapshot, list[str]] | None = None
        self._keeper: Keeper | None = None
        self._broken = self._keeping = False
        self.document = Document(self._found())
        self.history = History(self.document)
        self._hearing = Hearing(self.document, self)
        self._hearing.changed.connect(lambda _changes: self._heard())
        self._stop = sheet.session.listen(lambda _session: self._follow())
        sheet.destroyed.connect(self._stop)

    # ----------------------------------------------------------------------------------- looking

    @property
    def book(self) -> Snapshot:
        """What was said until now."""
        return self.document.snapshot()

    @property
    def view(self) -> Snapshot:
        """The service it is about."""
        return self.sheet.view

    @property
    def findings(self) -> Sequence[Finding]:
        """What the checks say here and now."""
        return self.sheet.check.findings or ()

    @property
    def remarks(self) -> list[ReviewRemark]:
        """All remarks, as they are numbered."""
        return remarks_in_order(self.book, self._order())

    @property
    def head(self) -> Review | None:
        """The head of the person at this desk; None until something is said here."""
        mine = self._mine or self.desk.settings.value(MINE, {}).get(self._key, "")
        found = self.book.get(mine, Review)
        return found if isinstance(found, Review) else None

    @property
    def name(self) -> str:
        """What the person at this desk is called, as far as it was said."""
        head = self.head
        return head.author if head is not None else str(self.desk.settings.value(NAME, ""))

    @property
    def role(self) -> str:
        """As what the person looks at it."""
        head = self.head
        return head.role if head is not None else str(self.desk.settings.value(ROLE, ""))

    @property
    def kept(self) -> bool:
        """Does it lie on the disk? That of a service without a file waits for its first saving."""
        return self._keeper is not None and not self._broken

    def place(self, record_id: str) -> str:
        """Where a record is, in words; a way is named by its ends."""
        way = self.view.get(record_id, Flow)
        return way_title(self.view, way) if way is not None else self.sheet.place(record_id)

    def _order(self) -> list[str]:
        """Cards in the order of reading, each with what belongs to it; found out once a state."""
        view, found = self.view, dict[str, None]()
        if self._ordered is not None and self._ordered[0] is view:
            return self._ordered[1]
        for node in reading_order(view):
            waiting = [node]
            while waiting:
                one = waiting.pop()
                if one not in found:
                    found[one] = None
                    waiting += [row.id for row in reversed(view.rows(one))]
        self._ordered = view, list(found)
        return self._ordered[1]

    # ------------------------------------------------------------------------------------ saying

    def add(self, about: str, text: str, weight: str = "should", topic: str = "") -> str:
        """A remark on an element, or ("") on the whole; its id, "" when it was refused."""
        made: list[str] = []
        place = self.place(about) if about in self.view else ""

        def work(tx: Transaction, moment: str) -> None:
            head = self._head(tx, moment) if self.reading else ""
            record = add_remark(
                tx,
                about,
                text,
                review=head,
                place=place,
                author=self.name,
                moment=moment,
                weight=weight,  # type: ignore[arg-type]
                topic=topic,
            )
            made.append(record.id)

        self._do(say("review.undo.remark"), work)
        return made[0] if made and made[0] in self.book else ""

    def answer(self, remark: str, text: str) -> None:
        """Answer a remark."""
        name = self.name
        self._do(say("review.undo.answer"), lambda tx, at: answer(tx, remark, text, name, at))

    def reword(self, remark: str, text: str) -> None:
        """Say a remark in other words."""
        self._do(say("review.undo.reword"), lambda tx, at: reword(tx, remark, text, at))

    def weigh(self, remark: str, weight: Any) -> None:
        """How much it matters."""
        self._do(say("review.undo.weigh"), lambda tx, at: weigh(tx, remark, weight, at))

    def move_on(self, remark: str, state: Any) -> None:
        """Open, answered, done."""
        self._do(say("review.undo.state"), lambda tx, at: move_on(tx, remark, state, at))

    def judge_remark(self, remark: str, verdict: Any) -> None:
        """The verdict of the other side on a remark."""
        name = self.name
        self._do(
            say("review.undo.verdict"), lambda tx, at: judge_remark(tx, remark, verdict, name, at)
        )

    def drop(self, remark: str) -> None:
        """Take a remark back."""
        self._do(say("review.undo.drop"), lambda tx, _at: drop_remark(tx, remark))

    def tick(self, topic: str, ticked: Any, note: str = "") -> None:
        """Answer a question of a checklist."""
        self._do(
            say("review.undo.tick"),
            lambda tx, at: tick(tx, self._head(tx, at), topic, ticked, at, note),
        )

    def untick(self, topic: str) -> None:
        """The question is open again."""
        self._do(say("review.undo.tick"), lambda tx, at: untick(tx, self._head(tx, at), topic))

    def judge_service(self, verdict: Any, reason: str) -> None:
        """The verdict on the whole."""
        self._do(
            say("review.undo.verdict"),
            lambda tx, at: judge_service(tx, self._head(tx, at), verdict, reason, at),
        )

    def name_reviewer(self, name: str, role: str) -> None:
        """Who reviews, and as what; remembered for the next review."""
        self.desk.settings.remember(NAME, name or None)
        self.desk.settings.remember(ROLE, role or None)
        self._do(
            say("review.undo.name"),
            lambda tx, at: name_reviewer(tx, self._head(tx, at), name, role, at),
        )

    def settle(self, record: str, field: str, other: bool) -> None:
        """One of two versions."""
        self._do(
            say("review.undo.settle"),
            lambda tx, at: settle(tx, record, field, other=other, moment=at),
        )

    def take_in(self, file: ReviewFile) -> Merged:
        """Merge the copy of another person.

        Raises:
            FachwerkError: it is about another service.
        """
        if not fits(self.view, file.heads, file.remarks):
            raise FachwerkError(
                say("review.other_service", title=_title(file)),
                todo=say("review.other_service.todo"),
                code="PRUEFUNG-FREMD",
            )
        with self.document.transaction(say("review.undo.merge"), "review") as tx:
            merged = merge(tx, file.records)
        self.keep()
        return merged

    def undo(self) -> None:
        """Take the last thing said back."""
        self.history.undo()

    def redo(self) -> None:
        """Say it again."""
        self.history.redo()

    def _do(self, label: Message, work: Callable[[Transaction, str], object]) -> None:
        moment = self.desk.surroundings.clock().isoformat(timespec="microseconds")
        try:
            with self.document.transaction(label, "review") as tx:
                work(tx, moment)
        except FachwerkError as error:
            self.desk.tell_error(error)
            self.changed.emit()  # who asked shows again what is so

    def _head(self, tx: Transaction, moment: str) -> str:
        """The head of the person here, made when it is needed first."""
        head = self.head
        if head is not None:
            return head.id
        service = self.view.service
        made = begin_review(
            tx,
            service=service.id,
            title=service.name,
            version=service.version,
            content=self.content,
            moment=moment,
        )
        name_reviewer(tx, made.id, self.name, self.role, moment)
        self._mine = made.id
        if self.sheet.practice:  # an exercise leaves no trace
            return made.id
        mine = dict(list(self.desk.settings.value(MINE, {}).items())[-_MOST:])
        self.desk.settings.remember(MINE, {**mine, self._key: made.id})
        return made.id

    @property
    def _key(self) -> str:
        return self.content if self.reading else self.view.service.id

    # ----------------------------------------------------------------------------------- keeping

    def keep(self) -> None:
        """Write it down now, together with what somebody else has said there meanwhile."""
        records = every(self.book, ReviewRecord)
        if self._keeper is None or self._broken or not (records or self._keeper.home.exists()):
            return
        self._keeping = True
        try:
            news = self._keeper.news()
            if news is not None:
                with self.document.transaction(say("review.undo.merge"), "review") as tx:
                    merge(tx, news.records)
            self._keeper.write(every(self.book, ReviewRecord))
        except (FachwerkError, OSError) as error:
            self._broken = True
            self._say_lost(error)
        finally:
            self._keeping = False

    def _found(self) -> list[ReviewRecord]:
        home = self._home()
        if home is None:
            return []
        self._keeper = Keeper(home)
        try:
            file = self._keeper.read()
        except (FachwerkError, OSError) as error:
            self._broken = True  # never write over what could not be read
            self._say_lost(error)
            return []
        self.resumed = file is not None and bool(file.records)
        return list(file.records) if file is not None else []

    def _home(self) -> Path | None:
        if self.reading:
            return home_of_reader(self.desk.surroundings.paths.state, self.content)
        path = self.sheet.session.path
        return home_beside(path) if path is not None else None

    def _follow(self) -> None:
        """The author saved under a (new) name: the review goes along."""
        home = self._home()
        if self.reading or home is None or self.sheet.practice:
            return
        if self._keeper is None or self._keeper.home != home:
            self._keeper, self._broken = Keeper(home), False
            self.keep()

    def _heard(self) -> None:
        if not self._keeping:
            self.keep()
        self.changed.emit()

    def _say_lost(self, error: Exception) -> None:
        self.sheet.notice.tell(say("review.not_kept", reason=str(error)), "warning")


def _title(file: ReviewFile) -> str:
    return next((head.title for head in file.heads if head.title), "")


def review_of(desk: Desk, sheet: Sheet) -> Reviewing:
    """The review of a sheet, begun when it is asked for first."""
    found = sheet.findChild(Reviewing)
    return found if found is not None else Reviewing(desk, sheet)
