"""How does a code list leave as genericode, and how is one read?

The official schema wants the children unqualified; the FIM editor wrote them qualified, so both
are read. A list without entries of its own is a reference to a list elsewhere and gets no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from exporters.artifact import Artifact
from exporters.xdatenfelder.latin import plain
from exporters.xdatenfelder.vocabulary import GENERICODE
from exporters.xmlkit import element, text_of, to_bytes
from model.records import CodeList, Option

Xml = etree._Element

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_KEY, _NAME, _HELP = "code", "name", "hilfe"
_KEYS = ("code", "key", "schluessel", "schlüssel")


def slug(text: str) -> str:
    """Letters, digits and hyphens of a name, fit for a URN and a file.

    >>> slug("Art der Hündin")
    'art-der-huendin'
    """
    words = re.findall(r"[a-z0-9]+", text.lower().translate(_UMLAUTS))
    return "-".join(words) or "liste"


def urn_of(code_list: CodeList) -> str:
    """Its URN, or a provisional one of its name."""
    return code_list.urn or f"urn:fachwerk:codeliste:{slug(code_list.name or code_list.id)}"


def versioned_urn(code_list: CodeList) -> str:
    """The URN of one version: URN, underscore, version (XRepository habit)."""
    urn = urn_of(code_list)
    return f"{urn}_{code_list.version}" if code_list.version else urn


def codes(options: Iterable[Option]) -> list[str]:
    """The codes to write: given ones, three digits for those without, none twice (rule 1045)."""
    found: dict[str, None] = {}
    for number, option in enumerate(options, start=1):
        code = option.code or f"{number:03}"
        base, attempt = code, 2
        while code in found:
            code, attempt = f"{base}-{attempt}", attempt + 1
        found[code] = None
    return list(found)


def code_list_artifact(code_list: CodeList, options: list[Option], name: str, day: str) -> Artifact:
    """The genericode file of a list. Without a version of its own it bears the day."""
    root = etree.Element(f"{{{GENERICODE}}}CodeList", nsmap={"gc": GENERICODE})
    title = plain(code_list.name or slug(code_list.id))
    version = code_list.version or day
    head = element(root, "Identification")
    element(head, "ShortName", text=slug(title))
    element(head, "LongName", text=title)
    element(head, "Version", text=version)
    element(head, "CanonicalUri", text=urn_of(code_list))
    element(head, "CanonicalVersionUri", text=f"{urn_of(code_list)}_{version}")
    if code_list.issuer:
        element(element(head, "Agency"), "LongName", text=plain(code_list.issuer))
    _columns(root)
    rows = element(root, "SimpleCodeList")
    for option, code in zip(options, codes(options), strict=True):
        row = element(rows, "Row")
        for column, text in ((_KEY, code), (_NAME, option.label), (_HELP, option.help)):
            if text or column == _NAME:
                value = element(row, "Value", {"ColumnRef": column})
                element(value, "SimpleValue", text=plain(text))
    return Artifact(name, "application/xml", to_bytes(root), "codeliste")


def _columns(root: Xml) -> None:
    columns = element(root, "ColumnSet")
    for name, use in ((_KEY, "required"), (_NAME, "required"), (_HELP, "optional")):
        column = element(columns, "Column", {"Id": name, "Use": use})
        element(column, "ShortName", text=name)
        element(column, "Data", {"Type": "string"})
    key = element(columns, "Key", {"Id": f"{_KEY}Key"})
    element(key, "ShortName", text=f"{_KEY}Key")
    element(key, "ColumnRef", {"Ref": _KEY})


def entries(root: Xml) -> list[tuple[str, str]]:
    """Code and name of each row of a genericode list, children qualified or not."""
    found = []
    key, name = key_and_name(root)
    for row in named(root, "Row"):
        cells = {
            value.get("ColumnRef", ""): "".join(text_of(cell) for cell in value).strip()
            for value in named(row, "Value")
        }
        if cells.get(key):
            found.append((cells[key], cells.get(name) or cells[key]))
    return found


def key_and_name(root: Xml) -> tuple[str, str]:
    """The columns that hold code and name: the declared key (else one that is called so), and the
    first other one.
    """
    columns = [column.get("Id", "") for column in named(root, "Column")]
    keys = [ref.get("Ref", "") for ref in named(root, "ColumnRef")]
    called = [column for column in columns if column.lower() in _KEYS]
    key = next(iter([*keys, *called, *columns]), "")
    return key, next((column for column in columns if column != key), key)


def named(root: Xml, name: str) -> Iterable[Xml]:
    """All elements of genericode of that name, qualified or not."""
    return root.iter(name, f"{{{GENERICODE}}}{name}")
