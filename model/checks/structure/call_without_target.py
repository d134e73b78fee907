"""Finds calls of another service that do not say which, or that call themselves."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from model.checks.finding import Check, Found, Repair
from model.checks.naming import called
from model.checks.reading import Reading
from model.commands.morph import change_kind
from model.records import ServiceCall


def _find(view: Reading, call: ServiceCall) -> Iterable[Found]:
    if view.foreign:
        return ()
    itself = call.called and call.called in (view.service.leika_key, view.service.id)
    if call.called.strip() and not itself:
        return ()
    repairs = (
        Repair("name_service", opens="called"),
        Repair("make_step", partial(change_kind, record=call.id, key="office")),
    )
    return (Found(call.id, {"name": called(call)}, repairs, "itself" if itself else ""),)


CALL_WITHOUT_TARGET = Check("call_without_target", "error", (ServiceCall,), record=_find)
