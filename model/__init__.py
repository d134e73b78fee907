"""What is a public service?

The ground floor of the house: records (facts), the document (how facts change), the grammar (may
I?), commands (verbs of the clerk), behaviours (consequences), checks (what is missing), reading
(what stands where, in words) and storage (how it lasts). It needs Python, pydantic and - in one
room - networkx; no toolkit, no XML.

Why one currency (11/2026): everything that happens to a service is a ``Change(before, after)`` of
an immutable record. Undo, journal, recovery, difference, merge and layers all speak it; a feature
that seems to need a second mechanism is looked at again.
"""
