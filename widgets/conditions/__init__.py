"""How does a person say "only when" and "so much", without a language of formulas?

A condition is a list of lines, each picked from lists (what is asked for, relation, value), joined
by "alle" or "mindestens eine", with groups in groups. ``lines`` turns lines into the typed tree of
the model and back, ``terms`` does so for calculations; ``builder`` and ``calculation`` show them.
The whole sentence (``telling``) stands below and is said again with every pick. What lines cannot
say (calculations inside an imported condition) is told as a sentence; it stays until somebody
begins anew, and is never garbled.

Why no text field for formulas (11/2026): half of the people tested elsewhere gave up at the first
one. Why a denied comparison has a relation of its own (11/2026): without an answer "nicht größer
als" holds and "höchstens" does not, so an imported one is not turned into the other.
"""

from widgets.conditions.builder import ConditionBuilder
from widgets.conditions.calculation import CalculationBuilder
from widgets.conditions.lines import Group, Line, expression_of, lines_of
from widgets.conditions.telling import calculation_sentence, whole_sentence
from widgets.conditions.terms import Term, expression_of_terms, terms_of

__all__ = [
    "CalculationBuilder",
    "ConditionBuilder",
    "Group",
    "Line",
    "Term",
    "calculation_sentence",
    "expression_of",
    "expression_of_terms",
    "lines_of",
    "terms_of",
    "whole_sentence",
]
