"""Which checks are there, in the order in which they are told?"""

from model.checks.finding import Check
from model.checks.form.answer_comes_later import ANSWER_COMES_LATER
from model.checks.form.asked_twice import ASKED_TWICE
from model.checks.form.better_type import BETTER_TYPE
from model.checks.form.bounds_crossed import BOUNDS_CROSSED
from model.checks.form.deep_group import DEEP_GROUP
from model.checks.form.empty_group import EMPTY_GROUP
from model.checks.form.file_without_limits import FILE_WITHOUT_LIMITS
from model.checks.form.hidden_required import HIDDEN_REQUIRED
from model.checks.form.many_answers_one_way import MANY_ANSWERS_ONE_WAY
from model.checks.form.missing_label import MISSING_LABEL
from model.checks.form.option_twice import OPTION_TWICE
from model.checks.form.page_without_field import PAGE_WITHOUT_FIELD
from model.checks.form.pattern_broken import PATTERN_BROKEN
from model.checks.form.refused_without_word import REFUSED_WITHOUT_WORD
from model.checks.form.too_few_options import TOO_FEW_OPTIONS
from model.checks.form.too_many_questions import TOO_MANY_QUESTIONS
from model.checks.form.value_circle import VALUE_CIRCLE
from model.checks.form.visible_by_itself import VISIBLE_BY_ITSELF
from model.checks.language.abbreviation import ABBREVIATION
from model.checks.language.duplicate_names import DUPLICATE_NAMES
from model.checks.language.help_repeats_label import HELP_REPEATS_LABEL
from model.checks.language.long_label import LONG_LABEL
from model.checks.language.long_sentence import LONG_SENTENCE
from model.checks.language.mixed_address import MIXED_ADDRESS
from model.checks.language.placeholder_name import PLACEHOLDER_NAME
from model.checks.language.shouting import SHOUTING
from model.checks.language.stray_signs import STRAY_SIGNS
from model.checks.language.text_missing import TEXT_MISSING
from model.checks.law.deadline_without_effect import DEADLINE_WITHOUT_EFFECT
from model.checks.law.deadline_without_length import DEADLINE_WITHOUT_LENGTH
from model.checks.law.deadline_without_norm import DEADLINE_WITHOUT_NORM
from model.checks.law.deadline_without_start import DEADLINE_WITHOUT_START
from model.checks.law.decision_without_norm import DECISION_WITHOUT_NORM
from model.checks.law.evidence_without_reason import EVIDENCE_WITHOUT_REASON
from model.checks.law.evidence_without_upload import EVIDENCE_WITHOUT_UPLOAD
from model.checks.law.fee_without_amount import FEE_WITHOUT_AMOUNT
from model.checks.law.fee_without_norm import FEE_WITHOUT_NORM
from model.checks.law.field_without_norm import FIELD_WITHOUT_NORM
from model.checks.law.norm_expired import NORM_EXPIRED
from model.checks.law.norm_incomplete import NORM_INCOMPLETE
from model.checks.law.norm_unused import NORM_UNUSED
from model.checks.law.service_without_norm import SERVICE_WITHOUT_NORM
from model.checks.law.tariff_gap import TARIFF_GAP
from model.checks.privacy.field_nobody_uses import FIELD_NOBODY_USES
from model.checks.privacy.gender_asked import GENDER_ASKED
from model.checks.privacy.nobody_reads import NOBODY_READS
from model.checks.privacy.phone_required import PHONE_REQUIRED
from model.checks.privacy.prefill_without_login import PREFILL_WITHOUT_LOGIN
from model.checks.privacy.purpose_missing import PURPOSE_MISSING
from model.checks.privacy.retention_missing import RETENTION_MISSING
from model.checks.privacy.special_category import SPECIAL_CATEGORY
from model.checks.proof.example_differs import EXAMPLE_DIFFERS
from model.checks.proof.example_stuck import EXAMPLE_STUCK
from model.checks.proof.question_never import QUESTION_NEVER
from model.checks.proof.required_hidden import REQUIRED_HIDDEN
from model.checks.proof.two_rates import TWO_RATES
from model.checks.proof.way_never import WAY_NEVER
from model.checks.proof.ways_overlap import WAYS_OVERLAP
from model.checks.readiness.no_description import NO_DESCRIPTION
from model.checks.readiness.no_example import NO_EXAMPLE
from model.checks.readiness.no_key import NO_KEY
from model.checks.readiness.no_login import NO_LOGIN
from model.checks.readiness.no_office import NO_OFFICE
from model.checks.readiness.no_profile import NO_PROFILE
from model.checks.readiness.no_validity import NO_VALIDITY
from model.checks.readiness.only_german import ONLY_GERMAN
from model.checks.readiness.result_untold import RESULT_UNTOLD
from model.checks.structure.begins_by_nothing import BEGINS_BY_NOTHING
from model.checks.structure.call_without_target import CALL_WITHOUT_TARGET
from model.checks.structure.condition_decided import CONDITION_DECIDED
from model.checks.structure.dead_end import DEAD_END
from model.checks.structure.done_twice import DONE_TWICE
from model.checks.structure.empty_subprocess import EMPTY_SUBPROCESS
from model.checks.structure.endless_circle import ENDLESS_CIRCLE
from model.checks.structure.equal_ways import EQUAL_WAYS
from model.checks.structure.fee_never_paid import FEE_NEVER_PAID
from model.checks.structure.id_twice import ID_TWICE
from model.checks.structure.lane_empty import LANE_EMPTY
from model.checks.structure.link_alone import LINK_ALONE
from model.checks.structure.lone_condition import LONE_CONDITION
from model.checks.structure.missing_reference import MISSING_REFERENCE
from model.checks.structure.no_start import NO_START
from model.checks.structure.page_after_office import PAGE_AFTER_OFFICE
from model.checks.structure.payment_without_fee import PAYMENT_WITHOUT_FEE
from model.checks.structure.same_condition import SAME_CONDITION
from model.checks.structure.several_starts import SEVERAL_STARTS
from model.checks.structure.sign_without_choice import SIGN_WITHOUT_CHOICE
from model.checks.structure.step_without_role import STEP_WITHOUT_ROLE
from model.checks.structure.timer_without_deadline import TIMER_WITHOUT_DEADLINE
from model.checks.structure.undecided import UNDECIDED
from model.checks.structure.unreachable import UNREACHABLE
from model.checks.structure.waits_for_nothing import WAITS_FOR_NOTHING
from model.checks.structure.waits_forever import WAITS_FOREVER
from model.checks.structure.way_to_itself import WAY_TO_ITSELF
from model.checks.structure.way_wrong_end import WAY_WRONG_END

