"""Is a package whole: every file as the manifest says, and nothing else inside?"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from exporters.package.container import MANIFEST, MEDIA_TYPE, MIMETYPE, NAME, pack
from exporters.package.manifest import NAMESPACE
from exporters.xmlkit import Schema, XmlRefused, parse
from exporters.xmlkit.zipread import ZipRefused, unzip
from model.language import Message, say
from resources import open_resource

SCHEMA = "paket-1.xsd"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not fit. ``code`` for programs, ``message`` for people."""

    code: str
    message: Message


def verify(data: bytes) -> list[Problem]:
    """All that is wrong with the bytes of a package; none means it is whole."""
    try:
        files = unpacked(data)
    except ZipRefused as refusal:
        return [Problem(refusal.code, refusal.what)]
    try:
        root = parse(files.get(MANIFEST, b""), MANIFEST).root
    except XmlRefused:
        return [Problem("MANIFEST", say("platforms.verify.manifest"))]
    faults = Schema(SCHEMA, {SCHEMA: open_resource(f"schemas/{SCHEMA}")}).faults(root)
    if faults:
        text = say("platforms.verify.schema", line=faults[0].line, message=faults[0].message)
        return [Problem("MANIFEST", text)]
    return _compared(root, files)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files of a package without its media type.

    Raises:
        ZipRefused: no package of ours, or there is more in it than its files: packing them again
            has to give the same bytes.
    """
    files = unzip(data, strict=True)
    if files.pop(MIMETYPE, b"") != MEDIA_TYPE.encode():
        raise ZipRefused(say("platforms.verify.zip"), code="ZIP-TYPE")
    if not all(map(NAME.fullmatch, files)) or pack(files) != data:
        raise ZipRefused(say("platforms.verify.bytes"), code="ZIP-BYTES")
    return files


def _compared(root: Any, files: dict[str, bytes]) -> list[Problem]:
    problems: list[Problem] = []
    listed: set[str] = set()
    for artifact in root.iter(f"{{{NAMESPACE}}}artefakt"):
        name = artifact.get("pfad", "")
        listed.add(name)
        content = files.get(name)
        if content is None:
            problems.append(Problem("MISSING", say("platforms.verify.missing", name=name)))
        elif hashlib.sha256(content).hexdigest() != artifact.get("sha256"):
            problems.append(Problem("HASH", say("platforms.verify.changed", name=name)))
        elif str(len(content)) != artifact.get("groesse"):
            problems.append(Problem("SIZE", say("platforms.verify.changed", name=name)))
    for name in sorted(set(files) - listed - {MANIFEST}):
        problems.append(Problem("UNLISTED", say("platforms.verify.unlisted", name=name)))
    return problems
