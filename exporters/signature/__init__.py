"""Who vouches for the files of a package, and did anybody change them since?

``writer.sign`` writes one XAdES signature (baseline B) over the digests of all files,
``judge.judge`` reads one as a stranger would, ``load_key`` and ``chain.load_trust`` open keys and
the list of trusted authorities. This is an advanced seal at best, never a qualified one, and
without a net nobody can ask whether a certificate was revoked: both are said wherever a result is
shown.

Why written by hand on lxml and cryptography (11/2026): a detached signature over fifty files is a
hundred lines, and every sentence about a fault must name the file it is about. The common library
reads such a signature in quadratic time, leaves the Target of the properties unchecked and refuses
certificates that may sign documents and nothing else. It judges ours in the tests instead.
Why exactly one signature, no transform on a file, unique ids and no part we do not know: what is
not allowed cannot be wrapped around something else.
Why RSA signs with PSS but PKCS#1 is read too: the tools of the authorities still write it. SHA-1 is
never read.
Why the time of signing is a claim: level B has no time stamp. Certificates are judged at the moment
that the caller names.
Why no store of the system is asked: it trusts web sites; who may sign packages is the receiver's
own decision.
Why cryptography wakes inside the functions: the window starts without it.
"""

from exporters.signature.key import KeyRefused, SigningKey, load_key, needs_passphrase
from exporters.signature.problem import Problem
from exporters.signature.state import INVALID, UNKNOWN, UNSIGNED, VALID, Signer, Verdict

__all__ = [
    "INVALID",
    "UNKNOWN",
    "UNSIGNED",
    "VALID",
    "KeyRefused",
    "Problem",
    "Signer",
    "SigningKey",
    "Verdict",
    "load_key",
    "needs_passphrase",
]
