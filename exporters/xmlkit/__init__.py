"""How are XML and zip read safely and written the same way every time?

``parse`` takes bytes (never a path) and gives a tree or a refusal with code, place and advice. It
keeps
everything: comments, processing instructions, CDATA, prefixes, because an import must be able to
write
the source back. Therefore text is read with ``text_of`` (a comment may split a value), never
``el.text``.
``unzip`` reads archives, strictly our own packages, tolerantly those of others. ``build`` writes.

Why a DOCTYPE is refused (11/2026): the parser's safe arguments still expand entities in attributes.
Why a quick look at the bytes comes first: asking the parser for every element costs twice the
parse;
only a file that could break a limit is watched element by element.
"""

from exporters.xmlkit.build import element, to_bytes, unbind
from exporters.xmlkit.parse import ParsedXml, XmlRefused, parse, parse_text, text_of
from exporters.xmlkit.schema import Schema, SchemaFault
from exporters.xmlkit.zipread import ZipRefused, unzip

__all__ = [
    "ParsedXml",
    "Schema",
    "SchemaFault",
    "XmlRefused",
    "ZipRefused",
    "element",
    "parse",
    "parse_text",
    "text_of",
    "to_bytes",
    "unbind",
    "unzip",
]
