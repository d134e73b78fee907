"""Does a service read aloud say everything, in order?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from model.behaviors import open_document
from model.commands import connect_steps
from model.language import missing_keys, say, use
from model.reading import told
from model.records import Field, Node
from model.storage import from_bytes
from resources import list_resources, open_resource, texts
from tests.helpers.parking import parking


@pytest.fixture(autouse=True)
def _in_german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


def test_a_page_is_told_with_its_rows_answers_and_ways() -> None:
    service = parking()
    with service.document.transaction(say("undo.connect")) as tx:
        connect_steps(tx, service.vehicle, service.proof, option=service.no)

    words = told(service.document.snapshot(), [service.vehicle])

    assert words == (
        "2. Seite „Ihr Fahrzeug“ (Antragsteller)\n"
        "    Feld „Sind Sie Halter?“\n"
        "        Antworten: Ja, Nein\n"
        "    Wenn Sind Sie Halter? = Nein: weiter mit Seite „Nutzungsnachweis“\n"
        "    Sonst: weiter mit Bearbeitungsschritt „Antrag prüfen“"
    )


def test_rows_and_ways_are_told_alone_too() -> None:
    service = parking()
    view = service.document.snapshot()
    (way,) = view.outgoing(service.check)

    words = told(view, [service.name, way.id])

    assert words.splitlines() == [
        "Feld „Name“, Pflichtangabe",
        "Weg von „Antrag prüfen“ nach „Ausweis erteilt“",
        "    Weiter mit Ende „Ausweis erteilt“",
    ]


@pytest.mark.parametrize("name", list_resources("samples", ".fachwerk"))
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_card_and_field_of_a_sample_is_told(name: str, language: str) -> None:
    use(language, texts(language))
    view = open_document(from_bytes(open_resource(f"samples/{name}")).records).snapshot()

    words = told(view)

    names = [r.name for r in view.of(Node)] + [r.label for r in view.of(Field)]
    assert [one for one in names if " ".join(one.split()) not in words] == []
    assert missing_keys() == frozenset()
