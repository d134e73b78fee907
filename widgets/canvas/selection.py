"""What is chosen, and which single element has the focus?"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Ids of what is chosen, in the order of choosing.

    ``changed`` carries the ids, ``focused`` the id of the focus element ("" = none).
    """

    changed = Signal(object)
    focused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._focus = ""

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    @property
    def focus(self) -> str:
        """The element that keys act on."""
        return self._focus

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._ids

    def set(self, ids: Iterable[str], focus: str = "") -> None:
        """Choose these; the focus goes to ``focus``, or stays if it is chosen, or to the last."""
        chosen = tuple(dict.fromkeys(ids))
        if not focus:
            focus = self._focus if self._focus in chosen else (chosen[-1] if chosen else "")
        before, had = self._ids, self._focus
        self._ids, self._focus = chosen, focus
        if chosen != before:
            self.changed.emit(chosen)
        if focus != had:
            self.focused.emit(focus)

    def forget(self, gone: Iterable[str], successor: str = "") -> None:
        """What is gone is chosen no more; the focus goes to the successor."""
        lost = set(gone)
        kept = tuple(one for one in self._ids if one not in lost)
        if kept == self._ids and self._focus not in lost:
            return
        focus = successor if self._focus in lost else self._focus
        self.set(kept or ((successor,) if successor else ()), focus)
