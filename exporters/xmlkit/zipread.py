"""Is this archive safe to open, and what does it hold?

Everything happens in memory; nothing is ever unpacked to a folder, and an archive inside an
archive stays shut. ``strict`` is for
packages Fachwerk wrote itself: no gap, no extra field, no data descriptor.
"""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Any, Final

from exporters.xmlkit.zipnames import fault_of_name, key_of
from model.errors import FachwerkError
from model.language import say

MAX_BYTES: Final = 200 * 1024 * 1024
MAX_ENTRIES: Final = 10_000
MAX_SUM: Final = 500 * 1024 * 1024
MAX_ONE: Final = 100 * 1024 * 1024
_MAX_RATIO: Final = 200
_SMALL: Final = 1024 * 1024
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_DESCRIPTOR: Final = 0x08
_ENCRYPTED: Final = 0x01
_UTF8: Final = 0x800
_LINK: Final = 0o170000
_REGULAR: Final = (0, 0o100000, 0o040000)


class ZipRefused(FachwerkError):
    """An archive that is not opened; ``code`` says why."""


def unzip(data: bytes, name: str = "", *, strict: bool) -> dict[str, bytes]:
    """All files of an archive by name, without its folders.

    Raises:
        ZipRefused: a rule of the guard is broken, or the archive is damaged.
    """
    if len(data) > MAX_BYTES:
        raise _refused("ZIP-TOO-LARGE", name)
    if not data.startswith(b"PK\x03\x04"):
        raise _refused("ZIP-PREFIX", name)
    _look_at_end(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _members(archive, data, name, strict=strict)
    except ZipRefused:
        raise
    except Exception as error:
        # zipfile raises seven kinds of errors on damaged archives, among them OSError and
        # ValueError.
        raise _refused("ZIP-BROKEN", name, reason=type(error).__name__) from None


def _refused(code: str, name: str, member: str = "", **values: Any) -> ZipRefused:
    key = "zip." + code.removeprefix("ZIP-").lower().replace("-", "_")
    shown = member.encode("unicode_escape").decode("ascii") if member else ""
    where = ", ".join(part for part in (name, shown) if part)
    return ZipRefused(say(key, **values), where=where, todo=say("zip.todo"), code=code)


def _look_at_end(data: bytes, name: str) -> None:
    """The end record is the last thing of the file, and its numbers fit the file."""
    if len(data) < _END.size:
        raise _refused("ZIP-END", name)
    mark, disk, start_disk, here, entries, size, offset, comment = _END.unpack(data[-_END.size :])
    if mark != b"PK\x05\x06" or comment or disk or start_disk or here != entries:
        raise _refused("ZIP-END", name)
    if offset + size != len(data) - _END.size:
        raise _refused("ZIP-END", name)
    if entries > MAX_ENTRIES:
        raise _refused("ZIP-ENTRIES", name)


def _members(archive: zipfile.ZipFile, data: bytes, name: str, *, strict: bool) -> dict[str, bytes]:
    infos = archive.infolist()
    entries, _, offset = struct.unpack("<H2L", data[-12:-2])
    if len(infos) != entries:
        raise _refused("ZIP-END", name)
    _look_at_sizes(infos, len(data), name)
    _look_at_names(infos, name)
    _look_at_places(infos, data, offset, name, strict=strict)
    found: dict[str, bytes] = {}
    for info in infos:
        if info.is_dir():
            continue
        with archive.open(info) as member:
            content = member.read(info.file_size + 1)
        if len(content) != info.file_size:
            raise _refused("ZIP-BROKEN", name, info.filename, reason="size")
        found[info.filename] = content
    return found


def _look_at_sizes(infos: list[zipfile.ZipInfo], size: int, name: str) -> None:
    if sum(info.file_size for info in infos) > MAX_SUM:
        raise _refused("ZIP-TOO-LARGE", name)
    if sum(info.compress_size for info in infos) > size:
        raise _refused("ZIP-OVERLAP", name)
    for info in infos:
        if info.file_size > MAX_ONE:
            raise _refused("ZIP-TOO-LARGE", name, info.filename)
        if info.file_size > _SMALL and info.file_size > _MAX_RATIO * max(1, info.compress_size):
            raise _refused("ZIP-RATIO", name, info.filename)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refused("ZIP-METHOD", name, info.filename)
        if info.flag_bits & _ENCRYPTED:
            raise _refused("ZIP-ENCRYPTED", name, info.filename)
        if (info.external_attr >> 16) & _LINK not in _REGULAR:
            raise _refused("ZIP-LINK", name, info.filename)


def _look_at_names(infos: list[zipfile.ZipInfo], name: str) -> None:
    keys: set[str] = set()
    folders: set[str] = set()
    files: set[str] = set()
    for info in infos:
        code = fault_of_name(info.orig_filename, is_folder=info.is_dir())
        if code:
            raise _refused(code, name, info.orig_filename)
        key = key_of(info.filename)
        if key in keys:
            raise _refused("ZIP-NAME-DUPLICATE", name, info.filename)
        keys.add(key)
        (folders if info.is_dir() else files).add(key.rstrip("/"))
        parts = key.rstrip("/").split("/")
        folders.update("/".join(parts[:depth]) for depth in range(1, len(parts)))
    both = folders & files
    if both:
        raise _refused("ZIP-FILE-AND-FOLDER", name, min(both))


def _look_at_places(
    infos: list[zipfile.ZipInfo], data: bytes, directory: int, name: str, *, strict: bool
) -> None:
    """Each local header says what the directory says, and no entry lies on another."""
    end = 0
    for info in sorted(infos, key=lambda one: one.header_offset):
        start = info.header_offset
        if start < end:
            raise _refused("ZIP-OVERLAP", name, info.filename)
        if strict and start != end:
            raise _refused("ZIP-GAP", name, info.filename)
        end = _end_of(info, data, name, strict=strict)
    if end > directory or (strict and end != directory):
        raise _refused("ZIP-OVERLAP", name)


def _end_of(info: zipfile.ZipInfo, data: bytes, name: str, *, strict: bool) -> int:
    """Where the bytes of an entry end, after its local header was compared."""
    head = _LOCAL.unpack_from(data, info.header_offset)
    mark, _, flags, method, _, _, crc, packed, size, name_length, extra = head
    fits = mark == b"PK\x03\x04" and flags == info.flag_bits and method == info.compress_type
    begin = info.header_offset + _LOCAL.size
    raw = data[begin : begin + name_length]
    spoken = raw.decode("utf-8" if flags & _UTF8 else "cp437", "replace")
    fits = fits and spoken == info.orig_filename
    if not flags & _DESCRIPTOR:
        fits = fits and (crc, packed, size) == (info.CRC, info.compress_size, info.file_size)
    if not fits:
        raise _refused("ZIP-LOCAL-MISMATCH", name, info.filename)
    if strict and (flags & _DESCRIPTOR or extra or info.extra or info.comment):
        raise _refused("ZIP-NOT-OURS", name, info.filename)
    return int(begin + name_length + extra) + info.compress_size
