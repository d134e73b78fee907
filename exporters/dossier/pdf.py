"""How does a report become a tagged PDF (PDF/UA-1)?

The program of the sheets is fixed (``sheets``) and reads the report as data beside it; no text of a
file is ever part of the program.
"""

from __future__ import annotations

import json
import re
import struct
from base64 import b64encode
from typing import Any

from lxml import etree

from exporters.dossier.blocks import (
    Block,
    Cell,
    Dossier,
    Facts,
    Figure,
    Heading,
    Line,
    Paragraph,
    Points,
    Span,
    Table,
)
from exporters.dossier.plain import numbered
from exporters.dossier.sheets import SHEETS
from model.errors import FachwerkError
from model.language import say

_STANDARD = "ua-1"
_TRIES = 40
_NARROW = re.compile(rb'font-family="(?P<family>[^"]+) (?:Condensed|Narrow)"')
_PNG = b"\x89PNG\r\n"
_LONG, _PIECE, _BREAK = re.compile(r"[^\s/-]{25,}"), 12, "\u200b"
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_UNKNOWN = re.compile(r'the text [`"]+(?P<signs>.+?)[`"]+ could not be displayed', re.DOTALL)
_CODE = re.compile(r"\\u\{([0-9a-f]{1,6})\}")
_SURE = re.compile(
    "[^\x20-\u024f\u0370-\u03ff\u0400-\u045f\u200b\u2010-\u205e\u20ac\u2190-\u2193\u2212\u2260-\u2265]"
)
"""What lies outside of these is not in every font: Latin, Greek, Cyrillic, the usual signs."""


def to_pdf(whole: Dossier) -> bytes:
    """The sheets. Signs that no font of this machine can show are written by their number.

    Raises:
        FachwerkError: the library is missing, or refuses.
    """
    drawn = b"".join(b.drawing.svg for b in whole.blocks if isinstance(b, Figure)).decode()
    signs: set[str] = set()
    vector = True
    for number in range(_TRIES):
        data, files = _data(whole, vector=vector)
        try:
            return _compiled(_without(data, signs, every=number > 1) if signs else data, files)
        except _Unshown as unshown:
            # The words of the diagram cannot be replaced in its drawing: then it comes as pixels.
            again = unshown.signs <= signs or any(sign in drawn for sign in unshown.signs)
            vector = vector and not again
            signs |= unshown.signs
    raise _refused(", ".join(numbered(sign) for sign in sorted(signs)))


class _Unshown(Exception):
    """Some signs cannot be shown."""

    def __init__(self, signs: frozenset[str]) -> None:
        super().__init__(signs)
        self.signs = signs


def _compiled(data: Any, files: dict[str, bytes]) -> bytes:
    try:
        import typst
    except ImportError as missing:
        raise FachwerkError(
            say("dossier.no_pdf"), where=str(missing), todo=say("dossier.no_pdf.todo"), code="ENV"
        ) from missing
    content = json.dumps(data, ensure_ascii=False).encode("utf-8", "replace")
    given = {"main.typ": SHEETS.encode(), "report.json": content, **files}
    try:
        made = typst.compile(given, format="pdf", pdf_standards=_STANDARD)  # type: ignore[call-overload]
    except typst.TypstError as refused:
        found = _UNKNOWN.search(refused.message)
        if found is None:
            raise _refused(refused.message) from refused
        said = _CODE.sub(lambda code: chr(int(code[1], 16)), found["signs"])
        raise _Unshown(frozenset(said)) from refused
    return bytes(made)


def _refused(message: str) -> FachwerkError:
    return FachwerkError(
        say("dossier.pdf_refused"),
        where=message,
        todo=say("dossier.pdf_refused.todo"),
        code="REPORT-PDF",
    )


def _without(data: Any, signs: set[str], *, every: bool) -> Any:
    """The same data with signs written by their number."""
    if isinstance(data, str):
        if every:
            data = _SURE.sub(lambda found: numbered(found[0]), data)
        return "".join(numbered(s) if s in signs and s > "\x7f" else s for s in data)
    if isinstance(data, list):
        return [_without(part, signs, every=every) for part in data]
    if isinstance(data, dict):
        return {key: _without(value, signs, every=every) for key, value in data.items()}
    return data


# -------------------------------------------------------------------------------- the data


class _Files:
    """Pictures with the names under which the sheets know them; each once. The library takes text
    files only, so pixels come inside an SVG.
    """

    def __init__(self) -> None:
        self.named: dict[str, bytes] = {}
        self._known: dict[bytes, str] = {}

    def add(self, content: bytes) -> str:
        if not content:
            return ""
        if content not in self._known:
            name = f"picture{len(self.named)}.svg"
            self._known[content] = name
            pixels = content.startswith(_PNG)
            self.named[name] = _wrapped(content) if pixels else _NARROW.sub(_stretched, content)
        return self._known[content]


