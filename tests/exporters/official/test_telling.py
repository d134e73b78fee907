"""Does a report say by which schema it was judged, and where it is broken?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exporters.artifact import Artifact
from exporters.official import Library, tell, tell_import
from exporters.xdatenfelder import writer_v2, writer_v3
from exporters.xprozess.vocabulary import NS as PROCESS
from exporters.xzufi.writer import write as write_leistung
from model.document import Snapshot
from model.language import use
from model.records import Field, Service, Step
from resources import open_resource, texts
from tests.exporters.official.schemas import SET, message

VIEW = Snapshot.of_records(
    [
        Service(id="s", name="Hundesteuer"),
        Step(id="p", name="Ihr Hund", form="page"),
        Field(id="f", parent="p", label="Rasse", fim_id="G12345678"),
    ]
)


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


def told(content: bytes, library: Library) -> tuple[list[str], list[str], list[str]]:
    artifact = Artifact("datenfelder.xml", "application/xml", content, "datenfelder")
    entries, remarks = tell([artifact], VIEW, library)
    return [e.record for e in entries], [str(e.message) for e in entries], [*map(str, remarks)]


def test_an_export_that_keeps_the_official_schema_says_so_and_nothing_else() -> None:
    _, entries, remarks = told(message(), Library(SET))

    assert entries == []
    assert remarks == [
        "Gegen das amtliche Schema XDatenfelder 3.0.0 geprüft (xdf/haupt.xsd): eingehalten."
    ]


def test_a_breach_is_said_in_german_with_line_element_and_record() -> None:
    content = message("G12345678", '<x:stand>gestern</x:stand><x:rest a="1"/>')

    records, entries, remarks = told(content, Library(SET))

    assert records == ["f", "f", "f"]
    assert entries == [
        "Bricht das amtliche Schema: Zeile 3, Element „id“ in G12345678: der Wert „G12345678“ "
        "hat nicht die verlangte Form (G\\d{11}).",
        "Bricht das amtliche Schema: Zeile 6, Element „stand“ in G12345678: der Wert „gestern“ "
        "passt nicht zum Datentyp xs:date.",
        "Bricht das amtliche Schema: Zeile 6, Element „rest“ in G12345678: das Element ist an "
        "dieser Stelle nicht vorgesehen, erwartet: stand.",
    ]
    assert "nicht eingehalten" in remarks[0]


def test_one_mistake_in_many_places_is_one_line() -> None:
    _, entries, _ = told(message(more="<x:stand>nie</x:stand>\n" * 40), Library(SET))

    assert len(entries) == 1
    assert entries[0].endswith("Ebenso an 39 weiteren Stellen.")


@pytest.mark.parametrize("room", [writer_v2, writer_v3])
def test_without_official_schemas_our_own_exports_keep_the_reconstructed_one(room: object) -> None:
    sample = open_resource("samples/hundesteuer.fachwerk")
    from model.storage.read import from_bytes

    view = Snapshot.of_records(from_bytes(sample).records)
    artifacts, _ = room.write(view)  # type: ignore[attr-defined]
    entries, remarks = tell(artifacts, view, Library())

    assert entries == []
    assert "gegen rekonstruiertes Schema geprüft" in str(remarks[0])
    assert len(remarks) <= 2


def test_where_there_is_no_schema_at_all_the_report_says_that() -> None:
    artifacts, _ = write_leistung(VIEW)
    process = Artifact("p.xml", "application/xml", f'<p xmlns="{PROCESS}"/>'.encode(), "prozess")

    _, remarks = tell([*artifacts, process], VIEW, Library())

    assert [str(one).partition(".")[0] for one in remarks] == ["XZuFi 2", "XProzess 2"]
    assert all("nicht gegen ein Schema geprüft" in str(one) for one in remarks)


def test_a_file_that_comes_in_is_judged_by_official_schemas_only() -> None:
    wrong = message(more="<x:stand>nie</x:stand>")

    assert tell_import(wrong, "g.xml", Library()) == []
    assert tell_import(message(), "g.xml", Library(SET)) == []
    (note,) = tell_import(wrong, "g.xml", Library(SET))
    assert str(note).startswith("Bricht das amtliche Schema XDatenfelder 3.0.0: Zeile 6")
