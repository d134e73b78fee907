"""In which formats is a report written?"""

from __future__ import annotations

from exporters.dossier.compose import dossier
from exporters.dossier.drawing import Drawing
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say

ENDINGS = (".pdf", ".html", ".docx")


def write(view: Snapshot, ending: str, drawing: Drawing | None = None) -> bytes:
    """The report of a service in the language spoken now, as a file of this ending.

    Raises:
        FachwerkError: there is no such format, or a library is missing.
    """
    if ending not in ENDINGS:
        raise FachwerkError(
            say("dossier.ending"), where=ending, todo=say("dossier.ending.todo"), code="REPORT-FORM"
        )
    whole = dossier(view, drawing)
    if ending == ".html":
        from exporters.dossier.html import to_html

        return to_html(whole)
    if ending == ".docx":
        from exporters.dossier.docx import to_docx

        return to_docx(whole)
    from exporters.dossier.pdf import to_pdf

    return to_pdf(whole)
