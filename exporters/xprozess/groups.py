"""How is one Referenzaktivitätengruppe (RAG) written, and what can we say of its own attributes?

The attributes of groups 1, 2 and 7 tell who sends what to whom: the service knows that. Those of 3
to 6 are codes without proof, or aids that the service does not name; they stay empty.
"""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from exporters.report import ExportReport
from exporters.xprozess.build import code, line
from exporters.xprozess.law import cited_by, law_element
from exporters.xprozess.source import group_of
from exporters.xprozess.vocabulary import BY_OTHER_WAYS
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import Node, Role

Xml = Any
_RECEIVE, _PROVIDE, _INVOLVE = 1, 2, 7
_WITH_AIDS = (4, 5)


def group_element(
    parent: Xml,
    view: Snapshot,
    node: Node,
    number: str,
    report: ExportReport,
    ids: Container[str],
) -> Xml:
    """The aktivitaetengruppe of a node, at the end of ``parent``."""
    group = group_of(node)
    made = line(parent, "aktivitaetengruppe")
    code(made, "referenzaktivitaetengruppeTyp", str(group))
    line(made, "referenzaktivitaetengruppeVersion", "1.00")
    line(made, "id", number)
    if node.id not in ids:
        report.lost(node.id, say("xprozess.lost.sub_process", name=title(node)))
    line(made, "subProzessID", node.id if node.id in ids else "")
    line(made, "name", node.name)
    line(made, "beschreibung", node.documentation)
    laws = cited_by(view, node.id)
    for law in laws:
        law_element(made, law)
    if not laws:
        report.hint(node.id, say("xprozess.no_law", name=title(node)), "FIM-RAG")
    _attributes(line(made, "spezifischeAttribute"), view, node, group)
    return made


def _attributes(parent: Xml, view: Snapshot, node: Node, group: int) -> None:
    own = line(parent, f"spezifischeAttribute{group}")
    if group in (_PROVIDE, _INVOLVE):
        data = line(own, "bereitgestellteDaten")
        line(line(data, "formularverweis"), "textuelleBeschreibung", node.name)
        code(data, "uebermittlungsart", BY_OTHER_WAYS)
        line(data, "empfaenger", _applicant(view))
    if group in (_RECEIVE, _INVOLVE):
        data = line(own, "empfangeneDaten")
        reference = line(line(data, "formularverweis"), "formularverweis")
        line(reference, "formularsteckbriefID", view.service.document_profile)
        code(data, "uebermittlungsart", BY_OTHER_WAYS)
        line(data, "sender", _applicant(view))
    if group in _WITH_AIDS:
        line(own, "hilfsmittel")


def _applicant(view: Snapshot) -> str:
    found = (title(role) for role in view.ordered(Role) if role.side == "applicant")
    return str(next(found, ""))
