"""What is still wrong or missing?

One check, one file: what it finds, why it matters, and what to do about it - a repair, a place to
go, or the reason why a program cannot mend it. One cause gives one line: what a whole service
lacks (no norm, no step that reads) is told once, not once for each field. A check that looks at one
record runs anew only for what a ChangeSet touched; a check of the whole runs anew when a field it
heeds was touched. A check that fails becomes a finding itself; the rest goes on.

Rooms: structure (does it run), proof (do ways and questions contradict each other), form (can it
be filled in), law, privacy, language, readiness (can it be handed out; silent until there is a page
and an end). Words that checks look for are German data, not texts for people: the service speaks
German whatever the window speaks.

Why a Reading (11/2026): 84 checks ask for the same neighbours; sorting them once makes a round
three times as fast. It is a Snapshot, so that commands and grammar can be asked with it.

Why severity stands with the check (11/2026): error = the package cannot work; warning = somebody
will ask; hint = could be better. Profiles of platforms come later.
"""

from model.checks.catalogue import CHECKS
from model.checks.finding import Check, Finding, Repair, Severity, together
from model.checks.runner import check, recheck

__all__ = ["CHECKS", "Check", "Finding", "Repair", "Severity", "check", "recheck", "together"]
