"""How do the tests of the architecture read the source of the house?"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
STOREYS = ("studio", "widgets", "exporters", "model", "resources")


@dataclass(frozen=True)
class Source:
    """One module: its path inside the tree (with /) and its parsed text."""

    path: str
    text: str
    tree: ast.Module

    @property
    def is_package(self) -> bool:
        return self.path.endswith("/__init__.py")

    def within(self, *places: str) -> bool:
        """Does it stand in one of these rooms, or is it one of these modules?"""
        return any(self.path == place or self.path.startswith(place + "/") for place in places)


@dataclass(frozen=True)
class Fault:
    """A place that breaks a rule of the house."""

    path: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what}"


Rule = Callable[[Source], Iterator[Fault]]


def sources(root: Path, *folders: str) -> Iterator[Source]:
    """All modules below these folders, in the order of their paths."""
    for folder in folders:
        for path in sorted((root / folder).rglob("*.py")):
            if "node_modules" not in path.parts:
                yield read(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))


def read(path: str, text: str) -> Source:
    """A module from its text."""
    return Source(path, text, ast.parse(text, path))


def broken(rule: Rule, root: Path, *folders: str) -> list[str]:
    """Where the rule is broken, one sentence each."""
    return [str(fault) for source in sources(root, *folders) for fault in rule(source)]


def imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and full dotted name of everything that is imported, at any depth."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    """Every call with the dotted name of what is called ("" at the front when not a plain name)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, dotted(node.func)


def dotted(node: ast.expr) -> str:
    """`a.b.c` of an expression; a part that is no name stays empty: `.c`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return ""


def starts_with(name: str, *prefixes: str) -> bool:
    """Is a dotted name one of these, or does it lie below one of them?"""
    return any(name == prefix or name.startswith(prefix + ".") for prefix in prefixes)
