"""On which law does the dog tax rest, and how is the service described?"""

from __future__ import annotations

from datetime import date

from studio.examples.building import Bench

_TOWN = "Hundesteuersatzung der Stadt Musterstadt"
_DOGS = "Hundegesetz für das Land Nordrhein-Westfalen (Landeshundegesetz)"
_LEVY = "Kommunalabgabengesetz für das Land Nordrhein-Westfalen"
_AO = "https://www.gesetze-im-internet.de/ao_1977/"
_VWVFG = "https://www.gesetze-im-internet.de/vwvfg/"


def tell(b: Bench) -> None:
    """The service, its lanes and its norms."""
    b.service(
        ("Hund zur Hundesteuer anmelden", "Register a dog for dog tax"),
        (
            "Wer in Musterstadt einen Hund in den Haushalt aufnimmt, meldet ihn innerhalb von zwei "
            "Wochen an. Das Steueramt setzt die Hundesteuer fest und schickt die Hundemarke.",
            "Anyone who takes in a dog in Musterstadt has to register it within two weeks. The tax "
            "office sets the dog tax and sends the dog tag.",
        ),
        short_name="Hundesteuer",
        leika_key="99102013000000",
        office="Stadt Musterstadt, Steueramt",
        valid_from=date(2026, 1, 1),
        trust_level="basic",
        version="1.0.0",
        status=3,
    )
    b.role("antragsteller", ("Antragsteller", "Applicant"), "applicant")
    b.role("steueramt", ("Steueramt", "Tax office"), "office", "steueramt")
    b.role("ordnungsamt", ("Ordnungsamt", "Public order office"), "office", "ordnungsamt")
    b.role("kasse", ("Kasse", "Treasury"), "office", "stadtkasse")
    b.role("system", ("System", "System"), "system")
    _bylaw(b)
    _state(b)
    _federal(b)
    b.cite("service", "hsts1", "hsts8", "kag2")
    _described(b)


def _bylaw(b: Bench) -> None:
    for key, paragraph in (
        ("hsts1", "§ 1"),
        ("hsts2", "§ 2"),
        ("hsts3", "§ 3"),
        ("hsts4", "§ 4"),
        ("hsts5", "§ 5"),
        ("hsts6", "§ 6"),
        ("hsts7", "§ 7"),
        ("hsts8", "§ 8"),
        ("hsts9", "§ 9"),
        ("hsts10", "§ 10"),
    ):
        b.norm(key, "bylaw", paragraph, "HStS", _TOWN, wording=_WORDING[key])
    b.norm(
        "vwgebs4",
        "bylaw",
        "Tarifnummer 4",
        "VwGebS",
        "Verwaltungsgebührensatzung der Stadt Musterstadt",
        wording="Entgegennahme der Anzeige eines großen Hundes: 25 Euro.",
    )


_WORDING = {
    "hsts1": "Gegenstand der Steuer ist das Halten von Hunden im Stadtgebiet.",
    "hsts2": "Steuerpflichtig ist, wer einen Hund in seinen Haushalt aufgenommen hat. Als "
    "aufgenommen gilt auch, wer einen Hund länger als zwei Monate in Pflege hält.",
    "hsts3": (
        "Die Steuerpflicht beginnt mit dem Ersten des Monats, in dem der Hund aufgenommen wird."
    ),
    "hsts4": "Die Steuer beträgt jährlich 90 Euro für den ersten, 140 Euro für den zweiten und "
    "200 Euro für jeden weiteren Hund.",
    "hsts5": "Für Hunde der in der Anlage genannten Rassen beträgt die Steuer jährlich 700 Euro.",
    "hsts6": "Assistenzhunde und geprüfte Rettungshunde sind auf Antrag von der Steuer befreit.",
    "hsts7": "Für Wachhunde an einzeln stehenden Gebäuden wird die Steuer für den ersten Hund auf "
    "die Hälfte ermäßigt.",
    "hsts8": "Der Hund ist innerhalb von zwei Wochen nach der Aufnahme anzumelden. Dabei sind "
    "Halter, Hund und Vorbesitzer zu bezeichnen.",
    "hsts9": "Für jeden Hund wird eine Hundemarke ausgegeben.",
    "hsts10": "Die Steuer ist vierteljährlich zum 15. Februar, 15. Mai, 15. August und "
    "15. November fällig.",
}


def _state(b: Bench) -> None:
    b.norm("lhundg3", "act", "§ 3", "LHundG NRW", _DOGS)
    b.norm("lhundg4", "act", "§ 4", "LHundG NRW", _DOGS)
    b.norm("lhundg5", "act", "§ 5 Abs. 5", "LHundG NRW", _DOGS)
    b.norm("lhundg10", "act", "§ 10", "LHundG NRW", _DOGS)
    b.norm("lhundg11", "act", "§ 11", "LHundG NRW", _DOGS)
    b.norm("kag2", "act", "§ 2", "KAG NRW", _LEVY)
    b.norm("kag12", "act", "§ 12", "KAG NRW", _LEVY)


