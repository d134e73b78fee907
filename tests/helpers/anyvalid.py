"""Any document that an XML schema allows, made from the schema itself.

Every choice of the schema may be drawn: what is optional or repeated, which of several elements,
which value of a list. So no part of a standard is forgotten because nobody thought of it.
"""

from __future__ import annotations

from random import Random
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

Xml = etree._Element
XS: Final = "{http://www.w3.org/2001/XMLSchema}"
UNBOUND: Final = ' xmlns=""'
MOST_TIMES: Final = 3
"""How often at most what may come any number of times."""
TEXTS: Final = (
    "Angabe",
    "",
    "§ 5 Abs. 1 HundG",
    "a < b & „c“",
    "  Rand ",
    "😀",
    "x" * 90,
    "Über\nzwei",
)
TOKENS: Final = ("F05123000001", "1.2.0", "urn:de:liste:rasse", "S05000001", "x", "G05123000002")
VALUES: Final[dict[str, tuple[str, ...]]] = {
    "string": TEXTS,
    "normalizedString": TEXTS[:3],
    "token": TOKENS,
    "anyURI": ("https://a.example/1?b=c&d", "urn:x"),
    "date": ("2025-03-01", "1999-12-31Z"),
    "dateTime": ("2025-03-01T08:00:00Z", "2024-02-29T00:00:00.5+01:00"),
    "boolean": ("true", "0"),
    "positiveInteger": ("1", "40", "999999999999"),
    "nonNegativeInteger": ("0", "7"),
}
CODES: Final = {"Code.Status": ("inVorbereitung", "aktiv", "inaktiv")}
"""What a list beside the schema says of a type."""
PATTERNS: Final = {r"\d+:(\d+|\*)": ("1:1", "0:1", "0:*", "2:5", "10:3")}


class AnyValid:
    """Documents of one schema. ``depth`` ends the nesting of what may hold itself."""

    def __init__(self, schema: bytes, dice: Random, depth: int = 4) -> None:
        self.root = etree.fromstring(schema)
        self.space = self.root.get("targetNamespace", "")
        self.types = {node.get("name", ""): node for node in self.root if node.get("name")}
        self.dice = dice
        self.depth = depth
        self.p = dice.choice(("", "xdf:", "ns2:"))

    def document(self, message: str) -> bytes:
        """A message of that name."""
        name = f"xmlns:{self.p[:-1]}" if self.p else "xmlns"
        body = self.element(self.types[message], f' {name}="{self.space}"')
        gap = self.dice.choice(("", "\n", "<!-- vorn -->"))
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{gap}{body}\n'.encode()

    # ---------------------------------------------------------------------------------- elements

    def element(self, node: Xml, more: str = "") -> str:
        local = node.get("form") == "unqualified"
        prefix = "" if local else self.p
        # Without a prefix of its own, what is unqualified must leave the namespace.
        unbound = UNBOUND if local and not self.p else ""
        kind = node.get("type", "")
        deep = self.type_of(node)
        inner, facts = escape(self.simple(kind)) if deep is None else "", ""
        if deep is not None:
            inner, facts = self.content(deep)
        name = f"{prefix}{node.get('name')}"
        gap = self.dice.choice(("", "", "\n", "  ", "<!-- so -->")) if "<" in inner else ""
        return f"<{name}{unbound}{more}{facts}>{gap}{inner}</{name}>{gap}"

    def type_of(self, node: Xml) -> Xml | None:
        """The complex type of an element, None for a simple one."""
        inner = node.find(f"{XS}complexType")
        if inner is not None:
            return inner
        simple = node.find(f"{XS}simpleType")
        if simple is not None:
            return simple
        kind = node.get("type", "")
        return None if kind.startswith("xs:") else self.types[kind.partition(":")[2]]

    def content(self, kind: Xml) -> tuple[str, str]:
        """What stands in an element of that type, and its attributes."""
        if kind.tag == f"{XS}simpleType":
            return escape(self.restricted(kind)), ""
        facts = "".join(
            f" {one.get('name')}={quoteattr(self.simple(one.get('type', '')))}"
            for one in kind.iter(f"{XS}attribute")
            if self.dice.random() < 0.5
        )
        if kind.get("name") in CODES:
            code = self.dice.choice(CODES[kind.get("name", "")])
            return f"<code{UNBOUND if not self.p else ''}>{code}</code>", facts
        extension = next(kind.iter(f"{XS}extension"), None)
        if kind.find(f"{XS}simpleContent") is not None:
            return escape(self.simple("xs:string")), facts
        parts = ""
        if extension is not None:
            parts = self.content(self.types[extension.get("base", "").partition(":")[2]])[0]
        holder = extension if extension is not None else kind
        for child in holder:
            parts += self.particle(child)
        return parts, facts

    def particle(self, node: Xml) -> str:
        """A sequence, a choice or an element, as often as the dice say."""
        if node.tag not in (f"{XS}sequence", f"{XS}choice", f"{XS}element"):
            return ""
        times = self.times(node)
        if node.tag == f"{XS}choice" and times > 1 and node.get("maxOccurs") != "unbounded":
            # A choice that comes several times stands for any order, not for the same twice.
            return "".join(self.particle(one) for one in self.dice.sample(list(node), 2))
        return "".join(self.once(node) for _ in range(times))

    def once(self, node: Xml) -> str:
        if node.tag == f"{XS}element":
            self.depth -= node.get("name") == "struktur"
            made = self.element(node)
            self.depth += node.get("name") == "struktur"
            return made
        children = [child for child in node if isinstance(child.tag, str)]
        if node.tag == f"{XS}choice":
            deep = [child for child in children if child.get("name") != "datenfeldgruppe"]
            children = [self.dice.choice(children if self.depth > 0 else deep)]
        return "".join(self.particle(child) for child in children)

    def times(self, node: Xml) -> int:
        least, most = int(node.get("minOccurs", "1")), node.get("maxOccurs", "1")
        highest = least + MOST_TIMES - 1 if most == "unbounded" else int(most)
        if self.dice.random() < 0.5:
            highest = min(highest, max(least, 1))
        return self.dice.randint(least, max(least, highest))

    # ------------------------------------------------------------------------------------ values

    def simple(self, kind: str) -> str:
        prefix, _, name = kind.partition(":")
        if prefix == "xs":
            return self.dice.choice(VALUES[name])
        return self.restricted(self.types[name])

    def restricted(self, kind: Xml) -> str:
        listed = [one.get("value", "") for one in kind.iter(f"{XS}enumeration")]
        pattern = next(kind.iter(f"{XS}pattern"), None)
        if listed:
            return self.dice.choice(listed)
        assert pattern is not None
        return self.dice.choice(PATTERNS[pattern.get("value", "")])
