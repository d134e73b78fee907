"""What happens when something unexpected goes wrong?

The journal has everything already; so the work is safe, and that is said first. The report is a
text for people to read; it is written into a local file only when they ask, and nothing is ever
sent.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from model.language import tr
from studio import __version__


def sentence_of(error: BaseException) -> str:
    """An error of the system or the program in a sentence."""
    if isinstance(error, OSError):
        place = f" ({error.filename})" if error.filename else ""
        return tr("error.disk", reason=error.strerror or type(error).__name__) + place
    return tr("error.unexpected", kind=type(error).__name__)


def report_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a developer needs: version, system, the way to the fault. No content of a document is
    asked for.
    """
    lines = traceback.format_exception(kind, error, trace)
    head = f"Fachwerk {__version__}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
    return head + "".join(lines)


def write_report(folder: Path, text: str, now: datetime) -> Path:
    """Put a report into a local folder; the place is told to the person."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fachwerk-{now:%Y%m%d-%H%M%S}.txt"
    path.write_text(text, encoding="utf-8")
    return path


def catch_unexpected(show: Callable[[str, str], None]) -> None:
    """From now on an unexpected error is shown (sentence, report) instead of ending the program."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            before(kind, error, trace)
            return
        text = report_of(kind, error, trace)
        sys.stderr.write(text)
        show(sentence_of(error), text)

    sys.excepthook = hook
