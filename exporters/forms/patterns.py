"""Which pattern checks the everyday shape of a text, and may a form carry it?"""

from __future__ import annotations

import re

from model.language import Message, say
from model.records import Field

LAYOUTS: dict[str, str] = {
    # form-js' own kind "phone" refuses blanks and national numbers, so ours is a pattern.
    "phone": r"^[+(]?[0-9][0-9 ()\/.\-]{4,28}$",
    "iban": r"^[A-Z]{2}[0-9]{2}( ?[A-Z0-9]){11,30}$",
    "postcode": r"^[0-9]{5}$",
    "plate": r"^[A-ZÄÖÜ]{1,3}[ \-][A-Z]{1,2} ?[1-9][0-9]{0,3}[EH]?$",
}
"""Layout -> pattern, in the common core of regular expressions."""

_FOREIGN = re.compile(r"\\[pPiIcCAZzGQE]|\(\?[^:=!]|\[\[|&&|-\[")
"""What XML Schema, Java or Python know and a browser does not (or reads differently)."""


def pattern_of(field: Field) -> str:
    """The pattern a form checks: the field's own, else that of its layout; "" for none.

    FIM patterns describe the whole text, browsers search inside it: so it is anchored.
    """
    if not field.pattern:
        return LAYOUTS.get(field.layout, "")
    if field.pattern.startswith("^") and field.pattern.endswith("$"):
        return field.pattern
    return f"^(?:{field.pattern})$"


def works_in_browsers(pattern: str) -> bool:
    """False when a browser would refuse or misread the pattern."""
    if _FOREIGN.search(pattern):
        return False
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def error_message(field: Field) -> Message:
    """What the applicant reads when the pattern does not fit and the field brings no text."""
    return say(f"platforms.form.pattern.{'own' if field.pattern else field.layout}")
