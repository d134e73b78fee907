"""Does a library of other people come to the same verdict on our signatures?"""

from __future__ import annotations

from pathlib import Path

import pytest
from signxml.algorithms import SignatureMethod
from signxml.exceptions import SignXMLException
from signxml.xades import XAdESSignatureConfiguration, XAdESVerifier

from exporters.package.container import ASIC_MANIFEST, SIGNATURE
from tests.helpers.authority import NOW, Member, root, signer
from tests.helpers.tampering import FORM, Files, good, parts
from tests.helpers.tampering_seal import by

METHODS = frozenset({SignatureMethod.ECDSA_SHA256, SignatureMethod.SHA256_RSA_MGF1})


def references(files: Files, folder: Path) -> int:
    """How many parts the other library verifies; raises when one of them does not fit."""
    trusted = folder / "ca.pem"
    trusted.write_bytes(root().pem)
    data = {name: content for name, content in files.items() if not name.startswith("META-INF")}
    config = XAdESSignatureConfiguration(
        location="./",
        require_x509=True,
        expect_references=len(data) + 1,
        signature_methods=METHODS,
    )
    found = XAdESVerifier().verify(
        files[SIGNATURE],
        ca_pem_file=str(trusted),
        uri_resolver=lambda name: data[name],
        verification_time=NOW.replace(tzinfo=None),
        expect_config=config,
    )
    return len(found)


@pytest.mark.parametrize("member", [signer(), signer(rsa_bits=2048)], ids=["elliptic", "rsa"])
def test_it_verifies_every_file(member: Member, tmp_path: Path) -> None:
    files = parts(by(member))

    assert references(files, tmp_path) == len(files) - len((SIGNATURE, ASIC_MANIFEST)) + 1


def test_it_refuses_a_changed_file(tmp_path: Path) -> None:
    files = parts(good())
    files[FORM] += b" "

    with pytest.raises(SignXMLException):
        references(files, tmp_path)


def test_it_refuses_a_signer_it_does_not_trust(tmp_path: Path) -> None:
    with pytest.raises(SignXMLException):
        references(parts(by(signer(number=2))), tmp_path)