CHECKS: tuple[Check, ...] = (
    NO_START,
    SEVERAL_STARTS,
    BEGINS_BY_NOTHING,
    UNREACHABLE,
    DEAD_END,
    ENDLESS_CIRCLE,
    UNDECIDED,
    LONE_CONDITION,
    SAME_CONDITION,
    CONDITION_DECIDED,
    MISSING_REFERENCE,
    WAY_WRONG_END,
    WAY_TO_ITSELF,
    EQUAL_WAYS,
    WAITS_FOREVER,
    DONE_TWICE,
    WAY_NEVER,
    WAYS_OVERLAP,
    SIGN_WITHOUT_CHOICE,
    WAITS_FOR_NOTHING,
    LINK_ALONE,
    ID_TWICE,
    TIMER_WITHOUT_DEADLINE,
    EMPTY_SUBPROCESS,
    CALL_WITHOUT_TARGET,
    STEP_WITHOUT_ROLE,
    LANE_EMPTY,
    PAGE_AFTER_OFFICE,
    PAYMENT_WITHOUT_FEE,
    FEE_NEVER_PAID,
    PAGE_WITHOUT_FIELD,
    TOO_MANY_QUESTIONS,
    MISSING_LABEL,
    EMPTY_GROUP,
    DEEP_GROUP,
    TOO_FEW_OPTIONS,
    OPTION_TWICE,
    MANY_ANSWERS_ONE_WAY,
    VISIBLE_BY_ITSELF,
    ANSWER_COMES_LATER,
    HIDDEN_REQUIRED,
    REQUIRED_HIDDEN,
    QUESTION_NEVER,
    BOUNDS_CROSSED,
    PATTERN_BROKEN,
    REFUSED_WITHOUT_WORD,
    VALUE_CIRCLE,
    FILE_WITHOUT_LIMITS,
    ASKED_TWICE,
    BETTER_TYPE,
    DEADLINE_WITHOUT_LENGTH,
    DEADLINE_WITHOUT_START,
    DEADLINE_WITHOUT_EFFECT,
    DEADLINE_WITHOUT_NORM,
    SERVICE_WITHOUT_NORM,
    FIELD_WITHOUT_NORM,
    DECISION_WITHOUT_NORM,
    NORM_INCOMPLETE,
    NORM_EXPIRED,
    NORM_UNUSED,
    FEE_WITHOUT_NORM,
    FEE_WITHOUT_AMOUNT,
    TARIFF_GAP,
    TWO_RATES,
    EVIDENCE_WITHOUT_REASON,
    EVIDENCE_WITHOUT_UPLOAD,
    NOBODY_READS,
    FIELD_NOBODY_USES,
    SPECIAL_CATEGORY,
    PURPOSE_MISSING,
    RETENTION_MISSING,
    GENDER_ASKED,
    PHONE_REQUIRED,
    PREFILL_WITHOUT_LOGIN,
    DUPLICATE_NAMES,
    TEXT_MISSING,
    PLACEHOLDER_NAME,
    LONG_LABEL,
    LONG_SENTENCE,
    HELP_REPEATS_LABEL,
    SHOUTING,
    ABBREVIATION,
    MIXED_ADDRESS,
    STRAY_SIGNS,
    NO_KEY,
    NO_OFFICE,
    NO_PROFILE,
    NO_DESCRIPTION,
    NO_VALIDITY,
    NO_LOGIN,
    ONLY_GERMAN,
    RESULT_UNTOLD,
    NO_EXAMPLE,
    EXAMPLE_STUCK,
    EXAMPLE_DIFFERS,
)
