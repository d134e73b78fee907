"""What is still wrong or missing, and which button mends it?

A list of lines: where (bold), what, the buttons that mend it, and the reason behind "Warum?". A
click on a line jumps to the place. Nothing opens by itself and nothing is said by colour alone:
each severity has its own sign.

Why lines are widgets and not painted (11/2026): a button must be reachable by the keyboard and
have a name for a screen reader. At most ``SHOWN`` lines are built; the rest is counted, because
nobody mends a thousand findings from the top.

Why many of one check stand under one line (11/2026): forty fields without a norm are one task, not
forty lines to scroll past; one button mends them all in one undo step where a repair fits each.
"""

from widgets.findings.findings import Findings

__all__ = ["Findings"]
