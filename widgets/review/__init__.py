"""How is a service read and remarked upon?

``bar`` says above the picture that nothing can be changed here, and turns between cover sheet,
picture, table, form and norms. ``panel`` holds what is said: remarks with their answers, checklists
and the verdict. ``flags`` mark on the picture where something was said.

Why the panel knows only a ``Host`` (11/2026): the same panel serves a reviewer, who may not change
the service, and its author, who answers. Where it is written down is nobody's business here.
Why texts are taken when the field is left (11/2026): a remark is one step to undo, not one for each
letter.
"""

from widgets.review.bar import SIDES, ReadingBar
from widgets.review.cover import Cover, CoverRow, CoverSection
from widgets.review.flags import Flags
from widgets.review.host import Host
from widgets.review.norms import NormLine, Norms
from widgets.review.panel import ReviewPanel

__all__ = [
    "SIDES",
    "Cover",
    "CoverRow",
    "CoverSection",
    "Flags",
    "Host",
    "NormLine",
    "Norms",
    "ReadingBar",
    "ReviewPanel",
]
