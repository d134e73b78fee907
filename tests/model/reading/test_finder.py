"""Is everything found that is said, and the best first?"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import pytest

from model.behaviors import new_document
from model.commands import cite, connect_steps, deadline_for, rename
from model.document import ChangeSet, History, numbered_ids
from model.language import say, use
from model.reading import Finder, search
from model.records import DescriptionModule, Evidence, Fee, Norm, Rule
from resources import texts
from tests.bench.large import large_service
from tests.helpers.editing import edit_at_random
from tests.helpers.parking import Parking, parking


@pytest.fixture(autouse=True)
def _in_german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


@pytest.fixture
def service() -> Parking:
    found = parking()
    with found.document.transaction(say("undo.new")) as tx:
        tx.alter(found.street, help="Straße und Größe der Wohnung, wie gemeldet")
        norm = tx.add(Norm(id="n", law="StVG", paragraph="§ 6a Abs. 5a")).id
        cite(tx, found.holder, norm)
        connect_steps(tx, found.vehicle, found.proof, option=found.no)
        tx.alter(found.check, documentation="Sachbearbeitung prüft den Hauptwohnsitz")
        deadline_for(tx, found.check, 14)
        tx.add(Fee(id="fee", parent=tx.service.id, name="Verwaltungsgebühr"))
        tx.add(Evidence(id="e", parent=found.holder, name="Fahrzeugschein"))
        tx.add(Rule(id="r", parent=found.name, message="Bitte den vollen Namen angeben"))
        tx.add(DescriptionModule(id="m", parent=tx.service.id, text="Wer hier wohnt"))
    return found


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("hauptwohn", "street"),
        ("strasse", "street"),
        ("straße GRÖSSE", "street"),
        ("groesse", "street"),
        ("grosse", "street"),
        ("5a", "holder"),
        ("fahrzeugschein", "holder"),
        ("vollen namen", "name"),
        ("14 tage", "check"),
        ("Sachbearbeitung pruft", "check"),
        ("Halter? = Nein", ""),
    ],
)
def test_it_is_found_however_it_is_spelt_and_leads_to_what_shows_it(
    service: Parking, words: str, at: str
) -> None:
    hits = search(service.document.snapshot(), words)

    assert hits
    assert not at or hits[0].at == getattr(service, at)
    start, end = hits[0].span
    assert 0 <= start < end <= len(hits[0].excerpt)


def test_names_come_before_help_and_a_beginning_before_a_middle(service: Parking) -> None:
    hits = search(service.document.snapshot(), "hauptwohnsitz")

    assert [hit.at for hit in hits] == [service.street, service.check]
    assert str(hits[0].where) == "Feld · Seite „Ihre Angaben“"
    assert str(hits[1].where) == "Beschreibung · Bearbeitungsschritt „Antrag prüfen“"


def test_what_belongs_to_the_whole_service_is_found_too(service: Parking) -> None:
    (hit,) = search(service.document.snapshot(), "wer hier wohnt")

    assert (hit.id, hit.at) == ("m", "")


def test_an_id_is_found_when_it_is_meant(service: Parking) -> None:
    view = service.document.snapshot()

    assert [hit.id for hit in search(view, service.holder)] == [service.holder]
    assert search(view, "placement") == []
    assert search(view, "option") == []


def test_nothing_is_asked_and_nothing_found(service: Parking) -> None:
    view = service.document.snapshot()

    assert search(view, "  ") == []
    assert search(view, "gibtesnicht") == []


def test_a_long_text_is_shown_around_the_word(service: Parking) -> None:
    with service.document.transaction(say("undo.edit")) as tx:
        tx.alter(service.proof, documentation="Wort " * 60 + "Zielwort und " + "mehr " * 40)

    (hit,) = search(service.document.snapshot(), "zielwort")

    assert hit.excerpt.startswith("… ")
    assert hit.excerpt.endswith(" …")
    assert hit.excerpt[hit.span[0] : hit.span[1]] == "Zielwort"


def test_a_change_is_found_at_once_and_the_old_word_no_more(service: Parking) -> None:
    finder = Finder(service.document.snapshot())
    sets: list[ChangeSet] = []
    service.document.listen(sets.append)

    with service.document.transaction(say("undo.edit")) as tx:
        rename(tx, service.holder, "Gehört es Ihnen?")
    finder.follow(service.document.snapshot(), sets[0])

    found = {hit.id for hit in finder.search("gehort es")}
    assert service.holder in found
    assert len(found) == 2  # and the way whose sentence names it
    assert finder.search("sind sie halter") == []


@pytest.mark.parametrize("seed", range(3))
def test_a_finder_that_followed_finds_what_a_new_one_finds(seed: int) -> None:
    document = new_document("Zufall", ids=numbered_ids())
    history = History(document)
    chance = random.Random(seed)
    finder = Finder(document.snapshot())
    document.listen(lambda changes: finder.follow(document.snapshot(), changes))

    for _ in range(60):
        edit_at_random(document, chance) if chance.random() < 0.9 else history.undo()

    for words in ("antwort", "name 1", "bgb", "field_1", "neue"):
        followed = {hit.id for hit in finder.search(words, 10_000)}
        assert followed == {hit.id for hit in search(document.snapshot(), words, 10_000)}


def test_ten_thousand_cards_are_searched_within_a_frame() -> None:
    from model.document import Snapshot

    finder = Finder(Snapshot.of_records(large_service(10_000)))

    def milliseconds(words: str) -> float:
        begin = time.perf_counter()
        finder.search(words)
        return 1000 * (time.perf_counter() - begin)

    quickest = {w: min(milliseconds(w) for _ in range(5)) for w in ("e", "bescheid 77", "zzz")}
    assert max(quickest.values()) < 16, quickest


def test_a_finder_made_slowly_is_the_same(service: Parking) -> None:
    *steps, finder = Finder.slowly(service.document.snapshot())

    assert steps
    assert set(steps) == {None}
    assert finder is not None
    assert [hit.id for hit in finder.search("halter")] == [
        hit.id for hit in search(service.document.snapshot(), "halter")
    ]
