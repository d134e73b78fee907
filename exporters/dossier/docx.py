"""How does a report become a Word file that people can work on?

Real headings, a table of contents with entries, tables with repeated header rows, alternative
texts, a language on every foreign word: what Word needs to hand it on accessibly.
"""

from __future__ import annotations

import struct

from lxml import etree

from exporters.dossier import word
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
from exporters.dossier.word import NAMESPACES, PIC, WP, A, R, q, sub
from exporters.xmlkit.build import clean
from exporters.xmlkit.zipwrite import zipped

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_EMU = 9525
"""English Metric Units in 1/96 inch."""
_TEXT_WIDTH = 9350
"""Between the margins of A4, in twentieths of a point."""
_A4, _A4_FLAT, _A3_FLAT = (11906, 16838), (16838, 11906), (23811, 16838)
_SIGN = 16 * _EMU


def to_docx(whole: Dossier) -> bytes:
    """The file; the same bytes for the same report."""
    return _Writer(whole).written()


class _Writer:
    """Writes the body and gathers what it refers to."""

    def __init__(self, whole: Dossier) -> None:
        self.whole = whole
        self.root = etree.Element(q("document"), nsmap=NAMESPACES)
        self.body = sub(self.root, "body")
        self.relations: list[tuple[str, str, str, bool]] = []
        self.media: dict[str, bytes] = {}
        self.known: dict[object, str] = {}
        self.drawn = 0
        for kind in ("styles", "numbering", "settings", "header", "footer"):
            number = "1" if kind in ("header", "footer") else ""
            self._related(kind, kind, f"{kind}{number}.xml")

    def written(self) -> bytes:
        self._cover()
        blocks = self.whole.blocks
        for number, block in enumerate(blocks):
            if isinstance(block, Heading) and _leads_to_figure(blocks[number + 1 :]):
                self._section(self._hidden_end(), _A4)
            self._block(block)
        self._section(self.body, _A4)
        whole = self.whole
        return zipped(
            {
                "[Content_Types].xml": word.content_types(),
                "_rels/.rels": word.root_relations(),
                "docProps/core.xml": word.core(clean(whole.title), whole.language),
                "word/document.xml": word.part(self.root),
                "word/_rels/document.xml.rels": word.relations(self.relations),
                "word/styles.xml": word.styles(whole.language),
                "word/numbering.xml": word.numbering(),
                "word/settings.xml": word.settings(),
                "word/header1.xml": self._header(),
                "word/footer1.xml": self._footer(),
                **{f"word/{name}": content for name, content in self.media.items()},
            }
        )

    # ---------------------------------------------------------------------------- the frame

    def _cover(self) -> None:
        if self.whole.office.words:
            self._line(self._paragraph(self.body, "Quiet"), (self.whole.office,))
        self._run(self._paragraph(self.body, "Kind"), Span(self.whole.words["kind"]))
        self._line(self._paragraph(self.body, "Title"), (self.whole.service,))
        self._facts(self.whole.cover)
        contents = self._paragraph(self.body, "Contents")
        sub(contents.find(q("pPr")), "pageBreakBefore")  # type: ignore[arg-type]
        self._run(contents, Span(self.whole.words["contents"]))
        self._contents()

    def _contents(self) -> None:
        """A field of Word with its entries already in it; page numbers come when it is updated."""
        headings = [block for block in self.whole.blocks if isinstance(block, Heading)]
        for number, heading in enumerate(headings):
            paragraph = self._paragraph(self.body, f"TOC{heading.level}")
            if number == 0:
                self._field_part(paragraph, "begin")
                code = sub(sub(paragraph, "r"), "instrText")
                code.text = ' TOC \\o "1-2" \\h \\z \\u '
                code.set(_SPACE, "preserve")
                self._field_part(paragraph, "separate")
            link = sub(paragraph, "hyperlink", anchor=_anchor(heading), history="1")
            self._run(link, Span(f"{heading.number}  "))
            self._line(link, heading.line)
            if number == len(headings) - 1:
                self._field_part(paragraph, "end")

    def _field_part(self, paragraph: etree._Element, kind: str) -> None:
        sub(sub(paragraph, "r"), "fldChar", fldCharType=kind)

    def _header(self) -> bytes:
        root = etree.Element(q("hdr"), nsmap=NAMESPACES)
        self._run(self._paragraph(root, "Header"), Span(self.whole.title))
        return word.part(root)

    def _footer(self) -> bytes:
        root = etree.Element(q("ftr"), nsmap=NAMESPACES)
        paragraph = self._paragraph(root, "Footer")
        for before, code in (("page", "PAGE"), ("of", "NUMPAGES")):
            self._run(paragraph, Span(f"{self.whole.words[before]} "))
            field = sub(paragraph, "fldSimple", instr=f" {code} ")
            self._run(field, Span("1"))
            self._run(paragraph, Span(" "))
        return word.part(root)

    def _section(self, parent: etree._Element, size: tuple[int, int]) -> None:
        made = sub(parent, "sectPr")
        for kind, number in (("header", 4), ("footer", 5)):
            reference = sub(made, f"{kind}Reference", type="default")
            reference.set(f"{{{R}}}id", f"rId{number}")
        sub(made, "type", val="nextPage")
        page = sub(made, "pgSz", w=str(size[0]), h=str(size[1]))
        if size[0] > size[1]:
            page.set(q("orient"), "landscape")
        flat = size[0] > size[1]
        left, right = ("800", "800") if flat else ("1350", "1200")
        sides = {"top": "1300", "right": right, "bottom": "1200", "left": left}
        sub(made, "pgMar", **sides, header="600", footer="600", gutter="0")

    # --------------------------------------------------------------------------- the blocks

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                for line in block.cell:
                    self._line(self._paragraph(self.body, "Quiet" if block.quiet else ""), line)
            case Points():
                for line in block.lines:
                    self._line(self._paragraph(self.body, "ListBullet"), line)
            case Facts():
                self._facts(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)

    def _heading(self, heading: Heading) -> None:
        paragraph = self._paragraph(self.body, f"Heading{heading.level}")
        name = _anchor(heading)
        one = str(len(self.known) + 1000)
        self.known[name] = one
        sub(paragraph, "bookmarkStart", id=one, name=name)
        self._run(paragraph, Span(f"{heading.number}  "))
        self._line(paragraph, heading.line)
        sub(paragraph, "bookmarkEnd", id=one)

    def _facts(self, facts: Facts) -> None:
        table = self._grid((30, 70), header=False, title="")
        for name, said in facts.pairs:
            row = sub(table, "tr")
            self._run(self._paragraph(self._cell_of(row, 30), "Cell"), Span(name, strong=True))
            self._cell(self._cell_of(row, 70), said)
        self._paragraph(self.body, "")

    def _table(self, table: Table) -> None:
        made = self._grid(table.widths, header=True, title=table.title)
        row = sub(made, "tr")
        how = sub(row, "trPr")
        sub(how, "cantSplit")
        sub(how, "tblHeader")
        for title, width in zip(table.head, table.widths, strict=True):
            cell = self._cell_of(row, width, shade="E6EEF0")
            self._run(self._paragraph(cell, "Cell"), Span(title, strong=True))
        for cells in table.rows:
            row = sub(made, "tr")
            for said, width in zip(cells, table.widths, strict=True):
                self._cell(self._cell_of(row, width), said)
        self._paragraph(self.body, "")

    def _grid(self, widths: tuple[int, ...], *, header: bool, title: str) -> etree._Element:
        table = sub(self.body, "tbl")
        how = sub(table, "tblPr")
        sub(how, "tblStyle", val="Report")
        sub(how, "tblW", w=str(_TEXT_WIDTH), type="dxa")
        sub(how, "tblLayout", type="fixed")
        sub(how, "tblLook", firstRow=str(int(header)), firstColumn=str(int(not header)))
        if title:
            sub(how, "tblCaption", val=clean(title))
        grid = sub(table, "tblGrid")
        for width in widths:
            sub(grid, "gridCol", w=str(_TEXT_WIDTH * width // 100))
        return table

    def _cell_of(self, row: etree._Element, width: int, shade: str = "") -> etree._Element:
        cell = sub(row, "tc")
        how = sub(cell, "tcPr")
        sub(how, "tcW", w=str(_TEXT_WIDTH * width // 100), type="dxa")
        if shade:
            sub(how, "shd", val="clear", color="auto", fill=shade)
        return cell

    def _cell(self, parent: etree._Element, cell: Cell) -> None:
        for line in cell or ((),):
            self._line(self._paragraph(parent, "Cell"), line)

    def _figure(self, figure: Figure) -> None:
        """Each sheet on a page of its size; the first one below its heading."""
        for sheet, (caption, alt) in zip(figure.drawing.sheets, figure.sheets, strict=True):
            png = sheet.pixels()
            width, height = struct.unpack(">II", png[16:24])
            scale = min(1.0, sheet.area.width * sheet.scale / width)
            size = (round(width * scale * _EMU), round(height * scale * _EMU))
            paragraph = self._paragraph(self.body, "Picture")
            self._picture(paragraph, png, size, alt)
            end = self._paragraph(self.body, "Caption")
            self._run(end, Span(caption))
            how = end.find(q("pPr"))
            assert how is not None
            self._section(how, _A3_FLAT if sheet.paper == "a3" else _A4_FLAT)

    def _hidden_end(self) -> etree._Element:
        """The end of a section hangs at a paragraph."""
        how = self._paragraph(self.body, "Caption").find(q("pPr"))
        assert how is not None
        return how

    # ----------------------------------------------------------------------------- the words

    def _paragraph(self, parent: etree._Element, style: str) -> etree._Element:
        made = sub(parent, "p")
        how = sub(made, "pPr")
        if style:
            sub(how, "pStyle", val=style)
        return made

    def _line(self, parent: etree._Element, line: Line) -> None:
        for span in line:
            if span.picture:
                self._picture(parent, span.picture, (_SIGN, _SIGN), "")
                self._run(parent, Span(" "))
            if span.link:
                link = sub(parent, "hyperlink", history="1")
                link.set(f"{{{R}}}id", self._related(span.link, "hyperlink", span.link, True))
                self._run(link, span, "Hyperlink")
            else:
                self._run(parent, span, "Soft" if span.quiet else "")

    def _run(self, parent: etree._Element, span: Span, style: str = "") -> None:
        run = sub(parent, "r")
        how = sub(run, "rPr")
        if style:
            sub(how, "rStyle", val=style)
        if span.strong:
            sub(how, "b")
        if span.language:
            sub(how, "lang", val=span.language)
        text = sub(run, "t")
        text.text = clean(span.words)
        text.set(_SPACE, "preserve")

    def _picture(self, parent: etree._Element, png: bytes, size: tuple[int, int], alt: str) -> None:
        """A picture in the line; one without words is told to be decoration."""
        self.drawn += 1
        name = self._media(png)
        wide, high = {"cx": str(size[0]), "cy": str(size[1])}.values()
        drawing = sub(sub(parent, "r"), "drawing")
        inline = etree.SubElement(drawing, f"{{{WP}}}inline")
        etree.SubElement(inline, f"{{{WP}}}extent", cx=wide, cy=high)
        about = {"id": str(self.drawn), "name": f"picture {self.drawn}", "descr": clean(alt)}
        told = etree.SubElement(inline, f"{{{WP}}}docPr", about)
        if not alt:
            extensions = etree.SubElement(told, f"{{{A}}}extLst")
            one = etree.SubElement(extensions, f"{{{A}}}ext", uri=_DECORATION)
            etree.SubElement(one, f"{{{word.ADEC}}}decorative", val="1")
        graphic = etree.SubElement(inline, f"{{{A}}}graphic")
        data = etree.SubElement(graphic, f"{{{A}}}graphicData", uri=PIC)
        picture = etree.SubElement(data, f"{{{PIC}}}pic")
        names = etree.SubElement(picture, f"{{{PIC}}}nvPicPr")
        etree.SubElement(names, f"{{{PIC}}}cNvPr", about)
        etree.SubElement(names, f"{{{PIC}}}cNvPicPr")
        fill = etree.SubElement(picture, f"{{{PIC}}}blipFill")
        blip = etree.SubElement(fill, f"{{{A}}}blip")
        blip.set(f"{{{R}}}embed", name)
        etree.SubElement(etree.SubElement(fill, f"{{{A}}}stretch"), f"{{{A}}}fillRect")
        shape = etree.SubElement(picture, f"{{{PIC}}}spPr")
        place = etree.SubElement(shape, f"{{{A}}}xfrm")
        etree.SubElement(place, f"{{{A}}}off", x="0", y="0")
        etree.SubElement(place, f"{{{A}}}ext", cx=wide, cy=high)
        form = etree.SubElement(shape, f"{{{A}}}prstGeom", prst="rect")
        etree.SubElement(form, f"{{{A}}}avLst")

    def _media(self, png: bytes) -> str:
        if png not in self.known:
            name = f"media/picture{len(self.media) + 1}.png"
            self.media[name] = png
            self._related(png, "image", name)
        return self.known[png]

    def _related(self, key: object, kind: str, target: str, outside: bool = False) -> str:
        if key not in self.known:
            one = f"rId{len(self.relations) + 1}"
            self.relations.append((one, kind, target, outside))
            self.known[key] = one
        return self.known[key]


def _leads_to_figure(blocks: tuple[Block, ...]) -> bool:
    """Does a figure follow before the next heading?"""
    for block in blocks:
        if isinstance(block, Figure | Heading):
            return isinstance(block, Figure)
    return False


_DECORATION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
"""The name of Word's extension for decoration."""


def _anchor(heading: Heading) -> str:
    return "k" + heading.number.replace(".", "_")
