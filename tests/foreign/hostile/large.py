"""Which attacks are too large to be committed? Made when they are asked for."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Final

from tests.exporters.xprozess.files import message
from tests.foreign.hostile.making import (
    DECLARATION,
    EPOCH,
    archive,
    doctype,
    document,
    documented,
    overlapping,
    process,
)

MEGA: Final = 1_000_000


def _xml(text: str) -> bytes:
    return (DECLARATION + text).encode()


def _attributes(count: int, name: str = "v:a") -> bytes:
    found = " ".join(f'{name}{number}="1"' for number in range(count))
    return _xml(process(f'<task id="u" name="Viele" {found}/>', root=' xmlns:v="urn:v"'))


def _namespaces() -> bytes:
    found = " ".join(f'xmlns:n{number}="urn:n"' for number in range(100_000))
    return _xml(process(f"<extensionElements {found}/>"))


def _foreign(inside: str) -> bytes:
    return _xml(
        process(f"<extensionElements>{inside}</extensionElements>", root=' xmlns:v="urn:v"')
    )


def _zeros(size: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(zipfile.ZipInfo("source/a.fachwerk", EPOCH), document())
        info = zipfile.ZipInfo("n.bpmn", EPOCH)
        info.compress_type = zipfile.ZIP_DEFLATED
        made.writestr(info, b"\0" * size)
    return target.getvalue()


def _bomb_in_a_message() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("m.bpmn", b"<a>" + b" " * 50_000_000 + b"</a>")
    return message(base64.b64encode(target.getvalue()).decode())


def _many_entries(count: int) -> bytes:
    return archive(*((f"f{number}", b"") for number in range(count)))


LARGE: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = {
    "quadratic entity": (
        lambda: doctype(f'<!ENTITY x "{"y" * 50_000}">', documented("&x;" * 50_000)),
        "XML-DOCTYPE",
    ),
    "depth 100 000": (lambda: _foreign("<v:x>" * 100_000 + "</v:x>" * 100_000), "XML-BROKEN"),
    "attribute of 11 MB": (lambda: _foreign(f'<v:x y="{"z" * 11 * MEGA}"/>'), "XML-BROKEN"),
    "text of 11 MB": (lambda: _xml(documented("z" * 11 * MEGA)), "XML-BROKEN"),
    "comment of 11 MB": (lambda: _xml(process(f"<!--{'z' * 11 * MEGA}-->")), "XML-BROKEN"),
    "CDATA of 11 MB": (lambda: _xml(documented(f"<![CDATA[{'z' * 11 * MEGA}]]>")), "XML-BROKEN"),
    "name of 60 kB": (lambda: _foreign(f"<v:{'n' * 60_000}/>"), "XML-BROKEN"),
    "40 000 attributes": (lambda: _attributes(40_000), "XML-TOO-MANY-ATTRIBUTES"),
    "100 000 attributes": (lambda: _attributes(100_000), "XML-TOO-MANY-ATTRIBUTES"),
    "100 000 namespaces": (_namespaces, "XML-TOO-MANY-ATTRIBUTES"),
    "2 000 000 elements": (lambda: _foreign("<x/>" * 2 * MEGA), "XML-TOO-MANY-ELEMENTS"),
    "65 MB": (lambda: _foreign(" " * 65 * 1024 * 1024), "XML-TOO-LARGE"),
    "zeros of 50 MB in a zip": (lambda: _zeros(50 * MEGA), "ZIP-RATIO"),
    "5 000 entries on one body": (lambda: overlapping(5_000), "ZIP-OVERLAP"),
    "65 000 entries": (lambda: _many_entries(65_000), "ZIP-ENTRIES"),
    "name of 60 000 letters in a zip": (
        lambda: archive(("x" * 60_000, b"x")),
        "ZIP-NAME-LONG",
    ),
    "zeros of 50 MB in a message": (_bomb_in_a_message, "ZIP-RATIO"),
}
"""Name -> how it is made, and the code of its refusal."""

HARMLESS: Final[Mapping[str, Callable[[], bytes]]] = {
    "20 000 attributes": lambda: _attributes(19_998),
    "text of 5 MB": lambda: _xml(documented("z" * 5 * MEGA)),
    "comment of 5 MB": lambda: _xml(process(f"<!--{'z' * 5 * MEGA}-->")),
    "depth 200": lambda: _foreign("<v:x>" * 200 + "</v:x>" * 200),
}
"""Large, but honest: read and written back."""
