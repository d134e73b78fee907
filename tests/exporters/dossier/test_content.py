"""Does the report say everything of a service, in one order and in one language?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from exporters.dossier import Drawing, dossier
from exporters.dossier.blocks import Cell, Dossier, Facts, Figure, Heading, Paragraph, Table
from exporters.dossier.chapters import CHAPTERS
from model.checks import check
from model.document import Snapshot
from model.expressions import sentence
from model.language import tr
from model.play import play
from model.records import (
    Citation,
    Deadline,
    Evidence,
    ExampleCase,
    Fee,
    Field,
    Node,
    Norm,
    Remark,
    Rule,
    Service,
    Step,
    TariffRow,
)
from model.records.names import title
from model.storage.write import content_hash
from tests.helpers.speaking import speaking


def words(cell: Cell) -> str:
    return "\n".join("".join(span.words for span in line) for line in cell)


def chapters(whole: Dossier) -> dict[str, list[object]]:
    """Title of a chapter -> what stands in it."""
    found: dict[str, list[object]] = {}
    for block in whole.blocks:
        if isinstance(block, Heading) and block.level == 1:
            found[words((block.line,))] = []
        else:
            list(found.values())[-1].append(block)
    return found


def rows(blocks: list[object]) -> list[list[str]]:
    """All rows of all tables of a chapter."""
    tables = [block for block in blocks if isinstance(block, Table)]
    return [[words(cell) for cell in row] for table in tables for row in table.rows]


def chapter(whole: Dossier, key: str) -> list[object]:
    return chapters(whole)[tr(f"dossier.chapter.{key}")]


def test_a_whole_service_has_all_chapters_in_the_order_of_the_table(
    sample: Snapshot, drawing: Drawing
) -> None:
    whole = dossier(sample, drawing)

    assert list(chapters(whole)) == [tr(f"dossier.chapter.{key}") for key, _ in CHAPTERS]
    numbers = [b.number for b in whole.blocks if isinstance(b, Heading) and b.level == 1]
    assert numbers == [str(number) for number in range(1, len(CHAPTERS) + 1)]


def test_an_empty_service_has_no_empty_chapters() -> None:
    bare = Snapshot.of_records([Service(id="s")])

    whole = dossier(bare)

    # What is open is always said, even that nothing is.
    assert list(chapters(whole)) == [tr("dossier.chapter.findings")]


def test_the_cover_names_version_validity_and_fingerprint(sample: Snapshot) -> None:
    whole = dossier(sample)
    cover = {word: words(said) for word, said in whole.cover.pairs}

    assert whole.service.words == sample.service.name
    assert cover[tr("dossier.cover.version")] == sample.service.version
    assert cover[tr("dossier.cover.valid")] == "ab 01.01.2026"
    digest = cover[tr("dossier.cover.hash")].replace(" ", "").replace("\n", "")
    assert digest == content_hash(sample)
    assert cover[tr("dossier.cover.cases")] == "12 von 12 wie erwartet"


def test_every_node_has_a_row_and_every_way_names_the_number_it_leads_to(sample: Snapshot) -> None:
    told = rows(chapter(dossier(sample), "steps"))[3:]  # below the three lanes
    names = {row[0]: row[1] for row in told}

    assert len(told) == len(sample.of(Node))
    targets = [line for row in told for line in row[4].split("\n") if line.startswith("→")]
    assert len(targets) == sum(len(sample.outgoing(node.id)) for node in sample.of(Node))
    for target in targets:
        number, _, rest = target.removeprefix("→ ").partition(" ")
        assert rest.startswith(names[number].split("\n")[0])


def test_every_question_is_listed_with_duty_and_law(sample: Snapshot) -> None:
    told = rows(chapter(dossier(sample), "pages"))
    named = {row[0].split("\n")[0].lstrip("› "): row for row in told}

    assert {field.label for field in sample.of(Field)} <= named.keys()
    postcode = named["Postleitzahl"]
    assert postcode[1:3] == ["Postleitzahl", "Pflicht"]
    assert "Muster: [0-9]{5}" in postcode[3]
    assert "Zeichen: genau 5" in postcode[3]
    assert len([row for row in told if row[2] in ("Pflicht", "freiwillig")]) == sum(
        field.field_kind in ("input", "select") for field in sample.of(Field)
    )


def test_rules_are_sentences(sample: Snapshot) -> None:
    told = "\n".join(row[1] for row in rows(chapter(dossier(sample), "rules")))

    for rule in sample.of(Rule):
        if rule.expression is not None:
            assert sentence(sample, rule.expression) in told
        assert rule.message in told
        assert rule.description in told


def test_every_norm_stands_once_with_what_rests_on_it_and_its_own_link_only(
    sample: Snapshot,
) -> None:
    blocks = chapter(dossier(sample), "law")
    told = rows(blocks)
    links = [
        span.link
        for table in blocks
        if isinstance(table, Table)
        for row in table.rows
        for line in row[0]
        for span in line
        if span.link
    ]

    norms = sample.of(Norm)
    states = [state for norm in norms for state in sample.states(norm.id)]
    assert len(told) == len(norms) + len(states)
    assert sorted(links) == sorted(n.link for n in (*norms, *states) if n.link)  # type: ignore[attr-defined]
    law = next(row for row in told if row[0].startswith("§ 38 BMG"))
    assert law[3] != tr("dossier.none")


def test_fees_come_with_their_table_in_euro_and_cent(sample: Snapshot) -> None:
    blocks = chapter(dossier(sample), "fees")
    told = rows(blocks)

    prices = {row[0]: row[3] for row in told if len(row) == 5}
    assert prices["Parkgebiet A, 12 Monate"] == "30,70 EUR"
    assert len(prices) == len(sample.of(TariffRow))
    facts = next(block for block in blocks if isinstance(block, Facts))
    assert words(dict(facts.pairs)[tr("dossier.fee.lowest")]) == "10,20 EUR"
    earlier = [row for row in told if len(row) == 3]
    assert len(earlier) == sum(len(sample.states(fee.id)) for fee in sample.of(Fee))


def test_deadlines_and_evidence_are_complete(sample: Snapshot) -> None:
    whole = dossier(sample)
    deadlines, evidence = rows(chapter(whole, "deadlines")), rows(chapter(whole, "evidence"))

    assert len(deadlines) == len(sample.of(Deadline))
    assert any(row[0].startswith("Widerspruch") and row[1] == "1 Monat" for row in deadlines)
    assert {row[0].split("\n")[0] for row in evidence} == {e.name for e in sample.of(Evidence)}
    assert any("Zentrales Fahrzeugregister" in row[2] for row in evidence)


def test_example_citizens_are_played_and_not_believed(sample: Snapshot) -> None:
    case = next(c for c in sample.of(ExampleCase) if c.expected_fee is not None)
    wrong = case.replaced(expected_fee=Decimal(999))
    spoiled = Snapshot.of_records([r if r.id != case.id else wrong for r in sample])

    told = {row[0].split("\n")[0]: row for row in rows(chapter(dossier(spoiled), "cases"))}

    assert len(told) == len(sample.of(ExampleCase))
    assert told[case.name][3].startswith(tr("dossier.verdict.differs"))
    due = play(sample, case).fee
    assert due is not None
    assert told[case.name][2] == f"{due:.2f} EUR".replace(".", ",")


def test_the_privacy_sheet_names_every_answer_with_purpose_norm_and_time(sample: Snapshot) -> None:
    told = rows(chapter(dossier(sample), "privacy"))

    kept = [field for field in sample.of(Field) if field.field_kind != "label"]
    assert sum(len(row[0].split("\n")[0].split(", ")) for row in told) >= len(kept)
    for field in kept:
        row = next(row for row in told if field.label in row[0] and field.purpose in row[1])
        assert row[3] == (field.retention or tr("dossier.privacy.lacking"))
        assert row[2] != tr("dossier.privacy.lacking")


def test_what_is_specially_protected_and_what_is_not_said_stands_out(sample: Snapshot) -> None:
    page = next(step for step in sample.of(Step) if step.form == "page")
    field = Field(id="f", parent=page.id, label="Religion")
    citations = [r for r in sample if isinstance(r, Citation) and r.parent in ("f", page.id)]
    more = Snapshot.of_records([*(r for r in sample if r not in citations), field])

    whole = dossier(more)

    told = next(row for row in rows(chapter(whole, "privacy")) if "Religion" in row[0])
    assert tr("dossier.privacy.special", names="Religion") in told[0]
    assert (told[1], told[3]) == (tr("dossier.privacy.lacking"),) * 2
    asked = next(row for row in rows(chapter(whole, "pages")) if row[0].startswith("Religion"))
    assert tr("dossier.special") in asked[0]


def test_open_findings_and_open_remarks_are_listed_settled_ones_are_not(service: Snapshot) -> None:
    done = Remark(id="r9", about=service.service.id, text="Erledigt", state="done")
    still = Remark(id="r8", about=service.service.id, text="Noch offen", author="Rechtsamt")
    view = Snapshot.of_records([*service, done, still])

    told = rows(chapter(dossier(view), "findings"))

    assert len([row for row in told if len(row) == 4]) == len(check(view))
    remarks = [row for row in told if len(row) == 3]
    assert [row[1] for row in remarks if row[2] == "Rechtsamt"] == ["Noch offen"]
    assert "Erledigt" not in [row[1] for row in remarks]


def test_the_alternative_text_tells_lanes_decisions_and_ends(
    sample: Snapshot, drawing: Drawing
) -> None:
    figure = next(b for b in dossier(sample, drawing).blocks if isinstance(b, Figure))

    assert "3 Bahnen: Antragsteller, Straßenverkehrsbehörde, System." in figure.alt
    assert "Klarer Fall?" in figure.alt
    assert tr("dossier.chapter.steps") in figure.alt
    assert next(alt for _, alt in figure.sheets) == figure.alt
    assert len({caption for caption, _ in figure.sheets}) == 3


def test_without_a_drawing_the_report_is_complete_in_words(sample: Snapshot) -> None:
    whole = dossier(sample)

    assert tr("dossier.chapter.diagram") not in chapters(whole)
    assert not any(isinstance(block, Figure) for block in whole.blocks)
    assert chapter(whole, "signs")


def test_in_english_translated_words_are_used_and_the_rest_is_marked_as_german(
    sample: Snapshot,
) -> None:
    with speaking("en"):
        whole = dossier(sample)

    assert whole.language == "en"
    spans = [
        s
        for b in whole.blocks
        if isinstance(b, Table)
        for r in b.rows
        for c in r
        for n in c
        for s in n
    ]
    laws = [span for span in spans if span.words.startswith("§ 38 BMG")]
    assert laws
    assert {span.language for span in laws} == {"de"}
    english = [span for span in spans if span.words == "No parking zone"]
    assert english
    assert {span.language for span in english} == {""}


def test_german_reports_mark_nothing_as_foreign(sample: Snapshot) -> None:
    whole = dossier(sample)

    spans = [s for b in whole.blocks if isinstance(b, Paragraph) for n in b.cell for s in n]
    assert whole.language == "de"
    assert {span.language for span in spans} == {""}


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_text_is_missing_in_a_report_of_everything(
    service: Snapshot, drawing: Drawing, language: str
) -> None:
    from model.language import missing_keys

    with speaking(language):
        dossier(service, drawing)

        assert missing_keys() == frozenset()


def test_titles_of_records_are_never_empty_in_a_row(service: Snapshot) -> None:
    told = rows(chapter(dossier(service), "steps"))

    assert all(row[1].strip() for row in told)
    assert any(title(node) for node in service.of(Node))
