"""How does a typed condition become a sentence of another language, and under which names?

Printers of the Expression tree: FEEL for forms and decision tables, JUEL for the conditions of an
engine. One ``Names`` gives every field, group, card and fee one speakable ASCII word; forms, ways
and tables of one export share it, so that they mean the same variable.

Why JUEL reads ``execution.getVariable('x')`` (11/2026): a bare ``x`` throws while the gateway is
left when nobody has written it (an optional question, a page that was skipped); the engine's own
object gives null, and no comparison with null holds. It stays plain JUEL without scripts.
Why some parts are computed by the form (``Derived``): JUEL can neither count the entries of a list
nor look into one, and knows no calendar. The form on which the answer stands computes such a part
in FEEL and hands over a plain variable.
Why a yes/no question is text and a confirmation is a truth value: a box that was not ticked cannot
be told from "no"; a question therefore stores the code of its answer.
"""

from exporters.expressions.derived import Derived, DerivedValue
from exporters.expressions.feel import feel, feel_hide, feel_truth
from exporters.expressions.juel import juel
from exporters.expressions.names import Names
from exporters.expressions.neutral import Neutral, harmless
from exporters.expressions.refusal import CannotSay
from exporters.expressions.slug import file_slug, slug

__all__ = [
    "CannotSay",
    "Derived",
    "DerivedValue",
    "Names",
    "Neutral",
    "feel",
    "feel_hide",
    "feel_truth",
    "file_slug",
    "harmless",
    "juel",
    "slug",
]
