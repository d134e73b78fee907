"""Which word of a cell means what? Each is known in German and in English."""

from __future__ import annotations

from model.document.queries import Queries
from model.grammar import TEMPLATES, title
from model.grammar.become import VARIANTS
from model.language import tr
from model.records import Role


def lane_named(view: Queries, name: str) -> Role | None:
    """The lane of that name."""
    wanted = name.strip().casefold()
    return next((r for r in view.ordered(Role) if title(r).strip().casefold() == wanted), None)


def template_named(text: str, *, rows: bool) -> str:
    """The template a word means, in German or English; "" when none does."""
    wanted = text.strip().casefold()
    for key, template in TEMPLATES.items():
        if (template.kind in ("field", "group")) == rows and wanted in words_for(key):
            return key
    return ""


def words_for(key: str) -> set[str]:
    """All words that mean a template, in small letters."""
    return {str(TEMPLATES[key].title).casefold(), *tr(f"table.words.{key}").split("|")}


def mode_named(text: str) -> str:
    """How a step uses an answer: ``liest``, ``prüft``, ``entscheidet danach``."""
    wanted = text.strip().casefold()
    for mode in ("reads", "checks", "decides"):
        known = {tr(f"table.use.{mode}").casefold(), *tr(f"table.words.use.{mode}").split("|")}
        if wanted in known:
            return mode
    return ""


def side_named(name: str) -> str:
    """Whose lane it is, by its name: the applicant's, the system's, else an office's."""
    word = name.casefold()
    for side in ("applicant", "system"):
        if any(known in word for known in tr(f"table.words.side.{side}").split("|")):
            return side
    return "office"


def node_kind_named(text: str) -> str:
    """The template (or variant of one) that a kind of step means; "" = none.

    "Seite des Antrags, 3 Angaben" names a page, too.
    """
    if not text.strip():
        return ""
    known = text.partition(_before_step())[0] if step_of_exception(text) else text
    known = known.rpartition(",")[0] if known.rpartition(",")[2].strip()[:1].isdigit() else known
    for key, variant in VARIANTS.items():
        if known.strip().casefold() == str(variant.title).casefold():
            return key
    return template_named(known, rows=False)


def step_of_exception(text: str) -> str:
    """The step that an exception stands at: "Frist, Ausnahme am Schritt „Prüfen“"; "" if none."""
    before, found, after = text.partition(_before_step())
    return after.strip().rstrip('“”"').strip() if found and before else ""


def _before_step() -> str:
    return tr("table.exception", kind="", step="\0").split("\0")[0]


def is_row_kind(text: str) -> bool:
    """Whether a word names a kind of answer, or how an answer is used."""
    return bool(template_named(text.partition(":")[0], rows=True) or mode_named(text))
