"""What can be done here, and what is it called in either language?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from model.grammar import TEMPLATES
from model.language import Message, current_language, say, speaking, tr
from model.reading.folding import spellings
from resources import LANGUAGES, texts
from studio.actions.action import Action
from studio.actions.edit import has_selection
from studio.actions.file import has_sheet
from studio.actions.table import ACTIONS, MENUS
from studio.windows.desk import Desk
from studio.windows.help import keys_of
from studio.windows.wayback import way_back
from widgets.finder import Finder, Line

ITSELF = "view.commands"


@dataclass(frozen=True)
class Command:
    """An action with everything it may be called."""

    action: Action
    words: str
    others: tuple[str, ...]
    path: str


class Commands(QObject):
    """The panel in the middle of the window (Strg+Umschalt+P)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.desk = desk
        self.commands: list[Command] = []
        self.panel = Finder(desk.window, say("finder.commands"), say("finder.how.commands"))
        self.panel.asked.connect(self._ask)
        self.panel.taken.connect(self._take)

    def open(self) -> None:
        """All commands, with nothing typed yet."""
        self.commands = list(commands(self.desk))
        self.panel.open(way_back(self.desk), "")

    def _ask(self, words: str) -> None:
        found = matching(self.commands, words)
        count: object = say("finder.none") if words.strip() and not found else ""
        self.panel.show_lines([self._line(command) for command in found], count)

    def _line(self, command: Command) -> Line:
        action = command.action
        enabled = bool(action.enabled(self.desk))
        parts = [command.path, "" if enabled else str(why_not(self.desk, action))]
        return Line(
            action.id,
            command.words,
            " · ".join(part for part in parts if part),
            right=keys_of(action).split("   ")[0],
            icon=action.icon,
            enabled=enabled,
        )

    def _take(self, key: object) -> None:
        """Do it where the focus was before; what cannot be done says why."""
        action = ACTIONS[str(key)]
        self.panel.close_finder()
        if action.enabled(self.desk):
            self.desk.run(action.run)
        else:
            words = say(
                "finder.refused", what=action.words_now(self.desk), why=why_not(self.desk, action)
            )
            self.desk.tell(words, "warning")


def commands(desk: Desk) -> Iterator[Command]:
    """All actions but the one that shows them, menu by menu."""
    paths = dict(_paths())
    in_menus = [key for key in paths if key in ACTIONS]
    others = [key for key in ACTIONS if key not in paths]
    spoken = {code: _names(desk, code) for code in LANGUAGES}
    for key in (*in_menus, *others):
        if key == ITSELF:
            continue
        elsewhere = tuple(
            word for code, names in spoken.items() for word in names[key] if code != _here()
        )
        own = spoken[_here()][key]
        path = paths.get(key, "")
        yield Command(ACTIONS[key], ACTIONS[key].words_now(desk), (*own[1:], *elsewhere), path)


def _here() -> str:
    return current_language() if current_language() in LANGUAGES else LANGUAGES[0]


def _names(desk: Desk, code: str) -> dict[str, tuple[str, ...]]:
    """Action -> its words in one language: what it is called, and the standard's term."""
    with speaking(code, texts(code)):
        return {key: _named(desk, action) for key, action in ACTIONS.items()}


def _named(desk: Desk, action: Action) -> tuple[str, ...]:
    template = TEMPLATES.get(action.id.removeprefix("insert."))
    hint = (str(template.hint),) if template is not None else ()
    return (action.words_now(desk), *hint)


def _paths() -> Iterator[tuple[str, str]]:
    """Action -> the menu in which it stands, in words."""
    for menu, entries in MENUS.items():
        outer = tr(f"menu.{menu}")
        for entry in entries:
            if isinstance(entry, tuple):
                path = tr("finder.path", menu=outer, inner=tr(entry[0]))
                yield from ((inner, path) for inner in entry[1])
            elif entry != "-":
                yield entry, outer


def matching(found: list[Command], words: str) -> list[Command]:
    """The commands in which all words stand; those called so first."""
    wanted = [spellings(word) for word in words.split()]
    ranked = [(rank, n) for n, one in enumerate(found) if (rank := _rank(one, wanted)) is not None]
    return [found[n] for _, n in sorted(ranked)]


def _rank(command: Command, wanted: list[tuple[str, ...]]) -> int | None:
    worst = 0
    names = spellings(command.words)
    others = [form for other in command.others for form in spellings(other)]
    path = spellings(command.path)
    for forms in wanted:
        if any(name.startswith(forms) for name in names):
            rank = 0
        elif any(f" {form}" in name for form in forms for name in names):
            rank = 1
        elif any(form in name for form in forms for name in names):
            rank = 2
        elif any(form in other for form in forms for other in others):
            rank = 3
        elif any(form in part for form in forms for part in path):
            rank = 4
        else:
            return None
        worst = max(worst, rank)
    return worst


def why_not(desk: Desk, action: Action) -> Message:
    """What is missing for an action that cannot be done now."""
    if action.enabled is has_sheet or desk.sheet is None:
        return say("finder.needs_sheet")
    if action.enabled is has_selection or not desk.selected:
        return say("finder.needs_selection")
    return say("finder.not_now")
