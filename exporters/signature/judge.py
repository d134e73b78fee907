"""Is a signature good: does it cover every file as it is, and who gave it?"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from exporters.signature.canonical import digest
from exporters.signature.chain import Trust, may_sign, name_of, path_to_trust
from exporters.signature.methods import fits
from exporters.signature.problem import Problem
from exporters.signature.reader import SignatureRefused, Statement, read
from exporters.signature.state import INVALID, UNKNOWN, VALID, Signer, Verdict
from model.language import Message, say

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

_DAY = "%d.%m.%Y"


@dataclass(frozen=True, slots=True)
class Given:
    """What the receiver brings: whom to trust (None = nobody was named), and the moment for which
    certificates are judged.
    """

    at: datetime
    trust: Trust | None = None


def judge(data: bytes, name: str, files: Mapping[str, bytes], given: Given) -> Verdict:
    """The verdict on the signature file ``name`` over these files."""
    try:
        return _judged(read(data, name), name, files, given)
    except SignatureRefused as refusal:
        return _invalid(Problem(refusal.code, refusal.what, name, refusal.todo))
    except ModuleNotFoundError:
        raise
    except Exception:
        # Foreign certificates make the libraries raise what they like. No proof is no signature.
        return _invalid(_problem("SIG-BROKEN", name))


def _judged(statement: Statement, name: str, files: Mapping[str, bytes], given: Given) -> Verdict:
    problems = _about_files(statement, files)
    certificates = _opened(statement)
    own = next((one for one in certificates if _is_meant(one, statement)), None)
    if own is None:
        return _invalid(*problems, _problem("SIG-CERTIFICATE", name))
    for stated, content in statement.parts:
        if not _same(stated.value, digest(stated.method, content)):
            problems.append(_problem("SIG-PROPERTIES", name))
    if not fits(own.public_key(), statement.method, statement.signed, statement.value):
        problems.append(_problem("SIG-VALUE", name))
    signer = _signer(own, statement)
    if problems:
        return Verdict(INVALID, signer, (), tuple(problems))
    return _about_signer(own, certificates, signer, name, given)


def _about_files(statement: Statement, files: Mapping[str, bytes]) -> list[Problem]:
    """Every file is covered, and every covered file is there and unchanged."""
    problems = []
    for place in sorted({*statement.files, *files}):
        stated, content = statement.files.get(place), files.get(place)
        if content is None:
            problems.append(_problem("SIG-GONE", place))
        elif stated is None:
            problems.append(_problem("SIG-UNCOVERED", place))
        elif not _same(stated.value, digest(stated.method, content)):
            problems.append(_problem("SIG-CHANGED", place))
    return problems


def _about_signer(
    own: Certificate,
    certificates: list[Certificate],
    signer: Signer,
    name: str,
    given: Given,
) -> Verdict:
    """The signature is right; may it count?"""
    problems = []
    if not may_sign(own):
        problems.append(_problem("CERT-PURPOSE", name, name=signer.name))
    if given.at > signer.ends:
        problems.append(_problem("CERT-EXPIRED", name, day=signer.ends.strftime(_DAY)))
    if given.at < signer.begins:
        problems.append(_problem("CERT-EARLY", name, day=signer.begins.strftime(_DAY)))
    if signer.claimed > given.at:
        problems.append(_problem("TIME-FUTURE", name, day=signer.claimed.strftime(_DAY)))
    elif not signer.begins <= signer.claimed <= signer.ends:
        problems.append(_problem("TIME-OUTSIDE", name, day=signer.claimed.strftime(_DAY)))
    if problems:
        return Verdict(INVALID, signer, (), tuple(problems))
    if given.trust is None:
        return Verdict(UNKNOWN, signer)
    path = path_to_trust(own, certificates, given.trust, given.at)
    if path:
        return Verdict(VALID, signer, path)
    stranger = _problem("CERT-UNKNOWN", name, name=signer.name)
    return Verdict(UNKNOWN, signer, (), (stranger,))


def _opened(statement: Statement) -> list[Certificate]:
    from cryptography import x509

    return [x509.load_der_x509_certificate(one) for one in statement.certificates]


def _is_meant(certificate: Certificate, statement: Statement) -> bool:
    from cryptography.hazmat.primitives.serialization import Encoding

    found = digest(statement.certificate.method, certificate.public_bytes(Encoding.DER))
    return _same(found, statement.certificate.value)


def _signer(own: Certificate, statement: Statement) -> Signer:
    return Signer(
        name_of(own.subject),
        name_of(own.issuer),
        f"{own.serial_number:x}",
        own.not_valid_before_utc,
        own.not_valid_after_utc,
        statement.time,
    )


def _same(left: bytes, right: bytes) -> bool:
    return hmac.compare_digest(left, right)


def _invalid(*problems: Problem) -> Verdict:
    return Verdict(INVALID, problems=problems)


def _problem(code: str, where: str, **values: str) -> Problem:
    key = "container." + code.lower().replace("-", ".")
    todo: Message = say("container.todo")
    if code.startswith(("CERT", "TIME")):
        todo = say(f"{key}.todo")
    return Problem(code, say(key, file=where, **values), where, todo)
