"""What can be done to what is chosen, by menu, key or mouse?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QWidget

from model.commands import fit_note, remove, remove_and_reconnect, rename
from model.errors import FachwerkError
from model.geometry import Point
from model.grammar import kind_title, title
from model.language import Message, say
from model.records import Annotation, Flow, Role
from widgets.basics.labels import ask
from widgets.canvas.deleting import successor, warnings
from widgets.canvas.ground import Ground
from widgets.canvas.places import place_of
from widgets.canvas.rename import NameLine
from widgets.canvas.stage import CanvasStage
from widgets.canvas.telling import announce
from widgets.items.node import NodeItem
from widgets.tools.connect import connect, source_of
from widgets.tools.move import movable, move_by
from widgets.tools.place import place, place_beside
from widgets.tools.pointer import Pointer
from widgets.tools.rows import shift_row
from widgets.tools.takeover import take_beside
from widgets.tools.tool import Tool
from widgets.tools.walk import aimed


class Deeds(Ground):
    """The verbs of the canvas, each one transaction, and the gestures that they begin."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = CanvasStage(self, self.rename)
        self.tool = Tool(self.stage)
        self.name_line = NameLine(self.viewport())
        self.name_line.done.connect(self._take_name)
        self.name_line.given_up.connect(self._leave_name)
        self._named = ""
        self.aiming, self.aim = "", ""

    # ------------------------------------------------------------------------------ deleting

    def delete_selection(self) -> None:
        """Delete what is chosen; when something elsewhere would go or change, it is said first."""
        self._delete(reconnect=False)

    def delete_and_reconnect(self) -> None:
        """Delete what is chosen and lead its ways on."""
        self._delete(reconnect=True)

    def _delete(self, *, reconnect: bool) -> None:
        view = self.document.snapshot()
        ids = [one for one in self.selection.ids if one in view]
        if not ids:
            return
        following = successor(view, ids)
        label = say("canvas.undo.delete", n=len(ids), what=self._spoken(ids[0]))
        try:
            if not self._agreed(ids):
                return
            with self.document.transaction(label, "canvas") as tx:
                (remove_and_reconnect if reconnect else remove)(tx, ids)
        except FachwerkError as error:
            self.refuse(error)
            return
        if not tx.changeset:
            self.refuse(FachwerkError(say("canvas.delete.kept"), todo=say("canvas.delete.empty")))
            return
        if following in self.document.snapshot():
            self.selection.set((following,), following)
        self._tell_kept(ids)

    def _tell_kept(self, ids: Iterable[str]) -> None:
        """A lane that still has cards stays, whatever else was deleted with it: say so."""
        view = self.document.snapshot()
        lanes = [lane.name for one in ids if (lane := view.get(one, Role)) is not None]
        if lanes:
            names = lanes[0] if len(lanes) == 1 else ", ".join(f"„{name}“" for name in lanes)
            words = say("tools.kept.lanes", n=len(lanes), names=names)
            self.refuse(FachwerkError(words, todo=say("canvas.delete.empty")))

    def _agreed(self, ids: Iterable[str]) -> bool:
        lines = warnings(self.document, ids)
        if not lines:
            return True
        what = ", ".join(self._spoken(one) for one in ids)
        question = say("canvas.delete.question", what=what)
        return ask(self, question, lines, say("canvas.delete.confirm"))

    def _spoken(self, record_id: str) -> str:
        record = self.document.snapshot()[record_id]
        name = title(record)
        return f"{kind_title(record)} „{name}“" if name else str(kind_title(record))

    # ---------------------------------------------------------------------------- connecting

    def start_connect(self) -> None:
        """From the focus element (or its answer) to the next click, or to where the arrows lead and
        Enter.
        """
        source, option = source_of(self.document.snapshot(), self.selection.focus)
        if not source:
            self.hinted.emit(say("canvas.hint.choose_first"))
            return
        self.tool.start(connect(self.stage, source, option))
        self.aiming, self.aim = "connect", source

    # -------------------------------------------------------------------------------- placing

    def place_template(self, key: str) -> None:
        """From the palette by Enter or click: beside what is chosen; when nothing fitting is, the
        next click (or Enter) places it.
        """
        self.tool.cancel()
        try:
            made = place_beside(self.stage, key)
        except FachwerkError as error:
            self.refuse(error)
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if made:
            return
        self.tool.start(place(self.stage, key))
        self.aiming = "place"
        middle = self.mapToScene(self.viewport().rect().center())
        self._last = Point(middle.x(), middle.y())
        self.tool.send(Pointer("move", self._last, self.stage.hit(self._last)))

    def take_over(self, entries: Sequence[str]) -> bool:
        """Entries of an old form become rows beside what is chosen, or a new page; True when it was
        done.
        """
        self.tool.cancel()
        try:
            words = take_beside(self.stage, entries)
        except FachwerkError as error:
            self.refuse(error)
            return False
        self.hinted.emit(words)
        announce(self, str(words))
        return True

    def aim_by(self, dx: float, dy: float) -> None:
        """The armed template follows the arrows."""
        self._last = self._last.moved(dx, dy)
        self.tool.send(Pointer("move", self._last, self.stage.hit(self._last)))

    def aim_at(self, node: str) -> None:
        """The way that is being drawn points to a node."""
        self.aim = node
        self.tool.send(aimed(self.goal_boxes(), node, "move"))
        ghost = self.above.ghost
        refused = ghost.words if ghost is not None and not ghost.allowed else ()
        announce(self, " ".join((self._spoken(node), *(str(words) for words in refused))))

    def take_aim(self) -> None:
        """Enter: do it here."""
        mode, self.aiming = self.aiming, ""
        if mode == "connect":
            self.tool.send(aimed(self.goal_boxes(), self.aim, "release"))
            self.tool.cancel()
        elif mode == "place":
            self.tool.send(Pointer("release", self._last, self.stage.hit(self._last)))

    def give_up(self) -> bool:
        """Esc: end the running gesture; True when there was one."""
        self.aiming = ""
        return self.tool.cancel()

    # --------------------------------------------------------------------------------- moving

    def move_selection(self, dx: float, dy: float) -> None:
        """Move the chosen cards, notes and frames; a chosen row goes up or down among its
        siblings.
        """
        things = movable(self.stage)
        if things:
            move_by(self.stage, things, dx, dy)
        elif dy and self.selection.focus:
            try:
                shift_row(self.stage, self.selection.focus, 1 if dy > 0 else -1)
            except FachwerkError as error:
                self.refuse(error)

    # -------------------------------------------------------------------------------- renaming

    def rename_selection(self) -> None:
        """Type the name of the focus element in its place."""
        if self.selection.focus:
            self.rename(self.selection.focus)

    def rename(self, record_id: str) -> None:
        """Type the name of an element in its place (ways with a condition and uses have none of
        their own).
        """
        record = self.document.snapshot().get(record_id)
        if record is None or record.kind in ("use", "fee") or _speaks_for_itself(record):
            return
        place = self._name_place(record_id)
        if place is None:
            return
        self._named = record_id
        words = str(say("canvas.rename", kind=kind_title(record)))
        self.name_line.open(title(record), place, self.zoom, words)
        self.stirred.emit()

    def _name_place(self, record_id: str) -> QRectF | None:
        """Where the name is drawn, in the viewport."""
        box = place_of(self.graph, record_id)
        if box is None:
            return None
        item = self.graph.nodes.get(record_id)
        if record_id in self.graph.lanes:
            box = QRectF(box.left() + 34, box.top() + 6, 220, 26)
        elif isinstance(item, NodeItem):
            small = box.width() < 100
            box = QRectF(box.left() - 50, box.bottom() + 2, box.width() + 100, 24) if small else box
        box.setHeight(min(box.height(), 36))
        corner = self.mapFromScene(box.topLeft())
        return QRectF(QPointF(corner), box.size() * self.zoom)

    def _take_name(self, text: str) -> None:
        record = self.document.snapshot().get(self._named)
        if record is not None and text and text != title(record):
            label: Message = say("canvas.undo.rename", name=text)
            with self.document.transaction(label, "canvas") as tx:
                rename(tx, record.id, text)
                if isinstance(record, Annotation):
                    fit_note(tx, record.id)
        self._leave_name()

    def _leave_name(self) -> None:
        """The focus returns to the element, so that it is spoken with its new name."""
        self._named = ""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.stirred.emit()


def _speaks_for_itself(record: object) -> bool:
    """A way that says "sonst" or its condition has no name of its own."""
    return isinstance(record, Flow) and (record.default or record.condition is not None)
