"""Which text for people would a platform take for an expression, and how is it kept harmless?

Engines evaluate ``${`` and ``#{`` even in the name of a task and in its documentation (an
unbalanced one refuses the whole deployment, a balanced one runs); forms evaluate ``{{`` and a
leading "=". A blank in between keeps the text readable and makes it plain.
"""

from __future__ import annotations

import re

from exporters.report import ExportReport
from model.language import say

_EXPRESSION = re.compile(r"([$#])\{|\{(?=\{)")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~])|^(\s*)([#+-]|\d+[.)])(?=\s)", re.MULTILINE)


def harmless(text: str) -> str:
    """The text with every beginning of an expression broken by a blank."""
    text = _EXPRESSION.sub(lambda found: f"{found[0][:1]} {{" if found[1] else "{ ", text)
    return f" {text}" if text.startswith("=") else text


class Neutral:
    """Makes texts harmless and tells the report once per record."""

    def __init__(self, report: ExportReport) -> None:
        self.report = report

    def text(self, text: str, record: str) -> str:
        found = harmless(text)
        if found != text:
            self.report.substituted(record, say("platforms.text.neutralised"), "C05")
        return found

    def markdown(self, text: str, record: str) -> str:
        """Text that is shown through Markdown, and means no Markdown."""
        return _MARKDOWN.sub(_escaped, self.text(text, record))


def _escaped(found: re.Match[str]) -> str:
    if found[1]:
        return f"\\{found[1]}"
    mark = found[3]
    return f"{found[2]}{mark[:-1]}\\{mark[-1]}" if mark[-1] in ".)" else f"{found[2]}\\{mark}"
