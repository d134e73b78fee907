"""No module needs one that needs it: a reader can begin anywhere and end below."""

from __future__ import annotations

import ast
from pathlib import Path

import networkx as nx

ROOT = Path(__file__).resolve().parents[2]
STOREYS = ("studio", "widgets", "exporters", "model", "resources")


def _modules(root: Path) -> dict[str, Path]:
    """Dotted name -> file, of every module of the product."""
    found = {}
    for storey in STOREYS:
        for path in sorted((root / storey).rglob("*.py")):
            parts = path.relative_to(root).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def _imported(tree: ast.Module) -> set[str]:
    """Names a module imports at its top, also those that only the type checker sees."""
    names = set()
    for node in _at_the_top(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def _at_the_top(tree: ast.Module) -> list[ast.stmt]:
    nested = [inner for node in tree.body if isinstance(node, ast.If) for inner in node.body]
    return [*tree.body, *nested]


def circles(root: Path) -> list[list[str]]:
    """Groups of modules that import each other; a package's own door does not count."""
    modules = _modules(root)
    graph = nx.DiGraph()
    for name, path in modules.items():
        for target in _imported(ast.parse(path.read_text("utf-8"))):
            if target in modules and path.name != "__init__.py":
                graph.add_edge(name, target)
    return [sorted(c) for c in nx.strongly_connected_components(graph) if len(c) > 1]


def test_no_module_needs_one_that_needs_it() -> None:
    assert circles(ROOT) == []


def test_a_planted_circle_is_seen(tmp_path: Path) -> None:
    room = tmp_path / "model" / "room"
    room.mkdir(parents=True)
    (room / "__init__.py").write_text('"""Door."""\n')
    (room / "a.py").write_text("from model.room.b import x\n")
    (room / "b.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from model.room.a import y\n"
    )

    assert circles(tmp_path) == [["model.room.a", "model.room.b"]]
