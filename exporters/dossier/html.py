"""How does a report become one page that needs nothing from outside?

Built element by element: text of a file is only ever text.
"""

from __future__ import annotations

import base64

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
from exporters.dossier.style import STYLE
from exporters.xmlkit.build import clean

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def to_html(whole: Dossier) -> bytes:
    """The page as UTF-8."""
    root = etree.Element("html", lang=whole.language)
    _head(root, whole)
    body = etree.SubElement(root, "body")
    _cover(etree.SubElement(body, "header"), whole)
    _contents(etree.SubElement(body, "nav"), whole)
    main = etree.SubElement(body, "main")
    for block in whole.blocks:
        _block(main, block)
    page = etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>")
    return bytes(page) + b"\n"


def _head(root: etree._Element, whole: Dossier) -> None:
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "meta", charset="utf-8")
    policy = etree.SubElement(head, "meta", content=_POLICY)
    policy.set("http-equiv", "Content-Security-Policy")
    etree.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _words(head, "title", whole.title)
    etree.SubElement(head, "style").text = STYLE


def _cover(header: etree._Element, whole: Dossier) -> None:
    if whole.office.words:
        _line(etree.SubElement(header, "p", {"class": "office"}), (whole.office,))
    _words(header, "p", whole.words["kind"]).set("class", "kind")
    _line(etree.SubElement(header, "h1"), (whole.service,))
    _facts(header, whole.cover)


def _contents(nav: etree._Element, whole: Dossier) -> None:
    nav.set("aria-labelledby", "contents")
    _words(nav, "h2", whole.words["contents"]).set("id", "contents")
    listed = etree.SubElement(nav, "ol")
    for block in whole.blocks:
        if isinstance(block, Heading) and block.level == 1:
            entry = etree.SubElement(listed, "li")
            _line(etree.SubElement(entry, "a", href=f"#{_anchor(block)}"), block.line)


def _anchor(heading: Heading) -> str:
    return "k" + heading.number.replace(".", "-")


def _block(parent: etree._Element, block: Block) -> None:
    match block:
        case Heading():
            # The name of the service is the only h1.
            made = etree.SubElement(parent, f"h{block.level + 1}", id=_anchor(block))
            _words(made, "span", f"{block.number} ").set("class", "number")
            _line(made, block.line)
        case Paragraph():
            for line in block.cell:
                made = etree.SubElement(parent, "p")
                if block.quiet:
                    made.set("class", "quiet")
                _line(made, line)
        case Points():
            listed = etree.SubElement(parent, "ul")
            for line in block.lines:
                _line(etree.SubElement(listed, "li"), line)
        case Facts():
            _facts(parent, block)
        case Table():
            _table(parent, block)
        case Figure():
            _figure(parent, block)


def _facts(parent: etree._Element, facts: Facts) -> None:
    pairs = etree.SubElement(parent, "dl")
    for word, said in facts.pairs:
        _words(pairs, "dt", word)
        _cell(etree.SubElement(pairs, "dd"), said)


def _table(parent: etree._Element, table: Table) -> None:
    frame = etree.SubElement(parent, "div", {"class": "wide"})
    made = etree.SubElement(frame, "table")
    _words(made, "caption", table.title)
    columns = etree.SubElement(made, "colgroup")
    for width in table.widths:
        etree.SubElement(columns, "col", style=f"width:{width}%")
    head = etree.SubElement(etree.SubElement(made, "thead"), "tr")
    for title in table.head:
        _words(head, "th", title).set("scope", "col")
    inside = etree.SubElement(made, "tbody")
    for row in table.rows:
        line = etree.SubElement(inside, "tr")
        for cell in row:
            _cell(etree.SubElement(line, "td"), cell)


def _figure(parent: etree._Element, figure: Figure) -> None:
    made = etree.SubElement(parent, "figure")
    frame = etree.SubElement(made, "div", {"class": "picture", "role": "group", "tabindex": "0"})
    frame.set("aria-label", clean(figure.title))
    picture = _data("image/svg+xml", figure.drawing.svg)
    etree.SubElement(frame, "img", src=picture, alt=clean(figure.alt))
    _words(made, "figcaption", figure.title)


def _cell(parent: etree._Element, cell: Cell) -> None:
    for line in cell:
        _line(etree.SubElement(parent, "div"), line)


def _line(parent: etree._Element, line: Line) -> None:
    for span in line:
        _span(parent, span)


def _span(parent: etree._Element, span: Span) -> None:
    if span.picture:
        source = _data("image/png", span.picture)
        etree.SubElement(parent, "img", {"class": "sign", "src": source, "alt": ""})
    if span.link:
        inner = etree.SubElement(parent, "b") if span.strong else parent
        made = _words(inner, "a", span.words)
        made.set("href", span.link)
        made.set("rel", "noreferrer")
    else:
        made = _words(parent, "b" if span.strong else "span", span.words)
    if span.quiet:
        made.set("class", "quiet")
    if span.language:
        made.set("lang", span.language)


def _words(parent: etree._Element, tag: str, words: str) -> etree._Element:
    made: etree._Element = etree.SubElement(parent, tag)
    made.text = clean(words)
    return made


def _data(media: str, content: bytes) -> str:
    return f"data:{media};base64,{base64.b64encode(content).decode('ascii')}"
