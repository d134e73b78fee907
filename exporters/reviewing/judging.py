"""What can be found out about a package or a service here and now, without asking anybody?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exporters.german import spoken_german
from exporters.xmlkit import ZipRefused
from model.document import Snapshot
from model.language import Message


@dataclass(frozen=True)
class Judgement:
    """``statuses``: platform -> what its gates say here; ``problems``: what does not fit;
    ``signature``: one of the four words of ``exporters.signature``, "" = no package, with the
    ``signer`` it names; ``notes``: what must be known besides.
    """

    statuses: tuple[tuple[str, str], ...] = ()
    problems: tuple[Message, ...] = ()
    signature: str = ""
    signer: str = ""
    notes: tuple[Message, ...] = ()


def judged_service(view: Snapshot) -> Judgement:
    """What the gates of all platforms say of a service."""
    from exporters.package.contents import contents

    with spoken_german():
        engines = contents(view).engines
    return Judgement(tuple((target, engine.status) for target, engine in sorted(engines.items())))


def judged_package(data: bytes, name: str, now: datetime) -> Judgement:
    """All of a package: its files, its signature, and its source written anew."""
    from exporters.package.examine import examine
    from exporters.signature.judge import Given

    try:
        found = examine(data, Given(now), name)
    except ZipRefused as refused:
        return Judgement(problems=(refused.what,))
    signer = found.signature.signer
    return Judgement(
        tuple((gates.target, gates.here) for gates in found.gates if gates.here),
        tuple(problem.message for problem in found.problems),
        found.signature.state,
        signer.name if signer is not None else "",
        tuple(found.notes),
    )
