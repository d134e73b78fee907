"""What follows by itself?

One consequence, one file, one sentence that is true afterwards; ``BEHAVIORS`` is the order they run
in, inside the transaction, on each change (also on those they make themselves). They repair only
what a ChangeSet touches: a service that was imported with faults keeps them as findings. Undo and
redo run none, import runs none.

Why on changes and not on commands (11/2026): paste, merge, table and script get the same
consequences without knowing of them.
"""

from model.behaviors.always_a_default_way import always_a_default_way
from model.behaviors.cards_fit_their_rows import cards_fit_their_rows
from model.behaviors.children_leave_with_their_parent import children_leave_with_their_parent
from model.behaviors.conditions_follow_deleted_answers import conditions_follow_deleted_answers
from model.behaviors.conditions_follow_moved_answers import conditions_follow_moved_answers
from model.behaviors.deadlines_belong_to_their_timer import deadlines_belong_to_their_timer
from model.behaviors.flows_leave_with_their_step import flows_leave_with_their_step
from model.behaviors.lanes_hold_their_cards import lanes_hold_their_cards
from model.behaviors.nothing_dangles import nothing_dangles
from model.behaviors.opening import new_document, open_document
from model.behaviors.order import BEHAVIORS

__all__ = [
    "BEHAVIORS",
    "always_a_default_way",
    "cards_fit_their_rows",
    "children_leave_with_their_parent",
    "conditions_follow_deleted_answers",
    "conditions_follow_moved_answers",
    "deadlines_belong_to_their_timer",
    "flows_leave_with_their_step",
    "lanes_hold_their_cards",
    "new_document",
    "nothing_dangles",
    "open_document",
]
