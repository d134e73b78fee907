"""Which checks are there, in the order in which they are told?"""

from model.checks.finding import Check
from model.checks.form.missing_label import MISSING_LABEL
from model.checks.form.page_without_field import PAGE_WITHOUT_FIELD
from model.checks.form.too_few_options import TOO_FEW_OPTIONS
from model.checks.language.duplicate_names import DUPLICATE_NAMES
from model.checks.language.text_missing import TEXT_MISSING
from model.checks.law.deadline_without_length import DEADLINE_WITHOUT_LENGTH
from model.checks.law.evidence_without_reason import EVIDENCE_WITHOUT_REASON
from model.checks.law.fee_without_norm import FEE_WITHOUT_NORM
from model.checks.law.field_without_norm import FIELD_WITHOUT_NORM
from model.checks.privacy.field_nobody_uses import FIELD_NOBODY_USES
from model.checks.structure.dead_end import DEAD_END
from model.checks.structure.no_start import NO_START
from model.checks.structure.step_without_role import STEP_WITHOUT_ROLE
from model.checks.structure.undecided import UNDECIDED
from model.checks.structure.unreachable import UNREACHABLE

CHECKS: tuple[Check, ...] = (
    NO_START,
    UNREACHABLE,
    DEAD_END,
    UNDECIDED,
    STEP_WITHOUT_ROLE,
    PAGE_WITHOUT_FIELD,
    MISSING_LABEL,
    TOO_FEW_OPTIONS,
    DEADLINE_WITHOUT_LENGTH,
    FIELD_WITHOUT_NORM,
    FEE_WITHOUT_NORM,
    EVIDENCE_WITHOUT_REASON,
    FIELD_NOBODY_USES,
    DUPLICATE_NAMES,
    TEXT_MISSING,
)
