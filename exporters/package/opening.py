"""Which files are in the bytes of a package, and may it be opened at all?"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from exporters.package.container import ASIC_TYPE, MEDIA_TYPE, META, MIMETYPE, NAME, pack
from exporters.xmlkit.zipread import ZipRefused, unzip
from model.language import say

_END = b"PK\x05\x06"
_TYPE_AT = 38
"""Where the media type stands in the bytes: behind the header and name of the first file."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A package in memory. ``meta``: what belongs to a signature. ``ours``: packing it again gives
    the same bytes; other people's signing tools pack in their own way.
    """

    media_type: str
    files: Mapping[str, bytes]
    meta: Mapping[str, bytes]
    ours: bool

    @property
    def signed(self) -> bool:
        """Does it say of itself that it is signed?"""
        return self.media_type == ASIC_TYPE

    @property
    def fingerprint(self) -> str:
        """The same for the same files, signed or not."""
        lines = sorted(f"{_sha256(c)} {name}\n" for name, c in self.files.items())
        return _sha256("".join(lines).encode())


def open_package(data: bytes, name: str = "") -> Opened:
    """The files of a package.

    Raises:
        ZipRefused: no package of ours, unsafe, damaged, or there is more in it than its files:
            packing them again has to give the same bytes.
    """
    if not data.startswith(b"PK") and _END not in data:
        raise _refused("ZIP-NONE", "container.zip.none", name)
    try:
        members = unzip(data, name, strict=True)
    except ZipRefused:
        if not _begins_as(data, ASIC_TYPE):
            raise
        members = unzip(data, name, strict=False)
    media_type = members.pop(MIMETYPE, b"").decode("ascii", "replace")
    if media_type not in (MEDIA_TYPE, ASIC_TYPE) or not _begins_as(data, media_type):
        raise _refused("ZIP-TYPE", "container.zip.type", name)
    meta = {n: c for n, c in members.items() if n.startswith(META) and media_type == ASIC_TYPE}
    files = {n: c for n, c in members.items() if n not in meta}
    if not all(map(NAME.fullmatch, files)):
        raise _refused("ZIP-BYTES", "container.zip.bytes", name)
    ours = _same_bytes(members, media_type, data)
    if not ours and media_type != ASIC_TYPE:
        raise _refused("ZIP-BYTES", "container.zip.bytes", name)
    return Opened(media_type, files, meta, ours)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a package, without its media type and what belongs to a signature.

    Raises:
        ZipRefused: as ``open_package``.
    """
    return dict(open_package(data).files)


def _begins_as(data: bytes, media_type: str) -> bool:
    """The media type stands where programs look for it without opening the archive."""
    begin = _TYPE_AT - len(MIMETYPE)
    return data[begin:].startswith(f"{MIMETYPE}{media_type}PK".encode())


def _same_bytes(members: Mapping[str, bytes], media_type: str, data: bytes) -> bool:
    try:
        return pack(members, media_type) == data
    except ValueError:
        return False


def _refused(code: str, key: str, name: str) -> ZipRefused:
    return ZipRefused(say(key), where=name, todo=say("zip.todo"), code=code)


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
