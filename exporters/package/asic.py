"""What do signing tools of other people read about the files of a signed package?

The list of ASiC-E stands outside every signature. Therefore it is made anew and compared, never
believed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from exporters.package.container import ASIC_TYPE
from exporters.xmlkit import XmlRefused, parse, to_bytes

NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"


def asic_manifest(types: Mapping[str, str]) -> bytes:
    """META-INF/manifest.xml: every file with its media type."""
    root = etree.Element(_q("manifest"), nsmap={"manifest": NAMESPACE})
    root.set(_q("version"), "1.2")
    _entry(root, "/", ASIC_TYPE)
    for name in sorted(types, key=lambda name: name.encode()):
        _entry(root, name, types[name])
    return to_bytes(root)


def listed_in(content: bytes) -> set[str]:
    """The files that such a list names; none when it cannot be read."""
    try:
        root = parse(content).root
    except XmlRefused:
        return set()
    names = (str(one.get(_q("full-path"), "")) for one in root.iter(_q("file-entry")))
    return {name for name in names if name != "/"}


def _entry(root: Any, name: str, media_type: str) -> None:
    one = etree.SubElement(root, _q("file-entry"))
    one.set(_q("full-path"), name)
    one.set(_q("media-type"), media_type)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
