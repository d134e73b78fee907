"""What is different between two services, and how do two differences become one?

A difference is made of Changes, read aloud: one sentence for each attribute that is another one
now, under the heading of its page, step, way, law, fee. What is only drawn otherwise stands apart.

Why a sentence for each attribute, and not for each gesture (11/2026): a reviewer says yes or no to
what is, and the journal of the gestures does not travel with the file. A test walks through all
attributes of all records, so that none stays silent when a new one moves in.
Why order is compared by who stands before whom (11/2026): a key of order may be written anew
without anybody moving, and two people who insert at once get the same key.
Why a merge keeps ours and asks (11/2026): nothing is dropped in silence; each question has both
answers in words, and an id by which the answer can be kept and given again. What was deleted on one
side and worked on on the other is one question, with all that left together.
Why the picture is nobody's question (11/2026): two places of one card are no contradiction in what
the service says; ours holds and it is counted.
"""

from model.compare.aligning import in_same_ids
from model.compare.chapters import CHAPTERS, LAYOUT
from model.compare.concerns import concerned, effects
from model.compare.conflict import MergeConflict, Side
from model.compare.differing import Difference, Entry, apply, difference
from model.compare.marks import marked
from model.compare.merging import Choices, Merged, answered, merge, resolved

__all__ = [
    "CHAPTERS",
    "LAYOUT",
    "Choices",
    "Difference",
    "Entry",
    "MergeConflict",
    "Merged",
    "Side",
    "answered",
    "apply",
    "concerned",
    "difference",
    "effects",
    "in_same_ids",
    "marked",
    "merge",
    "resolved",
]
