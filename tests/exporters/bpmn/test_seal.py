"""An import that nobody touched is its file's own text; any touch is seen."""

from __future__ import annotations

import pytest

from exporters.bpmn.reader import read_bpmn
from exporters.bpmn.seal import SEAL, is_untouched
from exporters.bpmn.writer import write
from model.commands import rename
from model.document import Document
from model.language import say
from model.records import ForeignFile, Norm, Step

SOURCE = b"""<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <process id="p"><task id="a" name="Pr&#252;fen" /></process>
</definitions>
"""


@pytest.fixture
def document() -> Document:
    return Document(read_bpmn(SOURCE, "alt.bpmn").records)


def _file(document: Document) -> ForeignFile:
    return document.snapshot().of(ForeignFile)[0]


def test_what_was_only_read_is_untouched_and_its_own_text(document: Document) -> None:
    view = document.snapshot()

    (artifact,), _ = write(view)

    assert is_untouched(view, _file(document))
    assert artifact.content == SOURCE


def test_a_renamed_step_and_a_new_record_are_seen_and_undo_brings_the_seal_back(
    document: Document,
) -> None:
    step = document.snapshot().of(Step)[0]
    with document.transaction(say("undo.test")) as tx:
        rename(tx, step.id, "Anders")
    touched = document.snapshot()
    with document.transaction(say("undo.test")) as tx:
        rename(tx, step.id, step.name)
    again = document.snapshot()
    with document.transaction(say("undo.test")) as tx:
        tx.add(Norm(id="norm", law="BGB", paragraph="§ 1"))

    assert not is_untouched(touched, _file(document))
    assert is_untouched(again, _file(document))
    assert not is_untouched(document.snapshot(), _file(document))


def test_without_a_seal_the_source_is_read_again_and_gives_the_same_text(
    document: Document,
) -> None:
    with document.transaction(say("undo.test")) as tx:
        tx.replace(_file(document).with_extra(SEAL, ""))
    view = document.snapshot()

    (artifact,), _ = write(view)

    assert not is_untouched(view, _file(document))
    assert artifact.content == SOURCE
