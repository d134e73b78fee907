"""What does a stranger do to the signature of a package?"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from unittest.mock import patch

from exporters.package.asic import asic_manifest
from exporters.package.container import ASIC_MANIFEST, ASIC_TYPE, SIGNATURE, pack
from exporters.package.opening import open_package
from exporters.package.verify import listed, types_of
from exporters.signature import load_key, writer
from tests.helpers.authority import BEGIN, NOW, SIGNED, Member, loner, signer, underling
from tests.helpers.tampering import (
    FORM,
    Files,
    Tampering,
    edit,
    good,
    other,
    parts,
    plain,
    relist,
    signed,
)
from tests.helpers.tampering_zip import archive

_SHA256, _SHA1 = "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1"
_EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"
_DAY = timedelta(days=1)
PAGE = "report/pruefbericht.html"


def by(member: Member, when: datetime = SIGNED, *, without: str = "") -> bytes:
    """The package signed by somebody, whatever may be wrong with the certificate."""
    opened = open_package(plain())
    types = types_of(listed(opened))
    files = {name: content for name, content in opened.files.items() if name != without}
    with patch.object(writer, "refuse_unfit"):
        made = writer.sign(files, types, load_key(member.key_file()), when)
    meta = {SIGNATURE: made, ASIC_MANIFEST: asic_manifest(types)}
    return pack({**opened.files, **meta}, ASIC_TYPE)


def seal(old: str, new: str) -> Callable[[], bytes]:
    """A change in the signature file."""
    return lambda: signed(lambda files: edit(files, SIGNATURE, old, new))


def part(pattern: str, new: Callable[[str], str]) -> Callable[[], bytes]:
    """A change of the first place in the signature file that fits a pattern."""

    def change(files: Files) -> None:
        text = files[SIGNATURE].decode()
        found = re.sub(pattern, lambda hit: new(hit.group()), text, count=1, flags=re.DOTALL)
        assert found != text, pattern
        files[SIGNATURE] = found.encode()

    return lambda: signed(change)


def _text_between(pattern: str, new: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    """A change of what a piece of base64 says."""

    def replaced(text: str) -> str:
        return base64.b64encode(new(base64.b64decode(text))).decode()

    return part(pattern, replaced)


def _flipped(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


def _certificate_of(member: Member) -> Callable[[bytes], bytes]:
    lines = member.pem.decode().splitlines()
    return lambda _own: base64.b64decode("".join(lines[1:-1]))


def _two_files() -> bytes:
    return archive(("META-INF/signatures002.xml", parts(good())[SIGNATURE]))


def _form_and_digest(files: Files) -> None:
    """Change a file, and its digests in manifest and signature: only the value is left to tell."""
    before = dict(files)
    files[PAGE] += b" "
    relist(files)
    for name in (PAGE, "manifest.xml"):
        old, new = (base64.b64encode(_sha256(one[name])).decode() for one in (before, files))
        edit(files, SIGNATURE, old, new)


def _sha256(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def _wrapped(text: str) -> str:
    """The signed properties put aside, others in their place."""
    forged = re.sub(r"<xades:SigningTime>[^<]*", "<xades:SigningTime>2030-01-01T00:00:00Z", text)
    return forged + text


_VALUE = r"(?<=<ds:SignatureValue>)[^<]+"
_CERTIFICATE = r"(?<=<ds:X509Certificate>)[^<]+"
_PROPERTIES = r"<xades:SignedProperties .*?</xades:SignedProperties>"
_OBJECT = r"<ds:Object>.*?</ds:Object>"
_SIGNATURE = r"<ds:Signature .*</ds:Signature>"

SEAL = (
    Tampering("other authority of the same name", lambda: by(signer(number=2)), "CERT-UNKNOWN"),
    Tampering("nobody above", lambda: by(loner()), "CERT-UNKNOWN", "Amt Allein"),
    Tampering("above somebody who is no authority", lambda: by(underling()), "CERT-UNKNOWN"),
    Tampering("expired", lambda: by(signer(end=NOW - _DAY / 24)), "CERT-EXPIRED", "25.11.2026"),
    Tampering("not yet valid", lambda: by(signer(begin=NOW + _DAY)), "CERT-EARLY", "26.11.2026"),
    Tampering("signed tomorrow", lambda: by(signer(), NOW + _DAY), "TIME-FUTURE", "26.11.2026"),
    Tampering(
        "signed before the certificate", lambda: by(signer(), BEGIN - _DAY), "TIME-OUTSIDE", "2025"
    ),
    Tampering("not for signing", lambda: by(signer(usage="key_encipherment")), "CERT-PURPOSE"),
    Tampering("fewer files", lambda: by(signer(), without=FORM), "SIG-UNCOVERED", FORM),
    Tampering("manifest not signed", lambda: by(signer(), without="manifest.xml"), "SIG-UNCOVERED"),
    Tampering("two signatures in two files", _two_files, "SIG-MANY"),
    Tampering("two signatures in one file", part(_SIGNATURE, lambda t: t + t), "SIG-SHAPE"),
    Tampering(
        "time changed",
        part(r"<xades:SigningTime>[^<]*", lambda _t: "<xades:SigningTime>2026-11-01T00:00:00Z"),
        "SIG-PROPERTIES",
    ),
    Tampering(
        "media type in the signature changed",
        seal("<xades:MimeType>application/json", "<xades:MimeType>text/html"),
        "SIG-PROPERTIES",
    ),
    Tampering("value changed", _text_between(_VALUE, _flipped), "SIG-VALUE"),
    Tampering("value cut", _text_between(_VALUE, lambda v: v[:-2]), "SIG-VALUE"),
    Tampering("value of zeros", _text_between(_VALUE, lambda v: bytes(len(v))), "SIG-VALUE"),
    Tampering("value no base64", part(_VALUE, lambda _t: "%%%"), "SIG-SHAPE", "SignatureValue"),
    Tampering("file and both digests changed", lambda: signed(_form_and_digest), "SIG-VALUE"),
    Tampering(
        "certificate of somebody else",
        _text_between(_CERTIFICATE, _certificate_of(loner())),
        "SIG-CERTIFICATE",
    ),
    Tampering("certificate damaged", _text_between(_CERTIFICATE, lambda c: c[:-40]), "SIG-BROKEN"),
    Tampering(
        "certificate removed", part(r"<ds:X509Data>.*?</ds:X509Data>", lambda _t: ""), "SIG-"
    ),
    Tampering(
        "weak digest in the signature",
        seal(f'DigestMethod Algorithm="{_SHA256}', f'DigestMethod Algorithm="{_SHA1}'),
        "SIG-ALGORITHM",
        "sha1",
    ),
    Tampering(
        "weak signature",
        seal("xmldsig-more#ecdsa-sha256", "xmldsig-more#ecdsa-sha1"),
        "SIG-ALGORITHM",
    ),
    Tampering(
        "signature with a shared secret",
        seal("xmldsig-more#ecdsa-sha256", "xmldsig-more#hmac-sha256"),
        "SIG-ALGORITHM",
        "hmac",
    ),
    Tampering(
        "signature of another kind of key",
        seal("2001/04/xmldsig-more#ecdsa-sha256", "2007/05/xmldsig-more#sha256-rsa-MGF1"),
        "SIG-VALUE",
    ),
    Tampering(
        "other canonical form",
        seal(
            f'CanonicalizationMethod Algorithm="{_EXCLUSIVE}',
            'CanonicalizationMethod Algorithm="urn:x',
        ),
        "SIG-ALGORITHM",
        "urn:x",
    ),
    Tampering("second properties before the signed", part(_PROPERTIES, _wrapped), "SIG-SHAPE"),
    Tampering("second object", part(_OBJECT, _wrapped), "SIG-SHAPE", "angaben"),
    Tampering("object removed", part(_OBJECT, lambda _t: ""), "SIG-SHAPE", "Object"),
    Tampering("foreign object", part(_OBJECT, lambda t: t + "<ds:Object/>"), "SIG-SHAPE", "Object"),
    Tampering(
        "manifest of XML signatures",
        part(r"<ds:Object>", lambda t: t + "<ds:Manifest/>"),
        "SIG-SHAPE",
        "Manifest",
    ),
    Tampering(
        "properties of another signature", seal('Target="#', 'Target="#x'), "SIG-SHAPE", "Target"
    ),
    Tampering(
        "same id twice",
        part(r"<ds:KeyInfo>", lambda _t: '<ds:KeyInfo Id="' + "x" + '"><ds:KeyName Id="x"/>'),
        "SIG-SHAPE",
    ),
    Tampering(
        "inherited attribute",
        seal("<asic:XAdESSignatures ", '<asic:XAdESSignatures xml:lang="de" '),
        "SIG-SHAPE",
        "lang",
    ),
    Tampering(
        "transform on a file",
        part(
            r'(?<=URI="form/ihr_hund.form">)',
            lambda _t: f'<ds:Transforms><ds:Transform Algorithm="{_EXCLUSIVE}"/></ds:Transforms>',
        ),
        "SIG-SHAPE",
        FORM,
    ),
    Tampering(
        "transform that selects",
        part(r"(?<=<ds:Transforms>)", lambda _t: '<ds:Transform Algorithm="urn:xpath"/>'),
        "SIG-SHAPE",
        "Transform",
    ),
    Tampering(
        "same file twice",
        seal('URI="form/ihr_hund.form"', 'URI="form/ihre_angaben.form"'),
        "SIG-SHAPE",
    ),
    Tampering(
        "address instead of a file",
        seal('URI="form/ihr_hund.form"', 'URI="http://x.example/f"'),
        "SIG-",
    ),
    Tampering(
        "path instead of a file", seal('URI="form/ihr_hund.form"', 'URI="../../etc/passwd"'), "SIG-"
    ),
    Tampering(
        "properties not signed",
        part(r"<ds:Reference Type=.*?</ds:Reference>", lambda _t: ""),
        "SIG-SHAPE",
        "SignedProperties",
    ),
    Tampering(
        "properties of no type", part(r' Type="[^"]*SignedProperties"', lambda _t: ""), "SIG-SHAPE"
    ),
    Tampering(
        "words between the parts",
        seal("</ds:SignatureValue>", "</ds:SignatureValue>x"),
        "SIG-SHAPE",
    ),
    Tampering("no signature of packages", seal("XAdESSignatures", "XAdESSignature"), "SIG-"),
    Tampering("no xml", lambda: signed(lambda f: f.update({SIGNATURE: b"%PDF"})), "SIG-XML"),
    Tampering("empty", lambda: signed(lambda f: f.update({SIGNATURE: b""})), "SIG-XML"),
    Tampering(
        "doctype", seal("<asic:XAdESSignatures", "<!DOCTYPE x><asic:XAdESSignatures"), "SIG-XML"
    ),
    Tampering(
        "signature of another package",
        lambda: signed(lambda f: f.update({SIGNATURE: parts(other())[SIGNATURE]})),
        "SIG-CHANGED",
        "manifest.xml",
    ),
)
