"""What did people who looked at a service say about it?

A review has a head for each reviewer, remarks on elements or on the whole, and answers to the
questions of the checklists. It lives in a document of its own beside the service: it has undo, a
journal of changes and merging like everything else, and nothing of it is in the service. So a
review can never change the content hash, and no remark travels in a package by accident.

Why not the comments of the service itself (11/2026): whoever reviews a package has nothing to write
into; what the office says about a draft is no part of what the platform gets.
Why a remark also keeps in words where it was made (11/2026): the answer to a remark is often that
the element goes. The remark stays, and says what it was about.
Why merging needs no common ancestor (11/2026): a reviewer writes records of his own, so two copies
differ only where both have said something about the same remark. Then both versions are kept, and a
person chooses.
Why a damaged review is refused whole (11/2026): a verdict of which a line is missing is another
verdict.
"""

from model.review.checklists import CHECKLISTS, QUESTIONS, Checklist, Question
from model.review.deeds import (
    add_remark,
    answer,
    begin_review,
    drop_remark,
    judge_remark,
    judge_service,
    move_on,
    name_reviewer,
    reword,
    settle,
    tick,
    untick,
    weigh,
)
from model.review.file import ENDING, BadReview, ReviewFile, read_review, write_review
from model.review.merging import Merged, conflicts_of, fits, merge
from model.review.moments import told_moment
from model.review.progress import Progress, list_progress, remark_progress, remarks_in_order
from model.review.records import (
    STATES,
    TICKS,
    VERDICTS,
    WEIGHTS,
    Answer,
    Review,
    ReviewRecord,
    ReviewRemark,
    Tick,
    Variant,
    every,
)
from model.review.targets import Target, targets_of

__all__ = [
    "CHECKLISTS",
    "ENDING",
    "QUESTIONS",
    "STATES",
    "TICKS",
    "VERDICTS",
    "WEIGHTS",
    "Answer",
    "BadReview",
    "Checklist",
    "Merged",
    "Progress",
    "Question",
    "Review",
    "ReviewFile",
    "ReviewRecord",
    "ReviewRemark",
    "Target",
    "Tick",
    "Variant",
    "add_remark",
    "answer",
    "begin_review",
    "conflicts_of",
    "drop_remark",
    "every",
    "fits",
    "judge_remark",
    "judge_service",
    "list_progress",
    "merge",
    "move_on",
    "name_reviewer",
    "read_review",
    "remark_progress",
    "remarks_in_order",
    "reword",
    "settle",
    "targets_of",
    "tick",
    "told_moment",
    "untick",
    "weigh",
    "write_review",
]
