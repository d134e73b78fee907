"""With what does the command line paint, where there is no window?"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from model.errors import FachwerkError
from model.language import say


@contextmanager
def painting() -> Iterator[None]:
    """Inside the block pictures can be painted; no display is needed.

    Raises:
        FachwerkError: the toolkit, or a part of it, is missing.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtWidgets import QApplication

        application = QApplication.instance() or QApplication([])
        yield
        del application
    except ImportError as missing:
        raise FachwerkError(
            say("cli.no_toolkit", name=str(missing)), todo=say("cli.no_toolkit.todo"), code="ENV"
        ) from missing
