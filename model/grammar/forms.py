"""What does a lane make of a card?"""

from __future__ import annotations


def form_in_lane(form: str, side: str, *, asks: bool = False, reads: bool = False) -> str:
    """The form a step has in a lane: pages stand with the applicant, steps with an office.

    In the lane of the system a step runs by itself, unless it ``asks`` something: then a person
    answers. With the applicant a step that ``reads`` answers stays a step: a page reads none. What
    is automatic is so everywhere.
    """
    if form == "automatic":
        return form
    if side == "applicant":
        return "office" if reads else "page"
    return "automatic" if side == "system" and not asks else "office"
