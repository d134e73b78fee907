"""Does somebody the receiver trusts vouch for the one who signed?

The checker of the library is made for web sites: it knows neither the curves of German authorities
nor certificates of version 1, and wants a purpose that documents do not have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from exporters.signature.key import MAX_BYTES
from exporters.signature.methods import method_of
from exporters.signature.vocabulary import DIGESTS
from model.errors import FachwerkError
from model.language import say

if TYPE_CHECKING:
    from cryptography.x509 import Certificate, Name

_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Trust:
    """The certificates the receiver trusts: of authorities, or of single signers."""

    certificates: tuple[Certificate, ...]


def load_trust(data: bytes, name: str = "") -> Trust:
    """The certificates of a file, PEM (any number) or DER (one).

    Raises:
        FachwerkError: there is none in it.
    """
    from cryptography import x509

    try:
        if len(data) > MAX_BYTES:
            raise ValueError
        if b"BEGIN CERTIFICATE" in data:
            return Trust(tuple(x509.load_pem_x509_certificates(data)))
        return Trust((x509.load_der_x509_certificate(data),))
    except ValueError:
        raise FachwerkError(
            say("container.trust.none"),
            where=name,
            todo=say("container.trust.none.todo"),
            code="TRUST-FORMAT",
        ) from None


def path_to_trust(
    own: Certificate, sent: Sequence[Certificate], trust: Trust, at: datetime
) -> tuple[str, ...]:
    """The names from the signer up to a trusted authority; none when nobody vouches.

    A certificate that is trusted by itself needs nobody above it.
    """
    if own in trust.certificates:
        return (name_of(own.subject),)
    if not _is_understood(own):
        return ()
    path = _Search(tuple(sent), trust.certificates, at).above(own, 0)
    return tuple(name_of(one.subject) for one in (own, *path)) if path else ()


class _Search:
    """Looks for authorities above, each of them once."""

    def __init__(
        self, sent: Sequence[Certificate], trusted: Sequence[Certificate], at: datetime
    ) -> None:
        self.sent = sent
        self.trusted = trusted
        self.at = at
        self.seen: list[Certificate] = []

    def above(self, lower: Certificate, between: int) -> tuple[Certificate, ...]:
        """The authorities from the one above up to a trusted one. ``between``: how many stand
        below it already.
        """
        for upper in self.trusted:
            if self._vouches(upper, lower, between):
                return (upper,)
        if between >= _DEPTH:
            return ()
        for upper in self.sent:
            if upper in self.seen or not self._vouches(upper, lower, between):
                continue
            self.seen.append(upper)
            path = self.above(upper, between + 1)
            if path:
                return (upper, *path)
        return ()

    def _vouches(self, upper: Certificate, lower: Certificate, between: int) -> bool:
        if upper.subject != lower.issuer or not _is_authority(upper, between):
            return False
        if not upper.not_valid_before_utc <= self.at <= upper.not_valid_after_utc:
            return False
        return _has_signed(upper, lower)


def may_sign(certificate: Certificate) -> bool:
    """Was the certificate made for signing? One that names no purpose may; some real ones of
    authorities name "nonRepudiation" alone.
    """
    from cryptography import x509

    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def name_of(name: Name) -> str:
    """What a person is shown of a certificate's name: its common name and organisation."""
    from cryptography.x509.oid import NameOID

    wanted = (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
    found = [str(part.value) for oid in wanted for part in name.get_attributes_for_oid(oid)]
    return ", ".join(dict.fromkeys(found)) or name.rfc4514_string()


def _is_authority(certificate: Certificate, between: int) -> bool:
    """May it vouch for others, with so many authorities below it? Limits on names are not
    understood here; who states them vouches for nobody.
    """
    from cryptography import x509

    if not _is_understood(certificate):
        return False
    found: dict[Any, Any] = {one.oid: one.value for one in certificate.extensions}
    basic = found.get(x509.BasicConstraints.oid)
    usage = found.get(x509.KeyUsage.oid)
    if basic is None or not basic.ca or x509.NameConstraints.oid in found:
        return False
    if basic.path_length is not None and basic.path_length < between:
        return False
    return usage is None or bool(usage.key_cert_sign)


def _is_understood(certificate: Certificate) -> bool:
    """Nothing in it that must be understood is unknown here."""
    from cryptography import x509

    known = (
        x509.BasicConstraints,
        x509.KeyUsage,
        x509.ExtendedKeyUsage,
        x509.CertificatePolicies,
        x509.SubjectAlternativeName,
    )
    try:
        return all(isinstance(e.value, known) for e in certificate.extensions if e.critical)
    except ValueError:  # an extension twice, or one that cannot be read
        return False


def _has_signed(upper: Certificate, lower: Certificate) -> bool:
    """Did this key sign that certificate, by a method that is strong enough?"""
    digest = lower.signature_hash_algorithm
    if digest is None or digest.name not in DIGESTS.values() or not method_of(upper.public_key()):
        return False
    try:
        lower.verify_directly_issued_by(upper)
    except Exception:  # the library has several ways to say no
        return False
    return True
