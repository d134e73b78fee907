"""What goes out: the source itself, the source with the edits in it, or a fresh message?

The same question for both versions. A source of the other version gives a fresh message; what this
version cannot say stands in the report and, for the way back, in a processing instruction at its
element (``memory``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from exporters.artifact import Artifact
from exporters.report import Entry, ExportReport
from exporters.xdatenfelder import compose_v2, compose_v3
from exporters.xdatenfelder.beside import kept_artifacts
from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.fresh import Fresh, Xml
from exporters.xdatenfelder.identity import message_id
from exporters.xdatenfelder.kinds import of_this_kind, told_of_kind, without_service
from exporters.xdatenfelder.memory import remember
from exporters.xdatenfelder.patch import patched
from exporters.xdatenfelder.patch_list import patched_list
from exporters.xdatenfelder.profile import as_profile
from exporters.xdatenfelder.shape import PROFILES, holds, shaped
from exporters.xdatenfelder.source import Source, says_the_same, source_of
from exporters.xdatenfelder.unsaid import told_of_unsaid
from exporters.xdatenfelder.vocabulary import CODE_LIST, NS2, NS3
from exporters.xmlkit import to_bytes
from model.document import Snapshot

Compose = Callable[[Snapshot], Fresh]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message with what was said about its making. ``root`` and ``made`` are its tree and the
    element of each record in it.
    """

    content: bytes
    report: ExportReport
    root: Xml
    made: Mapping[str, Xml]
    lists: tuple[Artifact, ...] = ()


def delivered(view: Snapshot, namespace: str, written: datetime | None = None) -> Delivery:
    """The data schema of a service in one version."""
    source = source_of(view)
    if source is not None and source.walked.namespace != namespace:
        return _converted(view, source, namespace, written)
    if source is not None and says_the_same(source, view):
        return _source(source, source.data, ExportReport(), kept_artifacts(view))
    return _own(view, source, namespace, written)


def message_of(view: Snapshot) -> bytes:
    """The data schema of a service: an imported one in its own version, else 3.0.0."""
    source = source_of(view)
    return delivered(view, source.walked.namespace if source is not None else NS3).content


def _source(
    source: Source, content: bytes, report: ExportReport, lists: Iterable[Artifact] = ()
) -> Delivery:
    root = source.walked.parsed.root
    report = of_this_kind(report, root)
    return Delivery(content, report, root, source.walked.places, tuple(lists))


def _fresh(now: Fresh) -> Delivery:
    report = of_this_kind(now.report, now.root)
    return Delivery(_named(now.root), report, now.root, now.made, tuple(now.lists))


def _composer(namespace: str, written: datetime | None) -> Compose:
    room = compose_v2 if namespace == NS2 else compose_v3
    return partial(room.compose, written=written)


def _own(
    view: Snapshot, source: Source | None, namespace: str, written: datetime | None
) -> Delivery:
    """The edits in a source of the same version; without a source the records alone. 2.0 says
    less than 3.0.0, so it remembers.
    """
    compose = _composer(namespace, written)
    now = compose(view)
    if source is not None:
        told = told_of_kind(source, view, now)
        if without_service(source, view):
            return _source(source, source.data, ExportReport(told))
        now.report.extend(told)
        before = compose(source.view)
        content = _patched(source, before, now, view)
        if content:
            return _source(source, content, _news(before.report, now.report), now.lists)
    if namespace == NS2:
        newer = _composer(NS3, written)
        remember(now, newer(view).made, newer, NS3)
    return _fresh(now)


def _patched(source: Source, before: Fresh, now: Fresh, view: Snapshot) -> bytes:
    """The source with the edits in it; b"" where its kind of message has no place for them."""
    if source.walked.kind != CODE_LIST:
        return patched(source, before, now, view)
    return patched_list(source, view) if holds(source, now, view) else b""


def _converted(
    view: Snapshot, source: Source, namespace: str, written: datetime | None
) -> Delivery:
    """A fresh message that remembers the words of a source of the other version."""
    home = source.walked.namespace
    now = _composer(namespace, written)(view)
    now.report.extend(told_of_kind(source, view, now, converted=True))
    alike = source.walked.kind in PROFILES and holds(source, now, view)
    now = as_profile(now, view, namespace) if alike else shaped(source, now, namespace)
    plain = _composer(home, written)

    def back(one: Snapshot) -> Fresh:
        return as_profile(plain(one), one, home) if alike else plain(one)

    originals: Mapping[str, Xml] = back(view).made
    if not says_the_same(source, view):
        _patched(source, plain(source.view), plain(view), view)
    originals = {**originals, **source.walked.places}
    unsaid = remember(now, originals, back, home)
    now.report.extend(told_of_unsaid(unsaid, view))
    return _fresh(now)


def _named(root: Xml) -> bytes:
    """The bytes of a fresh message; its nachrichtID is made of the schema's own bytes."""
    name = next(node for node in root.iter() if local_name(node) == "nachrichtID")
    name.text = None
    name.text = message_id(to_bytes(root))
    return to_bytes(root)


def _news(before: ExportReport, now: ExportReport) -> ExportReport:
    """Losses that the source had as well are none: it still stands there."""
    old = set(map(_key, before.entries))
    return ExportReport(e for e in now.entries if e.kind == "hint" or _key(e) not in old)


def _key(entry: Entry) -> tuple[str, str, str, str]:
    message = entry.message
    return (entry.kind, entry.record, entry.code, f"{message.key}{message.values}")
