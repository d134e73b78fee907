"""How does a script (Drehbuch) look: written in a pane, shown in front of people?

``panel`` lists the stops and changes them; ``bar`` stands above the canvas while one is shown and
says what to do; ``spotlight``, ``keystrokes``, ``blackout`` and ``notes`` are the presenter's aids.
Nothing here knows what a lesson is: the studio says what to show and hears what was pressed.

Why the bar and not the canvas has the keys of the presentation (11/2026): on the canvas every
letter begins quick-add, and editing must stay possible in the middle of a talk. Page up and page
down, which is what a presenter's remote sends, work everywhere.
Why the light is a sheet of glass over the whole window (11/2026): a stop points at panes as well as
at cards, and whatever lies below can still be clicked.
"""

from widgets.lessons.bar import LessonBar, Said
from widgets.lessons.blackout import Blackout
from widgets.lessons.keystrokes import KeyStrokes
from widgets.lessons.notes import NotesWindow
from widgets.lessons.panel import ScriptPanel
from widgets.lessons.spotlight import Spotlight

__all__ = [
    "Blackout",
    "KeyStrokes",
    "LessonBar",
    "NotesWindow",
    "Said",
    "ScriptPanel",
    "Spotlight",
]
