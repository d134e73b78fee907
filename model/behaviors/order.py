"""In which order do the consequences run?"""

from model.behaviors.always_a_default_way import always_a_default_way
from model.behaviors.cards_fit_their_rows import cards_fit_their_rows
from model.behaviors.children_leave_with_their_parent import children_leave_with_their_parent
from model.behaviors.conditions_follow_deleted_answers import conditions_follow_deleted_answers
from model.behaviors.conditions_follow_moved_answers import conditions_follow_moved_answers
from model.behaviors.deadlines_belong_to_their_timer import deadlines_belong_to_their_timer
from model.behaviors.flows_leave_with_their_step import flows_leave_with_their_step
from model.behaviors.lanes_hold_their_cards import lanes_hold_their_cards
from model.behaviors.nothing_dangles import nothing_dangles
from model.document import Behavior

BEHAVIORS: tuple[Behavior, ...] = (
    flows_leave_with_their_step,
    children_leave_with_their_parent,
    conditions_follow_moved_answers,
    conditions_follow_deleted_answers,
    nothing_dangles,
    always_a_default_way,
    deadlines_belong_to_their_timer,
    cards_fit_their_rows,
    lanes_hold_their_cards,
)
"""First what leaves, then what is repaired, then what is drawn."""
