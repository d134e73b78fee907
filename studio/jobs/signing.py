"""How do the files of an export get a signature?

The same call serves the command line and the export panel.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from exporters.artifact import Artifact
from model.language import Message, say

if TYPE_CHECKING:
    from exporters.signature import SigningKey

SIGNABLE = "package"
"""The one target that can be signed."""


@dataclass(frozen=True, slots=True)
class Seal:
    """The key that signs, and the time that the signature claims."""

    key: SigningKey
    when: datetime

    @property
    def told(self) -> Message:
        """Who signed, and how long the certificate is good."""
        return say("cli.sign.done", name=self.key.owner, day=self.key.ends.date())


def signed(artifacts: Iterable[Artifact], seal: Seal) -> tuple[Artifact, ...]:
    """The package with its signature.

    Raises:
        FachwerkError: the key may not sign.
    """
    from exporters.package.container import ASIC_TYPE
    from exporters.package.signing import sign_package

    return tuple(
        replace(one, content=sign_package(one.content, seal.key, seal.when), media_type=ASIC_TYPE)
        for one in artifacts
    )
