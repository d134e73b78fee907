"""What does a lesson ask, and was it done?

A script (Drehbuch) is data: its deeds and goals come from two closed lists, and this room is the
only one that knows what each of them means. ``reached`` looks at the service, never at clicks, so
every way of doing it counts: mouse, keys, table, menu. ``perform`` does a deed with the commands of
the clerk; whoever shows a lesson, draws a click guide or tests it does the same.

Why things may be meant by name (11/2026): what a learner has still to make has no id yet, and a
name is what the exercise asks for. Why the wording is a copy of the stop (``worded``) and not a
look-up at every place: shown, tested and exported is one stop in one language.
Why a task is derived from what was done (11/2026): a trainer shows it once; nobody has to learn how
questions are written.
"""

from model.teaching.deeds import DeedFailed, perform
from model.teaching.deriving import Task, derived
from model.teaching.goals import missing, reached
from model.teaching.sentences import told_deed, told_goal
from model.teaching.testdata import answers_of
from model.teaching.things import find
from model.teaching.wording import scripts, slots, stops_of, worded

__all__ = [
    "DeedFailed",
    "Task",
    "answers_of",
    "derived",
    "find",
    "missing",
    "perform",
    "reached",
    "scripts",
    "slots",
    "stops_of",
    "told_deed",
    "told_goal",
    "worded",
]
