"""Which old forms does a test put beside a service? Written byte by byte, by ourselves."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

Box = tuple[float, float, float, float]
REQUIRED, MULTILINE, FILE, RADIO, PUSH, COMBO, MANY = (1 << n for n in (1, 12, 20, 15, 16, 17, 21))


def _text(words: str) -> str:
    """A PDF string of any letters."""
    return "<FEFF" + words.encode("utf-16-be").hex().upper() + ">"


class PdfForm:
    """A PDF file with words and form fields, page by page; measured from the lower left."""

    def __init__(self) -> None:
        self.objects: list[bytes] = []
        self.pages: list[tuple[list[str], list[int]]] = []
        self.fields: list[int] = []
        self._page_numbers: list[int] = []
        self.regular = self.put("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                "/Encoding /WinAnsiEncoding >>")  # fmt: skip
        self.bold = self.put("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold "
                             "/Encoding /WinAnsiEncoding >>")  # fmt: skip
        self.page()

    def put(self, content: str | bytes) -> int:
        """One more object; its number."""
        self.objects.append(content.encode("latin-1") if isinstance(content, str) else content)
        return len(self.objects)

    def stream(self, data: bytes, facts: str = "") -> int:
        head = f"<< /Length {len(data)} {facts} >>\nstream\n".encode("latin-1")
        return self.put(head + data + b"\nendstream")

    def page(self) -> None:
        """What follows stands on a new page."""
        self.pages.append(([], []))
        self._page_numbers.append(self.put(b""))

    def words(self, x: float, y: float, text: str, size: float = 10, *, bold: bool = False) -> None:
        plain = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        font = "B" if bold else "R"
        self.pages[-1][0].append(f"BT /{font} {size} Tf 1 0 0 1 {x} {y} Tm ({plain}) Tj ET")

    def field(
        self,
        name: str,
        box: Box,
        kind: str = "Tx",
        flags: int = 0,
        tip: str = "",
        options: Sequence[str | tuple[str, str]] = (),
        length: int = 0,
        script: str = "",
        more: str = "",
    ) -> int:
        """A field that is its own widget."""
        facts = f"/Type /Annot /Subtype /Widget {self._rect(box)} /FT /{kind} /T {_text(name)}"
        facts += f" /Ff {flags}" if flags else ""
        facts += f" /TU {_text(tip)}" if tip else ""
        facts += f" /MaxLen {length}" if length else ""
        facts += f" /Opt [{' '.join(_option(one) for one in options)}]" if options else ""
        if script:
            facts += f" /AA << /F << /S /JavaScript /JS {_text(script)} >> >>"
        if kind == "Btn" and not flags & PUSH:
            facts += " /AP << /N << /On null /Off null >> >>"
        number = self.put(f"<< {facts} {more} >>")
        self.fields.append(number)
        self.pages[-1][1].append(number)
        return number

    def buttons(
        self,
        name: str,
        states: Iterable[tuple[str, Box]],
        tip: str = "",
        options: Sequence[str] = (),
        flags: int = RADIO,
    ) -> int:
        """Buttons of which one is chosen."""
        parent = self.put(b"")
        kids = []
        for state, box in states:
            look = f"/AP << /N << /{state} null /Off null >> >>"
            facts = f"/Type /Annot /Subtype /Widget {self._rect(box)} /Parent {parent} 0 R {look}"
            kids.append(self.put(f"<< {facts} >>"))
        self.pages[-1][1].extend(kids)
        facts = f"/FT /Btn /Ff {flags} /T {_text(name)} /Kids [{_refs(kids)}]"
        facts += f" /TU {_text(tip)}" if tip else ""
        facts += f" /Opt [{' '.join(map(_text, options))}]" if options else ""
        self.objects[parent - 1] = f"<< {facts} >>".encode("latin-1")
        self.fields.append(parent)
        return parent

    def group(self, name: str, fields: Iterable[int]) -> int:
        """A field that only holds others ("antragsteller.name")."""
        kids = list(fields)
        self.fields = [one for one in self.fields if one not in kids]
        number = self.put(f"<< /T {_text(name)} /Kids [{_refs(kids)}] >>")
        self.fields.append(number)
        return number

    def bytes(self, form: str = "", trailer: str = "", catalog: str = "") -> bytes:
        """The file. ``form``, ``trailer`` and ``catalog`` add facts to these parts."""
        tree = len(self.objects) + len(self.pages) + 1
        font = f"<< /Font << /R {self.regular} 0 R /B {self.bold} 0 R >> >>"
        for number, (content, widgets) in zip(self._page_numbers, self.pages, strict=True):
            stream = self.stream("\n".join(content).encode("cp1252"))
            self.objects[number - 1] = (
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Resources {font} "
                f"/Contents {stream} 0 R /Annots [{_refs(widgets)}] >>"
            ).encode("latin-1")
        pages = f"/Kids [{_refs(self._page_numbers)}] /Count {len(self.pages)}"
        assert self.put(f"<< /Type /Pages {pages} >>") == tree
        whole = f"/AcroForm << /Fields [{_refs(self.fields)}] {form} >>"
        root = self.put(f"<< /Type /Catalog /Pages {tree} 0 R {whole} {catalog} >>")
        return pdf_file(self.objects, f"/Root {root} 0 R {trailer}")

    def _rect(self, box: Box) -> str:
        return f"/Rect [{' '.join(str(value) for value in box)}]"


def pdf_file(objects: Sequence[bytes], trailer: str) -> bytes:
    """Numbered objects with their table."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} {trailer} >>\n".encode()
    return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def _refs(numbers: Iterable[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _option(one: str | tuple[str, str]) -> str:
    return f"[{_text(one[0])} {_text(one[1])}]" if isinstance(one, tuple) else _text(one)


# ---------------------------------------------------------------------------------------- office

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def archive(members: dict[str, str | bytes]) -> bytes:
    """An archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return out.getvalue()


def run(text: str, *, bold: bool = False) -> str:
    facts = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{facts}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inside: str, style: str = "", point: bool = False) -> str:
    """A paragraph of runs and controls."""
    facts = f'<w:pStyle w:val="{style}"/>' if style else ""
    facts += '<w:numPr><w:numId w:val="1"/></w:numPr>' if point else ""
    return f"<w:p><w:pPr>{facts}</w:pPr>{''.join(inside)}</w:p>"


def control(inside: str = "<w:text/>", alias: str = "", tag: str = "") -> str:
    """A content control; it holds the words that ask to click here."""
    facts = f"<w:alias w:val={quoteattr(alias)}/>" if alias else ""
    facts += f"<w:tag w:val={quoteattr(tag)}/>" if tag else ""
    held = run("Klicken Sie hier, um Text einzugeben.")
    return f"<w:sdt><w:sdtPr>{facts}{inside}</w:sdtPr><w:sdtContent>{held}</w:sdtContent></w:sdt>"


def choice(*answers: str) -> str:
    """What makes a control a list to choose from."""
    items = "".join(
        f"<w:listItem w:displayText={quoteattr(a)} w:value={quoteattr(a)}/>" for a in answers
    )
    asking = '<w:listItem w:displayText="Wählen Sie ein Element aus." w:value=""/>'
    return f"<w:dropDownList>{asking}{items}</w:dropDownList>"


TICK = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'


def legacy(name: str, facts: str) -> str:
    """A form field of the old kind, with the answer it holds now."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/>{facts}'
        "</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("alte Antwort")}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: Sequence[str]) -> str:
    """Cells that are words (or ready paragraphs)."""
    made = []
    for row in rows:
        cells = (c if c.startswith("<w:p>") else paragraph(run(c) if c else "") for c in row)
        made.append("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>")
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def word(*blocks: str) -> bytes:
    """A .docx file."""
    body = f"<w:document {W} {W14}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>"
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": body})


def excel(sheets: dict[str, Sequence[Sequence[str]]], *, shared: bool = True) -> bytes:
    """A .xlsx file; a cell that begins with "=" is a number, with "@" a date."""
    words: list[str] = []
    names, relations = "", ""
    members: dict[str, str | bytes] = {"[Content_Types].xml": "<Types/>"}
    for number, (name, rows) in enumerate(sheets.items(), 1):
        names += f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"/>'
        relations += f'<Relationship Id="rId{number}" Target="worksheets/sheet{number}.xml"/>'
        lines = "".join(
            f"<row>{''.join(_cell(c, f'{chr(65 + x)}{y}', words, shared) for x, c in enumerate(r))}"
            "</row>"
            for y, r in enumerate(rows, 1)
        )
        sheet = f"<worksheet {S}><sheetData>{lines}</sheetData></worksheet>"
        members[f"xl/worksheets/sheet{number}.xml"] = sheet
    members["xl/workbook.xml"] = f"<workbook {S} {R}><sheets>{names}</sheets></workbook>"
    members["xl/_rels/workbook.xml.rels"] = f"<Relationships>{relations}</Relationships>"
    looks = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    members["xl/styles.xml"] = f"<styleSheet {S}>{looks}</styleSheet>"
    if shared:
        items = "".join(f"<si><t>{escape(one)}</t></si>" for one in words)
        members["xl/sharedStrings.xml"] = f"<sst {S}>{items}</sst>"
    return archive(members)


def _cell(text: str, place: str, words: list[str], shared: bool) -> str:
    if not text:
        return ""
    if text.startswith("="):
        return f'<c r="{place}"><v>{text[1:]}</v></c>'
    if text.startswith("@"):
        return f'<c r="{place}" s="1"><v>{text[1:]}</v></c>'
    if not shared:
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
    words.append(text)
    return f'<c r="{place}" t="s"><v>{len(words) - 1}</v></c>'
