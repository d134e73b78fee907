"""How does a key vouch for the files of a package?"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from lxml import etree

from exporters.signature.canonical import canonical, digest
from exporters.signature.key import SigningKey, refuse_unfit
from exporters.signature.methods import sign_bytes
from exporters.signature.vocabulary import (
    ASIC,
    DS,
    EXCLUSIVE,
    SHA256,
    SIGNED_PROPERTIES,
    XADES,
    ds,
    xades,
)


def sign(
    files: Mapping[str, bytes], types: Mapping[str, str], key: SigningKey, when: datetime
) -> bytes:
    """The signature over all files, each with its media type. ``when`` is what the signer claims as
    the time of signing.

    Raises:
        KeyRefused: the certificate is not valid at that time, or not made for signing.
    """
    when = when.astimezone(UTC).replace(microsecond=0)
    refuse_unfit(key, when)
    names = sorted(files, key=lambda name: name.encode())
    root = etree.Element(f"{{{ASIC}}}XAdESSignatures", nsmap={"asic": ASIC, "ds": DS})
    own = _own_id(files, key)
    signature = _in(root, ds("Signature"), Id=f"fachwerk-{own}")
    info = _in(signature, ds("SignedInfo"))
    value = _in(signature, ds("SignatureValue"))
    _key_info(signature, key)
    properties = _properties(signature, own, key, when)
    _formats(properties, own, {name: types[name] for name in names})
    _in(info, ds("CanonicalizationMethod"), Algorithm=EXCLUSIVE)
    _in(info, ds("SignatureMethod"), Algorithm=key.method)
    for number, name in enumerate(names, 1):
        one = _in(info, ds("Reference"), Id=f"datei-{own}-{number}", URI=name)
        _digest(one, files[name])
    _reference_to(info, properties)
    # The namespaces in reach are final only now; before, its canonical bytes would be others.
    value.text = _text(sign_bytes(key.private, key.method, canonical(info, EXCLUSIVE)))
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _own_id(files: Mapping[str, bytes], key: SigningKey) -> str:
    """A name for the parts, from what is signed and by whom."""
    found = hashlib.sha256(key.certificate.signature)
    for name in sorted(files):
        found.update(name.encode() + b"\0" + hashlib.sha256(files[name]).digest())
    return found.hexdigest()[:16]


def _key_info(signature: Any, key: SigningKey) -> None:
    from cryptography.hazmat.primitives.serialization import Encoding

    data = _in(_in(signature, ds("KeyInfo")), ds("X509Data"))
    for certificate in (key.certificate, *key.above):
        _in(data, ds("X509Certificate")).text = _text(certificate.public_bytes(Encoding.DER))


def _properties(signature: Any, own: str, key: SigningKey, when: datetime) -> Any:
    """What is signed beside the files: when, and with which certificate."""
    from cryptography.hazmat.primitives.serialization import Encoding

    place = _in(signature, ds("Object"))
    qualifying = etree.SubElement(place, xades("QualifyingProperties"), nsmap={"xades": XADES})
    qualifying.set("Target", f"#fachwerk-{own}")
    signed = _in(qualifying, xades("SignedProperties"), Id=f"angaben-{own}")
    about = _in(signed, xades("SignedSignatureProperties"))
    _in(about, xades("SigningTime")).text = f"{when:%Y-%m-%dT%H:%M:%SZ}"
    certificate = _in(_in(about, xades("SigningCertificateV2")), xades("Cert"))
    _digest(_in(certificate, xades("CertDigest")), key.certificate.public_bytes(Encoding.DER))
    return signed


def _formats(properties: Any, own: str, types: Mapping[str, str]) -> None:
    data = _in(properties, xades("SignedDataObjectProperties"))
    for number, media_type in enumerate(types.values(), 1):
        one = _in(data, xades("DataObjectFormat"), ObjectReference=f"#datei-{own}-{number}")
        _in(one, xades("MimeType")).text = media_type


def _reference_to(info: Any, properties: Any) -> None:
    one = _in(info, ds("Reference"), Type=SIGNED_PROPERTIES, URI=f"#{properties.get('Id')}")
    _in(_in(one, ds("Transforms")), ds("Transform"), Algorithm=EXCLUSIVE)
    _digest(one, canonical(properties, EXCLUSIVE))


def _digest(parent: Any, content: bytes) -> None:
    _in(parent, ds("DigestMethod"), Algorithm=SHA256)
    _in(parent, ds("DigestValue")).text = _text(digest(SHA256, content))


def _in(parent: Any, tag: str, **attributes: str) -> Any:
    return etree.SubElement(parent, tag, attributes)


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
