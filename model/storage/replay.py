"""Which steps remain of a journal when what was undone is left out?

The journal holds what happened, undo and redo included. After a recovery these steps shall be
undoable again; so an undo takes away the steps it took back, and a redo counts as a step of its
own.
"""

from __future__ import annotations

from collections.abc import Iterable

from model.document import Change, ChangeSet, squashed

UNDO, REDO = "undo", "redo"
"""The origins the history gives to its ChangeSets."""


def remaining(changesets: Iterable[ChangeSet]) -> list[ChangeSet]:
    """Steps that lead to the same records as all of ``changesets``, without the detours."""
    steps: list[ChangeSet] = []
    for changeset in changesets:
        if changeset.origin == UNDO:
            if not _take_back(steps, changeset):
                # It undid something from before the journal began: a step like any other now.
                steps.append(ChangeSet(changeset.label, changeset.changes))
        elif changeset.origin == REDO:
            steps.append(ChangeSet(changeset.label, changeset.changes))
        else:
            steps.append(changeset)
    return steps


def _take_back(steps: list[ChangeSet], undo: ChangeSet) -> bool:
    """Drop the last steps that ``undo`` inverts: one gesture, or all letters of one typing."""
    wanted = _by_id(undo.inverted().changes)
    for start in reversed(range(len(steps))):
        together = squashed(change for step in steps[start:] for change in step.changes)
        if _by_id(together) == wanted:
            del steps[start:]
            return True
        if not all(step.origin.startswith("typing") for step in steps[start:]):
            return False
    return False


def _by_id(changes: Iterable[Change]) -> dict[str, Change]:
    return {change.id: change for change in changes}
