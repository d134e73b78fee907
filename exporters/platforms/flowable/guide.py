"""What does the operator of a Flowable get beside the archive?"""

from __future__ import annotations

from exporters.artifact import Artifact
from exporters.bpmn.description import Description
from exporters.forms import Form
from exporters.forms.wording import spoken
from exporters.platforms.flowable.questions import flowable, questions
from exporters.platforms.guide import GUIDE, head, table, used
from exporters.platforms.profile import INITIATOR, TOPICS
from exporters.report import ExportReport
from model.document import Snapshot
from model.language import Message, say

_REQUEST = 'curl -X POST -u "$USER" "$FLOWABLE/repository/deployments"'


def guide_file(
    view: Snapshot, key: str, description: Description, forms: list[Form], report: ExportReport
) -> Artifact:
    """A page for the person who deploys."""
    archive = f"{key.replace('_', '-')}.bar"
    parts: list[Message | str] = [
        head(view, key, "flowable"),
        say("platforms.flowable.guide.request"),
        f'```sh\n{_REQUEST} -F "file=@{archive}"\n```',
        say("platforms.flowable.guide.start", process=key, variable=INITIATOR),
        *_tables(description),
        *_reckoned(forms),
        say("platforms.flowable.guide.forms"),
    ]
    if len(report):
        parts.append(say("platforms.guide.report", n=len(report)))
    text = "\n\n".join(p if isinstance(p, str) else spoken(p) for p in parts) + "\n"
    return Artifact(GUIDE, "text/markdown", text.encode(), "anleitung")


def _tables(description: Description) -> list[Message | str]:
    found: list[Message | str] = []
    topics = used(description, flowable("topic"))
    groups = used(description, flowable("candidateGroups"))
    if topics:
        found += [say("platforms.guide.topics"), *table(topics, "platforms.guide.topics.columns")]
    if TOPICS["payment"] in topics:
        found.append(say("platforms.guide.payment"))
    if groups:
        found += [say("platforms.guide.groups"), *table(groups, "platforms.guide.groups.columns")]
    return found


def _reckoned(forms: list[Form]) -> list[Message | str]:
    """What the forms of the operator have to reckon, with our formula."""
    rows: dict[str, list[str]] = {}
    for form in forms:
        formulas = {
            row["key"]: str(row["expression"]).removeprefix("=")
            for row in form.schema["components"]
            if row["type"] == "expression"
        }
        for one in questions(form):
            if one.reckoned and one.id in formulas:
                rows[one.id] = [f"{form.key}: {formulas[one.id]}"]
    if not rows:
        return []
    columns = "platforms.flowable.guide.reckoned.columns"
    return [say("platforms.flowable.guide.reckoned"), *table(dict(sorted(rows.items())), columns)]
