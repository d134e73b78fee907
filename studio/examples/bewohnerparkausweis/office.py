"""What do the authority and the system do with an application, and what is due?"""

from __future__ import annotations

from decimal import Decimal

from model.records import FeeAmount
from studio.examples.building import Bench
from studio.examples.foundation import both


def tell(b: Bench) -> None:
    """Fee, steps and signs of the lanes below the applicant's."""
    _fee(b)
    _system(b)
    _examination(b)
    _refusal(b)
    _reminder(b)
    _deadlines(b)


def _fee(b: Bench) -> None:
    b.fee(
        "g_ausweis",
        ("Bewohnerparkausweis", "Resident parking permit"),
        "bewpvo3",
        "gebost265",
        "stvg6a",
        form="table",
        minimum=Decimal("10.20"),
        maximum=Decimal("30.70"),
        per="Ausweis",
        policy="mandatory",
    )
    b.tariff("g_ausweis", "Neues Kennzeichen", "10.20", b.chosen("anlass.wechsel"))
    permit = b.among("anlass", ("neu", "verlaengerung"))
    for zone, months, amount in (
        ("a", "12", "30.70"),
        ("a", "6", "15.40"),
        ("b", "12", "20.40"),
        ("b", "6", "10.20"),
    ):
        row = both(permit, b.named(f"r_gebiet_{zone}"), b.chosen(f"laufzeit.{months}"))
        b.tariff("g_ausweis", f"Parkgebiet {zone.upper()}, {months} Monate", amount, row)
    due = FeeAmount(fee=b["g_ausweis"])
    frame = both(b.compare(due, "ge", Decimal("10.20")), b.compare(due, "le", Decimal("30.70")))
    b.rule(
        "r_rahmen",
        "g_ausweis",
        "validation",
        "Gebühr im Rahmen der GebOSt",
        frame,
        (
            "Die Gebühr liegt außerhalb des Rahmens von 10,20 bis 30,70 Euro.",
            "The fee is outside the frame of 10.20 to 30.70 euros.",
        ),
        "gebost265",
    )


def _system(b: Bench) -> None:
    b.node("start", "start", ("Parkausweis gewünscht", "Permit wanted"), "antragsteller")
    b.node("e_ausserhalb", "end", ("Kein Parkgebiet", "No parking zone"), "antragsteller")
    b.node("e_schwer", "end", ("Fahrzeug über 3,5 t", "Vehicle above 3.5 t"), "antragsteller")
    b.service_step(
        "s_pruefen",
        "register",
        ("Gebiet und Meldung prüfen", "Check zone and residence"),
        3,
        documentation="Abfrage beim Einwohnermeldeamt; sie bestätigt den Hauptwohnsitz.",
    )
    b.uses("s_pruefen", "checks", "person", "wohnsitz", "richtig", "datenschutz")
    b.cite("s_pruefen", "bmg38", "bewpvo1")
    clear = both(
        b.compare("gemeldet", "eq", True), b.chosen("halter.ja"), b.chosen("vertretung.nein")
    )
    b.rule("r_klar", "p_erklaerung", "condition", "klarer Fall", clear, None, "stvo45", "bewpvo2")
    b.node("d_klar", "decision", ("Klarer Fall?", "Clear case?"), "system")
    b.node("j_bezahlen", "decision", ("", ""), "system")
    b.service_step("s_zahlen", "payment", ("Gebühr bezahlen", "Pay the fee"), 2, fee=b["g_ausweis"])
    b.cite("s_zahlen", "egovg4", "bewpvo3")
    b.service_step(
        "s_ausweis", "document", ("Ausweis als PDF erstellen", "Create the permit as PDF"), 6
    )
    b.uses("s_ausweis", "reads", "ausweisnummer", "fahrzeug", "gueltigkeit", "parkgebiet")
    b.cite("s_ausweis", "stvo45", "bewpvo4")
    b.node("d_versand", "decision", ("Mit der Post?", "By post?"), "system")
    b.service_step(
        "s_postfach",
        "mailbox",
        ("Ausweis ins Postfach legen", "Put the permit into the mailbox"),
        2,
    )
    b.cite("s_postfach", "vwvfg41")
    b.service_step(
        "s_post", "delivery", ("Ausweis mit der Post senden", "Send the permit by post"), 2
    )
    b.cite("s_post", "vwvfg41")
    b.node("j_ausgestellt", "decision", ("", ""), "system")


