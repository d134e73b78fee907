"""Does every room say at its door which question it answers, and is the house tidy?"""

from __future__ import annotations

import ast
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from tests.architecture.reading import ROOT, STOREYS, Fault, Source, broken, read, sources

LONGEST_MODULE = 400

TOP_LEVEL = {
    *STOREYS,
    "tests",
    ".ci",
    ".gitignore",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    "requirements.lock",
}

# Made by the commands of the Makefile, by tools and by git; ignored there too.
_MADE = {".git", ".venv", "build", "dist", "__pycache__", ".hypothesis"}


def every_module_says_what_it_is(source: Source) -> Iterator[Fault]:
    """Every module has a docstring."""
    if not (ast.get_docstring(source.tree) or "").strip():
        yield Fault(source.path, 1, "no docstring")


def every_room_asks_a_question(source: Source) -> Iterator[Fault]:
    """The first paragraph of a package's docstring is the question that the room answers."""
    question = (ast.get_docstring(source.tree) or "").split("\n\n")[0]
    if source.is_package and "?" not in question:
        yield Fault(source.path, 1, "the door asks no question")


def no_module_is_too_long(source: Source) -> Iterator[Fault]:
    """Whoever reaches the limit asks which second room is hiding in the file."""
    length = source.text.count("\n")
    if length > LONGEST_MODULE:
        yield Fault(source.path, length, f"longer than {LONGEST_MODULE} lines")


def rooms_without_a_door() -> list[str]:
    """Folders with modules but without `__init__.py`."""
    folders = {source.path.rpartition("/")[0] for source in sources(ROOT, *STOREYS)}
    return sorted(folder for folder in folders if not (ROOT / folder / "__init__.py").is_file())


def empty_rooms(root_sources: list[Source]) -> list[str]:
    """Packages with nothing behind the door: no module, no room, no code of their own."""
    folders = [source.path.rpartition("/")[0] for source in root_sources]
    return [
        source.path
        for source in root_sources
        if source.is_package
        and len(source.tree.body) <= 1
        and not any(other.startswith(source.path.rpartition("/")[0] + "/") for other in folders)
        and folders.count(source.path.rpartition("/")[0]) == 1
    ]


def test_every_module_has_a_docstring() -> None:
    found = broken(every_module_says_what_it_is, ROOT, *STOREYS, "tests")

    assert found == []


def test_every_door_asks_the_question_that_its_room_answers() -> None:
    found = broken(every_room_asks_a_question, ROOT, *STOREYS)

    assert found == []


def test_no_file_is_longer_than_400_lines() -> None:
    found = broken(no_module_is_too_long, ROOT, *STOREYS, "tests")

    assert found == []


def test_every_room_has_a_door_and_something_behind_it() -> None:
    without_door = rooms_without_a_door()
    empty = empty_rooms(list(sources(ROOT, *STOREYS)))

    assert (without_door, empty) == ([], [])


def test_the_top_level_holds_nothing_else() -> None:
    found = {entry.name for entry in ROOT.iterdir()} - _MADE
    surprising = {name for name in found if not name.endswith("_cache")} - TOP_LEVEL

    assert surprising == set()


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="no git working copy")
@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_git_keeps_only_the_allowed_top_level() -> None:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()

    assert {path.split("/")[0] for path in listed} - TOP_LEVEL == set()


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (every_module_says_what_it_is, "model/a.py", "import re\n"),
        (every_module_says_what_it_is, "model/a.py", '""" """\n'),
        (every_room_asks_a_question, "model/b/__init__.py", '"""Things."""\n'),
        (every_room_asks_a_question, "model/b/__init__.py", '"""Things.\n\nWhy?\n"""\n'),
        (no_module_is_too_long, "model/a.py", '"""What?"""\n' + "a = 1\n" * LONGEST_MODULE),
    ],
)
def test_a_planted_fault_is_seen(rule: object, path: str, text: str) -> None:
    found = list(rule(read(path, text)))  # type: ignore[operator]

    assert [fault.path for fault in found] == [path]


def test_an_empty_room_is_seen() -> None:
    house = [
        read("model/__init__.py", '"""What is it?"""\n'),
        read("model/full/__init__.py", '"""What is in it?"""\n'),
        read("model/full/a.py", '"""What?"""\n'),
        read("model/empty/__init__.py", '"""What will be in it?"""\n'),
    ]

    assert empty_rooms(house) == ["model/empty/__init__.py"]
