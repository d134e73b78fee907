"""What becomes of a case when a service is played, before any platform has seen it?

A case walks over the records themselves, token by token: ``begin`` sets it out, ``possible`` says
what may happen next, ``make`` gives the next state. A state is never altered, so a ``Walk`` goes
back to any point, starts in the middle, and two walks can be compared. Everything that happens
comes from outside as a move (work done, a message, the clock going on, a Basisdienst failing);
signs are passed by themselves. ``play`` lets an example citizen run alone and compares the outcome
with what is expected; ``covering`` invents citizens for all ways; ``untouched`` says what nobody
has reached; ``burden`` counts what a citizen is asked. Deadlines and fees are reckoned here, each
step with its norm.

Why an own walk and no foreign engine (11/2026): the rehearsal must run on the unfinished graph,
with a clock that can be turned, step back, and speak the words of the user; an engine runs an
export, on the wall clock, and evaluates text of files. A foreign engine judges us in the tests.
Why what cannot go on is an incident and no exception (11/2026): an unfinished service is the normal
state of affairs, and the sentence says where and why.
Why an error that nobody catches only ends its own way (11/2026): so do the engines our packages are
made for; whoever wants everything to end draws "alles beenden".
Why a step that fails stays where it is when nothing catches it (11/2026): a clerk repeats it.
Why a missing answer is a difference and no incident (11/2026): the form would not be sent off, so
the case is not in order; the rest of its way is worth seeing all the same.
Why what is done "for each" without a list is done once (11/2026): any other number is invented, and
a payment would be charged as often. The case says so in a note.
"""

from model.play.answers import read, typed
from model.play.burden import Burden, Span, burden_of, service_span, span
from model.play.burden_said import burden_change, burden_told, span_told
from model.play.calendar import Due, due
from model.play.clock import PLAIN, World
from model.play.differing import Difference, Seen
from model.play.fees import Charged, fee
from model.play.generating import covering
from model.play.moves import Move, days_later, due_at, possible
from model.play.playing import Played, play, steps
from model.play.said import offered, told, why
from model.play.state import Decided, Happening, Incident, State, Token, Trace
from model.play.walk import (
    Compared,
    Untouched,
    Walk,
    compare,
    parting,
    replay,
    set_out,
    untouched,
    walk_of,
)
from model.play.walking import begin, make

__all__ = [
    "PLAIN",
    "Burden",
    "Charged",
    "Compared",
    "Decided",
    "Difference",
    "Due",
    "Happening",
    "Incident",
    "Move",
    "Played",
    "Seen",
    "Span",
    "State",
    "Token",
    "Trace",
    "Untouched",
    "Walk",
    "World",
    "begin",
    "burden_change",
    "burden_of",
    "burden_told",
    "compare",
    "covering",
    "days_later",
    "due",
    "due_at",
    "fee",
    "make",
    "offered",
    "parting",
    "play",
    "possible",
    "read",
    "replay",
    "service_span",
    "set_out",
    "span",
    "span_told",
    "steps",
    "told",
    "typed",
    "untouched",
    "walk_of",
    "why",
]
