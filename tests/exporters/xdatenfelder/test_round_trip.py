"""Do reader and writer keep one promise?"""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from exporters.xdatenfelder.reader import read_xdatenfelder
from exporters.xdatenfelder.source import unedited_source
from exporters.xdatenfelder.vocabulary import NS2, NS3
from exporters.xdatenfelder.writer_v3 import write
from exporters.xmlkit import Schema
from model.document import Document, Snapshot
from model.grammar.kinds import title
from model.language import say
from model.records import Field, FieldGroup, Option, Record, Remark, Rule, Step
from tests.exporters.xdatenfelder.files import group_v3, schema_v2
from tests.helpers.building import Bench
from tests.helpers.musterleistung import musterleistung

FIELD_FACTS = (
    "label help field_kind data_type minimum maximum choices content min_length max_length "
    "min_value max_value prefill media_types max_size element_type"
).split()


def read(data: bytes) -> Snapshot:
    return Snapshot.of_records(read_xdatenfelder(data, "x.xml").records)


def rewritten(view: Snapshot) -> Snapshot:
    return read(write(view)[0][0].content)


def place(view: Snapshot, record: Record) -> tuple[str, ...]:
    """The names on the way from the page down to a row."""
    parent = view.get(getattr(record, "parent", ""))
    above = place(view, parent) if parent is not None and parent.kind != "step" else ()
    return (*above, title(record))


def facts_of(view: Snapshot) -> dict[tuple[str, ...], list[Any]]:
    """What a data schema can say of each field and group, by its place."""
    found: dict[tuple[str, ...], list[Any]] = {}
    for field in view.of(Field):
        options = [(o.label, o.code, o.help) for o in view.children(field.id, Option)]
        found[place(view, field)] = [*(getattr(field, name) for name in FIELD_FACTS), options]
    for group in view.of(FieldGroup):
        times = (group.minimum, group.maximum)
        found[place(view, group)] = [group.label, group.help, *times, group.either]
    return found


def a_plain_form() -> Bench:
    """Two pages that everybody sees, with one of every kind of row."""
    bench = Bench()
    first = bench.after(bench.start, "page", "Ihr Hund")
    kinds = "text long_text number integer amount date email phone iban file yesno choice multi"
    for kind in (*kinds.split(), "note"):
        bench.field(kind, first.id, f"Frage {kind}")
    second = bench.after(first.id, "page", "Halter")
    group = bench.field("repeated", second.id, "Weitere Hunde")
    bench.field("text", group.id, "Rufname")
    bench.field("text", group.id, "Farbe")
    bench.field("text", second.id, "Anschrift")
    bench.after(second.id, "end", "")
    return bench


def test_fields_groups_options_and_multiplicities_come_back() -> None:
    view = a_plain_form().view

    again = rewritten(view)

    assert facts_of(again) == facts_of(view)
    assert [page.name for page in again.ordered(Step)] == ["Ihr Hund", "Halter"]


def test_the_whole_sample_comes_back() -> None:
    view = musterleistung()
    pages = {step.id for step in view.of(Step) if step.form == "page"}
    asked = {place(view, f) for f in view.of(Field) if view.card_of(f.id).id in pages}

    again = rewritten(view)

    assert {place(again, field) for field in again.of(Field)} == asked
    assert Counter(o.label for o in again.of(Option)) <= Counter(o.label for o in view.of(Option))


def test_a_page_of_another_number_range_comes_back_as_page_and_group() -> None:
    bench = a_plain_form()
    bench.do(lambda tx: tx.alter(tx.service.id, number_range="05123"))

    again = rewritten(bench.view)
    third = rewritten(Snapshot.of_records([r for r in again if r.kind != "foreign_file"]))

    pages = [page.name for page in again.ordered(Step)]
    assert pages == ["Ihr Hund", "Halter"]
    groups = {title(group) for group in again.of(FieldGroup)}
    assert groups == {"Ihr Hund", "Halter", "Weitere Hunde"}
    assert facts_of(third) == facts_of(again)


def test_numbers_are_the_same_after_a_round_trip() -> None:
    first = write(a_plain_form().view)[0][0].content
    view = read(first)
    changed = Snapshot.of_records(
        [r.replaced(name="Neu") if r.kind == "service" else r for r in view]
    )

    second = write(changed)[0][0].content

    assert ids(second) == ids(first)


