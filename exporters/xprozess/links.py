"""Do Leistung, Prozess, Dokumentsteckbrief and data schema know each other?

Leistung -> (LeiKa key) -> Prozess -> (D-number) -> Dokumentsteckbrief <- (D-number) <- schema.
"""

from __future__ import annotations

import re
from typing import Final

from exporters.report import ExportReport
from exporters.xprozess.source import activity_groups
from model.document import Snapshot
from model.language import say
from model.records import Field, Step

_KEY: Final = re.compile(r"99\d{12}")
_PROFILE: Final = re.compile(r"D\d{8}(\d{3})?")
_STAND_INS: Final = ("D99000001", "D99000000001")
CODE: Final = "FIM-LINK"


def tell_links(view: Snapshot, report: ExportReport) -> None:
    """A remark for each of the four links that is missing."""
    service = view.service
    if not _KEY.fullmatch(service.leika_key):
        word = "no_key" if not service.leika_key else "odd_key"
        report.hint(service.id, say(f"xprozess.link.{word}", key=service.leika_key), CODE)
    if not activity_groups(view):
        report.hint(service.id, say("xprozess.link.no_process"), CODE)
    profile = service.document_profile
    if not profile or profile in _STAND_INS:
        report.hint(service.id, say("xprozess.link.no_profile"), CODE)
    elif not _PROFILE.fullmatch(profile):
        report.hint(service.id, say("xprozess.link.odd_profile", profile=profile), CODE)
    if not _asks(view):
        report.hint(service.id, say("xprozess.link.no_schema"), CODE)


def _asks(view: Snapshot) -> bool:
    """Is there a page with a field, so that a data schema can be written of it?"""
    cards = (view.card_of(field.id) for field in view.of(Field))
    return any(isinstance(card, Step) and card.form == "page" for card in cards)
