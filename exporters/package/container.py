"""Which bytes are a zip, on every machine the same?"""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporters.xmlkit.zipwrite import zipped

MEDIA_TYPE = "application/vnd.fachwerk.paket+zip"
ASIC_TYPE = "application/vnd.etsi.asic-e+zip"
"""The type of a signed package: without a signature it would be no ASiC-E."""

MIMETYPE, MANIFEST = "mimetype", "manifest.xml"
META = "META-INF/"
SIGNATURE, ASIC_MANIFEST = f"{META}signatures001.xml", f"{META}manifest.xml"
NAME = re.compile(r"[a-z0-9_-][a-z0-9._-]*(/[a-z0-9_-][a-z0-9._-]*)*")
"""Names of files in a package."""


def pack(files: Mapping[str, bytes], media_type: str = MEDIA_TYPE) -> bytes:
    """The archive: the media type first, then all files by name; stored, without clock or comment.

    Raises:
        ValueError: a name is not allowed.
    """
    extra = {SIGNATURE, ASIC_MANIFEST} if media_type == ASIC_TYPE else set()
    inside = {MIMETYPE: media_type.encode("ascii")}
    for name in sorted(files, key=lambda name: name.encode()):
        if name == MIMETYPE or (not NAME.fullmatch(name) and name not in extra):
            raise ValueError(f"not a name for a package: {name!r}")
        inside[name] = files[name]
    return zipped(inside)
