"""Does any valid BPMN survive: untouched to the byte, and edited but for what was edited?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from SpiffWorkflow.bpmn import parser as engine  # type: ignore[import-untyped]

from exporters.xmlkit import Schema
from model.language import use
from resources import texts
from tests.helpers.anybpmn import documents
from tests.helpers.exchange import EDITS, edited, exported, lost_beyond, opened
from tests.helpers.facts import facts

SOME = settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MANY = settings(SOME, max_examples=3_000)


def omg_schema() -> Schema:
    """The schemas of the OMG, which a development package carries."""
    folder = Path(engine.__file__).parent / "schema"
    return Schema("BPMN20.xsd", {path.name: path.read_bytes() for path in folder.glob("*.xsd")})


SCHEMA = omg_schema()


@SOME
@given(documents())
def test_the_random_documents_are_valid_themselves(data: bytes) -> None:
    assert SCHEMA.faults(data) == []


@SOME
@given(documents())
def test_any_valid_process_comes_out_to_the_byte(data: bytes) -> None:
    content, report = exported(opened(data).snapshot())

    assert content == data
    assert facts(content) == facts(data)
    assert not report.of("lost")


@pytest.mark.parametrize("kind", EDITS)
@given(data=documents())
@SOME
def test_any_valid_process_differs_after_an_edit_only_where_it_was_edited(
    kind: str, data: bytes
) -> None:
    _edit(kind, data)


@pytest.mark.long
@given(kind=st.sampled_from(sorted(EDITS)), data=documents())
@MANY
def test_many_valid_processes_differ_only_where_they_were_edited(kind: str, data: bytes) -> None:
    _edit(kind, data)


def _edit(kind: str, data: bytes) -> None:
    use("de", texts("de"))
    try:
        view, touched = edited(opened(data), EDITS[kind])
        if not touched:
            return
        content, _ = exported(view)
    finally:
        use("de", {})

    assert SCHEMA.faults(content) == []
    assert lost_beyond(data, content, EDITS[kind], touched) == []
