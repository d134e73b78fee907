"""Does a message survive, and does an edit change only what was edited?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exporters.processes import write, write_model
from exporters.reading import read_foreign
from exporters.registry import TARGETS
from exporters.xmlkit import parse
from exporters.xprozess.envelope import unpacked
from exporters.xprozess.source import group_of, with_group
from exporters.xprozess.vocabulary import q
from model.document import Snapshot
from model.records import Citation, Norm, Record, Step, SubProcess
from model.storage import from_bytes, to_bytes
from tests.exporters.xprozess.files import message, model

_ONE = "prozess.xml"


def read(data: bytes) -> Snapshot:
    """Imported, saved and opened again."""
    imported = Snapshot.of_records(read_foreign(data, _ONE).records)
    return Snapshot.of_records(from_bytes(to_bytes(imported)).records)


def written(view: Snapshot) -> bytes:
    return write(view)[0][0].content


def edited(view: Snapshot, record: str, **fields: object) -> Snapshot:
    return Snapshot.of_records(one.replaced(**fields) if one.id == record else one for one in view)


def model_in(data: bytes) -> bytes:
    content = next(parse(data).root.iter(q("inhalt")))
    return unpacked(content.text or "", _ONE)[1]


def lines_that_differ(before: bytes, after: bytes) -> list[str]:
    """What is new, piece by piece between the tags; the model aside."""
    first, second = (
        Counter(re.split(r"(?<=>)", re.sub(r"(<x:inhalt>)[^<]*", r"\1", data.decode())))
        for data in (before, after)
    )
    return sorted((second - first).elements())


# -------------------------------------------------------------------------------------- unedited


@pytest.mark.parametrize("encoding", ["UTF-8", "ISO-8859-1", "UTF-16"])
def test_an_unedited_message_comes_out_as_it_came(encoding: str) -> None:
    text = message().decode().replace('encoding="UTF-8"', f'encoding="{encoding}"')
    data = text.encode(encoding)

    assert written(read(data)) == data


def test_without_a_model_an_unedited_message_stays_so_too() -> None:
    data = message(content="")

    assert written(read(data)) == data


def test_the_real_message_survives_unchanged_in_the_judges_measure(
    real: Path, facts: Callable[[Path], Any], tmp_path: Path
) -> None:
    out = tmp_path / "out.xml"
    out.write_bytes(written(read(real.read_bytes())))

    assert facts(out) == facts(real)
    assert out.read_bytes() == real.read_bytes()


def test_moving_a_card_of_the_real_message_changes_the_model_alone(
    real: Path, facts: Callable[[Path], Any], tmp_path: Path
) -> None:
    view = read(real.read_bytes())
    step = view.of(SubProcess)[0]
    place = view.placement(step.id)
    assert place is not None
    out = tmp_path / "out.xml"

    out.write_bytes(written(edited(view, place.id, x=place.x + 10)))

    lost = facts(real) - facts(out)
    assert [fact[0][-1] for fact in lost] == [q("inhalt")]
    assert model_in(out.read_bytes()).count(b"subProcess") == model_in(real.read_bytes()).count(
        b"subProcess"
    )


def test_the_model_alone_is_written_as_it_stood_in_the_message() -> None:
    assert write_model(read(message()))[0][0].content == model()
    assert TARGETS["bpmn"].write(read(message()))[0][0].content == model()


# ---------------------------------------------------------------------------------------- edited


def test_a_new_name_of_the_service_stands_in_both_places_and_nowhere_else() -> None:
    view = read(message())

    after = written(edited(view, view.service.id, name="Hund anmelden"))

    assert lines_that_differ(message(), after) == ["Hund anmelden</x:name>"] * 2
    assert model_in(after) == model()


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("leika_key", "99006001000002", ["99006001000002</x:id>"] * 2),
        ("version", "2.0.0", ["02.00.00</x:version>"] * 2),
        ("office", "Finanzamt", ["Finanzamt</x:fachlichFreigebendeStelle>"] * 2),
        ("document_profile", "D05000002", ["D05000002</x:formularID>"]),
        ("description", "Neu", ["Neu</x:definition>"]),
    ],
)
def test_each_fact_of_the_service_is_changed_alone(
    field: str, value: str, expected: list[str]
) -> None:
    view = read(message())

    after = written(edited(view, view.service.id, **{field: value}))

    assert lines_that_differ(message(), after) == expected


def test_a_renamed_activity_changes_description_and_model() -> None:
    view = read(message())

    after = written(edited(view, "sub_a", name="Anzeige annehmen"))

    assert lines_that_differ(message(), after) == ["Anzeige annehmen</x:name>"]
    assert 'name="Anzeige annehmen"' in model_in(after).decode()
    assert b'wert="7"' in model_in(after)


def test_another_activity_group_is_written_and_read_again() -> None:
    view = read(message())
    step = with_group(view["sub_a"], 7)

    after = written(Snapshot.of_records(step if one.id == "sub_a" else one for one in view))

    assert group_of(read(after)["sub_a"]) == 7
    assert model_in(after) == model()


def test_another_law_replaces_the_laws_of_that_activity_only() -> None:
    view = read(message())
    more: list[Record] = [
        Norm(id="n", paragraph="§ 9", law="HundG", level="act"),
        Citation(id="c", parent="sub_b", order="z", norm="n"),
    ]

    after = read(written(Snapshot.of_records([*view, *more])))

    assert [norm.cited_as for norm in after.norms("sub_b")] == ["§ 2 Abs. 1 HundG", "§ 9 HundG"]
    assert [norm.cited_as for norm in after.norms("sub_a")] == ["§ 2 Abs. 1 HundG"]


def test_a_deleted_activity_leaves_description_and_model() -> None:
    view = read(message())
    gone = {"sub_b", "f2", "f3"}

    after = written(
        Snapshot.of_records(
            one
            for one in view
            if one.id not in gone
            and getattr(one, "parent", "") not in gone
            and getattr(one, "about", "") not in gone
        )
    )

    assert b"sub_b" not in after
    assert b"sub_b" not in model_in(after)
    assert b"<x:subProzessID>sub_a</x:subProzessID>" in after


def test_a_new_step_with_a_group_becomes_a_sub_process_of_the_model() -> None:
    view = read(message())
    new = Step(id="neu", order="z", name="Bescheid erlassen", activity_group=6)

    after = written(Snapshot.of_records([*view, new]))
    again = read(after)

    assert again.the("neu", SubProcess).name == "Bescheid erlassen"
    assert group_of(again["neu"]) == 6
    assert "<xprozess:" not in after.decode()


def test_what_nobody_understands_survives_an_edit() -> None:
    view = read(message())

    after = written(edited(view, view.service.id, name="Hund anmelden"))

    for kept in ("<andere:notiz>bleibt", "<!-- eine Bemerkung -->", "UERG", "zwecksetzung"):
        assert kept.encode() in after


def test_drawing_on_where_there_was_no_model_puts_one_in() -> None:
    view = read(message(content=""))
    new = Step(id="neu", order="z", name="Bescheid erlassen", activity_group=6)

    after = written(Snapshot.of_records([*view, new]))
    again = read(after)

    assert {group_of(node) for node in again.of(SubProcess)} == {1, 4, 6}
    assert b"neu" in model_in(after)


def test_a_catalogue_alone_is_kept_and_a_new_step_is_told_as_lost() -> None:
    text = message().decode()
    start, end = text.index("<x:prozessbibliothek>"), text.index("</x:alleInhalte")
    data = (text[:start] + text[end:]).encode()
    view = read(data)

    report = write(Snapshot.of_records([*view, Step(id="neu", order="z", activity_group=3)]))[1]

    assert written(view) == data
    assert written(edited(view, view.service.id, name="Neu")).count(b">Neu<") == 1
    assert "xprozess.lost.no_process" in {entry.message.key for entry in report.entries}
