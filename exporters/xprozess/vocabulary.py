"""Which words does XProzess 2.0 use, in which order, and which code lists?

Names, order and list versions are those of the one real message that is known; a code without
proof is not in these tables.
"""

from __future__ import annotations

from typing import Final

NS: Final = "http://www.regierung-mv.de/xprozess/2"
MESSAGE: Final = "alleInhalte.export.0303"
PREFIX: Final = "xprozess"
MEDIA_TYPE: Final = "application/xml"
SOURCE_ID: Final = "source_xprozess"
"""The id of the record that keeps an imported message."""
GROUP: Final = "xprozess:activity_group"
"""Extra of a record that is no step: its Referenzaktivitätengruppe."""
LAW_KIND: Final = "xprozess:handlungsgrundlagenart"
"""Extra of a norm: the code of its kind, as it came."""
ACT: Final = "104"
"""The code that real messages give to acts of the federation; others are not proven."""
INITIATOR, PROCESSOR = "1", "2"
"""prozessrolle of who applies and of who decides."""
FIM_METHOD: Final = "10"
BY_OTHER_WAYS: Final = "99"
"""uebermittlungsart that real messages give when the channel is not said."""

LISTS: Final = {
    "nachrichtentyp": ("urn:xoev-de:xprozess:codeliste:nachricht", "1.0"),
    "art": ("urn:xoev-de:mv:em:codeliste:xprozess:handlungsgrundlagenart", "2019-04-16"),
    "status": ("urn:xoev-de:xprozess:codeliste:status", "2020-03-19"),
    "rolle": ("urn:xoev-de:xprozess:codeliste:prozessrolle", "2019-08-05"),
    "code": ("urn:xoev-de:xprozess:codeliste:modellierungsmethode", "2019-08-05"),
    "mimeType": ("urn:xoev-de:xprozess:codeliste:mimetype", "2020-01-20"),
    "uebermittlungsart": ("urn:xoev-de:xprozess:codeliste:uebermittlungsart", "2019-08-05"),
    "referenzaktivitaetengruppeTyp": (
        "urn:xoev-de:xprozess:codeliste:referenzaktivitaetengruppe",
        "2019-08-07",
    ),
}
"""Element -> listURI and listVersionID of its code."""

ORDER: Final = {
    "prozessklasse": (
        "id version uebergeordneteProzessklasseID abgeloesteProzessklasse name bezeichnung "
        "definition handlungsgrundlage zwecksetzung operativesZiel handlungsform verfahrensart "
        "fachlichFreigebendeStelle merkmal klassifikation schlagwort zustandsangaben"
    ).split(),
    "prozess": (
        "id version name bezeichnung fachlichFreigebendeStelle klassifikation schlagwort "
        "prozesssteckbrief prozessstrukturbeschreibung prozessmodell zustandsangaben"
    ).split(),
    "prozesssteckbrief": (
        "definition beschreibung ausloeser ergebnis prozessteilnehmer detaillierungsstufe "
        "verwaltungspolitischeKodierung"
    ).split(),
    "ausloeser": ["formularID"],
    "aktivitaetengruppe": (
        "referenzaktivitaetengruppeTyp referenzaktivitaetengruppeVersion id subProzessID name "
        "beschreibung handlungsgrundlage spezifischeAttribute eingehendeDaten"
    ).split(),
    "prozessstrukturbeschreibung": ["modellierungsmethode", "strukturbeschreibungFIM"],
    "strukturbeschreibungFIM": ["aktivitaetengruppe"],
    "prozessmodell": ["prozessmodelldatei", "visualisierungsdatei", "beschreibungsdatei"],
    "prozessmodelldatei": ["dateiname", "modellierungsmethode", "mimeType", "inhalt"],
    "zustandsangaben": (
        "letzterAenderungszeitpunkt letzterBearbeiter status anmerkungLetzteAenderung "
        "gueltigkeitszeitraum fachlicherFreigabezeitpunkt formellerFreigabezeitpunkt"
    ).split(),
    "gueltigkeitszeitraum": ["beginn", "ende"],
}
"""Element -> its children in the order in which they are written."""


def q(name: str) -> str:
    """The full name of an element."""
    return f"{{{NS}}}{name}"
