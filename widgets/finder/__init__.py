"""How does a person find one of many lines by typing: a word of the service, a command, a step?

One line to type in, a list below it, a few keys: arrows choose, Enter takes, Esc closes. What the
lines are, and what taking one does, is known to whoever fills it (the studio): the same panel
searches the service, lists all commands and shows what was done.

Why one panel for three questions (11/2026): who has learnt one has learnt all, and a screen reader
meets the same list each time.
"""

from widgets.finder.finder import Finder
from widgets.finder.lines import Line

__all__ = ["Finder", "Line"]
