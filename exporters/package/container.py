"""Which bytes are a zip, on every machine the same?"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

MEDIA_TYPE = "application/vnd.fachwerk.paket+zip"
ASIC_TYPE = "application/vnd.etsi.asic-e+zip"
"""The type of a signed package: without a signature it would be no ASiC-E."""

MIMETYPE, MANIFEST = "mimetype", "manifest.xml"
META = "META-INF/"
SIGNATURE, ASIC_MANIFEST = f"{META}signatures001.xml", f"{META}manifest.xml"
NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*")
"""Names of files in a package."""

_DAY = (1980, 1, 1, 0, 0, 0)


def pack(files: Mapping[str, bytes], media_type: str = MEDIA_TYPE) -> bytes:
    """The archive: the media type first, then all files by name; stored, without clock or comment.

    Raises:
        ValueError: a name is not allowed.
    """
    extra = {SIGNATURE, ASIC_MANIFEST} if media_type == ASIC_TYPE else set()
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_STORED) as archive:
        _put(archive, MIMETYPE, media_type.encode("ascii"))
        for name in sorted(files, key=lambda name: name.encode()):
            if not NAME.fullmatch(name) and name not in extra:
                raise ValueError(f"not a name for a package: {name!r}")
            _put(archive, name, files[name])
    return memory.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _DAY)
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    entry.compress_type = zipfile.ZIP_STORED
    archive.writestr(entry, content)
