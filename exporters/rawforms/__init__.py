"""What does an old form ask for?

Bytes of a PDF form, a Word or Excel file or a plain list come in; a ``RawForm`` goes out: one entry
for each thing that is asked, with its label, the building block it would become, and where it
stood. It is raw material for the shelf beside the canvas, nothing is placed by itself. Nothing in
the file is run, fetched or drawn; text of a script is only looked at for the word "date".

Why pypdf for PDF (11/2026): half of all PDF files are not what the standard says, and pypdf has
learnt to live with them; it is pure Python under a BSD licence, and each of its limits (streams,
arrays, trees) can be set. ``pdf`` sets them low, counts what the parser reads, and turns whatever
goes wrong into one sentence.
Why Word and Excel are read by ourselves (11/2026): three small XML parts of an archive are needed;
``xmlkit`` opens both under the guard that every other foreign file passes, and a library would
bring a second, weaker way in.
Why labels are guessed from the page only when the form does not say them: the text for screen
readers (/TU) was written by a person; the nearest words on paper are a guess.
"""

from exporters.rawforms.reading import RAW_ENDINGS, is_raw, read_raw
from exporters.rawforms.refusal import RawRefused
from exporters.rawforms.service import read_as_service

__all__ = ["RAW_ENDINGS", "RawRefused", "is_raw", "read_as_service", "read_raw"]
