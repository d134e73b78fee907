"""Which fixed parts does a Word file have around its text?"""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
NAMESPACES = {"w": W, "r": R, "wp": WP, "a": A, "pic": PIC}

_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_OOXML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {
    "/word/document.xml": f"{_OOXML}.document.main+xml",
    "/word/styles.xml": f"{_OOXML}.styles+xml",
    "/word/numbering.xml": f"{_OOXML}.numbering+xml",
    "/word/settings.xml": f"{_OOXML}.settings+xml",
    "/word/header1.xml": f"{_OOXML}.header+xml",
    "/word/footer1.xml": f"{_OOXML}.footer+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
}
_INK, _SOFT, _MARK = "1D2329", "525A63", "0B5A6B"


def content_types() -> bytes:
    root = etree.Element(f"{{{_CONTENT}}}Types", nsmap={None: _CONTENT})
    for ending, media in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
    ):
        etree.SubElement(root, f"{{{_CONTENT}}}Default", Extension=ending, ContentType=media)
    for name, media in _PARTS.items():
        etree.SubElement(root, f"{{{_CONTENT}}}Override", PartName=name, ContentType=media)
    return part(root)


def relations(rows: list[tuple[str, str, str, bool]]) -> bytes:
    """Id, kind, target, outside of the file?"""
    root = etree.Element(f"{{{_RELATED}}}Relationships", nsmap={None: _RELATED})
    for one, kind, target, outside in rows:
        made = etree.SubElement(root, f"{{{_RELATED}}}Relationship", Id=one)
        made.set("Type", kind if "//" in kind else f"{R}/{kind}")
        made.set("Target", target)
        if outside:
            made.set("TargetMode", "External")
    return part(root)


def root_relations() -> bytes:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    return relations(
        [
            ("rId1", "officeDocument", "word/document.xml", False),
            ("rId2", core, "docProps/core.xml", False),
        ]
    )


def core(title: str, language: str) -> bytes:
    """Title and language; neither a person nor an hour."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    etree.SubElement(root, f"{{{_DC}}}title").text = title
    etree.SubElement(root, f"{{{_DC}}}language").text = language
    return part(root)


def settings() -> bytes:
    root = _root("settings")
    sub(root, "autoHyphenation", val="true")
    compat = sub(root, "compat")
    sub(
        compat,
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    return part(root)


def numbering() -> bytes:
    """One list with dots."""
    root = _root("numbering")
    abstract = sub(root, "abstractNum", abstractNumId="0")
    level = sub(abstract, "lvl", ilvl="0")
    sub(level, "start", val="1")
    sub(level, "numFmt", val="bullet")
    sub(level, "lvlText", val="•")
    sub(sub(level, "pPr"), "ind", left="360", hanging="260")
    sub(sub(root, "num", numId="1"), "abstractNumId", val="0")
    return part(root)


def styles(language: str) -> bytes:
    """Headings, text, tables; German office paper."""
    root = _root("styles")
    defaults = sub(root, "docDefaults")
    run = sub(sub(defaults, "rPrDefault"), "rPr")
    sub(run, "rFonts", ascii="Calibri", hAnsi="Calibri", cs="Calibri", eastAsia="Calibri")
    sub(run, "sz", val="21")
    sub(run, "lang", val={"de": "de-DE", "en": "en-GB"}.get(language, language))
    sub(sub(sub(defaults, "pPrDefault"), "pPr"), "spacing", after="100", line="264")
    _style(root, "Normal", "Normal", default=True)
    _style(root, "Title", "Title", size="56", color=_INK, bold=True, before="0", after="300")
    _style(root, "Kind", "Kind", size="24", color=_MARK, after="60")
    _style(
        root, "Heading1", "heading 1", "32", _MARK, bold=True, before="480", after="160", level=0
    )
    _style(
        root, "Heading2", "heading 2", "25", _MARK, bold=True, before="300", after="100", level=1
    )
    _style(root, "Contents", "TOC Heading", size="32", color=_MARK, bold=True, after="160")
    _style(root, "TOC1", "toc 1", bold=True, before="80", after="40", tabs="9350")
    _style(root, "TOC2", "toc 2", after="20", indent="360", tabs="9350")
    _style(root, "Quiet", "Quiet", color=_SOFT)
    _style(root, "Caption", "caption", size="19", color=_SOFT, after="200")
    _style(root, "Picture", "Picture", after="1", height="240")
    _style(root, "Cell", "Cell", size="18", after="40")
    _style(root, "ListBullet", "List Bullet", after="40", listed=True)
    _style(root, "Header", "header", size="18", color=_SOFT)
    _style(root, "Footer", "footer", size="18", color=_SOFT)
    _character(root, "Soft", _SOFT)
    _character(root, "Hyperlink", _MARK)
    table = sub(root, "style", type="table", styleId="Report")
    sub(table, "name", val="Report")
    inner = sub(table, "tblPr")
    borders = sub(inner, "tblBorders")
    for edge in ("top", "bottom", "insideH"):
        sub(borders, edge, val="single", sz="4", space="0", color="B9B3A8")
    margins = sub(inner, "tblCellMar")
    for edge, width in (("top", "50"), ("left", "80"), ("bottom", "50"), ("right", "80")):
        sub(margins, edge, w=width, type="dxa")
    return part(root)


def _style(
    root: etree._Element,
    key: str,
    name: str,
    size: str = "",
    color: str = "",
    *,
    bold: bool = False,
    before: str = "",
    after: str = "",
    level: int | None = None,
    height: str = "",
    indent: str = "",
    tabs: str = "",
    listed: bool = False,
    default: bool = False,
) -> None:
    made = sub(root, "style", type="paragraph", styleId=key)
    if default:
        made.set(q("default"), "1")
    sub(made, "name", val=name)
    if not default:
        sub(made, "basedOn", val="Normal")
    sub(made, "qFormat")
    inner = sub(made, "pPr")
    if level is not None:
        sub(inner, "keepNext")
    if listed:
        sub(sub(inner, "numPr"), "numId", val="1")
    if tabs:
        sub(sub(inner, "tabs"), "tab", val="right", leader="dot", pos=tabs)
    if before or after:
        spacing = sub(inner, "spacing", before=before or "0", after=after or "100")
        if height:
            spacing.set(q("line"), height)
            spacing.set(q("lineRule"), "auto")
    if indent:
        sub(inner, "ind", left=indent)
    if level is not None:
        sub(inner, "outlineLvl", val=str(level))
    _look(sub(made, "rPr"), size, color, bold=bold)


def _character(root: etree._Element, key: str, color: str) -> None:
    made = sub(root, "style", type="character", styleId=key)
    sub(made, "name", val=key)
    _look(sub(made, "rPr"), "", color, bold=False)


def _look(run: etree._Element, size: str, color: str, *, bold: bool) -> None:
    if bold:
        sub(run, "b")
    if color:
        sub(run, "color", val=color)
    if size:
        sub(run, "sz", val=size)


def _root(tag: str) -> etree._Element:
    return etree.Element(q(tag), nsmap=NAMESPACES)


def q(tag: str) -> str:
    return f"{{{W}}}{tag}"


def sub(parent: etree._Element, tag: str, **values: str) -> etree._Element:
    """A child of Word's own namespace with attributes of the same."""
    made: etree._Element = etree.SubElement(parent, q(tag))
    for name, value in values.items():
        made.set(q(name), value)
    return made


def part(root: etree._Element) -> bytes:
    """The bytes of a part."""
    body = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + bytes(body)
