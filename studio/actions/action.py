"""What is an action?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from model.language import Message, say

if TYPE_CHECKING:
    from studio.windows.desk import Desk


def always(_desk: Desk) -> bool:
    """It can be done at any time."""
    return True


@dataclass(frozen=True)
class Action:
    """``id`` names its words (``action.<id>``). ``keys``: shortcuts in Qt's portable spelling, the
    first is shown; ``hint``: a key that the canvas hears itself.

    ``words`` gives other words than the usual ones ("Rückgängig: Weg verbinden"); ``checked``
    makes it a switch.
    """

    id: str
    run: Callable[[Desk], object]
    enabled: Callable[[Desk], bool] = always
    keys: tuple[str, ...] = ()
    hint: str = ""
    icon: str = ""
    words: Callable[[Desk], Message] | None = None
    checked: Callable[[Desk], bool] | None = None

    @property
    def title(self) -> Message:
        """What it is called."""
        return say(f"action.{self.id}")

    def words_now(self, desk: Desk) -> str:
        """What stands in the menu now."""
        return str(self.words(desk)) if self.words is not None else str(self.title)
