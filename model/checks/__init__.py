"""What is still wrong or missing?

One check, one file: what it finds, why it matters, and what to do about it - a repair, a place to
go, or the reason why a program cannot mend it. One cause gives one line. A check that looks at one
record runs anew only for what a ChangeSet touched; a check of the whole runs anew when a kind it
heeds was touched. A check that fails becomes a finding itself; the rest goes on.

Why severity stands with the check (11/2026): error = the package cannot work; warning = somebody
will ask; hint = could be better. Profiles of platforms come later.
"""

from model.checks.catalogue import CHECKS
from model.checks.finding import Check, Finding, Repair, Severity
from model.checks.runner import check, recheck

__all__ = ["CHECKS", "Check", "Finding", "Repair", "Severity", "check", "recheck"]
