"""How is a service reviewed in the window, and what becomes of what was said?

Whoever has only the package opens it read-only: ``opening.open_reading`` builds a sheet whose
document refuses every change, with cover sheet, norms and the form beside the picture. What the
reviewer says is kept in a document of its own (``Reviewing``), which writes itself down: for a
reader in the program's own folder, under the content hash of what was read; for the author beside
the file of the service. So nobody has to save a review to keep it, and the same package opened
again goes on where it was left.

Why the lock is a behaviour (11/2026): every gesture, menu and pane changes a service through a
transaction. One consequence that says no stops all of them, with a sentence, and nothing of the
window has to be rebuilt for readers.
Why the author's copy lies beside the service and not in it (11/2026): see ``model.review``; and a
colleague who opens the same folder finds it there.
Why opening and the cover sheet are not at the door (11/2026): they wake the readers of packages,
and most windows never open one.
"""

from studio.reviewing.reviewing import Reviewing, review_of

__all__ = ["Reviewing", "review_of"]
