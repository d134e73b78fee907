"""What do the cadastre office and the system do with an order, and what is due?"""

from __future__ import annotations

from studio.examples.building import Bench
from studio.examples.foundation import either


def tell(b: Bench) -> None:
    """Fees, steps and signs of the lanes below the applicant's."""
    _by_hand(b)
    _fees(b)
    _system(b)
    _examination(b)
    _missing(b)
    _refusal(b)
    _delivery(b)
    _deadlines(b)


def _by_hand(b: Bench) -> None:
    by_hand = either(
        b.named("r_beglaubigt_dabei"),
        b.named("r_eigentuemer_dabei"),
        b.compare("flurbereinigung", "eq", True),
    )
    b.rule(
        "r_handarbeit",
        "p_abschluss",
        "condition",
        "Handarbeit nötig",
        by_hand,
        None,
        "vermkatg14",
        "vwvfg33",
        "geogebs3",
    )


def _fees(b: Bench) -> None:
    b.fee(
        "g_online",
        ("Auszüge ohne Handarbeit", "Extracts made by the system"),
        "geogebs2",
        "geogebs4",
        "kosten",
        form="table",
        per="Bestellung",
        policy="mandatory",
    )
    items, copies = b.count("position"), b.total("weitere")
    b.tariff("g_online", "Auszug ohne Handarbeit", "15", times=items)
    b.fee(
        "g_hand",
        ("Auszüge mit Handarbeit", "Extracts made by hand"),
        "geogebs3",
        "geogebs4",
        "kosten",
        form="table",
        per="Bestellung",
        policy="later",
    )
    small, large = b.less(items, b.total("zahl_gross")), b.total("zahl_gross")
    b.tariff("g_hand", "Auszug bis A3", "30", b.compare(small, "ge", 1), times=small)
    b.tariff("g_hand", "Nur Auszüge über A3", "0")
    b.tariff("g_hand", "Auszug über A3", "60", b.compare(large, "ge", 1), "surcharge", large)
    for fee in ("g_online", "g_hand"):
        more = b.compare(copies, "ge", 1)
        b.tariff(fee, "Weitere Ausfertigung", "10", more, "surcharge", copies)


def _system(b: Bench) -> None:
    b.node("start", "start", ("Karte gebraucht", "Map needed"), "antragsteller")
    b.service_step(
        "s_alkis",
        "register",
        ("Flurstück in ALKIS suchen", "Find the parcel in ALKIS"),
        3,
        documentation=(
            "Sucht das Flurstück und stellt fest, ob es in einem Gebiet der Flurbereinigung liegt."
        ),
    )
    b.uses("s_alkis", "reads", "adresse", "kataster", "agb_ja", "datenschutz")
    b.cite("s_alkis", "vermkatg11")
    b.node("d_hand", "decision", ("Handarbeit nötig?", "Manual work needed?"), "system")
    b.service_step("s_gebuehr", "automatic", ("Gebühr ermitteln", "Work out the fee"), 4)
    b.uses("s_gebuehr", "reads", "position")
    b.cite("s_gebuehr", "geogebs2", "geogebs4")
    b.service_step("s_zahlen", "payment", ("Gebühr bezahlen", "Pay the fee"), 2, fee=b["g_online"])
    b.cite("s_zahlen", "geogebs5", "egovg4")
    b.service_step(
        "s_erzeugen", "document", ("Auszug aus ALKIS erzeugen", "Create the extract from ALKIS"), 6
    )
    b.uses("s_erzeugen", "reads", "position")
    b.cite("s_erzeugen", "vermkatg11")


def _examination(b: Bench) -> None:
    b.node("j_bearbeiten", "decision", ("", ""), "katasteramt")
    b.office("o_bearbeiten", ("Bestellung bearbeiten", "Handle the order"), "katasteramt", 4)
    b.uses("o_bearbeiten", "checks", "position", "zweck", "interesse", "besteller")
    b.cite("o_bearbeiten", "vermkatg14", "vermkatg11")
    b.rest_on("vermkatg14")
    b.choice(
        "ergebnis",
        "o_bearbeiten",
        ("Ergebnis", "Result"),
        {
            "frei": ("freigeben", "release"),
            "fehlt": ("Interesse nicht dargelegt", "interest not shown"),
            "versagen": ("versagen", "refuse"),
        },
        "Über die Auskunft entscheiden",
        minimum=1,
    )
    b.node("d_voll", "decision", ("Interesse dargelegt?", "Interest shown?"), "katasteramt")
    b.node("d_frei", "decision", ("Auskunft erlaubt?", "Information allowed?"), "katasteramt")
    b.office(
        "o_herstellen",
        ("Auszug herstellen", "Make the extract"),
        "katasteramt",
        6,
        documentation="Von Hand erstellen und, wenn bestellt, beglaubigen.",
    )
    b.uses("o_herstellen", "reads", "position")
    b.cite("o_herstellen", "vwvfg33", "vermkatg11")
    b.service_step(
        "s_rechnung", "payment", ("Rechnung stellen", "Send the invoice"), 2, fee=b["g_hand"]
    )
    b.uses("s_rechnung", "reads", "andere_rechnung", "rechnung")
    b.cite("s_rechnung", "geogebs5")


