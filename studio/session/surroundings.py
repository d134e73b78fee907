"""What does a session need from the world: folders, a clock, a name, a disk?"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from model.document import Document
from model.records import Record
from studio.session.disk import DISK, Disk
from studio.session.names import Me
from studio.session.ticking import Every, Running, Work
from studio.settings import Paths, find_paths


def _now() -> datetime:
    return datetime.now().astimezone()


def _user() -> str:
    return os.environ.get("USERNAME") or os.environ.get("USER") or "?"


def _new_session() -> str:
    return secrets.token_hex(12)


def _with_behaviors(records: Iterable[Record]) -> Document:
    from model.behaviors import open_document

    return open_document(records)


@dataclass(frozen=True)
class Surroundings:
    """The world of this process; a test hands in another. ``build`` makes a document of records."""

    paths: Paths = field(default_factory=find_paths)
    me: Me = field(default_factory=Me)
    user: str = field(default_factory=_user)
    clock: Callable[[], datetime] = _now
    new_session: Callable[[], str] = _new_session
    disk: Disk = DISK
    wait: Callable[[float], None] = time.sleep
    every: Callable[[float, Work], Running] = Every
    build: Callable[[Iterable[Record]], Document] = _with_behaviors
