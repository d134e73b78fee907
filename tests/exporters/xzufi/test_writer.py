"""Is the draft of a Leistung complete as far as the service goes, and does it say what it is?"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from exporters.xmlkit import parse, text_of
from exporters.xzufi.vocabulary import q
from exporters.xzufi.writer import write
from model.document import Snapshot
from model.language import use
from model.records import (
    Answer,
    Deadline,
    DescriptionModule,
    Fee,
    Field,
    FieldGroup,
    Record,
    Service,
    Text,
)
from model.storage import from_bytes
from resources import list_resources, open_resource, texts
from tests.helpers.musterleistung import musterleistung


@pytest.fixture(autouse=True)
def _german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    use("de", {})


def draft(*records: Record, **fields: object):  # type: ignore[no-untyped-def]
    """Root of the draft and what the report tells."""
    service = Service(id="s", name="Hund anmelden", leika_key="99006001000000", **fields)  # type: ignore[arg-type]
    artifacts, report = write(Snapshot.of_records([service, *records]))
    return parse(artifacts[0].content).root, {entry.message.key for entry in report.entries}


def modules(root) -> dict[str, list[str]]:  # type: ignore[no-untyped-def]
    return {
        text_of(one.find(f"{q('leikaTextmodul')}/code")): [
            text_of(inhalt) for inhalt in one.iter(q("inhalt"))
        ]
        for one in root.iter(q("modulText"))
    }


@pytest.mark.parametrize("name", list_resources("samples", ".fachwerk"))
def test_every_draft_says_that_nobody_has_checked_it(name: str) -> None:
    view = Snapshot.of_records(from_bytes(open_resource(f"samples/{name}")).records)

    artifacts, report = write(view)

    hints = [entry for entry in report.of("hint") if entry.code == "XZUFI-DRAFT"]
    assert "ungeprüft" in str(hints[0].message)
    assert "ungeprüft" in artifacts[0].content.decode()
    assert write(view)[0] == artifacts


def test_text_modules_stand_in_every_language_as_safe_html() -> None:
    module = DescriptionModule(id="m", parent="s", code="05", text="Kurz & <b>gut</b>\n\nZweitens")
    english = Text(id="t", parent="m", slot="text", language="en", text="Short")

    root, _ = draft(module, english)

    assert modules(root)["05"] == [
        "<p>Kurz &amp; &lt;b&gt;gut&lt;/b&gt;</p><p>Zweitens</p>",
        "<p>Short</p>",
    ]


def test_a_module_of_the_clerk_wins_over_what_the_service_says() -> None:
    root, _ = draft(
        DescriptionModule(id="m", parent="s", code="06", text="Von Hand"),
        description="Aus Fachwerk",
    )

    assert modules(root)["06"] == ["<p>Von Hand</p>"]


def test_a_module_that_the_list_does_not_know_is_lost_and_told() -> None:
    root, told = draft(DescriptionModule(id="m", parent="s", code="77", text="Fremd"))

    assert "77" not in modules(root)
    assert "xzufi.lost.module" in told


def test_fee_and_deadline_of_the_service_are_drafted() -> None:
    root, _ = draft(
        Fee(id="f", parent="s", name="Steuer", form="fixed", amount=Decimal("120.50")),
        Deadline(id="d", parent="s", length=14, unit="day"),
    )

    assert root.findtext(f"{q('modulKosten')}/{q('betrag')}") == "120.50"
    assert root.findtext(f"{q('modulFrist')}/{q('einheit')}") == "TAG"


def test_a_fee_without_amount_is_left_out_and_told() -> None:
    root, told = draft(Fee(id="f", parent="s", name="Steuer"))

    assert root.find(q("modulKosten")) is None
    assert "xzufi.lost.fee" in told


def test_how_a_fee_is_reckoned_stands_in_its_description() -> None:
    fee = Fee(
        id="f",
        parent="s",
        name="Auszug",
        form="fixed",
        amount=Decimal("7.50"),
        each="dogs",
        times=Answer(field="copies"),
        months=Answer(field="months"),
        minimum=Decimal(5),
        maximum=Decimal(100),
        round_to=Decimal(1),
        rounding="down",
    )

    root, told = draft(
        fee,
        FieldGroup(id="dogs", parent="page", label="Hunde", maximum=None),
        Field(id="copies", parent="page", label="Ausfertigungen", data_type="num_int"),
        Field(id="months", parent="page", label="Monate", data_type="num_int"),
    )

    assert root.findtext(f"{q('modulKosten')}/{q('betrag')}") == "7.50"
    assert root.findtext(f"{q('modulKosten')}/{q('beschreibung')}") == (
        "Der Betrag gilt für jeden Eintrag in „Hunde“. "
        "Der Betrag gilt je Einheit; Zahl der Einheiten: Ausfertigungen. "
        "Der Betrag gilt für ein Jahr und wird nach Monaten anteilig erhoben; "
        "Zahl der Monate: Monate. "
        "Mindestens 5 EUR. Höchstens 100 EUR. Abgerundet wird auf 1 EUR."
    )
    assert "xzufi.substituted.reckoned" in told


def test_a_plain_fee_needs_no_description() -> None:
    frame = Fee(id="f", parent="s", form="frame", minimum=Decimal(5), maximum=Decimal(9))

    root, told = draft(frame)

    assert root.find(f"{q('modulKosten')}/{q('beschreibung')}") is None
    assert "xzufi.substituted.reckoned" not in told


def test_a_missing_key_is_told() -> None:
    root, told = draft(extras=())
    keyless = write(Snapshot.of_records([Service(id="s", name="Hund")]))[1]

    assert root.findtext(q("prozessID")) == "99006001000000"
    assert "xzufi.no_key" not in told
    assert "xzufi.no_key" in {entry.message.key for entry in keyless.entries}


def test_the_model_service_is_drafted_with_its_documents() -> None:
    root = parse(write(musterleistung())[0][0].content).root

    assert len(root.findall(q("modulDokument"))) >= 1