def _missing(b: Bench) -> None:
    b.office("o_nachfordern", ("Interesse nachfordern", "Ask for the interest"), "katasteramt", 7)
    b.uses("o_nachfordern", "reads", "interesse")
    b.field(
        "fehlendes",
        "long_text",
        "o_nachfordern",
        ("Was fehlt?", "What is missing?"),
        "Nachforderung begründen",
        minimum=1,
        norms=("vwvfg26",),
    )
    b.cite("o_nachfordern", "vwvfg26")
    b.node(
        "w_antwort",
        "decision",
        ("Was kommt zuerst?", "What comes first?"),
        "katasteramt",
        mode="event",
    )
    b.node(
        "m_antwort",
        "message_receive",
        ("Antwort da", "Answer received"),
        "katasteramt",
        message_name="Antwort auf die Nachforderung",
    )
    b.timer(
        "t_antwort",
        ("14 Tage", "14 days"),
        "katasteramt",
        "Frist zur Nachforderung",
        14,
        "day",
        starts="Zugang der Nachforderung",
        starts_with=b["o_nachfordern"],
        effect="Das Katasteramt beabsichtigt, die Auskunft abzulehnen, und hört dazu an.",
        norms=("vwvfg26", "vwvfg31"),
    )


def _refusal(b: Bench) -> None:
    b.node("j_ablehnen", "decision", ("", ""), "katasteramt")
    b.office("o_anhoeren", ("Anhörung durchführen", "Hear the customer"), "katasteramt", 7)
    b.uses("o_anhoeren", "reads", "besteller")
    b.cite("o_anhoeren", "vwvfg28")
    b.office("o_ablehnen", ("Auskunft ablehnen", "Refuse the information"), "katasteramt", 6)
    b.field(
        "gruende",
        "long_text",
        "o_ablehnen",
        ("Gründe der Ablehnung", "Reasons for the refusal"),
        "Bescheid begründen",
        minimum=1,
        norms=("vwvfg39",),
    )
    b.cite("o_ablehnen", "vermkatg14", "vwvfg39")
    b.node("e_abgelehnt", "end", ("Auskunft abgelehnt", "Information refused"), "katasteramt")


def _delivery(b: Bench) -> None:
    b.node("j_liefern", "decision", ("", ""), "system")
    b.node("d_lieferweg", "decision", ("Mit der Post?", "By post?"), "system")
    b.service_step(
        "s_abruf",
        "mailbox",
        ("Auszug bereitstellen", "Make the extract available"),
        2,
        documentation="Als PDF zum Herunterladen oder im Postfach, wie gewünscht.",
    )
    b.uses("s_abruf", "reads", "email", "lieferweg")
    b.service_step(
        "s_post", "delivery", ("Auszug mit der Post senden", "Send the extract by post"), 2
    )
    b.uses("s_post", "reads", "anschrift")
    for step in ("s_abruf", "s_post"):
        b.cite(step, "vwvfg41")
    b.cite("s_post", "geogebs6")
    b.node("j_geliefert", "decision", ("", ""), "system")
    b.node("e_geliefert", "end", ("Auszug geliefert", "Extract delivered"), "system")


def _deadlines(b: Bench) -> None:
    b.deadline(
        "f_sofort",
        "s_erzeugen",
        "Automatische Lieferung",
        1,
        "hour",
        "geogebs2",
        starts="Zahlung",
        effect="Das System meldet dem Katasteramt eine Störung.",
    )
    b.deadline(
        "f_hand",
        "o_bearbeiten",
        "Bearbeitung von Hand",
        5,
        "workday",
        "geogebs3",
        starts="Eingang der Bestellung",
        effect="Erinnerung an die Sachbearbeitung.",
    )
    b.deadline(
        "f_anhoerung",
        "o_anhoeren",
        "Äußerung zur Ablehnung",
        14,
        "day",
        "vwvfg28",
        "vwvfg31",
        starts="Zugang des Anhörungsschreibens",
        effect="Das Katasteramt entscheidet nach Aktenlage.",
    )
    b.deadline(
        "f_widerspruch",
        "service",
        "Widerspruch",
        1,
        "month",
        "vwgo70",
        starts="Bekanntgabe der Ablehnung",
        effect="Danach ist der Bescheid bestandskräftig.",
    )