def _federal(b: Bench) -> None:
    b.norm("ao93", "act", "§ 93", "AO", "Abgabenordnung", f"{_AO}__93.html")
    b.norm("ao122a", "act", "§ 122a", "AO", "Abgabenordnung", f"{_AO}__122a.html")
    b.norm("ao155", "act", "§ 155", "AO", "Abgabenordnung", f"{_AO}__155.html")
    b.norm("ao162", "act", "§ 162", "AO", "Abgabenordnung", f"{_AO}__162.html")
    title = "Verwaltungsverfahrensgesetz"
    b.norm("vwvfg26", "act", "§ 26 Abs. 2", "VwVfG", title, f"{_VWVFG}__26.html")
    b.norm("vwvfg28", "act", "§ 28", "VwVfG", title, f"{_VWVFG}__28.html")
    b.norm("vwvfg31", "act", "§ 31", "VwVfG", title, f"{_VWVFG}__31.html")
    b.norm(
        "vwgo70",
        "act",
        "§ 70",
        "VwGO",
        "Verwaltungsgerichtsordnung",
        "https://www.gesetze-im-internet.de/vwgo/__70.html",
    )
    b.norm(
        "sepa",
        "eu",
        "Artikel 5",
        "Verordnung (EU) Nr. 260/2012",
        "Technische Vorschriften für Überweisungen und Lastschriften in Euro",
    )
    b.norm("dsgvo13", "eu", "Artikel 13", "DSGVO", "Datenschutz-Grundverordnung")


def _described(b: Bench) -> None:
    for code, words in _MODULES.items():
        b.module(code, words)


_MODULES = {
    "02": ("Hundesteuer Anmeldung", "Dog tax registration"),
    "03": ("Hund zur Hundesteuer anmelden", "Register a dog for dog tax"),
    "05": (
        "Haben Sie einen Hund aufgenommen? Dann melden Sie ihn innerhalb von zwei Wochen an.",
        "Have you taken in a dog? Then register it within two weeks.",
    ),
    "06": (
        "Für jeden Hund in Musterstadt ist Hundesteuer zu zahlen. Sie melden Ihren Hund online an. "
        "Danach erhalten Sie einen Steuerbescheid und für jeden Hund eine Marke. Die Steuer "
        "beginnt mit dem Monat, in dem Sie den Hund aufgenommen haben. Sie zahlen sie in vier "
        "Teilen im Jahr. Für einige Rassen brauchen Sie zusätzlich eine Erlaubnis des "
        "Ordnungsamts.",
        "Dog tax is due for every dog in Musterstadt. You register your dog online. You then "
        "receive a tax notice and a tag for each dog. The tax starts with the month in which you "
        "took in the dog. You pay it in four instalments a year. Some breeds also need a permit "
        "from the public order office.",
    ),
    "07": (
        "Hundesteuersatzung der Stadt Musterstadt; § 2 KAG NRW; §§ 3, 4, 10 und 11 LHundG NRW",
        "Dog tax bylaw of Musterstadt; section 2 KAG NRW; sections 3, 4, 10 and 11 LHundG NRW",
    ),
    "08": (
        "Chipnummer und Haftpflichtversicherung des Hundes. Nur wenn Sie eine Ermäßigung "
        "beantragen: der Nachweis dazu. Nur für gelistete Rassen: Ihr Sachkundenachweis.",
        "Microchip number and liability insurance of the dog. Only if you apply for a reduction: "
        "the document that proves it. Only for listed breeds: your certificate of competence.",
    ),
    "09": (
        "Sie wohnen in Musterstadt und haben einen Hund aufgenommen oder pflegen ihn länger als "
        "zwei Monate.",
        "You live in Musterstadt and have taken in a dog or have cared for one for more than two "
        "months.",
    ),
    "11": (
        "1. Sie füllen die Anmeldung aus. 2. Das Steueramt prüft sie und fragt nach, wenn etwas "
        "fehlt. 3. Bei gelisteten Rassen prüft das Ordnungsamt die Erlaubnis. 4. Sie erhalten den "
        "Steuerbescheid und die Hundemarke. 5. Die Kasse zieht die Steuer vierteljährlich ein.",
        "1. You fill in the registration. 2. The tax office checks it and asks you if something is "
        "missing. 3. For listed breeds the public order office checks the permit. 4. You receive "
        "the tax notice and the tag. 5. The treasury collects the tax every quarter.",
    ),
    "14": ("Online-Anmeldung, Schriftform nicht nötig", "Online form, no signature needed"),
    "16": (
        "Melden Sie den Hund auch wieder ab, wenn Sie wegziehen, ihn abgeben oder er stirbt.",
        "Please deregister the dog when you move away, give it away or it dies.",
    ),
    "22": ("Stadt Musterstadt, Steueramt", "City of Musterstadt, tax office"),
    "24": ("Neuer Hund? Hier anmelden.", "New dog? Register it here."),
    "25": (
        "Widerspruch innerhalb eines Monats nach Bekanntgabe des Bescheids",
        "Objection within one month after the notice has been served",
    ),
}
