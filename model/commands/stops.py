"""Record, arrange and change the stops of a script (Drehbuch)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from model.document.queries import Queries
from model.document.transaction import Transaction
from model.language import tr
from model.records import Script, Stop, Text, key_between


def script_of(view: Queries) -> Script | None:
    """The script of a service: the first when there are several."""
    return next(iter(view.ordered(Script)), None)


def begin_script(tx: Transaction, name: str = "") -> Script:
    """The script that is there, or a new one."""
    found = script_of(tx)
    if found is not None:
        return found
    named = name or tx.service.name or tr("lesson.script.unnamed")
    return tx.add(Script(id=tx.new_id("script"), name=named, order=key_between()))


def set_stop(
    tx: Transaction,
    *,
    cards: Iterable[str] = (),
    zoom: float = 0,
    lit: Iterable[str] = (),
    after: str = "",
    **fields: Any,
) -> Stop:
    """A new stop (Halt), behind another or at the end; the first one begins the script."""
    script = begin_script(tx)
    stops = tx.children(script.id, Stop)
    place = next((n for n, stop in enumerate(stops) if stop.id == after), len(stops) - 1)
    before = stops[place].order if stops else ""
    behind = stops[place + 1].order if place + 1 < len(stops) else ""
    values = {"name": tr("lesson.stop.named", n=len(stops) + 1)} | fields
    return tx.add(
        Stop(
            id=tx.new_id("stop"),
            parent=script.id,
            order=_between(before, behind),
            cards=tuple(cards),
            zoom=zoom,
            lit=tuple(lit),
            **values,
        )
    )


def move_stop(tx: Transaction, stop: str, place: int) -> None:
    """Put a stop at another place among its siblings, counted from 0 without itself."""
    record = tx.the(stop, Stop)
    others = [other for other in tx.children(record.parent, Stop) if other.id != stop]
    place = max(0, min(place, len(others)))
    before = others[place - 1].order if place else ""
    behind = others[place].order if place < len(others) else ""
    tx.replace(record.replaced(order=_between(before, behind)))


def word_stop(tx: Transaction, record: str, slot: str, words: str, language: str = "de") -> None:
    """Say a title or a text of a stop or script in a language; empty words take a translation
    away.
    """
    if language == "de":
        tx.alter(record, **{slot: words})
        return
    texts = [t for t in tx.children(record, Text) if (t.slot, t.language) == (slot, language)]
    if texts and words:
        tx.replace(texts[0].replaced(text=words))
    elif texts:
        tx.remove(texts[0].id)
    elif words:
        tx.add(Text(id=tx.new_id("text"), parent=record, slot=slot, language=language, text=words))


def _between(before: str, behind: str) -> str:
    """Equal keys (two people recorded at once) leave no room: at the same key the id decides."""
    return key_between(before, behind) if not behind or before < behind else behind
