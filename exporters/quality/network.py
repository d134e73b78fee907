"""Which rules can only be answered by asking the XRepository or the federal repository?

They are never asked; the report says that they are open, where they would apply.
"""

from __future__ import annotations

from exporters.quality.check import Check

CHECKS: tuple[Check, ...] = (
    Check("1115", "Warnung", "C", None),
    Check("1121", "Warnung", "C", None),
    Check("1122", "FehlerMethodisch", "C", None),
    Check("1123", "Warnung", "C", None),
    Check("1125", "Warnung", "S", None),
    Check("1126", "Warnung", "GF", None),
)
