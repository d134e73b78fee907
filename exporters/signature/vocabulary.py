"""How are the parts and methods of a signature named?"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

DS: Final = "http://www.w3.org/2000/09/xmldsig#"
XADES: Final = "http://uri.etsi.org/01903/v1.3.2#"
ASIC: Final = "http://uri.etsi.org/02918/v1.2.1#"
SIGNED_PROPERTIES: Final = "http://uri.etsi.org/01903#SignedProperties"
"""The type of the reference to what is signed beside the files."""

INCLUSIVE: Final = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"
EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
CANONICAL: Final = frozenset({INCLUSIVE, EXCLUSIVE})

_MORE: Final = "http://www.w3.org/2001/04/xmldsig-more#"
_NEWER: Final = "http://www.w3.org/2007/05/xmldsig-more#"
SHA256: Final = "http://www.w3.org/2001/04/xmlenc#sha256"

DIGESTS: Final = MappingProxyType(
    {
        SHA256: "sha256",
        f"{_MORE}sha384": "sha384",
        "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
    }
)
"""Name of a digest -> its name in hashlib; what is missing here is too weak or unknown."""

METHODS: Final = MappingProxyType(
    {
        **{f"{_MORE}ecdsa-{name}": ("ecdsa", name) for name in ("sha256", "sha384", "sha512")},
        **{f"{_NEWER}{name}-rsa-MGF1": ("pss", name) for name in ("sha256", "sha384", "sha512")},
        **{f"{_MORE}rsa-{name}": ("pkcs1", name) for name in ("sha256", "sha384", "sha512")},
    }
)
"""Name of a method -> kind of key and padding, and digest."""

NAMED: Final = MappingProxyType({meaning: name for name, meaning in METHODS.items()})

LEAST_RSA: Final = 2048
CURVES: Final = frozenset(
    {
        "secp256r1",
        "secp384r1",
        "secp521r1",
        "brainpoolP256r1",
        "brainpoolP384r1",
        "brainpoolP512r1",
    }
)


def ds(name: str) -> str:
    return f"{{{DS}}}{name}"


def xades(name: str) -> str:
    return f"{{{XADES}}}{name}"
