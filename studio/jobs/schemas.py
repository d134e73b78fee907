"""How do the official schemas of a user come from a folder or a zip into the house?

The exporters see bytes only. Nothing outside the folder is read, no link is followed, nothing is
ever fetched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from model.errors import FachwerkError
from model.language import Message, say
from studio.settings import Settings

if TYPE_CHECKING:
    from exporters.official import Library

SETTING: Final = "schema_folder"
"""The name under which the place is remembered."""
_ENDINGS: Final = (".xsd", ".zip")
_MOST_FILES, _MOST_BYTES, _DEEPEST = 2000, 128 * 1024 * 1024, 8


def chosen_place(settings: Settings, given: str = "") -> Path | None:
    """The place that was given, else the one in the settings; None where there is none."""
    text = given or settings.value(SETTING, "")
    return Path(text) if text else None


def library_at(place: Path) -> Library:
    """The schemas in a folder with all that is below it, in a zip, or in one file.

    Raises:
        FachwerkError: the place is not there or holds too much.
    """
    from exporters.official import Library

    if not place.exists():
        raise FachwerkError(
            say("official.folder.gone"), where=str(place), todo=say("official.folder.gone.todo")
        )
    files: dict[str, bytes] = {}
    total = 0
    for path in _files(place):
        total += path.stat().st_size
        if total > _MOST_BYTES or len(files) >= _MOST_FILES:
            raise FachwerkError(
                say("official.folder.too_much"),
                where=str(place),
                todo=say("official.folder.too_much.todo"),
            )
        base = place if place.is_dir() else place.parent
        files[path.relative_to(base).as_posix()] = path.read_bytes()
    return Library(files)


def library_or_remark(place: Path | None) -> tuple[Library, list[Message]]:
    """The same for work that must go on: what is wrong with the place becomes a remark."""
    from exporters.official import Library

    if place is None:
        return Library(), []
    try:
        return library_at(place), []
    except FachwerkError as error:
        return Library(), [error.what]
    except OSError:
        return Library(), [say("official.folder.gone")]


def notes_of_schemas(data: bytes, name: str, place: Path | None) -> list[Message]:
    """What official schemas at hand find fault with in a file that comes in."""
    if place is None:
        return []
    from exporters.official import tell_import

    library, remarks = library_or_remark(place)
    return [*remarks, *tell_import(data, name, library)]


def _files(place: Path) -> Iterator[Path]:
    """Schemas and zips, sorted; a link is passed by, as it may lead out of the folder."""
    if place.is_file():
        yield place
        return
    for folder, names, files in os.walk(place, followlinks=False):
        here = Path(folder)
        if len(here.relative_to(place).parts) >= _DEEPEST:
            names.clear()
        names.sort()
        for name in sorted(files):
            path = here / name
            if name.lower().endswith(_ENDINGS) and path.is_file() and not path.is_symlink():
                yield path
