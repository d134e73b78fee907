"""Which data does the house bring along?

Data only, no thought: texts, samples, schemas, catalogues, icons, styles. Everything is reached
through ``open_resource``, so that it is found in a checkout, in an installed program and in a
frozen folder alike; ``texts`` joins the catalogues of one language.

Why the texts lie in several files (11/2026): each room keeps its own, and two people who add a
sentence do not meet in one file. Keys are unique over all of them; a key that stands twice is
refused, because one of both sentences would vanish in silence.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

Entry = str | Mapping[str, str]
"""A sentence, or its plural forms under "one" and "other"."""

LANGUAGES = ("de", "en")
"""German first; English is complete."""


def open_resource(path: str) -> bytes:
    """The bytes of a resource by its path below this room: ``samples/hundesteuer.fachwerk``.

    Raises:
        FileNotFoundError: there is none, or the path leaves the room.
    """
    return _place(path).read_bytes()


def list_resources(folder: str, suffix: str = "") -> list[str]:
    """Names of the resources in a folder, sorted; none when the folder is not there."""
    try:
        place = _place(folder)
    except FileNotFoundError:
        return []
    return sorted(e.name for e in place.iterdir() if e.is_file() and e.name.endswith(suffix))


@cache
def texts(language: str) -> dict[str, Entry]:
    """All sentences of a language: key -> text or plural forms.

    Raises:
        ValueError: a key stands in two files, or twice in one.
    """
    found: dict[str, Entry] = {}
    for name in list_resources(f"texts/{language}", ".json"):
        data = open_resource(f"texts/{language}/{name}")
        for key, entry in _catalogue(data, name).items():
            if key in found:
                raise ValueError(f"{name}: the key {key} stands in another file, too")
            found[key] = entry
    return found


def _catalogue(data: bytes, name: str) -> dict[str, Entry]:
    """One file of texts; a key may stand in it once only."""

    def unique(pairs: list[tuple[str, Entry]]) -> dict[str, Entry]:
        keys = [key for key, _ in pairs]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"{name}: keys stand twice: {', '.join(twice)}")
        return dict(pairs)

    catalogue: dict[str, Entry] = json.loads(data, object_pairs_hook=unique)
    return catalogue


def _place(path: str) -> Traversable:
    place: Traversable = files(__name__)
    for part in path.split("/"):
        if part in ("", ".", ".."):
            raise FileNotFoundError(path)
        place = place.joinpath(part)
    if not (place.is_file() or place.is_dir()):
        raise FileNotFoundError(path)
    return place
