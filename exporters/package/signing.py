"""How does a package get its signature?

Afterwards, on the finished bytes: what is signed is exactly what everybody else would have got.
"""

from __future__ import annotations

from datetime import datetime

from exporters.package.asic import asic_manifest
from exporters.package.container import ASIC_MANIFEST, ASIC_TYPE, SIGNATURE, pack
from exporters.package.opening import open_package
from exporters.package.verify import listed, types_of, whole
from exporters.signature import VALID, Problem, SigningKey
from model.errors import FachwerkError
from model.language import say


def sign_package(data: bytes, key: SigningKey, when: datetime) -> bytes:
    """The package with one signature over all its files; one it had already is replaced. It is
    read back and judged before anybody gets it.

    Raises:
        FachwerkError: the package is not whole, or the key cannot sign.
    """
    from exporters.signature.chain import Trust
    from exporters.signature.judge import Given, judge
    from exporters.signature.writer import sign

    package = open_package(data)
    root = listed(package)
    if isinstance(root, Problem):
        raise _not_whole(root)
    types = types_of(root)
    files = dict(package.files)
    if set(types) != set(files):
        raise _not_whole(*whole(package))
    signature = sign(files, types, key, when)
    meta = {ASIC_MANIFEST: asic_manifest(types), SIGNATURE: signature}
    made = pack({**files, **meta}, ASIC_TYPE)
    read_back = open_package(made)
    wrong = whole(read_back)
    given = Given(when, Trust((key.certificate,)))
    verdict = judge(read_back.meta[SIGNATURE], SIGNATURE, read_back.files, given)
    if wrong or verdict.state != VALID:
        raise _not_whole(*wrong, *verdict.problems)
    return made


def _not_whole(*problems: Problem) -> FachwerkError:
    first = problems[0] if problems else None
    return FachwerkError(
        first.message if first else say("container.sign.failed"),
        where=first.where if first else "",
        todo=say("container.sign.failed.todo"),
        code=first.code if first else "SIG-FAILED",
    )
