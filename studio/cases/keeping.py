"""What became of all cases of a document, and who is treated differently since the last round?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from model.document import Snapshot
from model.language import Message, say, tr
from model.play import Untouched
from model.play.changed import Rehearsed, Turned, rehearsed, treated_differently
from model.play.judged import unreached_words
from studio.windows.sheet import Sheet

MOST_TOLD, MOST_NAMES = 2, 4
"""So many cases and places are told in the notice; the pane tells all."""


class Keeping(QObject):
    """The cases of one sheet. ``judged``: they were played anew or nothing had to be;
    ``turned_round`` carries who is treated differently, or an empty list when that is over.
    """

    judged = Signal()
    turned_round = Signal(object)

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self.known: Rehearsed | None = None
        self.turned: list[Turned] = []
        self._before: Rehearsed | None = None
        sheet.check.found.connect(self._checked)

    def _checked(self, _findings: object) -> None:
        """The checks are through, so the cases were played: take what came out."""
        found = rehearsed(self.sheet.view)
        before, self.known = self.known, found
        if before is not None and found is not before:
            self._compare(before, found)
        self.judged.emit()

    def _accepted(self, found: Rehearsed) -> bool:
        """Has somebody said of all who turned that it should be so?"""
        known = [found.by_id.get(one.case) for one in self.turned]
        return all(pair is None or pair[1].verdict == "agrees" for pair in known)

    def _compare(self, before: Rehearsed, found: Rehearsed) -> None:
        """Who turned with this change; a change that turned nobody leaves the last notice be."""
        turned = treated_differently(before, found)
        if turned:
            back = self._before is not None and not treated_differently(self._before, found)
            self._before = None if back else before
            self.turned = [] if back else turned
            self.turned_round.emit(self.turned)
        elif self.turned and self._accepted(found):
            self.turned, self._before = [], None
            self.turned_round.emit([])


def told(turned: Sequence[Turned]) -> Message:
    """Who is treated differently and how: the first ones in a sentence each."""
    who = [
        say("cases.turned.one", name=one.name, how=joined(one.how)) for one in turned[:MOST_TOLD]
    ]
    if len(turned) > MOST_TOLD:
        who.append(say("cases.turned.more", n=len(turned) - MOST_TOLD))
    return say("cases.turned.notice", sum=say("cases.turned", n=len(turned)), who=joined(who))


def joined(sentences: Sequence[Message]) -> Message:
    """One after the other, in the language in use when they are read."""
    first, *rest = sentences
    for one in rest:
        first = say("cases.and", one=first, other=one)
    return first


def covered_words(view: Snapshot, made: int, left: Untouched) -> str:
    """How many cases were made, what stays untouched all the same, and why."""
    words = [tr("cases.covered", n=made) if made else tr("cases.covered.none")]
    places = [str(spoken) for _, spoken in unreached_words(view, left)]
    if not places:
        return " ".join([*words, tr("cases.covered.all")])
    names = ", ".join(places[:MOST_NAMES]) + (" …" if len(places) > MOST_NAMES else "")
    words.append(tr("cases.covered.left", n=len(places), names=names))
    return " ".join([*words, tr("cases.covered.why")])
