"""Which worked examples does the house bring along?

They are ordinary documents among the resources; a start page and the command line hand out copies.
"""

from __future__ import annotations

from model.errors import FachwerkError
from model.language import say, tr
from resources import list_resources, open_resource

_FOLDER, _ENDING = "samples", ".fachwerk"
_ORDER = ("hundesteuer", "bewohnerparkausweis", "liegenschaftskarte")


def sample_names() -> list[str]:
    """Names of the samples, the simplest first."""
    names = [name.removesuffix(_ENDING) for name in list_resources(_FOLDER, _ENDING)]
    return sorted(names, key=lambda n: (_ORDER.index(n) if n in _ORDER else len(_ORDER), n))


def sample_title(name: str) -> str:
    """What a person calls the sample."""
    return tr(f"sample.{name}") if name in _ORDER else name


def sample_story(name: str) -> str:
    """One sentence on what can be seen in it."""
    return tr(f"sample.{name}.story") if name in _ORDER else ""


def sample_bytes(name: str) -> bytes:
    """The file of a sample.

    Raises:
        FachwerkError: there is none of that name; the refusal names those that are there.
    """
    name = name.lower()
    if name not in sample_names():
        names = ", ".join(sample_names()) or "–"
        raise FachwerkError(
            say("cli.no_sample", name=name), todo=say("cli.no_sample.todo", names=names)
        )
    return open_resource(f"{_FOLDER}/{name}{_ENDING}")
