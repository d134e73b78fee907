"""May I?

One place answers for the hovering mouse, the drop, the keyboard, paste and scripts: what may stand
where, what may lead where. A refusal carries its reason and what would work instead. Kinds are rows
of one table (``TEMPLATES``): palette, painters, commands and exporters' words start from it.

Why a template and not only a kind (11/2026): to the clerk "Zahlung" and "Bescheid" are different
things, to the record both are automatic steps; a template is a kind with preset values.
Why errors and escalations are caught at the edge of a card only (11/2026): BPMN knows them nowhere
else on the way; who reports one does so by an end, or by the sign "Eskalation melden".
Why a foreign element may change its kind (11/2026): the file's writer leaves out what may not stand
in the new element and tells it; a refusal left people with elements they could not use.
"""

from model.grammar.attach import may_attach, may_stand_alone
from model.grammar.connect import may_connect, may_lead
from model.grammar.contain import may_hold
from model.grammar.forms import form_in_lane
from model.grammar.kinds import (
    TEMPLATES,
    Template,
    icon_of,
    is_aside_template,
    is_field_template,
    kind_title,
    sign_of,
    title,
)
from model.grammar.verdict import Verdict

__all__ = [
    "TEMPLATES",
    "Template",
    "Verdict",
    "form_in_lane",
    "icon_of",
    "is_aside_template",
    "is_field_template",
    "kind_title",
    "may_attach",
    "may_connect",
    "may_hold",
    "may_lead",
    "may_stand_alone",
    "sign_of",
    "title",
]
