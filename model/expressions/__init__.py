"""What does a condition say, what does it come to, and whom does it name?

The tree itself is a fact and lives in records. Here it is spoken (``sentence``), understood again
(``reading``), evaluated (``evaluate``) and rewritten when what it names goes away (``rewrite``). No
text of a file is ever executed.

Why filling in a form is judged here (11/2026): preview and rehearsal must refuse the same answers
and take the same way; both only evaluate (``filling``) what was typed (``typed``).
Why the arithmetic of fees is here and not in the rehearsal (11/2026): a condition may ask what a
fee comes to, and must see the same sum as the citizen (``tariff``); the rehearsal only explains it.
"""

from model.expressions.evaluate import Answers, evaluate
from model.expressions.filling import Problem, first_page, next_page, pages_ahead, problems
from model.expressions.reading import Reading, length_in
from model.expressions.rewrite import without
from model.expressions.sentence import flow_label, sentence

__all__ = [
    "Answers",
    "Problem",
    "Reading",
    "evaluate",
    "first_page",
    "flow_label",
    "length_in",
    "next_page",
    "pages_ahead",
    "problems",
    "sentence",
    "without",
]
