"""Does a stop read in another language down to its deeds, and does test data fit the form?"""

from __future__ import annotations

from model.commands import set_stop, word_stop
from model.language import say
from model.records import Deed, ExampleAnswer, ExampleCase, Goal, Stop
from model.teaching import answers_of, slots, worded
from tests.helpers.building import Bench


def test_a_stop_is_worded_down_to_its_deeds_and_the_rest_stays_german() -> None:
    bench = Bench()
    stop = bench.do(
        set_stop,
        name="Halt",
        text="Hier",
        deeds=(Deed(verb="append", template="page", name="Seite"),),
        goals=(Goal(asks="there", name="Seite"),),
    )
    for slot, words in (
        *(("name", "Stop"), ("deeds.0.name", "Page"), ("goals.0.name", "Page")),
        *(("deeds.7.name", "nowhere"), ("deeds.0.template", "office"), ("parent", "x")),
    ):
        bench.do(word_stop, stop.id, slot, words, "en")

    spoken = worded(bench.view, bench.view.the(stop.id, Stop), "en")

    assert (spoken.name, spoken.text) == ("Stop", "Hier")
    assert (spoken.deeds[0].name, spoken.deeds[0].template) == ("Page", "page")
    assert spoken.goals[0].name == "Page"
    assert spoken.parent == stop.parent
    assert worded(bench.view, stop, "de") == stop
    assert slots(stop) == ["name", "text", "deeds.0.name", "goals.0.name"]


def test_an_empty_wording_takes_the_translation_away() -> None:
    bench = Bench()
    stop = bench.do(set_stop, name="Halt")
    before = bench.view

    bench.do(word_stop, stop.id, "name", "Stop", "en")
    bench.do(word_stop, stop.id, "name", "Stop!", "en")
    assert worded(bench.view, stop, "en").name == "Stop!"
    bench.do(word_stop, stop.id, "name", "", "en")

    assert bench.view == before


def test_test_data_becomes_what_a_person_would_type() -> None:
    bench = Bench()
    page = bench.after(bench.start, "page", "Seite")
    name = bench.field("text", page.id, "Name")
    group = bench.field("repeated", page.id, "Hunde")
    call = bench.field("text", group.id, "Rufname")
    many = bench.field("multi", page.id, "Wünsche")
    with bench.document.transaction(say("undo.test")) as tx:
        case = tx.add(
            ExampleCase(
                id="case",
                answers=(
                    ExampleAnswer(field=name.id, value="Anna"),
                    ExampleAnswer(field=call.id, value="Rex", repetition=1),
                    ExampleAnswer(field=many.id, value="a"),
                    ExampleAnswer(field=many.id, value="b"),
                    ExampleAnswer(field="gone", value="x"),
                ),
            )
        )
        stop = set_stop(tx, case=case.id, answers=(ExampleAnswer(field=name.id, value="Berta"),))

    found = answers_of(bench.view, stop)

    assert found == {name.id: "Berta", group.id: [{}, {call.id: "Rex"}], many.id: ["a", "b"]}
