"""Do lines travel to a spreadsheet and back, and do lists of people become steps and fields?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.behaviors import new_document, open_document
from model.commands import append_node, place_field
from model.commands.tablepaste import Pasted, paste_table
from model.commands.tabletext import as_html, as_lines, as_text, lines_in
from model.commands.tabling import table_lines
from model.document import Document, numbered_ids
from model.errors import FachwerkError
from model.language import say
from model.records import End, Field, FieldGroup, FieldUse, Node, Option, Role, Rule, Start, Step
from model.storage import from_bytes
from resources import open_resource
from tests.helpers.musterleistung import musterleistung
from tests.helpers.speaking import speaking

LABEL = say("undo.paste")


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    with speaking("de"):
        yield


def text_of(document: Document) -> str:
    view = document.snapshot()
    return as_text(as_lines(view, table_lines(view)))


def pasted(document: Document, text: str, after: str = "") -> Pasted:
    with document.transaction(LABEL) as tx:
        return paste_table(tx, lines_in(tx, text), after)


def names(document: Document, kind: type[Node] = Node) -> set[str]:
    return {node.name for node in document.snapshot().of(kind)}


def following(document: Document, name: str) -> list[str]:
    view = document.snapshot()
    node = next(n.id for n in view.of(Node) if n.name == name)
    return [str(getattr(view[way.target], "name", "")) for way in view.outgoing(node)]


# ----------------------------------------------------------------------------------- there and back


@pytest.mark.parametrize("name", ["hundesteuer", "bewohnerparkausweis", "liegenschaftskarte"])
def test_a_sample_survives_the_way_to_a_spreadsheet_and_back(name: str) -> None:
    records = from_bytes(open_resource(f"samples/{name}.fachwerk")).records
    before = text_of(open_document(records))
    empty = new_document("Leer")

    done = pasted(empty, before)

    fees = {trouble.text for trouble in done.troubles if trouble.column == "fee"}
    after = text_of(empty)
    for fee in fees:  # a table of fees cannot be typed; it is kept as a text
        before = before.replace(fee, "")
        assert any(fee in n.documentation for n in empty.snapshot().of(Node))
    assert after == before


_NAMES = st.text("abcdefgh äöü/§(),=und", min_size=1, max_size=12).map(
    lambda text: "N" + " ".join(text.split())
)
_ROWS = st.sampled_from(
    ["text", "date", "amount", "yesno", "choice", "multi", "file", "note", "email", "integer"]
)
_STEPS = st.sampled_from(["page", "office", "payment", "document", "decision", "parallel", "call"])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_table_pasted_into_an_empty_service_is_the_same_table(data: st.DataObject) -> None:
    with speaking("de"):
        document = new_document("Probe", ids=numbered_ids())
        with document.transaction(LABEL) as tx:
            last = tx.of(Start)[0].id
            lanes = {role.side: role.id for role in tx.of(Role)}
            taken: set[str] = set()
            for template in data.draw(st.lists(_STEPS, min_size=1, max_size=6)):
                side = {"page": "applicant", "office": "office"}.get(template, "system")
                name = data.draw(_NAMES.filter(lambda n: n not in taken))
                taken.add(name)
                node = append_node(tx, template, last, role=lanes[side], name=name)
                last = node.id
                for row in data.draw(st.lists(_ROWS, max_size=3)) if template == "page" else []:
                    place_field(tx, row, node.id, label=data.draw(_NAMES))
        before = text_of(document)
        empty = new_document("Leer", ids=numbered_ids())

        done = pasted(empty, before)

        assert done.troubles == []
        assert text_of(empty) == before


def test_the_musterleistung_survives_too() -> None:
    before = text_of(open_document(musterleistung()))
    empty = new_document("Leer")

    done = pasted(empty, before)

    assert len(text_of(empty).splitlines()) == len(before.splitlines()), done.troubles


# ------------------------------------------------------------------------------- lists of people


def test_a_list_without_header_becomes_steps_in_a_row() -> None:
    document = new_document("Probe")
    start = document.snapshot().of(Start)[0]

    done = pasted(document, "Antragsteller\tAntrag stellen\nAmt\tAntrag prüfen\n", start.id)

    assert done.troubles == []
    assert following(document, start.name) == ["Antrag stellen"]
    assert following(document, "Antrag stellen") == ["Antrag prüfen"]
    forms = {step.name: step.form for step in document.snapshot().of(Step)}
    assert forms == {"Antrag stellen": "page", "Antrag prüfen": "office"}


def test_new_steps_stand_between_what_was_there() -> None:
    document = new_document("Probe")
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Angaben")
        append_node(tx, "end", page.id, name="Fertig")

    pasted(document, "Was\tWer\nPrüfen\tAmt\nBescheiden\tAmt\n", page.id)

    assert following(document, "Angaben") == ["Prüfen"]
    assert following(document, "Prüfen") == ["Bescheiden"]
    assert following(document, "Bescheiden") == ["Fertig"]


def test_no_card_stands_on_another_after_pasting() -> None:
    document = new_document("Probe")
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Angaben")
        append_node(tx, "office", page.id, name="Prüfen")

    pasted(document, "Wer\tWas\nAmt\tA\nAmt\tB\nAntragsteller\tC\n", page.id)

    view = document.snapshot()
    places = [view.placement(node.id) for node in view.of(Node)]
    boxes = [place.box for place in places if place is not None]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_an_unknown_lane_is_added() -> None:
    document = new_document("Probe")

    done = pasted(document, "Wer\tWas\nKasse\tGeld einziehen\n")

    lane = document.snapshot().the(done.lanes[0], Role)
    assert (lane.name, lane.side) == ("Kasse", "office")


def test_fields_follow_the_row_they_are_pasted_after() -> None:
    document = new_document("Probe")
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Angaben")
        first = place_field(tx, "text", page.id, label="Name")
        place_field(tx, "text", page.id, label="Ort")

    pasted(document, "Geburtstag\tDatum\nKinder\tAuswahl: keine; eins; mehr\n", first.id)

    view = document.snapshot()
    labels = [getattr(row, "label", "") for row in view.rows(page.id)]
    assert labels == ["Name", "Geburtstag", "Kinder", "Ort"]
    assert len(view.of(Option)) == 3


def test_a_group_holds_the_inset_lines_below_it() -> None:
    document = new_document("Probe")
    text = "Wer\tWas\tAngaben\nAntragsteller\tHunde\tSeite\n\tHund\tListe\n\t› Rufname\tText\n"

    pasted(document, text)

    view = document.snapshot()
    group = view.of(FieldGroup)[0]
    assert group.repeatable
    assert [field.parent for field in view.of(Field)] == [group.id]


def test_a_step_may_use_what_a_later_line_asks() -> None:
    document = new_document("Probe")
    text = "Wer\tWas\tAngaben\nAmt\tPrüfen\tSchritt\n\tName\tliest\nAntragsteller\tDaten\tSeite\n"

    done = pasted(document, text + "\tName\tText\n")

    assert done.troubles == []
    assert document.snapshot().of(FieldUse)[0].mode == "reads"


# ---------------------------------------------------------------------------------- nothing is lost


def test_what_is_not_understood_is_told_and_kept_as_text() -> None:
    document = new_document("Probe")
    text = "Wer\tWas\tFrist\tDauer in Köpfen\nAmt\tPrüfen\tsehr bald\tzwei\n"

    done = pasted(document, text)

    (step,) = document.snapshot().of(Step)
    assert [(t.number, t.column, t.text) for t in done.troubles] == [(2, "deadline", "sehr bald")]
    assert "sehr bald" in step.documentation
    assert "zwei" in step.documentation


def test_a_condition_that_is_not_understood_becomes_a_named_one() -> None:
    document = new_document("Probe")
    text = (
        "Wer\tWas\tAngaben\twenn\tdann\nAmt\tPrüfen\tSchritt\n\t\t\tsonst\tFertig\n"
        "\t\t\tbei Vollmond\tWarten\nAmt\tWarten\nAmt\tFertig\tEnde\n"
    )

    done = pasted(document, text)

    assert [trouble.text for trouble in done.troubles] == ["bei Vollmond"]
    assert [rule.name for rule in document.snapshot().of(Rule)] == ["bei Vollmond"]
    assert following(document, "Prüfen") == ["Fertig", "Warten"]


def test_a_cell_with_tab_and_line_break_stays_one_cell() -> None:
    document = new_document("Probe")

    pasted(document, 'Wer\tWas\nAmt\t"Antrag\nlesen"\n')

    assert "Antrag lesen" in names(document, Step)


def test_one_undo_step_takes_all_back() -> None:
    document = new_document("Probe")
    before = list(document.snapshot())

    with document.transaction(LABEL) as tx:
        paste_table(tx, lines_in(tx, "Wer\tWas\nAmt\tA\nKasse\tB\n"))
    assert tx.changeset is not None
    document.apply(tx.changeset.inverted())

    assert sorted(document.snapshot(), key=lambda r: r.id) == sorted(before, key=lambda r: r.id)


# -------------------------------------------------------------------------------- hostile and large


def test_a_name_never_becomes_a_formula_of_the_spreadsheet() -> None:
    document = new_document("Probe")
    pasted(document, "Wer\tWas\nAmt\t'=HYPERLINK(1)\n")

    text = text_of(document)

    assert "=HYPERLINK(1)" in names(document, Step)
    assert "\t'=HYPERLINK(1)\t" in text


def test_the_html_is_escaped() -> None:
    assert "<b>" not in as_html([["Was"], ["<b>fett</b>"]])


def test_a_flood_is_refused_in_words() -> None:
    with pytest.raises(FachwerkError, match=r"5\.000"):
        lines_in(new_document("Probe").snapshot(), "x\n" * 6000)


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.sampled_from("aÄ›§→ \t\n\"'=;:,()*x1"), max_size=200))
def test_no_text_breaks_the_service(text: str) -> None:
    with speaking("de"):
        document = new_document("Probe")
        document_before = len(document.snapshot())

        pasted(document, "Wer\tWas\tAngaben\tPflicht\twenn\tdann\tRecht\n" + text)

        view = document.snapshot()
        assert len(view) >= document_before
        assert all(ref in view for record in view for ref in record.references())


def test_english_words_are_understood_in_german() -> None:
    document = new_document("Probe")

    done = pasted(document, "Who\tWhat\tKind\nAmt\tCheck it\tstep\nAmt\tDone\tend\n")

    assert done.troubles == []
    assert names(document, End) == {"Done"}


def test_a_bare_list_is_steps_behind_a_step_and_questions_on_a_page() -> None:
    document = new_document("Probe")
    with document.transaction(LABEL) as tx:
        page = append_node(tx, "page", tx.of(Start)[0].id, name="Angaben")
        office = next(role.id for role in tx.of(Role) if role.side == "office")
        check = append_node(tx, "office", page.id, role=office, name="Prüfen")

    pasted(document, "Name\nOrt\n", page.id)
    pasted(document, "Anhören\nEntscheiden\n", check.id)

    view = document.snapshot()
    assert [getattr(row, "label", "") for row in view.rows(page.id)] == ["Name", "Ort"]
    assert following(document, "Prüfen") == ["Anhören"]
    assert following(document, "Anhören") == ["Entscheiden"]
    assert view.rows(check.id) == []
