"""Which moment is meant on the command line?"""

from __future__ import annotations

from datetime import UTC, datetime

from model.errors import FachwerkError
from model.language import say


def moment(text: str) -> datetime:
    """A day or a moment in ISO 8601, in UTC where no zone is said.

    Raises:
        FachwerkError: it is none.
    """
    try:
        found = datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise FachwerkError(say("cli.no_time", text=text), todo=say("cli.no_time.todo")) from None
