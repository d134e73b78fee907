"""When was something said, in words?"""

from __future__ import annotations

from datetime import datetime

from model.language import say


def told_moment(written: str) -> str:
    """Day and time in the manner of the language; what is no moment stays as it was written."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return written
    return str(say("review.moment", day=moment.date(), time=f"{moment:%H:%M}"))
