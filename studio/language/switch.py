"""How does the living window change its language?"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from studio.language.load import load


def switch(language: str) -> None:
    """Speak another language; every widget hears Qt's own event and says its words again."""
    load(language)
    QLocale.setDefault(QLocale(language))
    _toolkit_texts(language)
    for window in QApplication.topLevelWidgets():
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def _toolkit_texts(language: str) -> None:
    """The words that Qt itself shows: context menus of text lines, file dialogs."""
    app = QCoreApplication.instance()
    assert app is not None
    old = app.findChild(QTranslator, "toolkit")
    if old is not None:
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    translator.setObjectName("toolkit")
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
