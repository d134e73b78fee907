"""Is a key opened from the files that authorities hand out, and refused with a reason?"""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

from exporters.signature import KeyRefused, load_key, needs_passphrase
from exporters.signature.chain import load_trust
from exporters.signature.writer import sign
from model.errors import FachwerkError
from tests.helpers.authority import BEGIN, END, PASSPHRASE, SIGNED, Member, root, signer

ROOT = Path(__file__).resolve().parents[3]


def code(data: bytes, passphrase: bytes = b"", certificates: bytes = b"") -> str:
    with pytest.raises(KeyRefused) as refused:
        load_key(data, passphrase, certificates, "siegel.p12")
    assert PASSPHRASE.decode() not in str(refused.value)
    return refused.value.code


def key_alone(member: Member) -> bytes:
    return member.key_file().partition(b"-----BEGIN CERTIFICATE")[0]


@pytest.mark.parametrize(
    ("data", "passphrase", "certificates"),
    [
        (signer().key_file(), b"", b""),
        (signer().key_file(PASSPHRASE), PASSPHRASE, b""),
        (signer().pkcs12_file(), PASSPHRASE, b""),
        (key_alone(signer()), b"", signer().pem),
        (signer().key_file(), b"not needed", b""),
    ],
    ids=["pem", "locked pem", "pkcs12", "two files", "needless passphrase"],
)
def test_a_key_is_opened(data: bytes, passphrase: bytes, certificates: bytes) -> None:
    key = load_key(data, passphrase, certificates)

    assert key.certificate == signer().certificate
    assert key.owner == "Stadt Musterstadt"


def test_the_authorities_above_come_along() -> None:
    member = signer(through=True)

    for data, passphrase in ((member.key_file(), b""), (member.pkcs12_file(), PASSPHRASE)):
        assert load_key(data, passphrase).above == member.above


def test_a_locked_file_is_known_before_it_is_opened() -> None:
    locked = [signer().key_file(PASSPHRASE), signer().pkcs12_file()]
    free = [signer().key_file(), b"nothing", b""]

    assert [needs_passphrase(data) for data in locked] == [True, True]
    assert [needs_passphrase(data) for data in free] == [False, False, False]


def test_a_key_that_cannot_sign_is_refused_with_a_reason() -> None:
    small = Member(rsa.generate_private_key(65537, 1024), signer().certificate)
    other_kind = Member(ed25519.Ed25519PrivateKey.generate(), signer().certificate)
    stranger = Member(ec.generate_private_key(ec.SECP256R1()), signer().certificate)

    assert code(signer().pkcs12_file(), b"wrong") == "KEY-PASSPHRASE"
    assert code(signer().pkcs12_file()) == "KEY-PASSPHRASE"
    assert code(signer().key_file(PASSPHRASE), b"wrong") == "KEY-PASSPHRASE"
    assert code(signer().key_file(PASSPHRASE)) == "KEY-PASSPHRASE"
    assert code(b"PK nothing") == "KEY-FORMAT"
    assert code(signer().pem) == "KEY-FORMAT"
    assert code(key_alone(signer())) == "KEY-CERTIFICATE"
    assert code(key_alone(signer()), b"", b"-----BEGIN CERTIFICATE-----\nx") == "KEY-CERTIFICATE"
    assert code(stranger.key_file()) == "KEY-MISMATCH"
    assert code(small.key_file()) == "KEY-KIND"
    assert code(other_kind.key_file()) == "KEY-KIND"


@pytest.mark.parametrize(
    ("member", "reason"),
    [
        (signer(end=SIGNED - timedelta(days=1)), "KEY-DATES"),
        (signer(begin=SIGNED + timedelta(days=1)), "KEY-DATES"),
        (signer(usage="key_encipherment"), "KEY-PURPOSE"),
    ],
    ids=["expired", "not yet valid", "not for signing"],
)
def test_nobody_signs_with_a_certificate_that_would_not_count(member: Member, reason: str) -> None:
    with pytest.raises(KeyRefused) as refused:
        sign({"a": b""}, {"a": "text/plain"}, load_key(member.key_file()), SIGNED)

    assert refused.value.code == reason


def test_neither_key_nor_passphrase_shows_in_what_is_printed() -> None:
    shown = repr(load_key(signer().pkcs12_file(), PASSPHRASE))

    assert shown == "SigningKey()"


def test_trusted_certificates_are_read_in_both_spellings() -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    several = load_trust(root().pem + signer().pem)
    single = load_trust(root().certificate.public_bytes(Encoding.DER))

    assert several.certificates == (root().certificate, signer().certificate)
    assert single.certificates == (root().certificate,)
    assert BEGIN < END


@pytest.mark.parametrize("data", [b"", b"nothing", b"-----BEGIN CERTIFICATE-----\nx"])
def test_a_file_without_certificates_is_refused(data: bytes) -> None:
    with pytest.raises(FachwerkError) as refused:
        load_trust(data, "ca.pem")

    assert refused.value.code == "TRUST-FORMAT"


def test_exporting_without_a_signature_does_not_wake_cryptography() -> None:
    statement = (
        "import sys, exporters.package, exporters.package.examine, studio.windows.exportpanel;"
        "print('cryptography' in sys.modules, 'signxml' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", statement],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert done.stdout.split() == ["False", "False"]
