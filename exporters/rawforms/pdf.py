"""What does a PDF form ask for?

Opens the file under guard; ``pdffields`` walks its fields, ``pdftext`` reads the words around them.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from exporters.rawforms.pdffields import Seen, fields_of
from exporters.rawforms.pdflabels import entries_of
from exporters.rawforms.pdftext import headings_of, words_of
from exporters.rawforms.refusal import refused
from exporters.rawforms.xfa import entries_of_xfa
from model.commands import RawForm
from model.errors import FachwerkError

if TYPE_CHECKING:
    from pypdf import PdfReader

_MOST_READS: Final = 450_000
"""A form of forty fields takes nine thousand, one of two thousand fields 260 000."""
_END: Final = b"%%EOF"
_STREAM: Final = 16_000_000
_LIMITS: Final[dict[str, Any]] = {
    "maximum_declared_stream_length": 64_000_000,
    "array_based_stream_maximum_output_length": _STREAM,
    "array_maximum_element_count": 50_000,
    "dictionary_maximum_element_count": 20_000,
    "lzw_maximum_output_length": _STREAM,
    "run_length_maximum_output_length": _STREAM,
    "zlib_maximum_output_length": _STREAM,
    "zlib_maximum_recovery_input_length": 1_000_000,
    "flate_maximum_row_length": 1_000_000,
    "stream_filters_maximum_length": 4,
    "stream_decoding_work_maximum_length": 48_000_000,
    "stream_parsing_work_maximum_count": 120_000,
    "page_tree_maximum_entries": 4_000,
    "page_tree_maximum_depth": 32,
    "page_tree_maximum_page_entries": 100_000,
    "xform_maximum_invocations_per_extraction": 200,
    "jbig2dec_binary": None,
}


class _TooMuch(Exception):
    """The parser has read more than any honest form needs."""


class _Counted(io.BytesIO):
    """Counts what the parser asks for, so that no file can keep it busy; no clock is needed."""

    left = _MOST_READS

    def read(self, size: int | None = -1, /) -> bytes:
        self.left -= 1
        if self.left < 0:
            raise _TooMuch
        return super().read(size)


def read_pdf(data: bytes, name: str) -> RawForm:
    """The form in a PDF file.

    Raises:
        RawRefused: locked, damaged, without fields, or larger than any honest form.
    """
    with _guarded(data, name):
        from pypdf import PdfReader

        reader = PdfReader(_Counted(_ended(data)), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise refused("RAW-LOCKED", name)
        found = fields_of(reader, name)
        if not found:
            return _other_kind(reader, name)
        wanted = {place.page for field in found for place in field.places}
        pages = words_of(reader, wanted)
        entries = entries_of(found, pages, headings_of(pages))
    if not entries:
        raise refused("RAW-NO-FIELDS", name)
    return RawForm(name, "pdf", tuple(entries))


def _ended(data: bytes) -> bytes:
    """The file up to its last mark of the end; what lies behind would be searched line by line."""
    end = data.rfind(_END)
    return data[: end + len(_END)] + b"\n" if end >= 0 else data + b"\n" + _END + b"\n"


def _other_kind(reader: PdfReader, name: str) -> RawForm:
    """A form that PDF itself knows no field of: its XML, if there is any."""
    seen = Seen(reader)
    entries = entries_of_xfa(seen, name)
    if not entries:
        raise refused("RAW-XFA" if seen.has_xfa else "RAW-NO-FIELDS", name)
    return RawForm(name, "pdf", tuple(entries))


@contextmanager
def _guarded(data: bytes, name: str) -> Iterator[None]:
    """Low limits for the parser, and one sentence for whatever it stumbles over."""
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

    _silenced()
    try:
        with apply_configuration(**_LIMITS):
            yield
    except FachwerkError:
        raise
    except (FileNotDecryptedError, DependencyError):
        raise refused("RAW-LOCKED", name) from None
    except (_TooMuch, LimitReachedError, MemoryError, RecursionError):
        raise refused("RAW-TOO-MUCH", name) from None
    except Exception as error:
        # A damaged file makes the parser stumble anywhere and with any kind of error; a lock that
        # it does not know does so, too.
        if b"/Encrypt" in data:
            raise refused("RAW-LOCKED", name) from None
        raise refused("RAW-BROKEN", name, reason=type(error).__name__) from None


def _silenced() -> None:
    """The parser tells its troubles to the log; a person hears them from us."""
    log = logging.getLogger("pypdf")
    if not log.handlers:
        log.addHandler(logging.NullHandler())
        log.propagate = False
