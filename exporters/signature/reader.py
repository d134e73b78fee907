"""What does a file with a signature state?

Only one narrow shape is read; what else XML signatures allow is refused, because that is where
other people's content hides. Nothing is checked here but the shape.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote

from lxml import etree

from exporters.signature.canonical import canonical
from exporters.signature.vocabulary import (
    ASIC,
    CANONICAL,
    DIGESTS,
    INCLUSIVE,
    METHODS,
    SIGNED_PROPERTIES,
    ds,
    xades,
)
from exporters.xmlkit import XmlRefused, parse
from exporters.xmlkit.parse import text_of
from model.errors import FachwerkError
from model.language import say

MAX_BYTES = 4 * 1024 * 1024
MOST_CERTIFICATES = 20
_XML_NAMESPACE = "{http://www.w3.org/XML/1998/namespace}"


class SignatureRefused(FachwerkError):
    """A file that is not a signature as it is read here; ``code`` says why."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A digest that is claimed: the name of its method, and its value."""

    method: str
    value: bytes


@dataclass(slots=True)
class Statement:
    """Everything a signature says, not yet believed. ``parts``: the claimed digest of a part of the
    signature itself, and the bytes it should fit.
    """

    method: str
    signed: bytes
    value: bytes
    certificates: list[bytes]
    certificate: Stated
    time: datetime
    files: dict[str, Stated] = field(default_factory=dict)
    parts: list[tuple[Stated, bytes]] = field(default_factory=list)


def read(data: bytes, name: str) -> Statement:
    """The statement in the bytes of a signature file.

    Raises:
        SignatureRefused: not XML, of another shape, or by a method that is too weak or unknown.
    """
    if len(data) > MAX_BYTES:
        raise _refused("SIG-XML", name)
    try:
        parsed = parse(data, name)
    except XmlRefused:
        raise _refused("SIG-XML", name) from None
    if parsed.notes or parsed.encoding != "utf-8":
        raise _refused("SIG-XML", name)
    return _Reader(parsed.root, name).statement()


