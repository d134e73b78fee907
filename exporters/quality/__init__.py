"""Does a data schema keep the official quality rules of FIM (xdfm 1.8)?

Every active rule is one ``Check`` with its official number and severity; its sentence is the
official one (texts ``xdfm.<number>``). ``quality`` judges a message of XDatenfelder 2.0 or 3.0.0,
or what a service would become. Rules that ask the XRepository or the federal repository say that
they cannot be answered offline.

Why the sentences are taken over word for word (11/2026): whoever uploads the schema meets the same
line under the same number. They come from the list of messages of the FIM building block
Datenfelder (urn:xoev-de:fim-datenfelder:codeliste:xdfm_1.8, Apache-2.0, (c) Volker Schmitz).
Why the rules do not read the records (11/2026): they judge what leaves the house, foreign messages
as well as ours, and what a writer mends by itself is not the author's business.
Why each element is judged once (11/2026): the same element of the building kit may stand in many
places; the official check tells its faults once.
What a rule asks follows the public reference check where that is known. Number 1035 is never raised
there; what it asks here (a note of 2.0 whose text stands in the precision) is our own reading.
"""

from exporters.quality.check import SEVERITIES, Check, Severity, Verdict
from exporters.quality.judge import judged, quality
from exporters.quality.table import CHECKS

__all__ = ["CHECKS", "SEVERITIES", "Check", "Severity", "Verdict", "judged", "quality"]
