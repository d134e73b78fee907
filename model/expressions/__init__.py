"""What does a condition say, what does it come to, and whom does it name?

The tree itself is a fact and lives in records. Here it is spoken (``sentence``), evaluated
(``evaluate``) and rewritten when what it names goes away (``rewrite``). No text of a file is ever
executed.
"""

from model.expressions.evaluate import Answers, evaluate
from model.expressions.rewrite import without
from model.expressions.sentence import flow_label, sentence

__all__ = ["Answers", "evaluate", "flow_label", "sentence", "without"]
