"""What is to be done, in a sentence?"""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar import TEMPLATES, title
from model.language import Message, say
from model.records import Aim, Deed, Goal


def told_goal(view: Queries, goal: Goal) -> Message:
    """What must be true: "Die Seite „Ihr Hund“ ist da"."""
    kind = "named" if goal.name else "any"
    if goal.asks in ("there", "after"):
        side = say(f"lesson.side.{goal.side}") if goal.side else ""
        words = _words(view, goal) | {"block": _block(goal), "side": side}
        place = ".on" if goal.asks == "there" and words["to"] else ""
        return say(f"lesson.goal.{goal.asks}{place}.{kind}", **words)
    if goal.asks == "ends":
        return say("lesson.goal.ends")
    words = _words(view, goal)
    if goal.asks == "deadline":
        words["length"] = _length(goal)
    return say(f"lesson.goal.{goal.asks}", **words)


def told_deed(view: Queries, deed: Deed) -> Message:
    """What one does: "Hängen Sie „Antrag prüfen“ (Bearbeitungsschritt) an „Ihr Hund“ an."."""
    words = _words(view, deed) | {"block": _block(deed)}
    if deed.verb == "deadline":
        words["length"] = _length(deed)
    if deed.verb == "append" and (deed.answer or not words["at"]):
        return say(f"lesson.deed.append.{'answer' if deed.answer else 'end'}", **words)
    return say(f"lesson.deed.{deed.verb}", **words)


def _words(view: Queries, aim: Aim) -> dict[str, object]:
    return {
        "at": _name(view, aim.at, aim.at_name),
        "to": _name(view, aim.to, aim.to_name),
        "name": aim.name,
        "answer": aim.answer,
    }


def _name(view: Queries, record_id: str, name: str) -> str:
    record = view.get(record_id) if record_id else None
    return title(record) if record is not None else name


def _block(aim: Aim) -> object:
    return TEMPLATES[aim.template].title if aim.template in TEMPLATES else say("lesson.block.any")


def _length(aim: Aim) -> object:
    return say(f"lesson.length.{aim.unit}", n=aim.number or 0)
