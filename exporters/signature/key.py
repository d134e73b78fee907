"""Which key signs a package, and whose is it?

A key is opened for one signature and forgotten; neither it nor its passphrase is stored, shown or
written into a message.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from exporters.signature.methods import method_of
from model.errors import FachwerkError
from model.language import say

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

MAX_BYTES = 1024 * 1024
_PEM, _LOCKED = b"-----BEGIN ", b"ENCRYPTED"


class KeyRefused(FachwerkError):
    """A key that cannot sign; ``code`` says why."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key with its certificate and those of the authorities above it, if the file had them."""

    private: Any = field(repr=False)
    certificate: Certificate = field(repr=False)
    above: tuple[Certificate, ...] = field(default=(), repr=False)

    @property
    def method(self) -> str:
        """The name of the method by which it signs."""
        return method_of(self.private)

    @property
    def owner(self) -> str:
        """Whose key it is, as the certificate says."""
        from exporters.signature.chain import name_of

        return name_of(self.certificate.subject)

    @property
    def ends(self) -> datetime:
        """Until when the certificate is valid, in UTC."""
        return self.certificate.not_valid_after_utc


def needs_passphrase(data: bytes) -> bool:
    """Is the file of a key locked? A broken one counts as open: reading it will tell more."""
    if _PEM in data:
        return _LOCKED in data
    from cryptography.hazmat.primitives.serialization import pkcs12

    for empty in (None, b""):
        try:
            pkcs12.load_pkcs12(data, empty)
        except ValueError:
            continue
        return False
    return data[:1] == b"\x30"


def load_key(
    data: bytes, passphrase: bytes = b"", certificates: bytes = b"", name: str = ""
) -> SigningKey:
    """The key in a PKCS#12 file, or in a PEM file with its certificate in the same or in a second
    file (``certificates``).

    Raises:
        KeyRefused: the passphrase is wrong, a part is missing, or the key cannot sign a package.
    """
    if len(data) > MAX_BYTES or len(certificates) > MAX_BYTES:
        raise _refused("KEY-FORMAT", name)
    if _PEM in data:
        private, found = _from_pem(data, passphrase, certificates, name)
    else:
        private, found = _from_pkcs12(data, passphrase, name)
    if not method_of(private):
        raise _refused("KEY-KIND", name)
    own = next((one for one in found if _belongs(one, private)), None)
    if own is None:
        raise _refused("KEY-MISMATCH" if found else "KEY-CERTIFICATE", name)
    return SigningKey(private, own, tuple(one for one in found if one != own))


def refuse_unfit(key: SigningKey, when: datetime, name: str = "") -> None:
    """A certificate that is not valid now, or was not made for signing, gives no signature that
    anybody would accept.

    Raises:
        KeyRefused: with the reason.
    """
    from exporters.signature.chain import may_sign

    certificate = key.certificate
    if not certificate.not_valid_before_utc <= when <= certificate.not_valid_after_utc:
        raise _refused("KEY-DATES", name)
    if not may_sign(certificate):
        raise _refused("KEY-PURPOSE", name)


def _from_pem(
    data: bytes, passphrase: bytes, certificates: bytes, name: str
) -> tuple[Any, list[Certificate]]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    locked = needs_passphrase(data)
    if locked and not passphrase:
        raise _refused("KEY-PASSPHRASE", name)
    try:
        private = load_pem_private_key(data, passphrase if locked else None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _refused("KEY-PASSPHRASE" if locked else "KEY-FORMAT", name) from None
    return private, [*_certificates(data, name), *_certificates(certificates, name)]


def _from_pkcs12(data: bytes, passphrase: bytes, name: str) -> tuple[Any, list[Certificate]]:
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.serialization import pkcs12

    if data[:1] != b"\x30":
        raise _refused("KEY-FORMAT", name)
    try:
        opened = pkcs12.load_pkcs12(data, passphrase or None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise _refused("KEY-PASSPHRASE", name) from None
    if opened.key is None:
        raise _refused("KEY-FORMAT", name)
    held = [opened.cert, *opened.additional_certs]
    return opened.key, [one.certificate for one in held if one is not None]


def _certificates(data: bytes, name: str) -> list[Certificate]:
    from cryptography import x509

    if b"BEGIN CERTIFICATE" not in data:
        return []
    try:
        return x509.load_pem_x509_certificates(data)
    except ValueError:
        raise _refused("KEY-CERTIFICATE", name) from None


def _belongs(certificate: Certificate, private: Any) -> bool:
    try:
        return bool(certificate.public_key() == private.public_key())
    except Exception:  # a certificate with a key that nobody knows
        return False


def _refused(code: str, name: str) -> KeyRefused:
    key = "container.key." + code.removeprefix("KEY-").lower()
    return KeyRefused(say(key), where=name, todo=say(f"{key}.todo"), code=code)