def ids(data: bytes) -> list[str]:
    import re

    found = re.findall(rb"<xdf3:id>([FGD]\d+)</xdf3:id>", data)
    return [fim_id.decode() for fim_id in found]


def test_an_unedited_file_comes_out_as_it_came() -> None:
    data = group_v3(more="<andere:farbe>rot</andere:farbe>")

    artifacts, report = write(read(data))

    assert artifacts[0].content == data
    assert {entry.kind for entry in report.entries} == {"hint"}


def test_moving_cards_and_work_of_the_office_leave_the_source_alone() -> None:
    data = group_v3()
    document = Document(read_xdatenfelder(data).records)

    with document.transaction(say("x")) as tx:
        tx.add(Step(id="pruefen", name="Antrag prüfen", role="role_office"))
        tx.add(Remark(id="remark", about="pruefen", text="später"))
        lane = tx.placement("role_office")
        assert lane is not None
        tx.replace(lane.replaced(y=999))

    assert write(document.snapshot())[0][0].content == data


@pytest.mark.parametrize("kind", ["field", "group", "service", "norm", "citation"])
def test_an_edit_goes_into_the_source_and_stays_valid(kind: str, own_schema: Schema) -> None:
    document = Document(read_xdatenfelder(group_v3()).records)
    change = {
        "field": {"label": "Kosename"},
        "group": {"maximum": None},
        "service": {"name": "Hunde"},
        "norm": {"law": "HundeG"},
        "citation": {"passage": "Satz 3"},
    }[kind]

    with document.transaction(say("x")) as tx:
        record = next(r for r in tx if r.kind == kind)
        tx.alter(record.id, **change)
    content = write(document.snapshot())[0][0].content

    assert unedited_source(document.snapshot(), NS3) is None
    assert own_schema.faults(content) == []
    assert b"<x:id>F05123000002</x:id>" in content
    assert b"<!-- eine Bemerkung -->" in content


def test_a_deleted_rule_is_an_edit() -> None:
    data = schema_v2()
    view = read(data)
    rule = view.of(Rule)[0]

    without = Snapshot.of_records([r for r in view if r.id != rule.id])

    assert unedited_source(view, NS2) == data
    assert unedited_source(without, NS2) is None


def test_a_schema_of_2_0_becomes_a_valid_one_of_3_0_0(own_schema: Schema) -> None:
    view = read(schema_v2())

    content = write(view)[0][0].content
    again = read(content)

    text = content.decode()
    assert own_schema.faults(content) == []
    assert "<xdf3:id>S05000000001</xdf3:id>" in text
    assert "Eines von F05000000001 und F05000000002 ist anzugeben." in text
    assert 'minLength="1" maxLength="400"' in text
    assert again.service.description == "Wer züchtet"
    assert {f.fim_id for f in again.of(Field)} == {f"F0500000000{n}" for n in range(1, 5)}
    assert len(again.of(FieldGroup)) == len(view.of(FieldGroup))
    assert [step.name for step in again.ordered(Step)] == [step.name for step in view.ordered(Step)]


@pytest.mark.parametrize(
    "file",
    [
        "S00000121V1.0_BlaueKarte.xml",
        "S00000094V1.0/S00000094V1.0_xdf2.xml",
        "S00000246V1.1/S00000246v1.1_xdf2.xml",
    ],
)
def test_real_schemas_become_3_0_0_without_losing_a_field(
    samples: Path, file: str, own_schema: Schema
) -> None:
    view = read((samples / "xdatenfelder-2.0" / file).read_bytes())

    content = write(view)[0][0].content
    again = read(content)

    for kind in (Field, FieldGroup, Rule):
        assert len(again.of(kind)) == len(view.of(kind))
    assert own_schema.faults(content) == []
    assert Counter(map(_times, again.of(Field))) == Counter(map(_times, view.of(Field)))


def _times(field: Field) -> tuple[int, int | None]:
    return field.minimum, field.maximum


def test_real_files_survive_unchanged_in_the_judges_measure(
    samples: Path, shared: Path, tmp_path: Path
) -> None:
    facts = _judge(shared).facts
    files = sorted((samples / "xdatenfelder-3.0.0").glob("*.xml"))

    for file in files:
        out = tmp_path / "out.xml"
        out.write_bytes(write(read(file.read_bytes()))[0][0].content)
        assert facts(out) == facts(file)
    assert len(files) == 2


def _judge(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("judge", shared / "acceptance/roundtrip.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
