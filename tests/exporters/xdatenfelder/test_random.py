"""Does any data schema survive: unedited, edited, and by way of the other version?"""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.quality import quality
from exporters.xdatenfelder.vocabulary import NS2, NS3
from model.document import Snapshot
from model.records import Field, FieldGroup, Rule
from tests.exporters.xdatenfelder.documents import messages
from tests.exporters.xdatenfelder.editing import EDITS, edited, exported, read, texts_of

SOME = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
OLD, NEW = messages(old=True), messages(old=False)
BOTH = st.one_of(OLD.map(lambda data: (data, NS2)), NEW.map(lambda data: (data, NS3)))


def names(view: Snapshot) -> Counter[tuple[str, str]]:
    """What a person sees of the questions, groups and rules."""
    fields = ((f.kind, f.label) for kind in (Field, FieldGroup) for f in view.of(kind))
    return Counter([*fields, *((rule.kind, rule.name) for rule in view.of(Rule))])


@SOME
@given(BOTH)
def test_an_unedited_schema_comes_out_as_it_came(found: tuple[bytes, str]) -> None:
    data, namespace = found

    assert exported(read(data), namespace) == data


@SOME
@given(BOTH, st.sampled_from(sorted(EDITS)))
def test_an_edited_schema_keeps_everything_else(found: tuple[bytes, str], name: str) -> None:
    data, namespace = found
    if not read(data).of(Field):
        return
    view = edited(data, EDITS[name])

    content = exported(view, namespace)

    gone = texts_of(data) - texts_of(content)
    kept = {"eigen", "mehr", "neu", "script", "helpKey"}
    if name != "delete":
        assert not {tag for tag, _, _ in gone} & kept
        # A new group at the top has a number of ours and is read as a page again.
        assert names(view) - names(read(content)) <= Counter({("group", "Gruppe"): 1})


@SOME
@given(BOTH)
def test_a_schema_says_the_same_after_a_visit_to_the_other_version(
    found: tuple[bytes, str],
) -> None:
    data, namespace = found
    view = read(data)

    back = read(exported(read(exported(view, NS3 if namespace == NS2 else NS2)), namespace))

    if view.of(Field):
        before, after = names(view), names(back)
        assert {key: n for key, n in after.items() if key in before} == dict(before)


@SOME
@given(BOTH)
def test_the_rules_judge_every_schema(found: tuple[bytes, str]) -> None:
    data, namespace = found

    assert quality(data)
    assert quality(exported(read(data), NS3 if namespace == NS2 else NS2))
