"""How do bytes get into a person's file and out of it, without ever harming it?"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from dataclasses import dataclass
from pathlib import Path

from model.errors import FachwerkError
from model.language import Message, say
from model.storage import MAX_FILE, sha256
from studio.session.disk import DISK, Disk
from studio.session.names import Me, backup_of
from studio.session.savelock import PAUSES, Busy, Wait, save_lock

ABSENT = "absent"
"""Expected where no file may be yet."""
WHATEVER = "whatever"
"""Expected where a person has agreed to replace what is there, or nobody else writes."""


class SaveFailed(FachwerkError):
    """Nothing was saved; the file on the disk is as it was."""


class SaveConflict(SaveFailed):
    """The file is not the one that was opened: somebody else saved, moved or deleted it."""


class OpenFailed(FachwerkError):
    """The bytes of a file could not be had."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What lies on the disk now; ``backup`` False: the generation before could not be kept."""

    sha256: str
    backup: bool = True


def save_bytes(
    path: Path,
    data: bytes,
    expected: str,
    *,
    disk: Disk = DISK,
    me: Me | None = None,
    wait: Wait = time.sleep,
    backup: bool = True,
) -> Saved:
    """Put bytes into a file, whole or not at all.

    ``expected`` is the sha256 of the version these bytes come from, or ABSENT, or WHATEVER.
    ``wait`` is called with seconds whenever somebody holds the file; five seconds in all.

    Raises:
        SaveConflict: another version lies there.
        SaveFailed: the disk refused; the old file is whole and nothing else is left behind.
    """
    me = me or Me()
    target = Path(os.path.realpath(path))
    temporary = me.temporary(target)
    try:
        _write_beside(temporary, target, data, disk)
        with save_lock(target, disk, me, wait):
            if not _is_wanted(target, sha256(data), expected, disk):
                return Saved(sha256(data))
            kept = _keep_generation(target, disk, me) if backup else True
            _replace(temporary, target, disk, wait)
        return Saved(sha256(data), kept)
    except Busy as error:
        raise _failure("storage.save_busy", path, "BESETZT") from error
    except OSError as error:
        raise _refused(error, path) from error
    finally:
        disk.drop(temporary)


def _write_beside(temporary: Path, target: Path, data: bytes, disk: Disk) -> None:
    disk.write_new(temporary, data, sync=True)
    with contextlib.suppress(OSError):  # a new file, or a share without rights of its own
        disk.copy_mode(target, temporary)
    if sha256(disk.read(temporary)) != sha256(data):
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def _is_wanted(target: Path, new: str, expected: str, disk: Disk) -> bool:
    """False when the same bytes lie there already."""
    try:
        current = sha256(disk.read(target))
    except FileNotFoundError:
        current = ABSENT
    if current == new:
        return False
    if expected not in (current, WHATEVER):
        raise _conflict(target, current, expected)
    if current != ABSENT and not disk.may_write(target):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return True


def _keep_generation(target: Path, disk: Disk, me: Me) -> bool:
    """Keep the old file as .bak, by link or copy; it never leaves its own name.

    A failure does not stop the save.
    """
    temporary = me.temporary(target)
    try:
        try:
            disk.link(target, temporary)
        except FileNotFoundError:
            return True
        except OSError:
            disk.write_new(temporary, disk.read(target), sync=True)
        disk.replace(temporary, backup_of(target))
    except OSError:
        return False
    finally:
        # Also after success: POSIX leaves both names where they are the same file already.
        disk.drop(temporary)
    return True


def _replace(temporary: Path, target: Path, disk: Disk, wait: Wait) -> None:
    """A reader or a virus scanner may hold the file for a moment: try for five seconds."""
    for pause in (*PAUSES, None):
        try:
            disk.replace(temporary, target)
            break
        except PermissionError:
            if pause is None:
                raise
            wait(pause)
    disk.sync_folder(target.parent)


def read_file(path: Path, *, disk: Disk = DISK) -> bytes:
    """All bytes of a file; it is closed again at once.

    Raises:
        OpenFailed: it is not there, not for us, or too large.
    """
    try:
        if disk.size(path) > MAX_FILE:
            raise _not_opened("storage.too_large", path, "ZU-GROSS")
        return disk.read(path)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _not_opened("storage.open_missing", path, "FEHLT") from error
    except (IsADirectoryError, PermissionError) as error:
        folder = path.is_dir()
        key = "storage.open_folder" if folder else "storage.open_no_right"
        raise _not_opened(key, path, "ORDNER" if folder else "KEIN-RECHT") from error
    except (OSError, ValueError) as error:
        raise _not_opened("storage.open_failed", path, "LESEN") from error


# ---------------------------------------------------------------------------------- as sentences

_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOSPC: ("storage.disk_full", "VOLL"),
    errno.EDQUOT: ("storage.disk_full", "VOLL"),
    errno.EFBIG: ("storage.disk_full", "VOLL"),
    errno.EACCES: ("storage.no_right", "KEIN-RECHT"),
    errno.EPERM: ("storage.no_right", "KEIN-RECHT"),
    errno.EROFS: ("storage.no_right", "KEIN-RECHT"),
    errno.ENOENT: ("storage.folder_missing", "ORDNER-FEHLT"),
    errno.ENOTDIR: ("storage.folder_missing", "ORDNER-FEHLT"),
    errno.ENAMETOOLONG: ("storage.name_too_long", "NAME-ZU-LANG"),
    errno.EISDIR: ("storage.save_on_folder", "ORDNER"),
}


def _refused(error: OSError, path: Path) -> SaveFailed:
    key, code = _REASONS.get(error.errno or 0, ("storage.save_failed", "SCHREIBEN"))
    return _failure(key, path, code)


def _failure(key: str, path: Path, code: str) -> SaveFailed:
    return SaveFailed(say(key, name=path.name, folder=str(path.parent)), todo=_todo(key), code=code)


def _not_opened(key: str, path: Path, code: str) -> OpenFailed:
    return OpenFailed(say(key, name=path.name), todo=_todo(key), code=code)


def _conflict(target: Path, current: str, expected: str) -> SaveConflict:
    if current == ABSENT:
        key = "storage.conflict_gone"
    else:
        key = "storage.conflict_appeared" if expected == ABSENT else "storage.conflict_changed"
    return SaveConflict(say(key, name=target.name), todo=_todo(key), code="KONFLIKT")


def _todo(key: str) -> Message:
    return say(f"{key}.todo")
