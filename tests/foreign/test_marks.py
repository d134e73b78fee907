"""Does a foreign file keep the mark that some programs put before its first letter?"""

from __future__ import annotations

import codecs

from lxml import etree

from tests.exporters.bpmn.files import small_file
from tests.helpers.exchange import EDITS, edited, exported, opened

DATA = codecs.BOM_UTF8 + small_file().removeprefix(codecs.BOM_UTF8)


def test_an_unedited_file_keeps_its_mark() -> None:
    view = opened(DATA, "bom.bpmn").snapshot()

    content, _ = exported(view)

    assert content == DATA


def test_an_edited_file_keeps_its_mark_and_states_its_encoding_in_words_others_know() -> None:
    document = opened(DATA, "bom.bpmn")

    after, touched = edited(document, EDITS["rename"])
    content, _ = exported(after)

    assert touched
    assert content.startswith(codecs.BOM_UTF8 + b"<?xml")
    assert etree.fromstring(content).getroottree().docinfo.encoding.lower() == "utf-8"
