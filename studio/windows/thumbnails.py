"""How does a sample look from afar?"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from model.document import Snapshot
from model.errors import FachwerkError
from model.storage import from_bytes
from studio.samples import sample_bytes
from widgets.look.theme import current

_SIZE = QSize(464, 208)
_SEEN = 2 * 1150
"""So much of the beginning is shown (in points, two a unit) that cards can be told apart."""


def thumbnail(name: str) -> QPixmap | None:
    """A small picture of a sample in the theme worn now; None when it cannot be drawn."""
    return _drawn(name, current())


@cache
def _drawn(name: str, theme: str) -> QPixmap | None:
    from widgets.canvas.picture import render

    try:
        view = Snapshot.of_records(from_bytes(sample_bytes(name), name).records)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "picture.png"
            render(view, path, theme=theme)
            picture = QPixmap(str(path))
    except (FachwerkError, OSError):
        return None
    if picture.isNull():
        return None
    wide = min(_SEEN, picture.width())
    beginning = picture.copy(0, 0, wide, wide * _SIZE.height() // _SIZE.width())
    smooth = Qt.TransformationMode.SmoothTransformation
    small = beginning.scaled(_SIZE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    small.setDevicePixelRatio(2)
    return small
