"""How does a file tell the next reader what a merge left open?"""

from __future__ import annotations

from model.compare.conflict import MergeConflict
from model.compare.merging import Merged
from model.document import Snapshot
from model.language import tr
from model.records import Remark


def marked(merged: Merged) -> Snapshot:
    """The result with a comment on each thing that is in question: what the two sides say."""
    remarks = [
        _remark(merged.view, one) for one in merged.conflicts if one.id not in merged.choices
    ]
    if not remarks:
        return merged.view
    new = [one for one in remarks if one.id not in merged.view]
    return Snapshot.of_records([*merged.view, *new])


def _remark(view: Snapshot, conflict: MergeConflict) -> Remark:
    about = next((one for one in conflict.records if one in view), view.service.id)
    return Remark(
        id=f"remark_merge_{conflict.id}",
        about=about if about in view else "",
        text=tr(
            "compare.mark",
            what=conflict.what,
            ours=conflict.ours,
            theirs=conflict.theirs,
        ),
        author=tr("compare.mark.author"),
    )
