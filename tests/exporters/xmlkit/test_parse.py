"""Is every known attack refused, and everything honest kept?"""

from __future__ import annotations

import gzip
import time

import pytest

from exporters.xmlkit import XmlRefused, parse, parse_text, text_of
from model.language import use
from resources import texts

XXE = b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
LAUGHS = (
    b"<!DOCTYPE a [" + b'<!ENTITY l0 "ha">'
    + b"".join(
        b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 9)
    )
    + b"]><a>&l8;</a>"
)  # fmt: skip

HOSTILE = {
    "file entity": (XXE, "XML-DOCTYPE"),
    "external dtd": (b'<!DOCTYPE a SYSTEM "http://x.example/a.dtd"><a/>', "XML-DOCTYPE"),
    "parameter entity": (b'<!DOCTYPE a [<!ENTITY % p SYSTEM "x">%p;]><a/>', "XML-DOCTYPE"),
    "entity in attribute": (b'<!DOCTYPE a [<!ENTITY x "y">]><a b="&x;"/>', "XML-DOCTYPE"),
    "laughs": (LAUGHS, "XML-DOCTYPE"),
    "doctype hidden in utf-16": (XXE.decode().encode("utf-16"), "XML-DOCTYPE"),
    "depth 300": (b"<a>" * 300 + b"</a>" * 300, "XML-BROKEN"),
    "depth 100 000": (b"<a>" * 100_000, "XML-BROKEN"),
    "text of 11 MB": (b"<a>" + b"x" * 11_000_000 + b"</a>", "XML-BROKEN"),
    "name of 60 kB": (b"<" + b"n" * 60_000 + b"/>", "XML-BROKEN"),
    "100 000 attributes": (
        b"<a" + b"".join(b' a%d="1"' % i for i in range(100_000)) + b"/>",
        "XML-TOO-MANY-ATTRIBUTES",
    ),
    "100 000 namespaces": (
        b"<a" + b"".join(b' xmlns:a%d="u"' % i for i in range(100_000)) + b"/>",
        "XML-TOO-MANY-ATTRIBUTES",
    ),
    "two million elements": (b"<a>" + b"<b/>" * 2_000_000 + b"</a>", "XML-TOO-MANY-ELEMENTS"),
    "a million elements behind a comment": (
        b"<a><!-- x -->" + b"<b/>" * 1_000_001 + b"</a>",
        "XML-TOO-MANY-ELEMENTS",
    ),
    "65 MB": (b"<a>" + b" " * 65 * 1024 * 1024 + b"</a>", "XML-TOO-LARGE"),
    "utf-7": (b'<?xml version="1.0" encoding="UTF-7"?><a/>', "XML-ENCODING"),
    "unknown encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "XML-ENCODING"),
    "utf-32": ("<a/>".encode("utf-32"), "XML-ENCODING"),
    "ebcdic": ('<?xml version="1.0"?><a/>'.encode("cp500"), "XML-BROKEN"),
    "utf-16 that says utf-8": (
        '<?xml version="1.0" encoding="UTF-8"?><a/>'.encode("utf-16"),
        "XML-ENCODING-MISMATCH",
    ),
    "mark of utf-8 on latin": (
        b'\xef\xbb\xbf<?xml version="1.0" encoding="ISO-8859-1"?><a/>',
        "XML-ENCODING-MISMATCH",
    ),
    "utf-8 that says utf-16": (b'<?xml version="1.0" encoding="UTF-16"?><a/>', "XML-BROKEN"),
    "mixed encodings": ("ä".encode() + b"\xe4", "XML-BROKEN"),
    "no letters in Windows-1252": (b"<a>\x86\x87</a>", "XML-BROKEN"),
    "nul": (b"<a>\x00</a>", "XML-BROKEN"),
    "nul as reference": (b"<a>&#0;</a>", "XML-BROKEN"),
    "attribute twice": (b'<a b="1" b="2"/>', "XML-BROKEN"),
    "unbound prefix": (b"<x:a/>", "XML-BROKEN"),
    "second root": (b"<a/><b/>", "XML-BROKEN"),
    "cut off": (b"<a><b>", "XML-BROKEN"),
    "empty": (b"", "XML-BROKEN"),
    "gzip": (gzip.compress(b"<a/>"), "XML-BROKEN"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_code_within_two_seconds(name: str) -> None:
    data, code = HOSTILE[name]
    start = time.perf_counter()

    with pytest.raises(XmlRefused) as refusal:
        parse(data, "angriff.xml")

    assert refusal.value.code == code
    assert time.perf_counter() - start < 2


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_refusal_says_what_where_and_what_to_do(language: str) -> None:
    use(language, texts(language))
    try:
        with pytest.raises(XmlRefused) as refusal:
            parse(b"<a>\n<b>\n</a>", "antrag.bpmn")
        sentence = str(refusal.value)
    finally:
        use("de", {})

    assert "antrag.bpmn" in sentence
    assert "3" in sentence
    assert "XML-BROKEN" in sentence
    assert "xml." not in sentence


def test_comments_instructions_and_cdata_are_kept() -> None:
    data = b"<?php x?><a><!-- c --><?i j?><![CDATA[<k>]]></a>"

    root = parse(data).root

    assert len(root) == 2
    assert text_of(root) == "<k>"


def test_a_comment_does_not_cut_a_value() -> None:
    assert text_of(parse(b"<a>ad<!-- -->min</a>").root) == "admin"


def test_twenty_thousand_attributes_are_read() -> None:
    data = b"<a" + b"".join(b' a%d="1"' % i for i in range(20_000)) + b"/>"

    assert len(parse(data).root.attrib) == 20_000


def test_a_doctype_inside_a_comment_is_harmless() -> None:
    assert parse(b"<a><!-- <!DOCTYPE x> --></a>").root.tag == "a"


def test_an_include_stays_inert() -> None:
    data = (
        b'<a xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="file:///etc/passwd"/></a>'
    )

    assert text_of(parse(data).root) == ""


def test_windows_umlauts_in_a_file_that_says_utf_8_are_repaired() -> None:
    parsed = parse('<?xml version="1.0" encoding="UTF-8"?><a>Prüfung §</a>'.encode("cp1252"))

    assert text_of(parsed.root) == "Prüfung §"
    assert [note.key for note in parsed.notes] == ["xml.repaired_encoding"]
    assert parsed.encoding == "utf-8"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_honest_encodings_are_read(encoding: str) -> None:
    stated = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    text = f'<?xml version="1.0" encoding="{stated}"?><a>Größe</a>'

    parsed = parse(text.encode(encoding))

    assert text_of(parsed.root) == "Größe"
    assert parsed.text == text
    assert text_of(parse_text(parsed.text)) == "Größe"
