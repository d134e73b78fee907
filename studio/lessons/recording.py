"""How does what is seen and done become a stop?"""

from __future__ import annotations

from PySide6.QtCore import QObject

from model.commands import set_stop
from model.document import Snapshot
from model.grammar import title
from model.language import say, tr
from model.records import Node, Stop
from model.teaching import Task, derived
from studio.lessons.turning import turn_back
from studio.windows.desk import Desk
from studio.windows.sheet import Sheet
from widgets.canvas.places import place_of

MANY = 24
"""More cards in sight mean: everything."""


def set_stop_here(desk: Desk) -> Stop | None:
    """A stop with the view as it is, and what is selected as what is pointed at; behind the stop
    that is chosen in the pane.
    """
    sheet = desk.sheet
    if sheet is None:
        return None
    cards, zoom = seen(sheet)
    lit = desk.selected
    first = sheet.view.get(lit[0]) if lit else None
    name = title(first) if first is not None else ""
    words = {"name": name} if name else {}
    after = desk.panes.script.chosen
    with sheet.session.document.transaction(say("lesson.undo.set"), "lesson") as tx:
        stop = set_stop(tx, cards=cards, zoom=zoom, lit=lit, after=after, **words)
    desk.panes.script.choose(stop.id)
    return stop


def take_view(desk: Desk, stop: str) -> None:
    """The view and the selection of now, for a stop that is there already."""
    sheet = desk.sheet
    if sheet is not None and sheet.view.get(stop, Stop) is not None:
        cards, zoom = seen(sheet)
        fields = {"cards": cards, "zoom": zoom, "lit": desk.selected}
        desk.change(say("lesson.undo.view"), lambda tx: tx.alter(stop, **fields))


def seen(sheet: Sheet) -> tuple[tuple[str, ...], float]:
    """The cards that are whole in sight, and the zoom; none when these are many or all."""
    canvas = sheet.canvas
    room = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    nodes = [node.id for node in sheet.view.of(Node)]
    found = [n for n in nodes if (box := place_of(canvas.graph, n)) and room.contains(box)]
    if not found or len(found) > MANY or len(found) == len(nodes):
        return (), 0.0
    return tuple(found), round(canvas.zoom, 3)


class TaskRecorder(QObject):
    """Watches a trainer do once what the learner shall do, and takes it back then."""

    def __init__(self, desk: Desk, sheet: Sheet, stop: str) -> None:
        super().__init__(sheet)
        self.desk, self.sheet, self.stop = desk, sheet, stop
        self.before: Snapshot = sheet.view

    def finish(self) -> Task:
        """What was done becomes the task of the stop; the service is as it was."""
        task = derived(self.before, self.sheet.view)
        document = self.sheet.session.document
        turn_back(document, self._without_task(), say("lesson.undo.recorded"))
        if task and document.snapshot().get(self.stop, Stop) is not None:
            goals, deeds = task.goals, task.deeds
            self.desk.change(
                say("lesson.undo.task"),
                lambda tx: tx.alter(self.stop, goals=goals, deeds=deeds),
            )
        return task

    def _without_task(self) -> Snapshot:
        """As before, but what was written at the stops meanwhile stays."""
        now = self.sheet.view
        kept = {r.id: r for r in now if r.kind in ("script", "stop")}
        kept |= {r.id: r for r in now if r.kind == "text" and getattr(r, "parent", "") in kept}
        service = [r for r in self.before if r.id not in kept and r.kind not in ("script", "stop")]
        return Snapshot.of_records([*service, *kept.values()])


def drop_task(desk: Desk, stop: str) -> None:
    """A stop asks for nothing any more."""
    desk.change(say("lesson.undo.drop"), lambda tx: tx.alter(stop, goals=(), deeds=()))


def told_task(task: Task) -> str:
    """What was understood, in a sentence."""
    return tr("lesson.recorded", n=len(task.goals)) if task else tr("lesson.recorded.nothing")
