"""What do the offices and the system do with a registration, and what is due?"""

from __future__ import annotations

from studio.examples.building import Bench
from studio.examples.foundation import both


def tell(b: Bench) -> None:
    """Fees, steps and signs of the lanes below the applicant's."""
    _conditions(b)
    _fees(b)
    _tax_office(b)
    _order_office(b)
    _decision(b)
    _delivery(b)
    _deadlines(b)


def _conditions(b: Bench) -> None:
    large = b.compare(b.total("zahl_gross"), "ge", 1)
    listed = b.compare(b.total("zahl_gelistet"), "ge", 1)
    b.rule("r_gross_dabei", "p_hunde", "condition", "großer Hund dabei", large, None, "lhundg11")
    b.rule(
        "r_gelistet_dabei",
        "p_hunde",
        "condition",
        "gelisteter Hund dabei",
        listed,
        None,
        "lhundg3",
        "lhundg10",
    )


def _fees(b: Bench) -> None:
    b.fee("g_anmeldung", ("Anmeldung eines Hundes", "Registration of a dog"), "hsts8", form="free")
    b.fee(
        "g_anzeige",
        ("Anzeige großer Hunde", "Notice of large dogs"),
        "vwgebs4",
        "lhundg11",
        form="table",
        per="Anmeldung",
        policy="mandatory",
    )
    b.tariff("g_anzeige", "Großer Hund dabei", "25", b.named("r_gross_dabei"))
    b.tariff("g_anzeige", "Kein großer Hund", "0")
    b.fee(
        "g_steuer",
        ("Hundesteuer", "Dog tax"),
        "hsts4",
        "hsts5",
        "hsts6",
        "hsts7",
        "kag2",
        form="table",
        per="Jahr",
        policy="later",
    )
    _tax_table(b)


def _tax_table(b: Bench) -> None:
    others = b.less(b.count("hund"), b.total("zahl_gelistet"))
    alone = b.compare(b.count("hund"), "eq", 1)
    helper = b.among("vorteil", ("assistenz", "rettung"))
    b.tariff(
        "g_steuer",
        "Assistenz- oder Rettungshund als einziger Hund",
        "0",
        both(helper, alone),
        "exemption",
    )
    b.tariff("g_steuer", "Erster Hund", "90", b.compare(others, "ge", 1))
    b.tariff("g_steuer", "Nur gelistete Hunde", "0")
    b.tariff("g_steuer", "Zweiter Hund", "140", b.compare(others, "ge", 2), "surcharge")
    b.tariff(
        "g_steuer",
        "Jeder weitere Hund",
        "200",
        b.compare(others, "ge", 3),
        "surcharge",
        b.less(others, b.fixed(2)),
    )
    listed = b.total("zahl_gelistet")
    b.tariff(
        "g_steuer",
        "Gelisteter Hund",
        "700",
        b.compare(listed, "ge", 1),
        "surcharge",
        listed,
    )
    b.tariff(
        "g_steuer",
        "Wachhund: halber Satz für den ersten Hund",
        "45",
        b.chosen("vorteil.wache"),
        "reduction",
    )
    b.tariff(
        "g_steuer",
        "Assistenz- oder Rettungshund neben weiteren: erster Hund frei",
        "0",
        helper,
        "reduction",
    )


