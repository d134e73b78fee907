"""Which service holds one of everything? An invented one, built by hand, with numbered ids.

Goldens and round trips of all formats use it, so its ids and words stay as they are; add, do not
change.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from model.document import Snapshot
from model.records import (
    AllOf,
    Answer,
    Chosen,
    Citation,
    CodeList,
    Comparison,
    Deadline,
    Decision,
    DescriptionModule,
    End,
    Evidence,
    ExampleAnswer,
    ExampleCase,
    Fee,
    Field,
    FieldGroup,
    FieldUse,
    Flow,
    Layer,
    Message,
    MessageFlow,
    Norm,
    Option,
    Parallel,
    Pool,
    Record,
    Remark,
    Role,
    Rule,
    Service,
    ServiceCall,
    Start,
    Step,
    SubProcess,
    TariffRow,
    Text,
    Timer,
    Value,
)
from tests.helpers.musterleistung_picture import APPLICANT, OFFICE, SYSTEM, picture_of


def musterleistung() -> Snapshot:
    """Sondernutzung einer Straßenfläche: two pages, a tariff, an exception, a nested part, another
    service.
    """
    records: list[Record] = [*_service(), *_form(), *_process(), *_ways(), *_law(), *_around()]
    return Snapshot.of_records([*records, *picture_of(records)])


def _service() -> list[Record]:
    return [
        Service(
            id="service_1",
            name="Sondernutzung erlauben",
            short_name="Sondernutzung",
            leika_key="99108015001000",
            office="Stadt Musterhausen, Tiefbauamt",
            description="Wer eine Straße über den Gemeingebrauch hinaus nutzt, braucht Erlaubnis.",
            version="1.2.0",
            languages=("de", "en"),
            trust_level="basic",
            valid_from=date(2026, 1, 1),
        ),
        DescriptionModule(id="module_1", parent="service_1", order="a0", code="05", text="Kurz."),
        DescriptionModule(
            id="module_2", parent="service_1", order="a1", code="08", text="Lageplan."
        ),
        Pool(id="pool_1", order="a0", name="Stadt Musterhausen"),
        Pool(id="pool_2", order="a1", name="Polizei", black_box=True),
        Role(id=APPLICANT, parent="pool_1", order="a0", name="Antragsteller", side="applicant"),
        Role(id=OFFICE, parent="pool_1", order="a1", name="Amt", side="office", group="tiefbauamt"),
        Role(id=SYSTEM, parent="pool_1", order="a2", name="System", side="system"),
    ]


def _form() -> list[Record]:
    return [
        Step(id="step_1", order="a0", name="Ihre Angaben", role=APPLICANT, form="page"),
        Field(
            id="field_1",
            parent="step_1",
            order="a0",
            label="Familienname",
            minimum=1,
            max_length=120,
        ),
        Field(id="field_2", parent="step_1", order="a1", label="E-Mail", layout="email"),
        Field(id="field_3", parent="step_1", order="a2", label="Geburtsdatum", data_type="date"),
        FieldGroup(id="group_1", parent="step_1", order="a3", label="Anschrift"),
        Field(id="field_4", parent="group_1", order="a0", label="Postleitzahl", layout="postcode"),
        Field(id="field_5", parent="group_1", order="a1", label="Ort", minimum=1),
        Step(id="step_2", order="a1", name="Ihr Vorhaben", role=APPLICANT, form="page"),
        Field(
            id="field_6",
            parent="step_2",
            order="a0",
            label="Wird die Fahrbahn gesperrt",
            field_kind="select",
            minimum=1,
        ),
        Option(id="option_1", parent="field_6", order="a0", label="Ja", code="true"),
        Option(id="option_2", parent="field_6", order="a1", label="Nein", code="false"),
        Field(
            id="field_7",
            parent="step_2",
            order="a1",
            label="Art der Nutzung",
            field_kind="select",
            code_list="code_list_1",
        ),
        CodeList(
            id="code_list_1", name="Nutzungsarten", urn="urn:example:nutzung", version="2026-01-01"
        ),
        Option(id="option_3", parent="code_list_1", order="a0", label="Gerüst", code="G"),
        Option(id="option_4", parent="code_list_1", order="a1", label="Container", code="C"),
        Field(
            id="field_8",
            parent="step_2",
            order="a2",
            label="Fläche",
            data_type="num",
            unit="m²",
            minimum=1,
            min_value=Decimal(1),
            max_value=Decimal(500),
        ),
        Field(
            id="field_9",
            parent="step_2",
            order="a3",
            label="Lageplan",
            data_type="file",
            media_types=("application/pdf",),
            max_size=5_000_000,
        ),
        FieldGroup(
            id="group_2", parent="step_2", order="a4", label="Weitere Orte", minimum=0, maximum=None
        ),
        Field(id="field_10", parent="group_2", order="a0", label="Straße"),
        Field(
            id="field_11",
            parent="step_2",
            order="a5",
            label="Hinweis",
            field_kind="label",
            content="Die Fläche ist besenrein zu verlassen.",
        ),
        Field(
            id="field_12",
            parent="step_2",
            order="a6",
            label="Beginn",
            data_type="date",
            visible=Chosen(field="field_6", option="option_1"),
        ),
    ]


def _process() -> list[Record]:
    return [
        Start(id="start_1", order="a0", name="Antrag", role=APPLICANT),
        Step(
            id="step_3",
            order="a2",
            name="Antrag prüfen",
            role=OFFICE,
            documentation="Vollständigkeit und Lage prüfen.",
        ),
        FieldUse(id="use_1", parent="step_3", order="a0", field="field_8", mode="checks"),
        Deadline(id="deadline_1", parent="step_3", name="Bearbeitung", length=14, unit="day"),
        Timer(
            id="timer_1",
            order="a3",
            name="Frist überschritten",
            role=OFFICE,
            attached_to="step_3",
            deadline="deadline_2",
            interrupting=False,
        ),
        Deadline(id="deadline_2", parent="timer_1", length=20, unit="day"),
        Step(id="step_4", order="a4", name="Leitung erinnern", role=OFFICE),
        End(id="end_1", order="a5", name="Leitung erinnert", role=OFFICE),
        Decision(id="decision_1", order="a6", name="Ist die Fläche groß?", role=OFFICE),
        SubProcess(
            id="subprocess_1", order="a7", name="Verkehrsplan abstimmen", role=OFFICE, expanded=True
        ),
        Start(id="start_2", parent="subprocess_1", order="a0", name="Plan angefordert"),
        Step(id="step_5", parent="subprocess_1", order="a1", name="Plan zeichnen"),
        End(id="end_2", parent="subprocess_1", order="a2", name="Plan fertig"),
        Message(
            id="message_1",
            order="a8",
            name="Stellungnahme der Polizei",
            role=OFFICE,
            message_name="stellungnahme",
        ),
        Parallel(id="parallel_1", order="a9", role=OFFICE),
        Step(
            id="step_6",
            order="aA",
            name="Gebühr einziehen",
            role=SYSTEM,
            form="automatic",
            basis="payment",
            fee="fee_1",
        ),
        ServiceCall(
            id="call_1", order="aB", name="Kataster fortschreiben", role=SYSTEM, called="kataster"
        ),
        Parallel(id="parallel_2", order="aC", role=OFFICE),
        Step(
            id="step_7",
            order="aD",
            name="Bescheid erstellen",
            role=SYSTEM,
            form="automatic",
            basis="document",
        ),
        Message(
            id="message_2",
            order="aE",
            name="Bescheid zustellen",
            role=SYSTEM,
            direction="send",
            message_name="bescheid",
        ),
        End(id="end_3", order="aF", name="Erlaubnis erteilt", role=SYSTEM),
        End(id="end_4", order="aG", name="Abgelehnt", role=OFFICE, result="stop"),
    ]


def _ways() -> list[Record]:
    big = Comparison(relation="gt", left=Answer(field="field_8"), right=Value(number=Decimal(50)))
    closed = Chosen(field="field_6", option="option_1")
    scaffold = Chosen(field="field_7", option="option_3")
    return [
        Flow(id="flow_1", source="start_1", target="step_1"),
        Flow(id="flow_2", source="step_1", target="step_2"),
        Flow(id="flow_3", source="step_2", target="subprocess_1", condition=closed),
        Flow(id="flow_4", source="step_2", target="step_3", default=True),
        Flow(id="flow_5", source="subprocess_1", target="message_1"),
        Flow(id="flow_6", source="message_1", target="step_3"),
        Flow(id="flow_7", source="timer_1", target="step_4"),
        Flow(id="flow_8", source="step_4", target="end_1"),
        Flow(id="flow_9", source="step_3", target="decision_1"),
        Flow(
            id="flow_10",
            source="decision_1",
            target="end_4",
            condition=AllOf(parts=(big, scaffold)),
        ),
        Flow(id="flow_11", source="decision_1", target="parallel_1", default=True),
        Flow(id="flow_12", source="parallel_1", target="step_6"),
        Flow(id="flow_13", source="parallel_1", target="call_1"),
        Flow(id="flow_14", source="step_6", target="parallel_2"),
        Flow(id="flow_15", source="call_1", target="parallel_2"),
        Flow(id="flow_16", source="parallel_2", target="step_7"),
        Flow(id="flow_17", source="step_7", target="message_2"),
        Flow(id="flow_18", source="message_2", target="end_3"),
        Flow(
            id="flow_19",
            source="start_2",
            target="step_5",
        ),
        Flow(id="flow_20", source="step_5", target="end_2"),
        MessageFlow(id="message_flow_1", source="pool_2", target="message_1", name="Stellungnahme"),
    ]


def _law() -> list[Record]:
    return [
        Norm(
            id="norm_1",
            law="StrWG",
            paragraph="§ 18",
            title="Straßen- und Wegegesetz",
            level="act",
            link="https://example.org/strwg/18",
            wording="Die Benutzung der Straßen …",
        ),
        Norm(
            id="norm_1_2027",
            of="norm_1",
            law="StrWG",
            paragraph="§ 18",
            level="act",
            wording="Die Benutzung öffentlicher Straßen …",
            valid_from=date(2027, 1, 1),
        ),
        Norm(id="norm_2", law="Sondernutzungssatzung", paragraph="§ 5", level="bylaw"),
        Citation(id="citation_1", parent="step_3", norm="norm_1", passage="Abs. 1 Satz 2"),
        Citation(id="citation_2", parent="field_8", norm="norm_2"),
        Citation(id="citation_3", parent="fee_1", norm="norm_2", reason="Gebührentarif"),
        Fee(id="fee_1", parent="service_1", name="Sondernutzungsgebühr", form="table", per="Monat"),
        TariffRow(
            id="tariff_row_1",
            parent="fee_1",
            order="a0",
            label="klein",
            amount=Decimal("45.50"),
            when=Comparison(
                relation="le", left=Answer(field="field_8"), right=Value(number=Decimal(20))
            ),
        ),
        TariffRow(
            id="tariff_row_2", parent="fee_1", order="a1", label="groß", amount=Decimal("120.00")
        ),
        Rule(
            id="rule_1",
            parent="field_12",
            name="Beginn in der Zukunft",
            purpose="validation",
            message="Der Beginn darf nicht in der Vergangenheit liegen.",
            description="Der Beginn liegt frühestens am Tag des Antrags.",
        ),
        Evidence(
            id="evidence_1",
            parent="step_2",
            name="Lageplan",
            upload="field_9",
            reason="Lage der Fläche",
        ),
    ]


def _around() -> list[Record]:
    return [
        Text(id="text_1", parent="field_1", slot="label", language="en", text="Surname"),
        Text(id="text_2", parent="step_1", slot="name", language="en", text="Your details"),
        Layer(id="layer_1", order="a0", name="Stadt Musterhausen", level="municipality"),
        Remark(
            id="remark_1",
            about="step_3",
            text="Reicht eine Prüfung?",
            author="A. Muster",
            written="2026-03-01T10:00:00",
        ),
        ExampleCase(
            id="example_1",
            name="Gerüst vor dem Haus",
            applied=date(2026, 3, 2),
            answers=(
                ExampleAnswer(field="field_1", value="Muster"),
                ExampleAnswer(field="field_6", value="false"),
                ExampleAnswer(field="field_8", value="12"),
            ),
            expected_end="end_3",
            expected_fee=Decimal("45.50"),
        ),
    ]
