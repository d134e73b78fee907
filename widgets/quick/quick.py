"""What opens by typing, and what stands beside what is chosen?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from model.commands.arrange import nearest_lane
from model.commands.morph import change_kind, losses
from model.document.queries import Queries
from model.errors import FachwerkError
from model.geometry import Point, Rect, united
from model.grammar import kind_title, title
from model.grammar.become import becomes, template
from model.language import current_language, say
from model.records import Node, Record, Role
from widgets.basics.labels import ask
from widgets.look.theme import current as theme_now
from widgets.painters.looks import TITLE_BELOW
from widgets.quick.beside import AROUND_CARDS, AROUND_ROWS, box_beside, stand_beside
from widgets.quick.box import OfferBox
from widgets.quick.carrying import carry_follower
from widgets.quick.deeds import bar_groups, pad_groups
from widgets.quick.host import Host
from widgets.quick.losing import lines_of
from widgets.quick.offers import Offer, kind_offers, offers
from widgets.quick.placing import anchor, put
from widgets.quick.strip import Groups, Strip
from widgets.tools.connect import connect, source_of


class Quick(QObject):
    """Quick-add, change of kind, the pad beside one thing and the bar above several.

    The canvas gives it its keys (``add``, ``change``) and tells it, by ``stirred``, when to
    ``follow``. However much is told in one turn of the loop, the pad follows once, before the next
    paint.
    """

    _told = Signal()

    def __init__(self, host: Host, parent: QWidget, around: tuple[QWidget, ...] = ()) -> None:
        """``around``: what else lies over the canvas and is not to be covered by the pad.
        ``put_away``: there is nothing to do here, so the pad does not come.
        """
        super().__init__(parent)
        self.host = host
        self.box = OfferBox(parent)
        self.pad = Strip(host.viewport())
        self._around = around
        self._take: Callable[[Offer], object] = lambda _offer: None
        self.box.taken.connect(self._taken)
        self.box.left.connect(self.follow)
        self.pad.carried.connect(self._carry)
        self._waits = self.put_away = False
        self._told.connect(self._follow_now, Qt.ConnectionType.QueuedConnection)
        host.stirred.connect(self.follow_soon)
        host.selection.changed.connect(lambda _ids: self.follow_soon())
        host.zoom_changed.connect(lambda _zoom: self.follow_soon())

    # ------------------------------------------------------------------------------ quick-add

    def add(self, text: str = "", at: Point | None = None) -> None:
        """Open quick-add: for what follows the chosen thing, or for a place of the canvas."""
        view = self.host.document.snapshot()
        if not view.of(Role):
            self.host.refuse(FachwerkError(say("canvas.place.no_lane")))
            return
        chosen = anchor(self.host.stage) if at is None else ""
        view = self.host.document.snapshot()
        free = at or self.free_place(chosen)
        role = view.role_of(chosen) or nearest_lane(view, free)
        lane = role.id if role is not None else ""
        self._take = lambda offer: self._put(offer, at, free)
        words = say("quick.after", what=_called(view.get(chosen))) if chosen else say("quick.here")
        spot = self._beside(chosen) if chosen else self.host.on_screen(free)
        self.box.open(spot, lambda said: offers(view, chosen, lane, said), words, text)
        self.follow()

    def free_place(self, chosen: str = "") -> Point:
        """Where something goes that follows nothing: into the chosen lane, to the hand, else to the
        middle.
        """
        room = self.host.viewport().rect()
        lane = self.host.spot(chosen)
        if lane is not None and self.host.document.snapshot().get(chosen, Role) is not None:
            x = self.host.on_canvas(room.center()).x
            return Point(max(lane.x, min(x, lane.right)), lane.center.y)
        if room.contains(self.host.on_screen(self.host.hand)):
            return self.host.hand
        return self.host.on_canvas(room.center())

    def _put(self, offer: Offer, at: Point | None, free: Point) -> None:
        made = put(self.host.stage, offer.key, offer.name, at, free)
        if made:
            self.host.rename(made)

    # ------------------------------------------------------------------------- change of kind

    def change(self) -> None:
        """Open the kinds that the chosen thing may change to."""
        chosen = self.host.selection.focus
        view = self.host.document.snapshot()
        kinds = becomes(view, chosen) if chosen in view else []
        if len(kinds) < 2:
            words = say("quick.no_kinds") if chosen else say("quick.choose_first")
            self.host.refuse(FachwerkError(words))
            return
        self._take = lambda offer: self._change(chosen, offer)
        what = say("quick.kind", what=_called(view.get(chosen)))
        self.box.open(self._beside(chosen), lambda said: kind_offers(view, chosen, said), what)
        self.follow()

    def _change(self, record_id: str, offer: Offer) -> None:
        view = self.host.document.snapshot()
        if offer.now or record_id not in view:
            return
        lines = lines_of(view, losses(self.host.document, record_id, offer.key))
        kind = template(offer.key).title
        question = say("quick.kind.question", what=_called(view[record_id]), kind=kind)
        if lines and not ask(self.host.viewport(), question, lines, say("quick.kind.confirm")):
            return
        label = say("quick.undo.kind", kind=kind)
        with self.host.document.transaction(label, "canvas") as tx:
            change_kind(tx, record_id, offer.key)

    # ------------------------------------------------------------------------------------ box

    def _beside(self, record_id: str) -> QPoint:
        spot = self.host.spot(record_id)
        if spot is None:
            return self.host.on_screen(self.free_place())
        room = Rect(0, 0, self.host.viewport().width(), self.host.viewport().height())
        at = box_beside(self._on_screen(spot), self.box.width(), self.box.tallest, room)
        return QPoint(round(at.x), round(at.y))

    def _taken(self, offer: Offer) -> None:
        self.host.take_focus()
        try:
            self._take(offer)
        except FachwerkError as error:
            self.host.refuse(error)
        self.follow()

    # ------------------------------------------------------------------------------------ pad

    def follow_soon(self) -> None:
        """Follow before the next paint."""
        if not self._waits:
            self._waits = True
            self._told.emit()

    def _follow_now(self) -> None:
        if self._waits:
            self.follow()

    def follow(self) -> None:
        """Bring the pad beside what is chosen now, or hide it."""
        self._waits = False
        if self.pad.carrying:
            return
        ids = self.host.selection.ids if self._calm() and not self.put_away else ()
        view = self.host.document.snapshot()
        chosen = [one for one in ids if one in view]
        groups = _several if len(chosen) > 1 else _one
        found = groups(self, chosen)
        if not chosen or not found or not self._stand(chosen, found):
            self.pad.hide()

    def _calm(self) -> bool:
        """No gesture, no line, no box; and near enough to read."""
        host = self.host
        busy = host.tool.busy or host.panned or host.name_line.is_open or self.box.is_open
        return not busy and host.zoom >= TITLE_BELOW

    def _stand(self, chosen: list[str], groups: Groups) -> bool:
        host = self.host
        view = host.document.snapshot()
        spots = [spot for one in chosen if (spot := host.spot(one)) is not None]
        if not spots:
            return False
        said = (tuple(chosen), tuple(deed.words for group in groups for deed in group))
        self.pad.fill((said, current_language(), theme_now()), lambda: groups)
        card = view.card_of(chosen[0])
        row = len(chosen) == 1 and card is not None and card.id != chosen[0]
        outer = host.spot(card.id) if row and card is not None else None
        thing = self._on_screen(united(spots))
        room = Rect(0, 0, host.viewport().width(), host.viewport().height())
        if not room.intersects(thing):
            return False
        shown_outer = self._on_screen(outer) if outer is not None else None
        stand = stand_beside(
            thing,
            self.pad.length(len([group for group in groups if group])),
            self.pad.thickness,
            self._neighbours(card.id if card is not None else ""),
            room,
            outer=shown_outer,
            sides=AROUND_ROWS if row else AROUND_CARDS,
        )
        self.pad.stand(stand.box, upright=stand.upright)
        return True

    def _neighbours(self, card: str) -> list[Rect]:
        """The cards in sight and the overlays that the pad may not cover."""
        host = self.host
        room = host.viewport().rect()
        corner, end = host.on_canvas(room.topLeft()), host.on_canvas(room.bottomRight())
        area = Rect(corner.x, corner.y, end.x - corner.x, end.y - corner.y)
        view = host.document.snapshot()
        inside = _frames_of(view, view.get(card, Node))
        boxes = host.stage.boxes_near(area)
        cards = [self._on_screen(box) for one, box in boxes.items() if one not in inside]
        overlays = (widget.geometry() for widget in self._around if widget.isVisible())
        return [*cards, *(Rect(o.x(), o.y(), o.width(), o.height()) for o in overlays)]

    def _on_screen(self, box: Rect) -> Rect:
        corner = self.host.on_screen(Point(box.x, box.y))
        return Rect(corner.x(), corner.y(), box.width * self.host.zoom, box.height * self.host.zoom)

    def _carry(self, what: str, phase: str, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """A drag from a button: the template (or a way) goes on as the canvas's own gesture."""
        host = self.host
        place_now = QPointF(host.viewport().mapFromGlobal(at))
        if phase == "press":
            self._begin(what)
        elif host.tool.busy:
            step = "release" if phase == "release" else "move"
            host.tool.send(host.pointer(step, place_now, keys))  # type: ignore[arg-type]
        self.pad.update()
        if phase == "release":
            self.follow()

    def _begin(self, what: str) -> None:
        host = self.host
        if what != "way":
            host.tool.start(carry_follower(host.stage, what, host.selection.focus))
            return
        source, option = source_of(host.document.snapshot(), host.selection.focus)
        if source:
            spot = host.spot(host.selection.focus)
            start = spot.center if spot is not None else Point(0, 0)
            host.tool.start(connect(host.stage, source, option, pressed_at=start))


def _one(quick: Quick, chosen: list[str]) -> Groups:
    return pad_groups(quick.host, chosen[0], quick.add, quick.change) if chosen else ()


def _several(quick: Quick, chosen: list[str]) -> Groups:
    return bar_groups(quick.host, chosen)


def _called(record: Record | None) -> str:
    """Its name, else the word for what it is."""
    if record is None:
        return ""
    return title(record) or str(kind_title(record))


def _frames_of(view: Queries, node: Node | None) -> set[str]:
    """The open sub-processes that a card stands in: the pad lies on them as the card does."""
    found: set[str] = set()
    while node is not None and node.parent and node.parent not in found:
        found.add(node.parent)
        node = view.get(node.parent, Node)
    return found
