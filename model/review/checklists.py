"""Which questions does a reviewer ask?

One list for each trade that looks at a service before it is published. A question names the checks
of the house whose findings belong to it, and what else one looks at to answer it. The words stand
in the texts: ``review.question.<key>``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from model.document.queries import Queries
from model.language import Message, say
from model.records import (
    Deadline,
    Decision,
    End,
    Evidence,
    Fee,
    Field,
    FieldGroup,
    Flow,
    Record,
    Step,
)
from model.records import Message as MessageNode

Look = Callable[[Queries], Iterable[Record]]


@dataclass(frozen=True)
class Question:
    """``checks``: findings that answer it with no; ``look``: what is to be looked at."""

    key: str
    checks: tuple[str, ...] = ()
    look: Look | None = None
    errors: bool = False

    @property
    def text(self) -> Message:
        return say(f"review.question.{self.key}")


@dataclass(frozen=True)
class Checklist:
    """The questions of one trade."""

    key: str
    questions: tuple[Question, ...]

    @property
    def title(self) -> Message:
        return say(f"review.list.{self.key}")


def _fields(fits: Callable[[Field], bool]) -> Look:
    return lambda view: (field for field in view.of(Field) if fits(field))


def _steps(fits: Callable[[Step], bool]) -> Look:
    return lambda view: (step for step in view.of(Step) if fits(step))


def _asked(field: Field) -> bool:
    return field.field_kind in ("input", "select")


def _ways(view: Queries) -> Iterable[Record]:
    return (flow for flow in view.of(Flow) if flow.condition is not None)


def _otherwise(view: Queries) -> Iterable[Record]:
    return (flow for flow in view.of(Flow) if flow.default)


def _all(kind: type[Record]) -> Look:
    return lambda view: view.of(kind)


def _free(field: Field) -> bool:
    return _asked(field) and not field.required


def _helpless(field: Field) -> bool:
    return _asked(field) and not field.help


def _repeated(view: Queries) -> Iterable[Record]:
    return (group for group in view.of(FieldGroup) if group.repeatable)


_FILES = _fields(lambda field: field.data_type == "file")
_PAGES = _steps(lambda step: step.form == "page")
_OFFICE = _steps(lambda step: step.form == "office")

LAW = Checklist(
    "law",
    (
        Question("law.basis", ("service_without_norm", "norm_expired", "norm_incomplete")),
        Question("law.fields", ("field_without_norm",)),
        Question("law.decisions", ("decision_without_norm",), _all(Decision)),
        Question("law.conditions", ("ways_overlap", "way_never"), _ways),
        Question("law.fees", ("fee_without_norm", "fee_without_amount", "tariff_gap"), _all(Fee)),
        Question(
            "law.deadlines",
            ("deadline_without_norm", "deadline_without_length", "deadline_without_start"),
            _all(Deadline),
        ),
        Question("law.evidence", ("evidence_without_reason",), _all(Evidence)),
        Question("law.result", ("result_untold",), _all(End)),
    ),
)
PRIVACY = Checklist(
    "privacy",
    (
        Question("privacy.purpose", ("purpose_missing",)),
        Question("privacy.retention", ("retention_missing",)),
        Question("privacy.needed", ("field_nobody_uses", "nobody_reads", "asked_twice")),
        Question("privacy.special", ("special_category",)),
        Question("privacy.free", ("gender_asked", "phone_required"), _fields(_free)),
        Question("privacy.prefill", ("prefill_without_login",)),
        Question("privacy.files", ("file_without_limits",), _FILES),
        Question("privacy.readers", (), _OFFICE),
    ),
)
OFFICE = Checklist(
    "office",
    (
        Question("office.pages", ("page_without_field",), _PAGES),
        Question("office.steps", ("step_without_role", "lane_empty"), _OFFICE),
        Question("office.ways", ("unreachable", "dead_end", "way_never", "undecided")),
        Question("office.otherwise", (), _otherwise),
        Question("office.evidence", ("evidence_without_upload",), _all(Evidence)),
        Question("office.deadlines", ("deadline_without_effect",), _all(Deadline)),
        Question("office.fees", ("fee_never_paid", "payment_without_fee"), _all(Fee)),
        Question("office.examples", ("no_example",)),
    ),
)
ACCESS = Checklist(
    "access",
    (
        Question("access.labels", ("missing_label", "long_label", "placeholder_name")),
        Question("access.help", ("help_repeats_label",), _fields(_helpless)),
        Question("access.refusals", ("refused_without_word",)),
        Question("access.words", ("long_sentence", "abbreviation", "shouting", "stray_signs")),
        Question("access.length", ("too_many_questions", "deep_group")),
        Question("access.required", ("hidden_required", "required_hidden")),
        Question("access.files", (), _FILES),
        Question("access.languages", ("only_german", "text_missing")),
    ),
)
IT = Checklist(
    "it",
    (
        Question("it.errors", errors=True),
        Question("it.keys", ("no_key", "no_profile", "no_office", "no_validity")),
        Question("it.values", ("pattern_broken", "bounds_crossed", "better_type")),
        Question("it.automatic", (), _steps(lambda step: step.form == "automatic")),
        Question("it.events", ("waits_forever", "waits_for_nothing"), _all(MessageNode)),
        Question("it.login", ("no_login", "prefill_without_login")),
        Question("it.repeats", (), _repeated),
        Question("it.files", ("file_without_limits",), _FILES),
    ),
)
CHECKLISTS: tuple[Checklist, ...] = (LAW, PRIVACY, OFFICE, ACCESS, IT)
QUESTIONS: dict[str, Question] = {
    question.key: question for checklist in CHECKLISTS for question in checklist.questions
}
