"""Keys and certificates of authorities that exist in tests alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import NameOID

BEGIN, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2029, 1, 1, tzinfo=UTC)
SIGNED, NOW = datetime(2026, 11, 24, 12, tzinfo=UTC), datetime(2026, 11, 25, 9, tzinfo=UTC)
"""When the tests sign, and when they check."""

PASSPHRASE = b"Geheim sagt man nicht"


@dataclass(frozen=True)
class Member:
    """Somebody with a key and a certificate, and the certificates above."""

    private: Any
    certificate: x509.Certificate
    above: tuple[x509.Certificate, ...] = ()

    @property
    def pem(self) -> bytes:
        """The certificate, as it stands in a list of trusted ones."""
        return self.certificate.public_bytes(Encoding.PEM)

    def key_file(self, passphrase: bytes = b"") -> bytes:
        """Key and certificates in one PEM file."""
        lock = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
        key = self.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, lock)
        chain = b"".join(one.public_bytes(Encoding.PEM) for one in self.above)
        return bytes(key + self.pem + chain)

    def pkcs12_file(self, passphrase: bytes = PASSPHRASE) -> bytes:
        """The same as PKCS#12."""
        lock = BestAvailableEncryption(passphrase)
        return pkcs12.serialize_key_and_certificates(
            b"siegel", self.private, self.certificate, self.above or None, lock
        )


def root(number: int = 1) -> Member:
    """An authority; another ``number`` is another key behind the same name."""
    return _root(number)


@cache
def _root(_number: int) -> Member:
    name = "Prüf-CA Musterland"
    private = ec.generate_private_key(ec.SECP256R1())
    return Member(private, _certificate(name, private, name, private, authority=True))


@cache
def below() -> Member:
    """An authority that another one vouches for."""
    upper = root()
    private = ec.generate_private_key(ec.SECP256R1())
    issuer = _name_in(upper.certificate)
    made = _certificate("Siegel-CA Musterland", private, issuer, upper.private, authority=True)
    return Member(private, made)


@cache
def signer(
    name: str = "Stadt Musterstadt",
    *,
    number: int = 1,
    rsa_bits: int = 0,
    begin: datetime = BEGIN,
    end: datetime = END,
    usage: str = "digital_signature",
    through: bool = False,
) -> Member:
    """Somebody who signs packages; ``through`` the lower authority."""
    upper = below() if through else root(number=number)
    private: Any = (
        rsa.generate_private_key(65537, rsa_bits)
        if rsa_bits
        else ec.generate_private_key(ec.SECP256R1())
    )
    issuer = _name_in(upper.certificate)
    made = _certificate(name, private, issuer, upper.private, begin=begin, end=end, usage=usage)
    return Member(private, made, (upper.certificate,) if through else ())


@cache
def loner() -> Member:
    """Somebody nobody vouches for."""
    private = ec.generate_private_key(ec.SECP256R1())
    return Member(private, _certificate("Amt Allein", private, "Amt Allein", private))


@cache
def underling() -> Member:
    """Somebody for whom a signer vouches who is no authority."""
    upper = signer()
    private = ec.generate_private_key(ec.SECP256R1())
    made = _certificate("Untergeschoben", private, _name_in(upper.certificate), upper.private)
    return Member(private, made, (upper.certificate,))


def authority(
    name: str,
    above: Member | None = None,
    *,
    end: datetime = END,
    path_length: int | None = None,
    more: tuple[x509.ExtensionType, ...] = (),
) -> Member:
    """An authority below another one, or a root."""
    private = ec.generate_private_key(ec.SECP256R1())
    upper = above or Member(private, root().certificate)
    issuer = _name_in(above.certificate) if above else name
    made = _certificate(
        name,
        private,
        issuer,
        upper.private,
        authority=True,
        end=end,
        path_length=path_length,
        more=more,
    )
    return Member(private, made, (upper.certificate, *upper.above) if above else ())


def signer_below(above: Member, curve: ec.EllipticCurve | None = None) -> Member:
    """Somebody who signs, below any authority."""
    private = ec.generate_private_key(curve or ec.SECP256R1())
    issuer = _name_in(above.certificate)
    made = _certificate("Amt", private, issuer, above.private, usage="digital_signature")
    return Member(private, made, (above.certificate, *above.above))


def _name_in(certificate: x509.Certificate) -> str:
    return str(certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value)


def _certificate(
    subject: str,
    private: Any,
    issuer: str,
    upper: Any,
    *,
    authority: bool = False,
    begin: datetime = BEGIN,
    end: datetime = END,
    usage: str = "",
    path_length: int | None = None,
    more: tuple[x509.ExtensionType, ...] = (),
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(authority, path_length), critical=True)
    )
    for one in more:
        builder = builder.add_extension(one, critical=True)
    if usage or authority:
        builder = builder.add_extension(_usage("key_cert_sign" if authority else usage), True)
    return builder.sign(upper, hashes.SHA256())


def _usage(name: str) -> x509.KeyUsage:
    names = (
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement "
        "key_cert_sign crl_sign encipher_only decipher_only"
    ).split()
    return x509.KeyUsage(**{one: one == name for one in names})


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
