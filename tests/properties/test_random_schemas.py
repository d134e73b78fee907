"""Does any valid data schema survive: untouched to the byte, and edited still valid?"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from exporters.quality import quality
from exporters.xdatenfelder.vocabulary import NS2, NS3
from exporters.xmlkit import Schema
from model.document import Snapshot
from model.language import use
from model.records import Field
from resources import open_resource, texts
from tests.exporters.xdatenfelder.editing import EDITS, exported, namespace_of, read, texts_of
from tests.helpers.anyvalid import AnyValid

SOME = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
MANY = settings(SOME, max_examples=2_000)
MESSAGES = (
    "xdatenfelder.stammdatenschema.0102",
    "xdatenfelder.datenfeldgruppe.0103",
    "xdatenfelder.datenfeld.0104",
)
FILES = {
    NS2: "xdatenfelder-2.0-reconstructed.xsd",
    NS3: "xdatenfelder-3.0.0-reconstructed.xsd",
}
TEXTS = {space: open_resource(f"schemas/{name}") for space, name in FILES.items()}
SCHEMAS = {space: Schema("main.xsd", {"main.xsd": text}) for space, text in TEXTS.items()}


def documents(space: str) -> st.SearchStrategy[bytes]:
    """Any message of that version."""
    dice = st.randoms(use_true_random=False)
    return st.builds(
        lambda dice, message: AnyValid(TEXTS[space], dice).document(message),
        dice,
        st.sampled_from(MESSAGES),
    )


@pytest.mark.parametrize("space", FILES)
@SOME
@given(data=st.data())
def test_any_valid_schema_comes_out_to_the_byte(space: str, data: st.DataObject) -> None:
    source = data.draw(documents(space))

    assert SCHEMAS[space].faults(source) == []
    assert exported(read(source), space) == source
    assert quality(source) is not None


@pytest.mark.parametrize("space", FILES)
@SOME
@given(data=st.data())
def test_any_valid_schema_is_valid_after_an_edit(space: str, data: st.DataObject) -> None:
    _edit(data.draw(documents(space)), data.draw(st.sampled_from(sorted(EDITS))), space)


@pytest.mark.long
@pytest.mark.parametrize("space", FILES)
@MANY
@given(data=st.data())
def test_many_valid_schemas_are_valid_after_an_edit(space: str, data: st.DataObject) -> None:
    _edit(data.draw(documents(space)), data.draw(st.sampled_from(sorted(EDITS))), space)


@pytest.mark.parametrize("version", ["xdatenfelder-2.0", "xdatenfelder-3.0.0"])
def test_a_real_schema_that_is_valid_stays_valid_after_an_edit_of_each_kind(
    version: str, shared: Path
) -> None:
    judged = 0

    for path in sorted((shared / "fim" / "samples" / version).rglob("*.xml")):
        source = path.read_bytes()
        if b"fim:standard:xdatenfelder_" not in source[:2000]:
            continue
        space = namespace_of(source)
        if SCHEMAS[space].faults(source):
            continue
        for kind in EDITS:
            _edit(source, kind, space)
            judged += 1

    assert judged > len(EDITS)


def _edit(source: bytes, kind: str, space: str) -> None:
    """The schema is as valid as before, and what others wrote into it is still there."""
    use("de", texts("de"))
    try:
        view = read(source)
        if not view.of(Field):
            return
        content = exported(Snapshot.of_records(EDITS[kind](view)), space)
    finally:
        use("de", {})

    assert SCHEMAS[space].faults(content) == []
    gone = {tag for tag, _, _ in texts_of(source) - texts_of(content)}
    # Another question beside a lone field makes it another message, which is written anew.
    if kind != "delete" and etree.fromstring(source).tag == etree.fromstring(content).tag:
        assert not gone & {"script", "helpKey", "relation", "mediaType", "wert", "typ"}


def test_the_dice_reach_every_element_of_the_schemas() -> None:
    for space, text in TEXTS.items():
        found = b"".join(
            AnyValid(text, Random(number)).document(MESSAGES[number % 3]) for number in range(60)
        )
        for name in (b"gueltigBis", b"regel", b"struktur", b"praezisierung", b"datenfeldgruppe"):
            assert name in found, (space, name)
