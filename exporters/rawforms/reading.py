"""Is this file an old form, and who reads it?"""

from __future__ import annotations

from typing import Final

from exporters.rawforms import excel, word
from exporters.rawforms.refusal import MAX_BYTES, MOST_ENTRIES, refused
from exporters.rawforms.rows import read_list
from exporters.xmlkit import unzip
from model.commands import RawForm

RAW_ENDINGS: Final = (".pdf", ".docx", ".xlsx", ".csv", ".txt")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD: Final = 1024
_PLAIN: Final = (".csv", ".txt")


def is_raw(data: bytes, name: str) -> bool:
    """Does the file look like an old form: PDF, Word, Excel by what is inside, plain lists by their
    ending.
    """
    if b"%PDF-" in data[:_HEAD] or data.startswith(_OLD_OFFICE):
        return True
    if data.startswith(b"PK"):
        return word.MAIN.encode() in data or excel.MAIN.encode() in data
    return name.lower().endswith(_PLAIN) and not data.lstrip().startswith(b"<")


def read_raw(data: bytes, name: str) -> RawForm:
    """What an old form asks for.

    Raises:
        FachwerkError: the file is unsafe, locked, damaged, of another kind, or asks for nothing.
    """
    if len(data) > MAX_BYTES:
        raise refused("RAW-TOO-LARGE", name, n=MAX_BYTES // 1024 // 1024)
    form = _read(data, name)
    if len(form.entries) > MOST_ENTRIES:
        raise refused("RAW-TOO-MANY", name, n=MOST_ENTRIES)
    return form


def _read(data: bytes, name: str) -> RawForm:
    if b"%PDF-" in data[:_HEAD]:
        from exporters.rawforms.pdf import read_pdf

        return read_pdf(data, name)
    if data.startswith(b"PK"):
        members = unzip(data, name, strict=False)
        if word.MAIN in members:
            return word.read_word(members, name)
        if excel.MAIN in members:
            return excel.read_excel(members, name)
        raise refused("RAW-UNKNOWN", name)
    if data.startswith(_OLD_OFFICE):
        raise refused("RAW-OLD-OFFICE", name)
    return read_list(data, name)
