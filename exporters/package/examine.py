"""What can a receiver know about a package without asking anybody?

Bytes, manifest, signature, and the source written anew; what cannot be known offline is said, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from exporters.package.container import SIGNATURE
from exporters.package.opening import Opened, open_package
from exporters.package.rerun import Gates, rerun
from exporters.package.verify import listed, signature_files, whole
from exporters.signature import INVALID, UNKNOWN, UNSIGNED, VALID, Problem, Verdict
from model.language import Message, say

if TYPE_CHECKING:
    from exporters.signature.judge import Given

_SHOWN = 4
_GROUPS = 8


@dataclass(slots=True)
class Examination:
    """All that was found out. ``content_hash`` covers what the service says, neither pictures,
    remarks nor signature; ``fingerprint`` the files as they are.
    """

    fingerprint: str
    files: int
    title: str = ""
    key: str = ""
    version: str = ""
    maker: str = ""
    content_hash: str = ""
    signature: Verdict = field(default_factory=lambda: Verdict(UNSIGNED))
    gates: list[Gates] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    @property
    def sound(self) -> bool:
        """Nothing was found."""
        return not self.problems


def examine(data: bytes, given: Given, name: str = "") -> Examination:
    """Everything about the bytes of a package.

    Raises:
        ZipRefused: no package, or one that is not opened.
    """
    package = open_package(data, name)
    found = Examination(package.fingerprint, len(package.files))
    found.problems += whole(package)
    _look_at_signature(package, given, found)
    root = listed(package)
    if not isinstance(root, Problem):
        _tell_of_service(root, found)
        again = rerun(package.files, root)
        found.content_hash = again.content_hash
        found.gates = again.gates
        found.notes += again.notes
        # A file that is known to be changed needs no second sentence.
        known = {problem.where for problem in found.problems}
        found.problems += [p for p in again.problems if p.where not in known or not p.where]
        if again.unlike and found.signature.state not in (VALID, UNKNOWN):
            found.problems.append(_unlike(again.unlike))
    return found


def short(digest: str) -> str:
    """A digest as people compare it: eight groups of four."""
    return " ".join(digest[at : at + _SHOWN] for at in range(0, _SHOWN * _GROUPS, _SHOWN))


def _unlike(names: list[str]) -> Problem:
    """Older program or foreign hand? Without a signature nobody can tell."""
    message = say("container.rerun.older", n=len(names), first=names[0])
    return Problem("RERUN-OLDER", message, names[0], say("container.rerun.older.todo"))


def _tell_of_service(root: Any, found: Examination) -> None:
    for service in root:
        if str(service.tag).endswith("}leistung"):
            found.title = str(service.get("titel", ""))
    found.key, found.version = str(root.get("id", "")), str(root.get("fassung", ""))
    found.maker = str(root.get("erzeugt-von", ""))


def _look_at_signature(package: Opened, given: Given, found: Examination) -> None:
    names = signature_files(package)
    if not package.signed:
        if given.trust is not None:
            text = say("container.verify.unsigned")
            todo = say("container.verify.unsigned.todo")
            found.problems.append(Problem("SIG-NONE", text, "", todo))
        return
    if len(names) != 1:
        found.signature = Verdict(INVALID)
        return
    from exporters.signature.judge import judge

    found.signature = judge(package.meta[names[0]], names[0], package.files, given)
    told = {(problem.code, problem.where) for problem in found.problems}
    changed = {where for code, where in told if code in ("HASH", "SIZE", "MISSING", "UNLISTED")}
    found.problems += [
        problem
        for problem in found.signature.problems
        if not (problem.where in changed and problem.where != SIGNATURE)
    ]
    found.notes.append(say("container.note.offline"))
    if found.signature.state == UNKNOWN and given.trust is None:
        found.notes.append(say("container.note.no_trust"))
