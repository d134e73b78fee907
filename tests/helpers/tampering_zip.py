"""What does a stranger do to the archive of a package?"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable

from exporters.package.container import ASIC_TYPE, MEDIA_TYPE
from tests.helpers.tampering import FORM, Tampering, good, parts, plain

Entry = tuple[str, bytes]
_DAY = (1980, 1, 1, 0, 0, 0)
_END = struct.Struct("<4s4H2LH")
_SMALL = (("mimetype", MEDIA_TYPE.encode()), ("a.txt", b"a"))


def archive(
    *entries: Entry,
    dress: Callable[[zipfile.ZipInfo], None] = lambda _info: None,
    media_type: str = ASIC_TYPE,
) -> bytes:
    """The signed package as another program would pack it, with more entries at the end."""
    rest = [("mimetype", media_type.encode()), *parts(good()).items(), *entries]
    return packed(rest, dress)


def packed(
    entries: list[Entry] | tuple[Entry, ...],
    dress: Callable[[zipfile.ZipInfo], None] = lambda _info: None,
    comment: bytes = b"",
) -> bytes:
    """Any entries; ``dress`` may spoil the header of each."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, content in entries:
            info = zipfile.ZipInfo(name, _DAY)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            dress(info)
            made.writestr(info, content)
        made.comment = comment
    return memory.getvalue()


def named(name: str) -> Callable[[], bytes]:
    """The package with one more file of that name."""
    return lambda: archive((name, b"x"))


def only(name: str, change: Callable[[zipfile.ZipInfo], None]) -> Callable[[zipfile.ZipInfo], None]:
    """Spoil the header of one entry."""
    return lambda info: change(info) if info.filename == name else None


