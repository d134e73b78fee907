"""How are many records made at once without the collector in the way?"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_off() -> Iterator[None]:
    """Building many small objects makes the collector look at all of them again and again.

    That was more than half of the time to open a large service; nothing of it is garbage.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
