"""What does a Camunda 8 receive? Files only: no engine here has run them, and the report says so.

``writer`` lets the family's writer dress the process, and ``process`` says it anew in the words of
Zeebe: conditions in FEEL, jobs instead of topics, messages with a subscription. ``gates`` judge the
finished files.

Why files only (11/2026): the engine is not free software, so no test of ours may start it; a linter
and our own gates are all that has looked at these files.
Why the case has a variable "vorgang": a message finds its case by a value, and the engine gives no
number of its own to that; whoever starts a case hands it over.
"""

from exporters.platforms.camunda8.writer import deployment, write

__all__ = ["deployment", "write"]