def patched(data: bytes, name: str, offset: int, value: bytes, *, central: bool) -> bytes:
    """Overwrite a piece of one header of an entry; ``offset`` counts from its begin."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        info = opened.getinfo(name)
        begin = info.header_offset
        directory = opened.start_dir
    if central:
        mark = struct.pack("<L", info.header_offset)
        begin = directory
        while data[begin + 42 : begin + 46] != mark:
            lengths = struct.unpack_from("<3H", data, begin + 28)
            begin += 46 + sum(lengths)
    place = begin + offset
    return data[:place] + value + data[place + len(value) :]


def _with_gap() -> bytes:
    """Bytes between the last entry and the directory, with all numbers right."""
    data = good()
    *head, entries, size, offset, comment = _END.unpack(data[-_END.size :])
    hidden = b"hidden"
    end = _END.pack(*head, entries, size, offset + len(hidden), comment)
    return data[:offset] + hidden + data[offset : -_END.size] + end


def _overlapping() -> bytes:
    """Two names for one body."""
    data = packed((*_SMALL, ("b.txt", b"a")))
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        first = opened.getinfo("a.txt").header_offset
    return patched(data, "b.txt", 42, struct.pack("<L", first), central=True)


def _with_zip64_end() -> bytes:
    data = good()
    *_, size, offset, _comment = _END.unpack(data[-_END.size :])
    (count,) = struct.unpack_from("<H", data, len(data) - 12)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, len(data) - _END.size, 1)
    return data[: -_END.size] + record + locator + data[-_END.size :]


def _reordered() -> bytes:
    """The same entries in another order."""
    first, *others = [("mimetype", ASIC_TYPE.encode()), *parts(good()).items()]
    return packed([first, *reversed(others)])


def _directory_swapped() -> bytes:
    """Two rows of the directory change places; the entries stay."""
    data = good()
    *_, offset, _comment = _END.unpack(data[-_END.size :])
    rows, place = [], offset
    while data[place : place + 4] == b"PK\x01\x02":
        length = 46 + sum(struct.unpack_from("<3H", data, place + 28))
        rows.append(data[place : place + length])
        place += length
    rows[3], rows[4] = rows[4], rows[3]
    return data[:offset] + b"".join(rows) + data[place:]


def _deflated(info: zipfile.ZipInfo) -> None:
    info.compress_type = zipfile.ZIP_DEFLATED


def _linked(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


def _later(info: zipfile.ZipInfo) -> None:
    info.date_time = (2026, 1, 1, 0, 0, 0)


def _extra(info: zipfile.ZipInfo) -> None:
    info.extra = struct.pack("<HH4s", 0x7855, 4, b"abcd")


def _remarked(info: zipfile.ZipInfo) -> None:
    info.comment = b"remark"


def _squeezed(info: zipfile.ZipInfo) -> None:
    info.compress_type = zipfile.ZIP_BZIP2


def _bomb() -> bytes:
    return archive(("bomb.txt", b"\0" * 4_000_000), dress=only("bomb.txt", _deflated))


def _many() -> bytes:
    return packed([_SMALL[0], *((f"{number:x}", b"") for number in range(10_001))])


def _encrypted(central: bool) -> bytes:
    return patched(good(), FORM, 8 if central else 6, b"\x01\x00", central=central)


CONTAINER = (
    Tampering("nothing", lambda: b"", "ZIP-NONE"),
    Tampering("some bytes", lambda: bytes(range(256)) * 4, "ZIP-NONE"),
    Tampering("a text", lambda: b"<?xml version='1.0'?><paket/>", "ZIP-NONE"),
    Tampering("cut", lambda: good()[:-30], "ZIP-END"),
    Tampering("half", lambda: good()[: len(good()) // 2], "ZIP-END"),
    Tampering("bytes before", lambda: b"#!/bin/sh\n" + good(), "ZIP-PREFIX"),
    Tampering("bytes behind", lambda: good() + b"more", "ZIP-END"),
    Tampering("comment", lambda: good()[:-2] + b"\x05\x00hello", "ZIP-END"),
    Tampering("two packages in one file", lambda: good() + plain(), "ZIP-END"),
    Tampering("hidden bytes", _with_gap, "REPACKED"),
    Tampering("two entries on one body", _overlapping, "ZIP-OVERLAP"),
    Tampering("media type wrong", lambda: archive(media_type="application/zip"), "ZIP-TYPE"),
    Tampering("media type last", lambda: packed([*parts(plain()).items(), _SMALL[0]]), "ZIP-TYPE"),
    Tampering("media type missing", lambda: packed(list(parts(plain()).items())), "ZIP-TYPE"),
    Tampering("media type packed", lambda: archive(dress=only("mimetype", _deflated)), "ZIP-TYPE"),
    Tampering("files packed", lambda: archive(dress=only(FORM, _deflated)), "REPACKED"),
    Tampering("other order", _reordered, "REPACKED"),
    Tampering("directory in another order", _directory_swapped, "REPACKED"),
    Tampering("other time", lambda: archive(dress=only(FORM, _later)), "REPACKED"),
    Tampering("extra field", lambda: archive(dress=only(FORM, _extra)), "REPACKED"),
    Tampering("remark at a file", lambda: archive(dress=only(FORM, _remarked)), "REPACKED"),
    Tampering(
        "unsigned, other time",
        lambda: packed(
            [("mimetype", MEDIA_TYPE.encode()), *parts(plain()).items()], only(FORM, _later)
        ),
        "ZIP-BYTES",
    ),
    Tampering("zip64 end", _with_zip64_end, "ZIP-END"),
    Tampering("too many entries", _many, "ZIP-ENTRIES"),
    Tampering("name twice", named(FORM), "ZIP-NAME-DUPLICATE", FORM),
    Tampering("name in capitals", named(FORM.upper()), "ZIP-NAME-DUPLICATE"),
    Tampering("name in wide letters", named("form/\uff49hr_hund.form"), "ZIP-NAME-DUPLICATE"),
    Tampering("name taken apart", named("form/u\u0308ber.form"), "ZIP-NAME-NFC"),
    Tampering("name leads out", named("../evil"), "ZIP-NAME-TRAVERSAL"),
    Tampering("name leads out later", named("form/../../evil"), "ZIP-NAME-TRAVERSAL"),
    Tampering("name from the root", named("/etc/passwd"), "ZIP-NAME-ABSOLUTE"),
    Tampering("name with a drive", named("c:/x"), "ZIP-NAME-CHAR"),
    Tampering("name with backslash", named("..\\evil"), "ZIP-NAME-CHAR"),
    Tampering("name of a device", named("form/con.form"), "ZIP-NAME-RESERVED"),
    Tampering("name with a dot behind", named("form/x."), "ZIP-NAME-TRAILING"),
    Tampering("name that reads backwards", named("form/\u202efdp.exe"), "ZIP-NAME-CONTROL"),
    Tampering("name too long", named("a" * 300), "ZIP-NAME-LONG"),
    Tampering("name with capitals", named("form/Fremd.form"), "ZIP-BYTES"),
    Tampering("file and folder", named(f"{FORM}/x"), "ZIP-FILE-AND-FOLDER"),
    Tampering("more beside the signature", named("META-INF/x"), "UNLISTED", "META-INF/x"),
    Tampering("link", lambda: archive(dress=only(FORM, _linked)), "ZIP-LINK"),
    Tampering("bomb", _bomb, "ZIP-RATIO"),
    Tampering("unknown packing", lambda: archive(dress=only(FORM, _squeezed)), "ZIP-METHOD"),
    Tampering("called encrypted", lambda: _encrypted(True), "ZIP-ENCRYPTED"),
    Tampering("called encrypted at the file", lambda: _encrypted(False), "ZIP-"),
    Tampering(
        "two names for one entry",
        lambda: patched(good(), FORM, 30, b"form/ihr_hunt.form", central=False),
        "ZIP-",
    ),
    Tampering(
        "two sizes for one entry",
        lambda: patched(good(), FORM, 22, b"\x01\x00", central=False),
        "ZIP-LOCAL-MISMATCH",
    ),
    Tampering(
        "wrong checksum",
        lambda: patched(
            patched(good(), FORM, 14, b"abcd", central=False), FORM, 16, b"abcd", central=True
        ),
        "ZIP-BROKEN",
    ),
    Tampering(
        "larger than the archive",
        lambda: patched(good(), FORM, 20, b"\xff\xff\xff\x7f" * 2, central=True),
        "ZIP-TOO-LARGE",
    ),
    Tampering(
        "sizes left to zip64",
        lambda: patched(good(), FORM, 20, b"\xff\xff\xff\xff" * 2, central=True),
        "ZIP-",
    ),
    Tampering(
        "made elsewhere",
        lambda: patched(good(), FORM, 5, b"\x00", central=True),
        "REPACKED",
    ),
)
