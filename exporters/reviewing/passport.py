"""What does a package say of itself: which platforms are ready, and is it signed?"""

from __future__ import annotations

from dataclasses import dataclass

from exporters.package import verify
from exporters.package.container import MANIFEST
from exporters.package.manifest import NAMESPACE
from exporters.xmlkit import XmlRefused, ZipRefused, parse, unzip
from model.language import Message

_SIGNATURES = "META-INF/"


@dataclass(frozen=True)
class Passport:
    """``statuses``: platform -> the word of the manifest (bereit, nicht-bereit, geruest, ...);
    ``problems``: what does not fit, as ``verify`` says; ``signed``: signatures travel along;
    ``maker``: the program that wrote it.
    """

    statuses: tuple[tuple[str, str], ...] = ()
    problems: tuple[Message, ...] = ()
    signed: bool = False
    maker: str = ""


def passport(data: bytes, name: str = "") -> Passport:
    """Read it from the bytes of a package; what cannot be read is a problem and no error."""
    problems = tuple(problem.message for problem in verify(data))
    try:
        files = unzip(data, name, strict=False)
        root = parse(files.get(MANIFEST, b""), MANIFEST).root
    except (ZipRefused, XmlRefused):
        return Passport(problems=problems)
    statuses = {
        str(target.get("id", "")): str(target.get("status", ""))
        for target in root.iter(f"{{{NAMESPACE}}}ziel")
    }
    return Passport(
        statuses=tuple(sorted(statuses.items())),
        problems=problems,
        signed=any(path.startswith(_SIGNATURES) for path in files),
        maker=str(root.get("erzeugt-von", "")),
    )
