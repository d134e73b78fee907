"""What is said when an imported message is no schema: a group, a field, a profile or a code list?

Such a message has no place for the service around it; and when the document outgrows its kind, a
whole schema is written instead.
"""

from __future__ import annotations

from exporters.report import Entry, ExportReport
from exporters.xdatenfelder.check import local_name
from exporters.xdatenfelder.codelists import code_list_artifact, slug
from exporters.xdatenfelder.fresh import Fresh, Xml
from exporters.xdatenfelder.shape import holds
from exporters.xdatenfelder.source import Source, says_the_same
from exporters.xdatenfelder.vocabulary import CODE_LIST, FIELD, GROUP, MESSAGES, PROFILE, SCHEMA
from model.document import Snapshot
from model.language import say
from model.records import CodeList, Option

_OF_A_SCHEMA = frozenset({"fim.1078", "fim.1097", "fim.old.profile"})
"""It has no fields, it names no profile."""
_WITHOUT_SERVICE = frozenset({GROUP, FIELD, CODE_LIST})


def told_of_kind(
    source: Source, view: Snapshot, now: Fresh, *, converted: bool = False
) -> list[Entry]:
    """What the message cannot say of the service, and into what it turns."""
    kind, service = source.walked.kind, view.service
    if kind == SCHEMA:
        return []
    fits = holds(source, now, view)
    stays = fits and not (converted and kind == CODE_LIST)
    word = say(f"fim.kind.{kind}")
    if not stays:
        if kind == CODE_LIST:
            _list_beside(view, now)
        key = "fim.kind.grown" if not fits else "fim.kind.other_version"
        return [Entry("substituted", service.id, say(key, kind=word))]
    if kind in _WITHOUT_SERVICE and service != source.view.service:
        return [Entry("lost", service.id, say("fim.kind.service", kind=word))]
    return []


def of_this_kind(report: ExportReport, root: Xml) -> ExportReport:
    """The report without remarks about a schema, where the message is a profile or a list."""
    if MESSAGES.get(local_name(root), SCHEMA) not in (PROFILE, CODE_LIST):
        return report
    return ExportReport(e for e in report.entries if e.message.key not in _OF_A_SCHEMA)


def without_service(source: Source, view: Snapshot) -> bool:
    """Nothing has changed but the service, which this kind of message does not hold."""
    if source.walked.kind not in _WITHOUT_SERVICE:
        return False
    as_before = [source.view.service if r.id == view.service.id else r for r in view]
    return says_the_same(source, Snapshot.of_records(as_before))


def _list_beside(view: Snapshot, now: Fresh) -> None:
    """A schema holds no list that no field names: it stands in a file of its own."""
    day = next(now.root.iter("{*}erstellungszeitpunkt"))
    for code_list in view.of(CodeList):
        options = view.children(code_list.id, Option)
        name = f"codeliste_{slug(code_list.name or code_list.id)}.xml"
        if options and all(artifact.name != name for artifact in now.lists):
            now.lists.append(code_list_artifact(code_list, options, name, (day.text or "")[:10]))
