"""What does a trainer show, stop by stop, and what does he ask?"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from model.records.base import Child, Fact, Ref
from model.records.example import ExampleAnswer

Zoom = Annotated[float, Field(allow_inf_nan=False)]
Unit = Literal["hour", "day", "workday", "week", "month", "year"]
Pane = Literal["", "palette", "outline", "inspector", "preview", "findings", "review"]


class Aim(Fact):
    """What a deed or a question is about.

    A thing is meant by its id (``at``) or, when the learner is still to make it, by what it is
    called (``at_name``); the same for a second thing (``to``, ``to_name``). ``template`` is a
    building block, ``name`` what the new thing is called, ``answer`` the words of an answer to
    choose, ``number`` and ``unit`` a length.
    """

    at: str = ""
    at_name: str = ""
    to: str = ""
    to_name: str = ""
    template: str = ""
    name: str = ""
    answer: str = ""
    number: int | None = None
    unit: Unit = "day"


class Deed(Aim):
    """One thing done at a stop. The list of verbs is closed: a file can ask for nothing else.

    append = a building block behind a card; row = a question on a page; rename; require = must be
    answered; deadline; connect = a way from one card to another; choose = a way that is taken
    after an answer; remove; play = the rehearsal runs until this stop; remark = ``name`` is said
    about ``at`` in the review beside the service.
    """

    verb: Literal[
        "append",
        "row",
        "rename",
        "require",
        "deadline",
        "connect",
        "choose",
        "remove",
        "play",
        "remark",
    ]


class Goal(Aim):
    """One thing that must be true of the service. This list is closed, too.

    there = a thing of that kind and name exists (on the card ``to``, in a lane of ``side``);
    after = it comes later than ``at``; way = a way leads from one card to the other; choice = that
    way is taken after the answer of the question ``at``; otherwise = the way "sonst" from ``at``
    leads there; required; deadline; gone = there is no such thing any more; ends = from ``at``
    one comes to an end; remarked = the review beside the service holds a remark on ``at``.
    """

    asks: Literal[
        "there",
        "after",
        "way",
        "choice",
        "otherwise",
        "required",
        "deadline",
        "gone",
        "ends",
        "remarked",
    ]
    side: Literal["", "applicant", "office", "system"] = ""


class Script(Child):
    """A list of stops at which a service is explained (Drehbuch).

    ``start``: the service it is played on; "" = the one it stands in, "new" = an empty one, else
    the name of a worked example. ``about`` says in a sentence what one learns.
    """

    kind: Literal["script"] = "script"
    name: str = ""
    about: str = ""
    start: str = ""


class Stop(Child):
    """One stop of a script (Halt). ``parent`` is the script.

    ``text`` is what the audience reads, ``notes`` what the presenter alone sees. ``cards`` are in
    sight, ``zoom`` how large at most (none and 0 = everything); ``lit`` and ``pane`` are pointed
    at. ``case`` or ``answers`` fill in the form. ``deeds`` are done at the stop; with ``goals`` the
    learner does them, and they are the solution. Ids in ``cards``, ``lit`` and in aims only point:
    what has gone is not lit any more.
    """

    kind: Literal["stop"] = "stop"
    name: str = ""
    text: str = ""
    notes: str = ""
    cards: tuple[str, ...] = ()
    zoom: Zoom = 0
    lit: tuple[str, ...] = ()
    pane: Pane = ""
    case: Ref = ""
    answers: tuple[ExampleAnswer, ...] = ()
    deeds: tuple[Deed, ...] = ()
    goals: tuple[Goal, ...] = ()
    hint: str = ""
    solution: str = ""
