"""How does a run read: where the case stands, what may happen, what has happened?"""

from __future__ import annotations

from collections.abc import Iterator

from model.document import Snapshot
from model.language import tr
from model.play import Happening, Incident, Move, State, Token, offered, told, why
from model.records import Decision, End, Event, Flow, Message, Node, Step, Timer
from model.records.names import title
from studio.playing.run import Run
from widgets.play import Course, Line, Offer, Place, Sight

_SIGNS = {"do": "ok", "again": "redo", "fail": "error", "way": "decision", "time": "timer"}
MOST_PLACES = 2
LONGEST_TRAVEL = 40


def name_of(view: Snapshot, node: str) -> str:
    """What a node is called, or what it is."""
    record = view.get(node)
    if record is None:
        return tr("play.gone")
    return title(record) or tr(f"kind.{record.kind}")


class Telling:
    """Tells a run in one service and one language; what was told once is kept."""

    def __init__(self, view: Snapshot) -> None:
        self.view = view
        self._lines: dict[int, tuple[State, tuple[Line, ...]]] = {}

    def course(self, run: Run, usual: Move | None) -> Course:
        """Everything the pane shows."""
        now = run.walk.now
        stands = tuple(self.stand(token) for token in now.tokens) or (self.end(now),)
        lines = [line for step in range(len(run.walk.states)) for line in self.lines(run, step)]
        return Course(
            stands=stands,
            offers=tuple(self._offer(move, usual) for move in run.offers(self.view)),
            troubles=tuple(Place(str(one.what), one.at) for one in now.incidents),
            lines=tuple(lines),
            step=len(run.walk),
        )

    def where(self, run: Run) -> str:
        """In one line where the case stands."""
        now = run.walk.now
        places = [self.stand(token).words for token in now.tokens] or [self.end(now).words]
        said = list(dict.fromkeys(places))
        more = len(said) - MOST_PLACES
        rest = [tr("playing.at.more", n=more)] if more > 0 else []
        return " ".join((*said[:MOST_PLACES], *rest))

    def stand(self, token: Token) -> Place:
        """Where one of the ways of the case stands, and for what it waits."""
        name = name_of(self.view, token.at)
        key, due = self._standing(token)
        if due:
            return Place(tr(key, name=name, day=due[0]), token.at)
        return Place(tr(key, name=name), token.at)

    def _standing(self, token: Token) -> tuple[str, tuple[object, ...]]:
        record = self.view.get(token.at)
        if token.mode != "waiting":
            return f"playing.at.{token.mode}", ()
        if isinstance(record, Timer):
            day = dict(token.dues).get(record.id)
            return ("playing.at.timer", (day.date(),)) if day else ("playing.at.timer.open", ())
        if isinstance(record, Message | Event):
            return f"playing.at.{record.kind}", ()
        if isinstance(record, Decision):
            return "playing.at.first", ()
        if isinstance(record, Step):
            return f"playing.at.{record.form}", ()
        return "playing.at.waiting", ()

    def end(self, now: State) -> Place:
        """The end at which a case is over."""
        ends = [h.node for h in now.trace if h.kind == "done" and self._is_end(h.node)]
        if not ends:
            return Place(tr("playing.at.nowhere"), "")
        return Place(tr("playing.at.end", name=name_of(self.view, ends[-1])), ends[-1])

    def _is_end(self, node: str) -> bool:
        record = self.view.get(node, End)
        return record is not None and not record.parent

    def _offer(self, move: Move, usual: Move | None) -> Offer:
        is_usual = usual is not None and (move.kind, move.at, move.token, move.event) == (
            *(usual.kind, usual.at, usual.token, usual.event),
        )
        sign = _SIGNS.get(move.kind, "")
        if move.kind == "event":
            record = self.view.get(move.event)
            sign = "message_receive" if isinstance(record, Message) else "event"
        return Offer(str(offered(self.view, move)), sign, is_usual)

    # --------------------------------------------------------------------------------------- log

    def lines(self, run: Run, step: int) -> tuple[Line, ...]:
        """What the move ``step`` brought about (0 = the beginning)."""
        state = run.walk.states[step]
        known = self._lines.get(id(state))
        if known is None or known[0] is not state:
            before = run.walk.states[step - 1].incidents if step else ()
            known = state, tuple(self._told(run, step, state, before))
            self._lines[id(state)] = known
        return known[1]

    def _told(
        self, run: Run, step: int, state: State, before: tuple[Incident, ...]
    ) -> Iterator[Line]:
        move = run.walk.moves[step - 1] if step else None
        happened = run.walk.happened(step)
        day = tr("playing.log.day", day=state.now.date())
        if move is not None and move.kind == "time" and not happened:
            yield Line(tr("playing.log.time", day=state.now.date()), "", "", step, "time", day)
        if step == 0 and run.walk.start:
            start = run.walk.start
            words = tr("playing.log.middle", name=name_of(self.view, start))
            yield Line(words, "", start, step, "time", day)
        troubled = {one.at for one in state.incidents if one not in before}
        for one in happened:
            if one.kind == "failed" and one.node in troubled:
                continue  # the incident says it with its reason
            line = self._line(one, step)
            if line.more or not self._is_meeting(one.node):
                yield line
        for trouble in state.incidents:
            if trouble not in before:
                yield Line(str(trouble.what), "", trouble.at, step, "trouble", day)

    def _line(self, one: Happening, step: int) -> Line:
        reasons = " ".join(self.reasons(one))
        sort = "decided" if reasons else "done" if one.kind == "done" else "trouble"
        day = tr("playing.log.day", day=one.moment.date())
        return Line(str(told(self.view, one)), reasons, one.node, step, sort, day)

    def _is_meeting(self, node: str) -> bool:
        """Is it a sign at which ways only meet, and that nobody gave a name?"""
        record = self.view.get(node, Decision)
        return record is not None and not record.name

    def reasons(self, one: Happening) -> list[str]:
        """Why each of the ways was taken that something decided."""
        return [
            str(why(self.view, decided))
            for decided in one.decided
            if decided.condition is not None or decided.default or decided.by_hand
        ]

    # ------------------------------------------------------------------------------------- canvas

    def sight(self, run: Run, *, travelling: bool) -> Sight:
        """What the canvas shows; ``travelling``: the last move is to be seen as a movement."""
        now = run.walk.now
        late = run.walk.happened(len(run.walk))
        notes = tuple((h.node, " ".join(said)) for h in late if (said := self.reasons(h)))
        stands = tuple(token.at for token in now.tokens)
        end = self.end(now).at if not stands else ""
        fresh = _arrivals(run, end) if travelling else []
        return Sight(
            stands=stands or ((end,) if end else ()),
            nodes=frozenset(h.node for h in now.trace if h.kind == "done"),
            ways=frozenset(way for h in now.trace for way in h.ways),
            notes=notes,
            troubles=tuple(one.at for one in now.incidents),
            travels=tuple(_travel(self.view, at, via, late) for at, via in fresh),
        )


def _arrivals(run: Run, end: str) -> list[tuple[str, str]]:
    """Nodes that were reached with the last move, and the way by which; the end of the case, too.

    The Akten that stay do not travel, so they are seen where they stand when the others arrive.
    """
    before = {(t.number, t.at) for t in run.walk.states[-2].tokens} if len(run.walk) else set()
    found = [(t.at, t.via) for t in run.walk.now.tokens if (t.number, t.at) not in before]
    return found or ([(end, "")] if end else [])


def _travel(view: Snapshot, at: str, via: str, late: tuple[Happening, ...]) -> tuple[str, ...]:
    """The ways by which an Akte came to a node with the last move, the first first."""
    into: dict[str, str] = {}
    for one in late:
        for way in one.ways:
            flow = view.get(way, Flow)
            if flow is not None:
                into[flow.target] = way
    way = via or into.get(at, "")
    legs: list[str] = []
    while way and way not in legs and len(legs) < LONGEST_TRAVEL:
        legs.append(way)
        flow = view.get(way, Flow)
        source = view.card_of(flow.source) if flow is not None else None
        way = into.get(source.id, "") if isinstance(source, Node) else ""
    return tuple(reversed(legs))


__all__ = ["Telling", "name_of"]
