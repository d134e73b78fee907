"""How does a person say "only when", without a language of formulas?

A condition is a list of lines, each picked from three lists (question, relation, answer), joined
by "alle" or "mindestens eine". ``lines`` turns lines into the typed tree of the model and back;
``builder`` shows them. What lines cannot say (nested conditions of an import) is shown as a
sentence and can be replaced, never garbled.

Why no text field for formulas (11/2026): half of the people tested elsewhere gave up at the first
one.
"""

from widgets.conditions.builder import ConditionBuilder
from widgets.conditions.lines import Line, expression_of, lines_of

__all__ = ["ConditionBuilder", "Line", "expression_of", "lines_of"]
