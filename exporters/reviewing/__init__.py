"""How is a package told to a reviewer, and how does the review leave the house, as a protocol?

``passport`` reads at once what a package says of itself; ``judged_package`` takes its time, writes
the source anew and compares.

One HTML page (Prüfprotokoll) with everything that was said and room to sign, and the same as a
table (CSV) for whoever keeps lists. The page has no script and asks for nothing from outside; what
people typed is text in both, also where a spreadsheet would take it for a formula.

Why the protocol names what was reviewed by its content hash (11/2026): a signature under a protocol
is worth something only when it says for which state of the service.
"""

from exporters.reviewing.judging import Judgement, judged_package, judged_service
from exporters.reviewing.passport import Passport, passport
from exporters.reviewing.protocol import Protocol, Reviewed, protocol_csv, protocol_html

__all__ = [
    "Judgement",
    "Passport",
    "Protocol",
    "Reviewed",
    "judged_package",
    "judged_service",
    "passport",
    "protocol_csv",
    "protocol_html",
]
