"""How is a run kept as an example citizen?"""

from __future__ import annotations

from model.document import Snapshot
from model.language import say, tr
from model.play import play
from model.play.taking import case_from, goes_alike
from model.records import ExampleCase
from studio.playing.course import Telling, name_of
from studio.playing.run import Run
from studio.windows.desk import Desk


def keep(desk: Desk, view: Snapshot, run: Run, telling: Telling) -> None:
    """Put it into the document in front, in one step; say so, and where a case cannot say the same.

    Raises:
        FachwerkError: the run began in the middle.
    """
    name = _free_name(view, run, telling)
    case = case_from(view, run.walk, name, run.applied, world=run.world)
    desk.change(say("playing.undo.save"), lambda tx: tx.add(case.replaced(id=tx.new_id(case.kind))))
    alike = goes_alike(run.walk, play(view, case, world=run.world))
    if run.walk.now.finished and not alike:
        desk.tell(say("playing.saved.otherwise", name=name), "warning")
    else:
        desk.tell(say("playing.saved", name=name), "ok")


def _free_name(view: Snapshot, run: Run, telling: Telling) -> str:
    """A name nobody else has: of the citizen who goes this way already, or of the end."""
    taken = {case.name for case in view.of(ExampleCase)}
    end = telling.end(run.walk.now) if run.walk.now.finished else None
    name = run.name or (name_of(view, end.at) if end is not None and end.at else "")
    name = name or tr("playing.case.open")
    numbered = (tr("play.case.numbered", name=name, number=n) for n in range(2, len(taken) + 3))
    return name if name not in taken else next(n for n in numbered if n not in taken)
