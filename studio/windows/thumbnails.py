"""How does a sample look from afar?"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from model.document import Snapshot
from model.errors import FachwerkError
from model.storage import from_bytes
from studio.samples import sample_bytes
from widgets.look.theme import current

_SIZE = QSize(464, 208)
_SEEN = 1150
"""So many units of the beginning are shown that cards can be told apart."""


def thumbnail(name: str) -> QPixmap | None:
    """A small picture of a sample in the theme worn now; None when it cannot be drawn."""
    return _drawn(name, current())


@cache
def _drawn(name: str, theme: str) -> QPixmap | None:
    from widgets.canvas.picture import beginning_of

    try:
        view = Snapshot.of_records(from_bytes(sample_bytes(name), name).records)
    except FachwerkError:
        return None
    small = QPixmap.fromImage(beginning_of(view, _SIZE, _SEEN, theme))
    small.setDevicePixelRatio(2)
    return small
