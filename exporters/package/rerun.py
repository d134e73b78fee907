"""Does the source in a package give what the package holds?

The source is written anew, as if for a first export: every file, every gate. A file that was
changed together with its digest, a verdict that was made up, or another source shows here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from exporters.package.build import composed
from exporters.package.container import MANIFEST
from exporters.package.manifest import MAKER, NAMESPACE, VERSION
from exporters.signature import Problem
from exporters.xmlkit import parse
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import Message, say
from model.storage.read import from_bytes
from model.storage.write import content_hash

MOST_RECORDS = 100_000
"""More than ten times the largest service known; beyond, writing it anew takes too long."""


@dataclass(frozen=True, slots=True)
class Gates:
    """What the gates of a platform say: ``stated`` in the package, ``here`` by this program."""

    target: str
    stated: str
    here: str
    count: int


@dataclass(slots=True)
class Rerun:
    """What came of writing the source anew. ``unlike``: the files of a package of another version
    of the program that this one writes otherwise; nobody can say why.
    """

    content_hash: str = ""
    gates: list[Gates] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)
    unlike: list[str] = field(default_factory=list)


def rerun(files: Mapping[str, bytes], root: Any) -> Rerun:
    """Write the source of a package anew and compare; ``root`` is its manifest."""
    found = Rerun()
    name = _source_name(files, root, found)
    if not name:
        return found
    try:
        opened = from_bytes(files[name], name)
        if len(opened.records) > MOST_RECORDS:
            found.problems.append(_problem("SOURCE-LARGE", name))
            return found
        view = Snapshot.of_records(opened.records)
        found.content_hash = content_hash(view)
        again = composed(view)
    except FachwerkError as refusal:
        found.problems.append(_problem("SOURCE-REFUSED", name, reason=str(refusal.what)))
        return found
    except Exception:
        # A source nobody has written by hand may break any writer; then nothing is proved.
        found.problems.append(_problem("SOURCE-BROKEN", name))
        return found
    found.notes += [note.what for note in opened.notes]
    _compare_source(root, found, name)
    _compare_gates(root, parse(again[MANIFEST]).root, found)
    if root.get("version") == VERSION and root.get("erzeugt-von") == MAKER:
        _compare_files(files, again, found)
    else:
        facts = {"maker": root.get("erzeugt-von"), "version": root.get("version")}
        found.notes.append(say("container.note.older", **facts))
        own = sorted({*files, *again} - {MANIFEST, name})
        found.unlike = [one for one in own if one in files and files[one] != again.get(one)]
    return found


def _source_name(files: Mapping[str, bytes], root: Any, found: Rerun) -> str:
    """The one source; a package without it can be checked no further."""
    names = [
        str(one.get("pfad")) for one in root.iter(_q("artefakt")) if one.get("rolle") == "quelle"
    ]
    if len(names) == 1 and names[0] in files:
        return names[0]
    found.problems.append(_problem("SOURCE-MISSING", "source/"))
    return ""


def _compare_source(root: Any, found: Rerun, name: str) -> None:
    stated = next(iter(root.iter(_q("quelle"))), None)
    artifact = next(one for one in root.iter(_q("artefakt")) if one.get("pfad") == name)
    fits = stated is not None and stated.get("sha256") == artifact.get("sha256")
    content = stated.get("inhalt") if stated is not None else None
    if not fits or content not in (None, found.content_hash):
        found.problems.append(_problem("SOURCE-OTHER", name))


def _compare_gates(root: Any, again: Any, found: Rerun) -> None:
    """The verdicts in the manifest against those of now; an unknown platform is said."""
    stated, here = _verdicts(root), _verdicts(again)
    for target in sorted({*stated, *here}):
        told, now = stated.get(target, {}), here.get(target, {})
        found.gates.append(Gates(target, told.get("", ""), now.get("", ""), len(now) - 1))
        if not told or not now:
            key = "container.note.not_rerun" if told else "container.note.new_target"
            found.notes.append(say(key, target=target))
            continue
        for gate in sorted({*told, *now}):
            if gate in told and gate in now and told[gate] != now[gate]:
                found.problems.append(_forged(target, gate, told[gate], now[gate]))


def _forged(target: str, gate: str, told: str, now: str) -> Problem:
    code = "GATE" if gate else "STATUS"
    key = f"container.rerun.{code.lower()}"
    message = say(key, target=target, gate=gate, told=_word(told), now=_word(now))
    return Problem(code, message, MANIFEST, say("container.rerun.todo"))


def _word(status: str) -> Message:
    return say(f"container.status.{status}")


def _verdicts(root: Any) -> dict[str, dict[str, str]]:
    """Platform -> gate -> status; "" is the status of the platform itself."""
    found: dict[str, dict[str, str]] = {}
    for target in root.iter(_q("ziel")):
        gates = {str(g.get("nr")): str(g.get("status")) for g in target.iter(_q("gate"))}
        found[str(target.get("id"))] = {"": str(target.get("status")), **gates}
    return found


def _compare_files(files: Mapping[str, bytes], again: Mapping[str, bytes], found: Rerun) -> None:
    """Byte by byte; the manifest last, and only when nothing else explains it."""
    for name in sorted({*files, *again} - {MANIFEST}):
        here, told = again.get(name), files.get(name)
        if told is None:
            found.problems.append(_problem("RERUN-MISSING", name))
        elif here is None:
            found.problems.append(_problem("RERUN-FOREIGN", name))
        elif _digest(here) != _digest(told):
            found.problems.append(_problem("RERUN-CHANGED", name))
    if not found.problems and files.get(MANIFEST) != again[MANIFEST]:
        found.problems.append(_problem("RERUN-CHANGED", MANIFEST))


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _problem(code: str, name: str, **values: str) -> Problem:
    key = "container." + code.lower().replace("-", ".")
    return Problem(code, say(key, name=name, **values), name, say("container.rerun.todo"))


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
