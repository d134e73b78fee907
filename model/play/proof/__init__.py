"""Can every case come to an end, whatever is answered?

``prove`` looks at the ways alone: any way of a decision may be taken. What it finds is a fact with
a path of a case that shows it, not a guess: a case that waits for ever, one that goes round without
a way out, a step that is done twice at once, a step no case comes to (soundness of workflow nets:
van der Aalst 1997; BPMN 2.0.2, chapter 13 for the meaning of the signs).

Why reduced first (11/2026): services are built of blocks; a block that is sound in itself is one
way to what stands around it. What is left after the reduction is small, and only that is explored
exhaustively. So a sound service of 10 000 steps is proved without exploring anything, and the bound
(``MOST_STATES``) is met only by tangles.
Why the waiting of an inclusive join follows the letter of BPMN 2.0.2, 13.4.3 and not an engine:
engines differ here, the standard does not.
Why two ways into one end are no fault: an end takes each case part that comes; work done twice is
a step, not an end.
Why a part that only goes to its end is no fault in a circle either: a confirmation sent in each
round may still be under way when the next round begins. Nothing waits for it.
Why the ways only, without conditions: what a person may answer is another question, put by
``contradictions``; a service must be sound for answers nobody thought of.
"""

from model.play.proof.answers import Contradiction, contradictions
from model.play.proof.explore import MOST_STATES
from model.play.proof.soundness import Proof, Trouble, prove

__all__ = ["MOST_STATES", "Contradiction", "Proof", "Trouble", "contradictions", "prove"]