def _tax_office(b: Bench) -> None:
    b.office(
        "o_formell",
        ("Anmeldung formell prüfen", "Check the registration formally"),
        "steueramt",
        3,
        documentation=(
            "Sind alle Angaben da und passen sie zusammen? Rückfragen stellt der nächste Schritt."
        ),
    )
    b.uses("o_formell", "checks", "person", "anschrift", "grund", "hund")
    b.rest_on("ao93", "vwvfg26")
    b.choice(
        "ergebnis_formell",
        "o_formell",
        ("Ergebnis", "Result"),
        {
            "vollstaendig": ("vollständig", "complete"),
            "fehlt": ("Angaben fehlen", "details missing"),
        },
        "Weiteren Weg der Anmeldung bestimmen",
        minimum=1,
    )
    b.cite("o_formell", "ao93")
    b.node("d_voll", "decision", ("Vollständig?", "Complete?"), "steueramt")
    b.office("o_nachfordern", ("Angaben nachfordern", "Ask for missing details"), "steueramt", 7)
    b.uses("o_nachfordern", "reads", "kontakt")
    b.field(
        "fehlendes",
        "long_text",
        "o_nachfordern",
        ("Was fehlt?", "What is missing?"),
        "Nachforderung begründen",
        minimum=1,
    )
    b.cite("o_nachfordern", "vwvfg26")
    b.node(
        "w_antwort",
        "decision",
        ("Was kommt zuerst?", "What comes first?"),
        "steueramt",
        mode="event",
    )
    b.node(
        "m_antwort",
        "message_receive",
        ("Antwort da", "Answer received"),
        "steueramt",
        message_name="Antwort auf die Nachforderung",
    )
    b.timer(
        "t_antwort",
        ("14 Tage", "14 days"),
        "steueramt",
        "Frist zur Nachforderung",
        14,
        "day",
        starts="Zugang der Nachforderung",
        starts_with=b["o_nachfordern"],
        effect="Das Steueramt schätzt die Angaben, soweit sie für die Steuer nötig sind.",
        norms=("vwvfg26", "vwvfg31"),
    )
    b.office("o_schaetzen", ("Angaben schätzen", "Estimate the details"), "steueramt", 5)
    b.cite("o_schaetzen", "ao162")
    b.uses("o_schaetzen", "reads", "hund")
    b.node("j_geprueft", "decision", ("", ""), "steueramt")
    b.node("j_nachgereicht", "decision", ("", ""), "steueramt")
    b.node("s_zugleich", "parallel", ("", ""), "steueramt")
    b.office("o_ermaessigung", ("Ermäßigung prüfen", "Check the reduction"), "steueramt", 4)
    b.uses("o_ermaessigung", "checks", "ermaessigung")
    b.cite("o_ermaessigung", "hsts6", "hsts7")
    b.rest_on("hsts6", "hsts7")
    b.choice(
        "ergebnis_vorteil",
        "o_ermaessigung",
        ("Ermäßigung", "Reduction"),
        {
            "ja": ("gewährt", "granted"),
            "nein": ("abgelehnt", "refused"),
            "kein": ("nicht beantragt", "not requested"),
        },
        "Steuersatz festsetzen",
        minimum=1,
    )


def _order_office(b: Bench) -> None:
    b.node("d_gelistet", "decision", ("Gelistete Rasse?", "Listed breed?"), "ordnungsamt")
    b.office("o_erlaubnis", ("Erlaubnis prüfen", "Check the permit"), "ordnungsamt", 4)
    b.uses("o_erlaubnis", "checks", "erlaubnis", "hund", "person")
    b.cite("o_erlaubnis", "lhundg3", "lhundg4", "lhundg10")
    b.rest_on("lhundg4", "lhundg10")
    b.choice(
        "ergebnis_erlaubnis",
        "o_erlaubnis",
        ("Ergebnis", "Result"),
        {
            "erteilt": ("Erlaubnis erteilt", "permit granted"),
            "versagt": ("Erlaubnis versagen", "refuse the permit"),
        },
        "Über die Erlaubnis entscheiden",
        minimum=1,
    )
    b.node("j_gelistet", "decision", ("", ""), "ordnungsamt")
    b.office("o_anhoeren", ("Halter anhören", "Hear the owner"), "ordnungsamt", 7)
    b.cite("o_anhoeren", "vwvfg28")
    b.uses("o_anhoeren", "reads", "person", "kontakt")
    b.office("o_versagen", ("Erlaubnis versagen", "Refuse the permit"), "ordnungsamt", 6)
    b.cite("o_versagen", "lhundg4")
    b.rest_on("lhundg4")
    b.field(
        "versagung",
        "long_text",
        "o_versagen",
        ("Gründe der Versagung", "Reasons for the refusal"),
        "Bescheid begründen",
        minimum=1,
    )
    b.node(
        "e_versagt",
        "end",
        ("Haltung nicht erlaubt", "Keeping the dog not permitted"),
        "ordnungsamt",
    )


