"""Is a signature built as the standard says, and does it vouch for its files and nobody else's?"""

from __future__ import annotations

import base64
import hashlib
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from lxml import etree

from exporters.signature import INVALID, UNKNOWN, VALID, Verdict, load_key
from exporters.signature.chain import Trust
from exporters.signature.judge import Given, judge
from exporters.signature.vocabulary import DS, SIGNED_PROPERTIES, XADES
from exporters.signature.writer import sign
from tests.helpers.authority import NOW, SIGNED, Member, loner, root, signer

FILES = {"manifest.xml": b"<m/>", "form/a.form": b"{}"}
TYPES = {"manifest.xml": "application/xml", "form/a.form": "application/json"}
SPACES = {"ds": DS, "xades": XADES}


def signed_by(member: Member, when: datetime = SIGNED) -> bytes:
    return sign(FILES, TYPES, load_key(member.key_file()), when)


def judged(data: bytes, *trusted: Member, at: datetime = NOW) -> Verdict:
    trust = Trust(tuple(one.certificate for one in trusted)) if trusted else None
    return judge(data, "s.xml", FILES, Given(at, trust))


def one(tree: Any, path: str) -> Any:
    (found,) = tree.xpath(path, namespaces=SPACES)
    return found


@pytest.mark.parametrize(
    "member",
    [
        signer(),
        signer(through=True),
        signer(rsa_bits=2048),
        signer(usage="content_commitment"),
        signer(usage=""),
    ],
    ids=["elliptic", "through a lower authority", "rsa", "for documents only", "for anything"],
)
def test_a_signature_is_valid_for_who_trusts_the_authority(member: Member) -> None:
    verdict = judged(signed_by(member), root())

    assert verdict.state == VALID, verdict.problems
    assert verdict.path[0] == "Stadt Musterstadt"
    assert verdict.path[-1] == "Prüf-CA Musterland"
    assert verdict.signer is not None
    assert verdict.signer.claimed == SIGNED


def test_a_certificate_can_be_trusted_by_itself() -> None:
    assert judged(signed_by(loner()), loner()).path == ("Amt Allein",)


def test_without_anybody_to_trust_the_signer_stays_unknown() -> None:
    verdict = judged(signed_by(signer()))

    assert (verdict.state, verdict.problems) == (UNKNOWN, ())


def test_a_package_checked_for_the_day_it_came_is_valid_though_the_certificate_expired() -> None:
    member = signer(end=NOW + timedelta(days=1))
    data = signed_by(member)

    later = judged(data, root(), at=NOW + timedelta(days=400))

    assert judged(data, root()).state == VALID
    assert (later.state, [one.code for one in later.problems]) == (INVALID, ["CERT-EXPIRED"])


def test_the_signature_states_every_file_its_digest_and_its_type() -> None:
    tree = etree.fromstring(signed_by(signer()))

    for name, content in FILES.items():
        reference = one(tree, f"//ds:Reference[@URI='{name}']")
        digest = one(reference, "ds:DigestValue").text
        form = one(tree, f"//xades:DataObjectFormat[@ObjectReference='#{reference.get('Id')}']")
        assert base64.b64decode(digest) == hashlib.sha256(content).digest()
        assert one(form, "xades:MimeType").text == TYPES[name]
        assert not reference.xpath("ds:Transforms", namespaces=SPACES)
    assert len(tree.xpath("//ds:Reference", namespaces=SPACES)) == len(FILES) + 1


def test_the_signature_has_all_that_level_b_demands() -> None:
    member = signer()
    tree = etree.fromstring(signed_by(member))
    properties = one(tree, "//xades:SignedProperties")
    about = one(properties, "xades:SignedSignatureProperties")
    signature = one(tree, "/*/ds:Signature")

    assert tree.tag == "{http://uri.etsi.org/02918/v1.2.1#}XAdESSignatures"
    assert [etree.QName(part).localname for part in signature] == [
        "SignedInfo",
        "SignatureValue",
        "KeyInfo",
        "Object",
    ]
    assert [etree.QName(part).localname for part in about] == [
        "SigningTime",
        "SigningCertificateV2",
    ]
    assert one(about, "xades:SigningTime").text == "2026-11-24T12:00:00Z"
    assert one(tree, "//xades:QualifyingProperties").get("Target") == f"#{signature.get('Id')}"
    reference = one(tree, f"//ds:Reference[@Type='{SIGNED_PROPERTIES}']")
    assert reference.get("URI") == f"#{properties.get('Id')}"
    certificate = base64.b64decode(one(tree, "//ds:X509Certificate").text)
    stated = base64.b64decode(one(about, ".//ds:DigestValue").text)
    assert stated == hashlib.sha256(certificate).digest()
    assert base64.b64encode(certificate).decode() in member.pem.decode().replace("\n", "")


def test_the_time_of_signing_is_said_in_utc() -> None:
    berlin = datetime(2026, 11, 24, 13, tzinfo=timezone(timedelta(hours=1)))

    verdict = judged(signed_by(signer(), berlin), root())

    assert verdict.signer is not None
    assert verdict.signer.claimed == datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_signature_by_an_older_method_of_rsa_is_read() -> None:
    from unittest.mock import patch

    from exporters.signature.key import SigningKey
    from exporters.signature.vocabulary import NAMED

    with patch.object(SigningKey, "method", NAMED["pkcs1", "sha256"]):
        data = signed_by(signer(rsa_bits=2048))

    assert b"xmldsig-more#rsa-sha256" in data
    assert judged(data, root()).state == VALID


def test_parts_without_a_transform_are_read_in_the_oldest_canonical_form() -> None:
    from exporters.signature import canonical, writer
    from exporters.signature.vocabulary import EXCLUSIVE, INCLUSIVE

    made = signed_by(signer()).decode()
    tree = etree.fromstring(made.encode())
    info, properties = one(tree, "//ds:SignedInfo"), one(tree, "//xades:SignedProperties")
    reference = one(info, f"ds:Reference[@Type='{SIGNED_PROPERTIES}']")
    reference.remove(one(reference, "ds:Transforms"))
    digest = hashlib.sha256(canonical.canonical(properties, INCLUSIVE)).digest()
    one(reference, "ds:DigestValue").text = base64.b64encode(digest).decode()
    one(info, "ds:CanonicalizationMethod").set("Algorithm", INCLUSIVE)
    key = load_key(signer().key_file())
    value = writer.sign_bytes(key.private, key.method, canonical.canonical(info, INCLUSIVE))
    one(tree, "//ds:SignatureValue").text = base64.b64encode(value).decode()

    verdict = judged(etree.tostring(tree), root())

    assert EXCLUSIVE not in etree.tostring(tree).decode()
    assert verdict.state == VALID, verdict.problems
