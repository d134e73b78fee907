"""Is a package whole: every file as the manifest says, and nothing else inside?

Neither the signature nor the content is judged here: ``examine`` does that.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from exporters.package.asic import asic_manifest, listed_in
from exporters.package.container import ASIC_MANIFEST, MANIFEST, META
from exporters.package.contents import SCHEMA
from exporters.package.manifest import NAMESPACE
from exporters.package.opening import Opened, open_package, unpacked
from exporters.signature import Problem
from exporters.xmlkit import Schema, XmlRefused, parse
from exporters.xmlkit.zipread import ZipRefused
from model.language import say
from resources import open_resource

__all__ = ["Problem", "listed", "unpacked", "verify", "whole"]

_XML = "application/xml"
_NAMESPACE_IN_WORDS = re.compile(r"\{[^}]*\}")


def verify(data: bytes) -> list[Problem]:
    """All that is wrong with the bytes of a package; none means it is whole."""
    try:
        return whole(open_package(data))
    except ZipRefused as refusal:
        return [Problem(refusal.code, refusal.what, refusal.where, refusal.todo)]


def whole(package: Opened) -> list[Problem]:
    """All that is wrong with an opened package."""
    root = listed(package)
    if isinstance(root, Problem):
        return [root]
    return [*_files(root, package), *_meta(root, package)]


def listed(package: Opened) -> Any | Problem:
    """The manifest of a package, valid against its schema, or why it is not."""
    try:
        root = parse(package.files.get(MANIFEST, b""), MANIFEST).root
    except XmlRefused:
        return _problem("MANIFEST", MANIFEST)
    faults = Schema(SCHEMA, {SCHEMA: open_resource(f"schemas/{SCHEMA}")}).faults(root)
    if not faults:
        return root
    first = faults[0]
    said = _NAMESPACE_IN_WORDS.sub("", first.message)
    text = say("container.verify.schema", line=first.line, message=said)
    return Problem("MANIFEST", text, MANIFEST, say("container.todo"))


def types_of(root: Any) -> dict[str, str]:
    """The media type of every file that a manifest knows, and its own."""
    found = {str(a.get("pfad")): str(a.get("typ")) for a in root.iter(_q("artefakt"))}
    return {**found, MANIFEST: _XML}


def _files(root: Any, package: Opened) -> list[Problem]:
    problems: list[Problem] = []
    named: set[str] = set()
    for artifact in root.iter(_q("artefakt")):
        name = artifact.get("pfad", "")
        named.add(name)
        content = package.files.get(name)
        if content is None:
            problems.append(_problem("MISSING", name))
        elif hashlib.sha256(content).hexdigest() != artifact.get("sha256"):
            problems.append(_problem("HASH", name))
        elif str(len(content)) != artifact.get("groesse"):
            problems.append(_problem("SIZE", name))
    for name in sorted(set(package.files) - named - {MANIFEST}):
        problems.append(_problem("UNLISTED", name))
    return problems


def _meta(root: Any, package: Opened) -> list[Problem]:
    """What stands outside every signature: one signature, and the list of ASiC-E, as it must be."""
    if not package.signed:
        return []
    problems: list[Problem] = []
    signatures = signature_files(package)
    if len(signatures) != 1:
        code = "SIG-NONE" if not signatures else "SIG-MANY"
        problems.append(_problem(code, META))
    if not package.ours:
        problems.append(_problem("REPACKED", ""))
    for name in sorted(set(package.meta) - set(signatures) - {ASIC_MANIFEST}):
        problems.append(_problem("UNLISTED", name))
    told = package.meta.get(ASIC_MANIFEST)
    if told is None:
        fits = not package.ours
    elif package.ours:
        fits = told == asic_manifest(types_of(root))
    else:
        fits = listed_in(told) == set(package.files)
    if not fits:
        problems.append(_problem("ASIC-MANIFEST", ASIC_MANIFEST))
    return problems


def signature_files(package: Opened) -> list[str]:
    """The names of all signatures in a package."""
    return sorted(n for n in package.meta if "signature" in n.lower().removeprefix("meta-inf/"))


def _problem(code: str, name: str) -> Problem:
    key = "container.verify." + code.lower().replace("-", "_")
    return Problem(code, say(key, name=name), name, say("container.todo"))


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