def _decision(b: Bench) -> None:
    b.node("s_zusammen", "parallel", ("", ""), "steueramt")
    b.node("d_versagt", "decision", ("Erlaubnis versagt?", "Permit refused?"), "steueramt")
    b.office(
        "o_festsetzen", ("Steuer festsetzen", "Set the tax"), "steueramt", 6, fee=b["g_steuer"]
    )
    b.uses("o_festsetzen", "decides", "hund", "ermaessigung")
    b.cite("o_festsetzen", "hsts4", "hsts5", "ao155")
    b.office("o_marke", ("Hundemarke versenden", "Send the dog tag"), "steueramt", 2)
    b.uses("o_marke", "reads", "anschrift")
    b.cite("o_marke", "hsts9")
    b.office(
        "o_einzug",
        ("Lastschriften einplanen", "Schedule the debits"),
        "kasse",
        2,
        documentation="Vierteljährlich zum 15. Februar, 15. Mai, 15. August und 15. November.",
    )
    b.uses("o_einzug", "reads", "zahlweise", "sepa_mandat")
    b.cite("o_einzug", "hsts10", "sepa")
    b.node("e_angemeldet", "end", ("Hund angemeldet", "Dog registered"), "kasse")


def _delivery(b: Bench) -> None:
    b.node("start", "start", ("Hund aufgenommen", "Dog taken in"), "antragsteller")
    b.node("d_gross", "decision", ("Großer Hund dabei?", "Large dog among them?"), "system")
    b.service_step(
        "s_zahlen",
        "payment",
        ("Gebühr einziehen", "Collect the fee"),
        2,
        fee=b["g_anzeige"],
    )
    b.cite("s_zahlen", "vwgebs4")
    b.node("j_bezahlt", "decision", ("", ""), "system")
    b.service_step("s_eingang", "mailbox", ("Eingang bestätigen", "Confirm receipt"), 1)
    b.uses("s_eingang", "reads", "email", "richtig", "datenschutz")
    b.service_step(
        "s_bescheid", "document", ("Steuerbescheid erstellen", "Create the tax notice"), 6
    )
    b.cite("s_bescheid", "ao155")
    b.uses("s_bescheid", "reads", "person", "anschrift")
    b.node("d_zustellung", "decision", ("Zustellung mit der Post?", "Delivery by post?"), "system")
    b.service_step(
        "s_postfach",
        "mailbox",
        ("Bescheid ins Postfach legen", "Put the notice into the mailbox"),
        2,
    )
    b.cite("s_postfach", "ao122a")
    b.service_step(
        "s_post", "delivery", ("Bescheid mit der Post senden", "Send the notice by post"), 2
    )
    b.node("j_zugestellt", "decision", ("", ""), "system")


def _deadlines(b: Bench) -> None:
    b.deadline(
        "f_anmeldung",
        "service",
        "Anmeldung nach der Aufnahme",
        14,
        "day",
        "hsts8",
        starts="Aufnahme des Hundes",
        starts_with=b["aufnahme"],
        effect=(
            "Eine spätere Anmeldung ist möglich; die Steuer beginnt trotzdem mit dem Monat der "
            "Aufnahme."
        ),
    )
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
        "f_anhoerung",
        "o_anhoeren",
        "Äußerung zur Versagung",
        14,
        "day",
        "vwvfg28",
        "vwvfg31",
        starts="Zugang des Anhörungsschreibens",
        effect="Das Ordnungsamt entscheidet nach Aktenlage.",
    )
    b.deadline(
        "f_formell",
        "o_formell",
        "Formelle Prüfung",
        5,
        "workday",
        "hsts8",
        starts="Eingang der Anmeldung",
        effect="Erinnerung an die Sachbearbeitung.",
    )
