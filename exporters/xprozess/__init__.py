"""How does a service become an XProzess 2.0 message, and such a message a service?

A message is an envelope: Prozessklasse (catalogue), Prozess (profile, structure) and the drawn
process as BPMN in a zip in Base64. This room knows the envelope alone; it receives the BPMN bytes,
and the records made of them, from its caller (``exporters.processes``). ``survey`` reads,
``write_new`` writes a service drawn here, ``patched`` puts edits into an imported message.

Why the envelope is patched and not rebuilt (11/2026): one real file is all we know of the
standard; what stands in it beside our fields (classifications, PDFs, code lists) must survive.
Why the Referenzaktivitätengruppe (RAG) of a sub-process is an extra: only a step has a field for
it in the model; the number must not be lost for that.
Why the model is stored in the zip, not deflated: two versions of zlib give different bytes.
Why codes we have no proof for are left out and named in the report: a guessed code is worse than a
missing one, because nobody looks for it.
Why a missing link between Leistung, Prozess, Dokumentsteckbrief and data schema is told: the key
and the D-number are all that holds the three FIM modules together.
"""

from exporters.xprozess.reader import survey
from exporters.xprozess.source import Bpmn, Survey
from exporters.xprozess.writer import write_new

__all__ = ["Bpmn", "Survey", "survey", "write_new"]
