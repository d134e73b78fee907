"""What does Flowable receive to run a service?

``writer`` lets the family's writer dress the process, and ``process`` says it anew: Flowable reads
other attributes, knows no business rule task and no sent message, and has no forms of its own.
``tables`` writes decisions whose cells are JUEL, ``formula`` says our FEEL in it, ``questions``
writes forms as properties of the steps. ``gates`` judge the finished archive.

Why not the family's file with another namespace (11/2026): the engine would take it and silently
lose forms, tables and inputs; only groups, dates and topics are read from there.
Why a fee of several parts is a decision service: Flowable evaluates no formula between tables, but
a service decides first what its tables need, and the last one reckons in JUEL.
"""

from exporters.platforms.flowable.writer import deployment, write

__all__ = ["deployment", "write"]
