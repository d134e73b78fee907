"""What does an engine of the Camunda 7 family receive to run a service?

Operaton and CIB seven take the same set; their task lists draw forms of different age.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporters.artifact import Artifact
from exporters.bpmn.description import Description
from exporters.bpmn.semantics import build
from exporters.bpmn.vocabulary import MEDIA_TYPE, XSI
from exporters.bpmn.writer import serialise
from exporters.causes import grouped
from exporters.dmn import DecisionFile, decisions_of
from exporters.expressions import Derived, Names
from exporters.forms import Form, forms_of
from exporters.german import spoken_german
from exporters.platforms.conditions import say_conditions, say_what_is_waited_for
from exporters.platforms.gates import Fault, gates_for, judge
from exporters.platforms.guide import deployment_file, guide_file
from exporters.platforms.losses import tell_what_is_lost
from exporters.platforms.older_forms import as_old
from exporters.platforms.profile import CAMUNDA, OPERATON, TIME_TO_LIVE, Engine
from exporters.platforms.start_form import take_first_page
from exporters.platforms.tariffs import set_amounts
from exporters.platforms.tasks import make_harmless, rename_process, set_processes, set_tasks
from exporters.report import ExportReport
from model.document import Snapshot
from model.grammar import title


@dataclass(frozen=True, slots=True)
class Deployment:
    """The files of one engine, what they could not say, and the gates they failed. In ``report``
    one cause is one line. ``description`` and ``derived`` say which element stands for which
    record, and what the forms compute.
    """

    key: str
    artifacts: list[Artifact]
    report: ExportReport
    faults: list[Fault]
    description: Description
    derived: Derived
    proved: bool = True
    """Does an engine of this kind judge what we write, in our own tests?"""
    unfinished: tuple[str, ...] = ()
    """Numbers of gates that cannot open, because what they ask for is not public."""

    @property
    def status(self) -> str:
        """Computed from the gates, never chosen (the words are those of the manifest)."""
        if self.report.blocked:
            return "nicht-bereit"
        if self.unfinished:
            return "geruest"
        return "bereit" if self.proved else "nicht-geprueft"


def write(view: Snapshot) -> tuple[list[Artifact], ExportReport]:
    """The folder for an engine; failed gates stand in the report as "failed"."""
    found = deployment(view)
    return found.artifacts, found.report


@spoken_german()
def deployment(view: Snapshot, engine: Engine = OPERATON) -> Deployment:
    """The same with the verdict of each gate; German at every desk."""
    report = ExportReport()
    names = Names(view)
    derived = Derived(names)
    description = described(view, report)
    key = rename_process(description, names.service_key)
    say_conditions(description, names, derived, report)
    say_what_is_waited_for(description, names, derived, report)
    tables = decisions_of(view, names, derived, report)
    # Forms last: only now is known what ways and tables ask them to compute.
    forms = as_old(forms_of(view, names, report, derived), engine.newest_form, report)
    dress(description, names, forms, tables, report)
    tell_what_is_lost(view, report)
    files = [
        Artifact(f"{key.replace('_', '-')}.bpmn", MEDIA_TYPE, serialise(description), "prozess"),
        *(form.artifact() for form in forms),
        *(table.artifact(time_to_live=TIME_TO_LIVE) for table in tables),
    ]
    artifacts = [*files, deployment_file(key, files)]
    faults = judge(artifacts, gates_for(engine))
    tell_faults(faults, description, view, report)
    report = grouped(report, view)
    artifacts.append(guide_file(view, key, description, files, report, engine.key))
    return Deployment(key, artifacts, report, faults, description, derived)


def described(view: Snapshot, report: ExportReport) -> Description:
    """The process as BPMN says it. What only the neutral file cannot say is not lost here, and
    what is said about the service itself is said by ``losses``.
    """
    neutral = ExportReport()
    description = build(view, neutral)
    elsewhere = ("", view.service.id)
    report.extend(entry for entry in neutral.entries if entry.record not in elsewhere)
    description.namespaces["camunda"] = CAMUNDA
    description.namespaces["xsi"] = XSI
    return description


def tell_faults(
    faults: list[Fault], description: Description, view: Snapshot, report: ExportReport
) -> None:
    """The faults with the names of the elements, and the records behind them."""
    parts = {**description.nodes, **description.flows}
    for fault in faults:
        part, record = parts.get(fault.at), view.get(fault.at)
        called = part.name if part is not None else title(record) if record is not None else ""
        behind = part.record if part is not None else fault.at if record is not None else ""
        fault.tell(report, behind, called)


def dress(
    description: Description,
    names: Names,
    forms: list[Form],
    tables: list[DecisionFile],
    report: ExportReport,
) -> None:
    """Give every element what the engine has to know about it."""
    shows = take_first_page(description, names.view, report)
    set_amounts(description, names, tables, report)
    set_processes(description, names)
    set_tasks(description, names, {form.card: form for form in forms}, shows, report)
    make_harmless(description, report)