def _stretched(found: re.Match[bytes]) -> bytes:
    """The library knows a narrow sister only as a width of its family."""
    return b'font-family="' + found["family"] + b'" font-stretch="condensed"'


def _wrapped(png: bytes) -> bytes:
    width, height = struct.unpack(">II", png[16:24])
    root = etree.Element("svg", nsmap={None: _SVG, "xlink": _XLINK})
    root.set("viewBox", f"0 0 {width} {height}")
    picture = etree.SubElement(root, "image", width=str(width), height=str(height))
    picture.set(f"{{{_XLINK}}}href", f"data:image/png;base64,{b64encode(png).decode('ascii')}")
    root.set("width", str(width))
    root.set("height", str(height))
    return bytes(etree.tostring(root))


def _data(whole: Dossier, *, vector: bool) -> tuple[Any, dict[str, bytes]]:
    files = _Files()
    data = {
        "title": whole.title,
        "running": _LONG.sub(_breakable, _shortened(whole.title)),
        "language": whole.language,
        "service": _span(whole.service, files),
        "office": _span(whole.office, files),
        "words": whole.words,
        "cover": _facts(whole.cover, files),
        "blocks": _gathered([_block(block, files, vector=vector) for block in whole.blocks]),
    }
    return data, files.named


def _gathered(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What stands between the heading of a chapter and its figure goes onto the figure's sheet."""
    made: list[dict[str, Any]] = []
    for block in blocks:
        if block["kind"] == "figure":
            before: list[dict[str, Any]] = []
            while made and made[-1]["kind"] in ("heading", "paragraph"):
                before.insert(0, made.pop())
                if before[0]["kind"] == "heading":
                    break
            block["before"] = before
        made.append(block)
    return made


def _block(block: Block, files: _Files, *, vector: bool) -> dict[str, Any]:
    match block:
        case Heading(level=level, number=number):
            line = _line(block.line, files)
            return {"kind": "heading", "level": level, "number": number, "line": line}
        case Paragraph(quiet=quiet):
            return {"kind": "paragraph", "quiet": quiet, "cell": _cell(block.cell, files)}
        case Points():
            return {"kind": "points", "lines": [_line(line, files) for line in block.lines]}
        case Facts():
            return {"kind": "facts", "pairs": _facts(block, files)}
        case Table():
            rows = [[_cell(cell, files) for cell in row] for row in block.rows]
            whole = [max(len(_text(cell)) for cell in row) < 500 for row in block.rows]
            return {
                "kind": "table",
                "head": list(block.head),
                "widths": list(block.widths),
                "rows": rows,
                "whole": whole,
            }
        case Figure():
            return {"kind": "figure", "sheets": _sheets(block, files, vector=vector)}


def _sheets(figure: Figure, files: _Files, *, vector: bool) -> list[dict[str, Any]]:
    extent = figure.drawing.extent
    drawn = files.add(figure.drawing.svg) if vector else ""
    return [
        {
            "caption": _LONG.sub(_breakable, _shortened(caption, 200)),
            "alt": alt,
            "paper": sheet.paper,
            "scale": sheet.scale,
            "left": sheet.area.x - extent.x,
            "top": sheet.area.y - extent.y,
            "width": sheet.area.width,
            "height": sheet.area.height,
            "svg": drawn,
            "svg_width": extent.width,
            "svg_height": extent.height,
            "png": "" if vector else files.add(sheet.pixels()),
        }
        for sheet, (caption, alt) in zip(figure.drawing.sheets, figure.sheets, strict=True)
    ]


def _facts(facts: Facts, files: _Files) -> list[dict[str, Any]]:
    return [{"word": word, "said": _cell(said, files)} for word, said in facts.pairs]


def _cell(cell: Cell, files: _Files) -> list[list[dict[str, Any]]]:
    return [_line(line, files) for line in cell]


def _line(line: Line, files: _Files) -> list[dict[str, Any]]:
    return [_span(span, files) for span in line]


def _span(span: Span, files: _Files) -> dict[str, Any]:
    words = _LONG.sub(_breakable, span.words)
    return {**span._asdict(), "words": words, "picture": files.add(span.picture)}


def _shortened(words: str, most: int = 90) -> str:
    """What stands above every page stays on one line."""
    return words if len(words) <= most else words[: most - 1] + "…"


def _breakable(found: re.Match[str]) -> str:
    """A word longer than a column may break anywhere, so that nothing of it is cut off."""
    word = found[0]
    parts = (word[at : at + _PIECE] for at in range(0, len(word), _PIECE))
    return _BREAK.join(parts)


def _text(cell: Cell) -> str:
    return "\n".join("".join(span.words for span in line) for line in cell)
