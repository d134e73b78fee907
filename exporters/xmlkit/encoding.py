"""In which encoding does a foreign XML file really speak?"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from model.language import Message, say

_DECLARED = re.compile(rb"""^<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']""")
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_TYPOGRAPHY = frozenset("§°€–—‘’‚“”„•…«»·²³½¼±×®© \xa0")
_UNDERSTOOD = {
    "utf-8": "utf-8",
    "ascii": "ascii",
    "iso8859-1": "iso8859-1",
    "iso8859-15": "iso8859-15",
    "cp1252": "cp1252",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
}


MARKED = "utf-8-sig"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text without byte order mark, the encoding the file states, and notes of a repair.

    UTF-8 with a mark is "utf-8-sig": whoever writes the text in that encoding gives the mark back.
    """

    text: str
    encoding: str
    notes: tuple[Message, ...] = ()


class BadEncoding(Exception):
    """``code`` is XML-ENCODING, XML-ENCODING-MISMATCH or XML-BROKEN."""

    def __init__(self, code: str, stated: str) -> None:
        super().__init__(code)
        self.code = code
        self.stated = stated


def decoded(data: bytes) -> Decoded:
    """The characters of an XML file.

    Raises:
        BadEncoding: not one of the encodings we read, or the bytes do not fit it.
    """
    mark = _byte_order_mark(data)
    stated = _stated(data, mark)
    if mark and stated and not _fits(stated, mark):
        raise BadEncoding("XML-ENCODING-MISMATCH", stated)
    encoding = mark or stated or "utf-8"
    if not mark and encoding.startswith("utf-16"):
        raise BadEncoding("XML-BROKEN", encoding)  # without a mark the bytes cannot be UTF-16 here
    try:
        said = MARKED if mark == "utf-8" else stated or encoding
        return Decoded(_without_mark(data.decode(encoding)), said)
    except UnicodeDecodeError:
        return _repaired(data, stated or encoding)


def _byte_order_mark(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"\0\0\0<", b"<\0\0\0")):
        raise BadEncoding("XML-ENCODING", "UTF-32")
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if data.startswith(b"<\0"):
        return "utf-16-le"
    if data.startswith(b"\0<"):
        return "utf-16-be"
    return ""


def _stated(data: bytes, mark: str) -> str:
    head = data[:800]
    if mark.startswith("utf-16"):
        head = head[: len(head) // 2 * 2].decode(mark, "ignore").encode("utf-8")
    found = _DECLARED.match(head.removeprefix(codecs.BOM_UTF8))
    if not found:
        return ""
    word = found[1].decode("ascii")
    try:
        name = codecs.lookup(word).name
    except LookupError:
        raise BadEncoding("XML-ENCODING", word) from None
    if name not in _UNDERSTOOD:
        raise BadEncoding("XML-ENCODING", word)
    return _UNDERSTOOD[name]


def _fits(stated: str, mark: str) -> bool:
    if mark.startswith("utf-16"):
        return stated.startswith("utf-16")
    return stated in (mark, "ascii")


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")


def _repaired(data: bytes, stated: str) -> Decoded:
    """A file that says UTF-8 although its umlauts are plainly Windows-1252."""
    if stated in ("utf-8", "ascii") and not _UTF8_SEQUENCE.search(data):
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise BadEncoding("XML-BROKEN", stated) from None
        odd = {letter for letter in set(text) if letter > "\x7f"}
        if all(letter.isalpha() or letter in _TYPOGRAPHY for letter in odd):
            return Decoded(text, stated, (say("xml.repaired_encoding", stated=stated.upper()),))
    raise BadEncoding("XML-BROKEN", stated)
