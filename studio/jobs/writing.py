"""How do the files of an export get onto the disk, whole or not at all?

One call for the command line and for the export panel.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from exporters.artifact import Artifact
from exporters.target import Target
from model.errors import FachwerkError
from model.language import say


def write_target(target: Target, out: Path, artifacts: Iterable[Artifact]) -> list[Path]:
    """Write what a target made: a folder, or a file with its companions."""
    return (write_folder if target.folder else write_beside)(out, artifacts)


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: beside it first, then in its place."""
    if path.is_dir():
        raise FachwerkError(
            say("cli.out_is_folder"), where=str(path), todo=say("cli.out_is_folder.todo")
        )
    _need_parent(path)
    beside = _beside(path, "neu")
    try:
        _write(beside, content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def write_beside(path: Path, artifacts: Iterable[Artifact]) -> list[Path]:
    """The first artifact is ``path`` itself; further ones stand beside it, named ``stem_name``."""
    first, *others = artifacts
    own = Path(first.name).stem + "_"
    pairs = [(path.with_name(f"{path.stem}_{_short(one.name, own)}"), one) for one in others]
    for place, one in pairs:
        write_file(place, one.content)
    write_file(path, first.content)
    return [path, *(place for place, _ in pairs)]


def _short(name: str, front: str) -> str:
    """A name without the stem of the first artifact, which the stem of the file replaces."""
    return name.replace("/", "_").removeprefix(front)


def write_folder(path: Path, artifacts: Iterable[Artifact]) -> list[Path]:
    """Write artifacts under their names into a folder, whole or not at all.

    A folder of an earlier export is replaced; one that holds anything else is refused, because
    replacing it would delete that.

    Raises:
    FachwerkError: the place is a file, or a folder with other things in it.
    """
    made = {one.name: one.content for one in artifacts}
    _refuse_foreign(path, set(made))
    _need_parent(path)
    fresh, old = _beside(path, "neu"), _beside(path, "alt")
    try:
        for name, content in made.items():
            place = fresh.joinpath(*name.split("/"))
            place.parent.mkdir(parents=True, exist_ok=True)
            _write(place, content)
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    except OSError:
        if old.exists() and not path.exists():
            old.rename(path)
        raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    return [path.joinpath(*name.split("/")) for name in made]


def _refuse_foreign(path: Path, names: set[str]) -> None:
    if path.is_file():
        raise FachwerkError(
            say("cli.out_is_file"), where=str(path), todo=say("cli.out_is_file.todo")
        )
    if not path.exists():
        return
    there = {p.relative_to(path).as_posix() for p in path.rglob("*") if not p.is_dir()}
    foreign = sorted(there - names)
    if foreign:
        raise FachwerkError(
            say("cli.out_holds_more", name=foreign[0], n=len(foreign)),
            where=str(path),
            todo=say("cli.out_holds_more.todo"),
        )


def _need_parent(path: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise FachwerkError(
            say("cli.no_parent"), where=str(path.absolute().parent), todo=say("cli.no_parent.todo")
        )


def _beside(path: Path, word: str) -> Path:
    """A name in the same folder, so that putting it in place is one step of the file system."""
    return path.absolute().with_name(f".~{path.name}.{os.getpid()}.{word}")


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
