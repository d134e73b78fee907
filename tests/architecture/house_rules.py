"""Which rules of the house can be read off the source?

Each rule takes one module and yields its faults. Linters know some of them, but not all, and miss
exactly the dangerous ones (measured: foreign XML by path, unpacking, compile); so they stand here.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from tests.architecture.reading import Fault, Source, calls, dotted, imports, starts_with

PLAIN_TEXT_ROOM = "widgets/basics"
"""The one room that shows text: always plain, never HTML from a file."""

GUARDED_READERS = ("exporters/xmlkit", "exporters/package")
"""The two rooms that open foreign XML and foreign archives."""

ID_FACTORY = "model/document/ids.py"
"""Hands out ids that no other person makes; a test or a sample passes its own factory."""

_RUNS_CODE = {"eval", "exec", "compile", "__import__"}
_RUNS_CODE_DOTTED = {"os.system", "os.popen", "yaml.load", "builtins.eval", "builtins.exec"}
_RUNS_CODE_IMPORTS = ("pickle", "marshal", "shelve", "subprocess", "ctypes", "cffi", "pty")


def no_code_from_data(source: Source) -> Iterator[Fault]:
    """Nothing runs text as code or starts a program."""
    for line, name in imports(source.tree):
        forbidden = starts_with(name, *_RUNS_CODE_IMPORTS)
        if forbidden or name in _RUNS_CODE_DOTTED:
            yield Fault(source.path, line, f"import of {name}")
    for call, name in calls(source.tree):
        process = name.startswith(("os.spawn", "os.exec", "os.posix_spawn"))
        if name in _RUNS_CODE or name in _RUNS_CODE_DOTTED or process:
            yield Fault(source.path, call.lineno, f"call of {name}")


_NETWORK = (
    "socket",
    "socketserver",
    "ssl",
    "http",
    "urllib.request",
    "urllib3",
    "ftplib",
    "smtplib",
    "poplib",
    "imaplib",
    "telnetlib",
    "asyncio",
    "xmlrpc",
    "requests",
    "httpx",
    "aiohttp",
    "webbrowser",
)
_QT_NETWORK = re.compile(r"PySide6\.(QtNetwork|QtWebEngine|QtWebSockets|QtWebChannel|QtHttpServer)")


def no_network(source: Source) -> Iterator[Fault]:
    """Fachwerk opens no network connection; links are text to copy."""
    for line, name in imports(source.tree):
        if starts_with(name, *_NETWORK) or _QT_NETWORK.match(name):
            yield Fault(source.path, line, f"import of {name}")
    if not source.within(PLAIN_TEXT_ROOM):
        for call, name in calls(source.tree):
            if name.endswith("QDesktopServices.openUrl"):
                yield Fault(source.path, call.lineno, "openUrl without asking first")


_RICH_CALLS = {"setToolTip", "setHtml", "setMarkdown", "insertHtml"}
_RICH_CLASSES = {"QLabel", "QMessageBox"}
_BOX_FUNCTIONS = {"question", "warning", "information", "critical", "about"}


def text_stays_text(source: Source) -> Iterator[Fault]:
    """Foreign text never becomes HTML: labels, boxes and tooltips come from one room."""
    if source.within(PLAIN_TEXT_ROOM):
        return
    for call, name in calls(source.tree):
        *front, last = name.split(".")
        static_box = last in _BOX_FUNCTIONS and front[-1:] == ["QMessageBox"]
        tooltip = last == "showText" and front[-1:] == ["QToolTip"]
        if last in _RICH_CLASSES or last in _RICH_CALLS or static_box or tooltip:
            yield Fault(source.path, call.lineno, f"{name}( outside {PLAIN_TEXT_ROOM}")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef):
            for base in node.bases:
                if dotted(base).split(".")[-1] in _RICH_CLASSES:
                    yield Fault(source.path, node.lineno, f"a {dotted(base)} of its own")


_SHOWING = {
    "setText",
    "setTitle",
    "setWindowTitle",
    "setPlaceholderText",
    "setStatusTip",
    "setToolTip",
    "setWhatsThis",
    "setAccessibleName",
    "setAccessibleDescription",
    "setInformativeText",
    "setHeaderLabels",
    "addAction",
    "addMenu",
    "addTab",
    "addItem",
    "showMessage",
}
_WORDS = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")


def no_words_in_code(source: Source) -> Iterator[Fault]:
    """Words for people come from resources/texts, by key."""
    for call, name in calls(source.tree):
        last = name.split(".")[-1]
        if last not in _SHOWING:
            continue
        # The second argument of addItem is data that nobody sees.
        for argument in call.args[:1] if last == "addItem" else call.args:
            for part in ast.walk(argument):
                if isinstance(part, ast.Call):
                    break  # say("key"), tr("key"): a key, not words
                value = part.value if isinstance(part, ast.Constant) else None
                if isinstance(value, str) and _WORDS.search(value):
                    yield Fault(source.path, call.lineno, f"words in code: {value!r}")


_XML_CALLS = {"parse", "fromstring", "XML", "HTML", "iterparse", "XMLParser", "fromstringlist"}
_XML_MODULES = {"etree", "ET", "ElementTree", "objectify", "html"}


def foreign_files_through_the_guard(source: Source) -> Iterator[Fault]:
    """XML and archives are read only through the guarded readers."""
    for line, name in imports(source.tree):
        if starts_with(name, "xml"):
            yield Fault(source.path, line, f"import of {name}: it expands entities")
    if source.within(*GUARDED_READERS):
        return
    for line, name in imports(source.tree):
        front, _, last = name.rpartition(".")
        if starts_with(front, "lxml") and last in _XML_CALLS:
            yield Fault(source.path, line, f"import of {name} outside the guarded readers")
    for call, name in calls(source.tree):
        front, _, last = name.rpartition(".")
        xml = last in _XML_CALLS and front.split(".")[-1] in _XML_MODULES
        archive = last in {"extractall", "ZipFile", "unpack_archive"} or name == "tarfile.open"
        if xml or archive:
            yield Fault(source.path, call.lineno, f"{name}( outside the guarded readers")


_CHANCE = ("random", "secrets", "uuid", "time")
_CLOCK = {"now", "today", "utcnow"}
_SURROUNDINGS = {"os.environ", "os.getenv", "os.getlogin", "os.getcwd"}


def same_input_same_output(source: Source) -> Iterator[Fault]:
    """Model and exporters know no clock, no chance and no environment: these are handed in."""
    if not source.within("model", "exporters"):
        return
    for line, name in imports(source.tree):
        chance = starts_with(name, *_CHANCE) and source.path != ID_FACTORY
        if chance or name in _SURROUNDINGS or starts_with(name, "getpass", "platform"):
            yield Fault(source.path, line, f"import of {name}")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute):
            name = dotted(node)
            clock = node.attr in _CLOCK and starts_with(name, "datetime", "date", "dt")
            if clock or name in _SURROUNDINGS:
                yield Fault(source.path, node.lineno, f"{name} is not handed in")


_ALLOWED = {
    "model": {"model", "pydantic", "pydantic_core"},
    "resources": {"resources"},
}
_ALLOWED_IN_ROOM = {
    "model/graph": {"networkx", "fast_sugiyama"},
    "model/play": {"holidays"},
}


def few_libraries(source: Source) -> Iterator[Fault]:
    """The model needs Python and pydantic, the resources Python alone."""
    storey = source.path.split("/")[0]
    if storey not in _ALLOWED:
        return
    allowed = _ALLOWED[storey] | set(sys.stdlib_module_names)
    for room, more in _ALLOWED_IN_ROOM.items():
        if source.within(room):
            allowed |= more
    for line, name in imports(source.tree):
        if name.split(".")[0] not in allowed:
            yield Fault(source.path, line, f"import of {name}")


def tests_do_not_wait_by_the_clock(source: Source) -> Iterator[Fault]:
    """A test waits for a signal or a condition, never for time to pass.

    The assistive technology is a program of its own beside the window: all it can do is ask again.
    """
    if source.path == "tests/judges/reader.py":
        return
    for call, name in calls(source.tree):
        last = name.split(".")[-1]
        if last == "sleep" or name in {"qtbot.wait", "QTest.qWait", "QTest.qSleep"}:
            yield Fault(source.path, call.lineno, f"{name}(")
