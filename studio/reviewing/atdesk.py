"""What becomes of a file that is only to be looked at?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from model.errors import FachwerkError
from model.review import ENDING
from studio.reviewing.opening import open_reading
from studio.windows.sheet import Sheet


def look_at(desk: Any, path: Path) -> Sheet | None:
    """Open a package, a service or a foreign format read-only; a review is taken in for the service
    in front. What is refused is told.
    """
    try:
        if path.suffix.lower() == ENDING:
            desk.merge_review(path)
            front: Sheet | None = desk.sheet
            return front
        return open_reading(desk, path)
    except (FachwerkError, OSError) as error:
        desk.tell_error(error)
        return None
