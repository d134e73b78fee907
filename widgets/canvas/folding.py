"""Which cards are unfolded, and by what part of a card is that changed?

Nothing of it is in the file: it is how somebody looks at the service just now.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from model.document import Snapshot
from model.errors import FachwerkError
from model.graph import is_foldable
from model.language import say
from model.records import Step
from widgets.canvas.hand import Hand
from widgets.canvas.scene import CanvasScene
from widgets.canvas.telling import announce
from widgets.items.node import NodeItem
from widgets.painters.card import chevron_box
from widgets.painters.looks import TITLE_BELOW

REACH = 6.0
"""So far beyond the small sign it is still hit: 26 pixels in all."""


def fold_spot(scene: CanvasScene, at: QPointF, zoom: float) -> str:
    """The card whose chevron or last line ("… 4 weitere Angaben") lies at a point, or ""."""
    if zoom < TITLE_BELOW:
        return ""
    for item in scene.items(at):
        if isinstance(item, NodeItem):
            return item.record_id if _is_at(item, at) else ""
    return ""


def _is_at(item: NodeItem, at: QPointF) -> bool:
    look = item.look
    if not look.fold or look.counts_only:
        return False
    if chevron_box(item.box).adjusted(-REACH, -REACH, REACH, REACH).contains(at):
        return True
    last = item.row_box(item.record_id) if look.rows and look.rows[-1].kind == "rest" else None
    return last is not None and last.contains(at)


def foldable(view: Snapshot, ids: Iterable[str]) -> list[str]:
    """The cards among what is chosen (or around it) that hide some of their rows."""
    cards = (view.card_of(one) for one in ids if one in view)
    found = dict.fromkeys(card.id for card in cards if isinstance(card, Step))
    return [card for card in found if is_foldable(view, card)]


def toggled(unfolded: frozenset[str], cards: Iterable[str]) -> frozenset[str]:
    """Fold these when all of them are unfolded, else unfold them."""
    wanted = frozenset(cards)
    return unfolded - wanted if wanted <= unfolded else unfolded | wanted


def all_foldable(view: Snapshot) -> list[str]:
    """Every card that hides some of its rows."""
    return [step.id for step in view.of(Step) if is_foldable(view, step.id)]


class Folding(Hand):
    """Folds and unfolds cards, by menu, key and a click on the chevron."""

    def fold_selection(self) -> None:
        """Unfold the chosen cards over their neighbours, or fold them again."""
        view = self.graph.view_of
        cards = foldable(view, self.selection.ids)
        if cards:
            self._unfold(toggled(self.graph.unfolded, cards))
        else:
            self.refuse(FachwerkError(say("canvas.fold.none"), todo=say("canvas.fold.todo")))

    def fold_all(self) -> None:
        """Fold all cards; when all are folded, unfold all."""
        cards = all_foldable(self.graph.view_of)
        if cards:
            self._unfold(frozenset() if self.graph.unfolded else frozenset(cards))
        else:
            self.refuse(FachwerkError(say("canvas.fold.never")))

    def _unfold(self, cards: frozenset[str]) -> None:
        words = say("canvas.unfolded") if cards - self.graph.unfolded else say("canvas.refolded")
        self.graph.unfold(cards)
        announce(self, str(words))
        self.stirred.emit()
        self.viewport().update()

    def _fold_at(self, event: QMouseEvent) -> bool:
        """A click on the chevron or the last line of a folded card."""
        if event.button() != Qt.MouseButton.LeftButton or self.mode or self._space:
            return False
        card = fold_spot(self.graph, self.mapToScene(event.position().toPoint()), self.zoom)
        if not card:
            return False
        self.name_line.close_line(keep=True)
        self.selection.set((card,), card)
        self._unfold(toggled(self.graph.unfolded, [card]))
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.tool.busy and self._fold_at(event):
            event.accept()
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if not self.tool.busy and self._fold_at(event):
            event.accept()  # a quick second click folds again
        else:
            super().mouseDoubleClickEvent(event)
