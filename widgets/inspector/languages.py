"""In which languages is the service offered?"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from model.language import tr
from widgets.basics.labels import plain_label
from widgets.inspector.editors import Editor, EditorClass
from widgets.look.theme import px
from widgets.panels.buttons import FlatButton
from widgets.panels.flow import FlowLayout

KNOWN = ("de", "de-LS", "en", "fr", "pl", "tr", "uk", "ru", "ar", "da", "es", "it", "ro", "bg")
"""Languages that are offered by name; a file may name others by their code."""


def language_name(code: str) -> str:
    """The language in words: "Englisch", "Leichte Sprache"."""
    return tr(f"inspector.language.{code}") if code in KNOWN else code


class LanguagesEditor(Editor):
    """The first is the language the service is written in; further ones come and go by name."""

    def build(self) -> None:
        self.box: QWidget | None = None
        self.shown: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages as they are now."""
        return tuple(self.value or ())  # type: ignore[arg-type]

    def load(self) -> None:
        if self.box is not None and self.shown == self.codes:
            return
        if self.box is not None:
            self.column.removeWidget(self.box)
            self.box.hide()
            self.box.deleteLater()
        self.shown = self.codes
        self.box = QWidget(self)
        row = FlowLayout(self.box)
        for place, code in enumerate(self.codes):
            row.addWidget(self._named(code, first=place == 0))
        more = FlatButton(tr("inspector.language.add"), self.box, role="quiet")
        more.clicked.connect(lambda _c=False: self._ask(more))
        self.setFocusProxy(more)
        row.addWidget(more)
        self.column.addWidget(self.box)
        self.box.show()

    def add(self, code: str) -> None:
        """One more language."""
        if code not in self.codes:
            self.put((*self.codes, code))

    def drop(self, code: str) -> None:
        """One language less; what was written in it stays in the file."""
        self.put(tuple(one for one in self.codes if one != code))

    def _named(self, code: str, *, first: bool) -> QWidget:
        if first:
            own = plain_label(language_name(code), self.box)
            own.setMinimumHeight(px(28))
            return own
        button = FlatButton(language_name(code), self.box, sign="close")
        button.setAccessibleName(tr("inspector.language.drop", language=language_name(code)))
        button.clicked.connect(lambda _c=False: self.drop(code))
        return button

    def _ask(self, button: FlatButton) -> None:
        menu = QMenu(button)
        for code in KNOWN:
            if code not in self.codes:
                menu.addAction(language_name(code), partial(self.add, code))
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


LANGUAGES: dict[str, EditorClass] = {"languages": LanguagesEditor}
"""Name in a Spec -> editor."""
