"""Which targets are there?

One plain table. A row names the module and the function that write; they are imported at the first
export, so that lxml sleeps until then and a room that is missing or broken harms only its own
target. To add a target, add a row and the text ``target.<key>``. Vendors add theirs through entry
points of the group "fachwerk.exporters" that give a ``Target``.

Every writer speaks German while it writes: the same document gives the same bytes at every desk.
"""

from __future__ import annotations

from importlib import import_module, metadata
from types import MappingProxyType
from typing import cast

from exporters.german import spoken_german
from exporters.target import Target, Writer, Written
from model.document import Snapshot
from model.errors import FachwerkError
from model.language import say


def _lazy(key: str, place: str) -> Writer:
    """A writer that wakes its room when it is called. ``place`` is "module:function"."""
    module_name, _, function = place.partition(":")

    def write(snapshot: Snapshot) -> Written:
        try:
            module = import_module(module_name)
        except ModuleNotFoundError as missing:
            raise FachwerkError(
                say("target.not_built", target=key),
                where=missing.name or module_name,
                todo=say("target.not_built.todo"),
                code="TARGET-MISSING",
            ) from missing
        with spoken_german():
            return cast("Writer", getattr(module, function))(snapshot)

    return write


def _target(
    key: str, place: str, suffix: str = "", *, folder: bool = False, gated: bool = False
) -> Target:
    return Target(key, folder, suffix, _lazy(key, place), gated)


_OWN = (
    _target("bpmn", "exporters.processes:write_model", ".bpmn"),
    _target("xdatenfelder2", "exporters.xdatenfelder.writer_v2:write", ".xml"),
    _target("xdatenfelder3", "exporters.xdatenfelder.writer_v3:write", ".xml"),
    _target("xprozess", "exporters.processes:write", ".xml"),
    _target("json-schema", "exporters.jsonschema.writer:write", ".json"),
    _target("xzufi", "exporters.xzufi.writer:write", ".xml"),
    _target("operaton", "exporters.platforms.operaton:write", folder=True, gated=True),
    _target("cibseven", "exporters.platforms.cibseven:write", folder=True, gated=True),
    _target("flowable", "exporters.platforms.flowable:write", folder=True, gated=True),
    _target("camunda8", "exporters.platforms.camunda8:write", folder=True, gated=True),
    _target("serviceportal", "exporters.platforms.serviceportal:write", folder=True, gated=True),
    _target("fim", "exporters.platforms.fim:write", folder=True),
    _target("fit-connect", "exporters.platforms.fit_connect:write", folder=True, gated=True),
    _target("package", "exporters.package.build:write", ".fachwerk.zip", gated=True),
)

TARGETS: MappingProxyType[str, Target] = MappingProxyType({target.key: target for target in _OWN})
"""Key -> target, our own ones in the order of the export dialog."""


def all_targets() -> dict[str, Target]:
    """Our targets and those of vendors; a vendor cannot replace one of ours, and a broken one is
    left out.
    """
    found: dict[str, Target] = {}
    for entry in metadata.entry_points(group="fachwerk.exporters"):
        try:
            target = entry.load()
        except Exception:  # foreign code may fail in any way
            continue
        if isinstance(target, Target):
            found[target.key] = target
    return {**found, **TARGETS}