class _Reader:
    def __init__(self, root: Any, name: str) -> None:
        self.root = root
        self.name = name

    def statement(self) -> Statement:
        self._nothing_hides()
        if self.root.tag != f"{{{ASIC}}}XAdESSignatures":
            raise self._odd("XAdESSignatures")
        signature = self._only(self.root, ds("Signature"))
        allowed = {ds(n) for n in ("SignedInfo", "SignatureValue", "KeyInfo", "Object")}
        self._nothing_but(signature, allowed)
        info = self._only(signature, ds("SignedInfo"))
        keys = self._only(signature, ds("KeyInfo"))
        properties = self._properties(signature)
        about = self._only(properties, xades("SignedSignatureProperties"))
        certificates = [self._bytes(one) for one in keys.iter(ds("X509Certificate"))]
        if len(certificates) > MOST_CERTIFICATES:
            raise self._odd("X509Certificate")
        found = Statement(
            method=self._allowed(info, ds("SignatureMethod"), METHODS),
            signed=canonical(info, self._allowed(info, ds("CanonicalizationMethod"), CANONICAL)),
            value=self._bytes(self._only(signature, ds("SignatureValue"))),
            certificates=certificates,
            certificate=self._certificate(about),
            time=self._time(about),
        )
        self._references(info, found, properties, keys)
        return found

    def _properties(self, signature: Any) -> Any:
        """What is signed beside the files; it belongs to this very signature."""
        place = self._only(signature, ds("Object"))
        self._nothing_but(place, {xades("QualifyingProperties")})
        qualifying = self._only(place, xades("QualifyingProperties"))
        allowed = {xades("SignedProperties"), xades("UnsignedProperties")}
        self._nothing_but(qualifying, allowed)
        own = signature.get("Id", "")
        if not own or qualifying.get("Target") != f"#{own}":
            raise self._odd("Target")
        return self._only(qualifying, xades("SignedProperties"))

    def _references(self, info: Any, found: Statement, properties: Any, keys: Any) -> None:
        """Files by their name; of the signature itself the properties, which must be there, and
        the information about the key, which may.
        """
        allowed = {ds(n) for n in ("CanonicalizationMethod", "SignatureMethod", "Reference")}
        self._nothing_but(info, allowed)
        covered = False
        for reference in info.iterchildren(ds("Reference")):
            place = str(reference.get("URI", ""))
            stated = self._stated(reference)
            if not place.startswith("#"):
                self._file(reference, place, stated, found)
                continue
            part = next((one for one in (properties, keys) if place == f"#{one.get('Id')}"), None)
            if part is None:
                raise self._odd(place)
            if part is properties:
                if covered or reference.get("Type") != SIGNED_PROPERTIES:
                    raise self._odd("SignedProperties")
                covered = True
            found.parts.append((stated, canonical(part, self._transform(reference))))
        if not covered:
            raise self._odd("SignedProperties")

    def _file(self, reference: Any, place: str, stated: Stated, found: Statement) -> None:
        name = unquote(place.removeprefix("./"), errors="replace")
        if not name or name in found.files or reference.find(ds("Transforms")) is not None:
            raise self._odd(place or "Reference")
        found.files[name] = stated

    def _transform(self, reference: Any) -> str:
        """How a part is made canonical; without a word it is the oldest way."""
        transforms = reference.find(ds("Transforms"))
        if transforms is None:
            return INCLUSIVE
        self._nothing_but(transforms, {ds("Transform")})
        return self._allowed(transforms, ds("Transform"), CANONICAL)

    def _certificate(self, about: Any) -> Stated:
        """The digest of the signer's certificate, which is signed too."""
        for tag in ("SigningCertificateV2", "SigningCertificate"):
            place = about.find(xades(tag))
            if place is not None:
                first = next(place.iterchildren(xades("Cert")), None)
                if first is not None:
                    return self._stated(self._only(first, xades("CertDigest")))
        raise self._odd("SigningCertificateV2")

    def _time(self, about: Any) -> datetime:
        text = text_of(self._only(about, xades("SigningTime"))).strip()
        try:
            found = datetime.fromisoformat(text)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
        except (ValueError, OverflowError):
            raise self._odd("SigningTime") from None

    def _stated(self, place: Any) -> Stated:
        method = self._allowed(place, ds("DigestMethod"), DIGESTS)
        return Stated(method, self._bytes(self._only(place, ds("DigestValue"))))

    def _allowed(self, parent: Any, tag: str, allowed: Any) -> str:
        node = self._only(parent, tag)
        name = str(node.get("Algorithm", ""))
        if name not in allowed or len(node):
            raise _refused("SIG-ALGORITHM", self.name, method=name[:200] or "?")
        return name

    def _bytes(self, node: Any) -> bytes:
        text = "".join(text_of(node).split())
        try:
            found = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            raise self._odd(_local(node)) from None
        if base64.b64encode(found).decode("ascii") != text:
            raise self._odd(_local(node))
        return found

    def _nothing_hides(self) -> None:
        """Two parts of one id are how other content is slipped under a signature; an inherited
        attribute would change what is canonical; words between the parts are signed by nobody.
        """
        seen: set[str] = set()
        for node in self.root.iter(etree.Element):
            between = (node.tail or "") + ((node.text or "") if len(node) else "")
            if between.strip():
                raise self._odd(_local(node))
            for key in node.attrib:
                name = str(key)
                if name.startswith(_XML_NAMESPACE):
                    raise self._odd(name.removeprefix(_XML_NAMESPACE))
                if name.lower() == "id":
                    value = str(node.get(key))
                    if value in seen:
                        raise self._odd(value)
                    seen.add(value)

    def _only(self, parent: Any, tag: str) -> Any:
        """The one child of that name."""
        found = list(parent.iterchildren(tag))
        if len(found) != 1:
            raise self._odd(tag.rpartition("}")[2])
        return found[0]

    def _nothing_but(self, parent: Any, allowed: set[str]) -> None:
        for child in parent:
            if isinstance(child.tag, str) and child.tag not in allowed:
                raise self._odd(_local(child))

    def _odd(self, what: str) -> SignatureRefused:
        return _refused("SIG-SHAPE", self.name, what=what[:120])


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _refused(code: str, name: str, **values: str) -> SignatureRefused:
    key = "container.sig." + code.removeprefix("SIG-").lower()
    return SignatureRefused(say(key, **values), where=name, todo=say("container.todo"), code=code)
