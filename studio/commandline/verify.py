"""Is a package what it claims to be?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from model.language import say, tr
from studio.commandline.files import read_bytes
from studio.commandline.moments import moment

if TYPE_CHECKING:
    from exporters.package.examine import Examination
    from exporters.signature import Signer
    from exporters.signature.chain import Trust

_ENDINGS = (".pem", ".crt", ".cer")
_MOMENT = "%d.%m.%Y %H:%M"


def run(values: dict[str, str]) -> int:
    """Say everything about the package; exit code 1 when something is wrong with it."""
    from exporters.package.examine import examine
    from exporters.signature.judge import Given

    at = moment(values["at"]) if "at" in values else datetime.now(UTC)
    trust = _trust(values["trust"]) if "trust" in values else None
    path = values["PACKAGE"]
    found = examine(read_bytes(path), Given(at, trust), Path(path).name)
    if "json" in values:
        print(json.dumps(as_data(found, path), ensure_ascii=False, indent=2))
    else:
        for line in as_lines(found):
            print(calm(line))
    return 0 if found.sound else 1


def as_lines(found: Examination) -> Iterator[str]:
    """What was found, for people."""
    from exporters.package.examine import short

    if found.key:
        yield tr(
            "cli.verify.package",
            title=found.title,
            key=found.key,
            version=found.version,
            maker=found.maker,
        )
    if found.content_hash:
        yield tr("cli.verify.content", digest=short(found.content_hash))
    yield tr("cli.verify.files", n=found.files, digest=short(found.fingerprint))
    yield from _signature_lines(found)
    for gates in found.gates:
        if gates.stated and gates.here:
            yield tr(
                "cli.verify.gates",
                target=say(f"target.{gates.target}"),
                told=say(f"container.status.{gates.stated}"),
                now=say(f"container.status.{gates.here}"),
                n=gates.count,
            )
    for note in found.notes:
        yield tr("cli.verify.note", text=note)
    for problem in found.problems:
        yield tr("cli.verify.problem", text=str(problem), code=problem.code)
    total = len(found.problems)
    yield tr("cli.verify.faults", n=total) if total else tr("cli.verify.sound")


def calm(line: str) -> str:
    """A line without what could steer a terminal; names in foreign packages hold anything."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in line
    )


def as_data(found: Examination, path: str) -> dict[str, Any]:
    """What was found, for programs."""
    return {
        "package": path,
        "sound": found.sound,
        "title": found.title,
        "key": found.key,
        "version": found.version,
        "maker": found.maker,
        "content_hash": found.content_hash,
        "fingerprint": found.fingerprint,
        "files": found.files,
        "signature": {
            "state": found.signature.state,
            "path": list(found.signature.path),
            **_signer_data(found.signature.signer),
        },
        "gates": [
            {"target": one.target, "stated": one.stated, "here": one.here, "count": one.count}
            for one in found.gates
        ],
        "problems": [
            {
                "code": one.code,
                "where": one.where,
                "what": str(one.message),
                "todo": str(one.todo) if one.todo else "",
            }
            for one in found.problems
        ],
        "notes": [str(note) for note in found.notes],
    }


def _signature_lines(found: Examination) -> Iterator[str]:
    state, signer = say(f"container.state.{found.signature.state}"), found.signature.signer
    if signer is None:
        yield tr("cli.verify.signature", state=state)
        return
    yield tr(
        "cli.verify.signer",
        state=state,
        name=signer.name,
        issuer=signer.issuer,
        begin=signer.begins.date(),
        end=signer.ends.date(),
        claimed=signer.claimed.strftime(_MOMENT),
    )
    if found.signature.path:
        yield tr("cli.verify.path", path=" → ".join(found.signature.path))


def _signer_data(signer: Signer | None) -> dict[str, str]:
    if signer is None:
        return {}
    return {
        "signer": signer.name,
        "issuer": signer.issuer,
        "serial": signer.serial,
        "valid_from": signer.begins.isoformat(),
        "valid_until": signer.ends.isoformat(),
        "claimed_time": signer.claimed.isoformat(),
    }


def _trust(path: str) -> Trust:
    """The certificates of a file, or of all files of a folder."""
    from exporters.signature.chain import Trust, load_trust

    place = Path(path)
    if not place.is_dir():
        return load_trust(read_bytes(path), path)
    files = sorted(one for one in place.iterdir() if one.suffix.lower() in _ENDINGS)
    lists = [load_trust(read_bytes(str(one)), str(one)) for one in files]
    return Trust(tuple(certificate for one in lists for certificate in one.certificates))