def _examination(b: Bench) -> None:
    b.node("j_pruefen", "decision", ("", ""), "behoerde")
    b.office("o_pruefen", ("Antrag prüfen", "Examine the application"), "behoerde", 4)
    b.uses(
        "o_pruefen", "checks", "wohnsitz", "fahrzeug", "fremdfahrzeug", "vertreter", "ergaenzung"
    )
    b.cite("o_pruefen", "stvo45", "stvo46", "vwv45")
    b.rest_on("stvo45", "vwvfg26")
    b.choice(
        "ergebnis",
        "o_pruefen",
        ("Ergebnis", "Result"),
        {
            "anspruch": ("Anspruch besteht", "entitled"),
            "fehlt": ("Unterlagen fehlen", "documents missing"),
            "ablehnen": ("Ablehnung beabsichtigt", "refusal intended"),
        },
        "Über den Antrag entscheiden",
        minimum=1,
    )
    b.node("d_voll", "decision", ("Vollständig?", "Complete?"), "behoerde")
    b.node("d_anspruch", "decision", ("Anspruch?", "Entitled?"), "behoerde")
    b.office("o_nachfordern", ("Unterlagen nachfordern", "Ask for documents"), "behoerde", 7)
    b.uses("o_nachfordern", "reads", "email")
    b.field(
        "fehlendes",
        "long_text",
        "o_nachfordern",
        ("Was fehlt?", "What is missing?"),
        "Nachforderung begründen",
        minimum=1,
    )
    b.cite("o_nachfordern", "vwvfg26")
    b.timer(
        "t_nachreichen",
        ("14 Tage", "14 days"),
        "antragsteller",
        "Frist zum Nachreichen",
        14,
        "day",
        at="p_nachreichen",
        starts="Zugang der Nachforderung",
        starts_with=b["o_nachfordern"],
        effect="Die Behörde beabsichtigt, den Antrag abzulehnen, und hört dazu an.",
        norms=("vwvfg26", "vwvfg31"),
    )


def _refusal(b: Bench) -> None:
    b.node("j_ablehnen", "decision", ("", ""), "behoerde")
    b.office("o_anhoeren", ("Anhörung durchführen", "Hear the applicant"), "behoerde", 7)
    b.uses("o_anhoeren", "reads", "person")
    b.cite("o_anhoeren", "vwvfg28")
    b.office("o_ablehnen", ("Bescheid: Ablehnung", "Decision: refusal"), "behoerde", 6)
    b.rest_on("vwvfg39")
    b.field(
        "gruende",
        "long_text",
        "o_ablehnen",
        ("Gründe der Ablehnung", "Reasons for the refusal"),
        "Bescheid begründen",
        minimum=1,
    )
    b.cite("o_ablehnen", "vwvfg39", "vwvfg41", "stvo45")
    b.node("e_abgelehnt", "end", ("Antrag abgelehnt", "Application refused"), "behoerde")


def _reminder(b: Bench) -> None:
    b.node("d_laufzeit", "decision", ("Läuft er nur 6 Monate?", "Only 6 months?"), "system")
    for months, weeks in (("6", 22), ("12", 48)):
        b.timer(
            f"t_{months}",
            (f"{weeks} Wochen", f"{weeks} weeks"),
            "system",
            f"4 Wochen vor Ablauf ({months} Monate)",
            weeks,
            "week",
            starts="Beginn der Gültigkeit",
            starts_with=b["beginn"],
            effect="Die Stadt erinnert an den Ablauf.",
            norms=("bewpvo4",),
        )
    b.node("j_ablauf", "decision", ("", ""), "system")
    b.service_step("s_erinnern", "mailbox", ("An den Ablauf erinnern", "Remind of the expiry"), 2)
    b.uses("s_erinnern", "reads", "email")
    b.cite("s_erinnern", "bewpvo4")
    b.node("e_erteilt", "end", ("Parkausweis erteilt", "Permit issued"), "system")


def _deadlines(b: Bench) -> None:
    b.deadline(
        "f_widerspruch",
        "service",
        "Widerspruch",
        1,
        "month",
        "vwgo70",
        starts="Bekanntgabe des Bescheids",
        effect="Danach ist der Bescheid bestandskräftig.",
    )
    b.deadline(
        "f_laufzeit",
        "service",
        "Längste Gültigkeit",
        12,
        "month",
        "bewpvo4",
        starts="Beginn der Gültigkeit",
        starts_with=b["beginn"],
        effect="Der Ausweis verliert seine Wirkung.",
    )
    b.deadline(
        "f_erinnerung",
        "service",
        "Erinnerung vor Ablauf",
        4,
        "week",
        "bewpvo4",
        starts="zurückgerechnet vom Ende der Gültigkeit",
        effect="Die Stadt erinnert an den Ablauf.",
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
        effect="Die Behörde entscheidet nach Aktenlage.",
    )
    b.deadline(
        "f_pruefen",
        "o_pruefen",
        "Prüfung des Antrags",
        10,
        "workday",
        "stvo45",
        starts="Eingang des Antrags",
        effect="Erinnerung an die Sachbearbeitung.",
    )
