"""How is a service written down so that people can sign it: the Verfahrensdokumentation?

One small tree of blocks (``blocks``) is made of the snapshot, chapter by chapter; three writers
turn the same tree into a page (``html``), into sheets of a tagged PDF (``pdf``) and into a Word
file (``docx``). What one of them says, all say, in the same order.

Why a tree and no templates with words in them (11/2026): a label of a file is data all the way.
HTML is built element by element, the PDF reads it from JSON beside a fixed program, Word gets text
nodes; nowhere is text of a file read as markup.
Why pictures are handed in (11/2026): they are drawn by the same painters as the canvas, and
exporters know no toolkit. Without a drawing the report is complete in words.
Why typst (11/2026): it is one library without system parts, writes PDF/UA-1 and refuses to when a
title or an alternative text is missing. Qt writes no structure at all.
Why Word files are written by hand (11/2026): the usual library stamps the hour of making into the
archive and knows neither repeated header rows nor languages; so it is the judge in the tests and
not the writer.
Why there is no date of making (11/2026): the same service gives the same bytes. The cover says from
when it is valid, and the fingerprint of its content.
"""

from exporters.dossier.compose import dossier
from exporters.dossier.drawing import Drawing, Sheet
from exporters.dossier.formats import ENDINGS, write

__all__ = ["ENDINGS", "Drawing", "Sheet", "dossier", "write"]
