"""How is a text signed with a key, and a signature checked with a certificate?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from exporters.signature.vocabulary import CURVES, LEAST_RSA, METHODS, NAMED

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hashes import HashAlgorithm

_SMALL, _MIDDLE = 256, 384


def method_of(private: Any) -> str:
    """The name of the method for a key; "" when such a key does not sign packages."""
    from cryptography.hazmat.primitives.asymmetric import ec, rsa

    if isinstance(private, rsa.RSAPrivateKey | rsa.RSAPublicKey):
        return NAMED["pss", "sha256"] if private.key_size >= LEAST_RSA else ""
    if isinstance(private, ec.EllipticCurvePrivateKey | ec.EllipticCurvePublicKey):
        return NAMED["ecdsa", _digest_for(private.key_size)] if _known(private.curve.name) else ""
    return ""


def sign_bytes(private: Any, method: str, text: bytes) -> bytes:
    """The signature over a text, in the form XML signatures carry."""
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    kind, name = METHODS[method]
    if kind != "ecdsa":
        return bytes(private.sign(text, _padding(kind, name), _hash(name)))
    r, s = utils.decode_dss_signature(private.sign(text, ec.ECDSA(_hash(name))))
    size = _half(private)
    return r.to_bytes(size, "big") + s.to_bytes(size, "big")


def fits(public: Any, method: str, text: bytes, value: bytes) -> bool:
    """Was this text signed with the key that belongs to this one?"""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric import ec, rsa, utils

    kind, name = METHODS[method]
    wanted = ec.EllipticCurvePublicKey if kind == "ecdsa" else rsa.RSAPublicKey
    if not isinstance(public, wanted) or not method_of(public):
        return False
    try:
        if isinstance(public, rsa.RSAPublicKey):
            public.verify(value, text, _padding(kind, name), _hash(name))
            return True
        size = _half(public)
        if len(value) != 2 * size:
            return False
        r, s = int.from_bytes(value[:size], "big"), int.from_bytes(value[size:], "big")
        public.verify(utils.encode_dss_signature(r, s), text, ec.ECDSA(_hash(name)))
    except InvalidSignature:
        return False
    return True


def _known(curve: str) -> bool:
    return curve in CURVES


def _digest_for(bits: int) -> str:
    if bits <= _SMALL:
        return "sha256"
    return "sha384" if bits <= _MIDDLE else "sha512"


def _half(key: Any) -> int:
    return int(key.key_size + 7) // 8


def _padding(kind: str, name: str) -> Any:
    from cryptography.hazmat.primitives.asymmetric import padding

    if kind == "pkcs1":
        return padding.PKCS1v15()
    digest = _hash(name)
    return padding.PSS(padding.MGF1(digest), digest.digest_size)


def _hash(name: str) -> HashAlgorithm:
    from cryptography.hazmat.primitives import hashes

    known: dict[str, HashAlgorithm] = {
        "sha256": hashes.SHA256(),
        "sha384": hashes.SHA384(),
        "sha512": hashes.SHA512(),
    }
    return known[name]
