"""What follows what, from the first page to the last end?"""

from __future__ import annotations

from studio.examples.building import Bench
from studio.examples.foundation import both, not_


def tell(b: Bench) -> None:
    """All ways; at a choice the conditional ones first, "sonst" last."""
    b.way("start", "p_anliegen", "p_person", "p_wohnsitz")
    b.way_if("p_wohnsitz", "p_ausserhalb", b.named("r_ausserhalb"))
    b.way("p_ausserhalb", "e_ausserhalb")
    b.way("p_wohnsitz", "p_fahrzeug")
    b.way_if("p_fahrzeug", "p_schwer", b.named("r_schwer"))
    b.way_if("p_fahrzeug", "p_halter", both(b.chosen("halter.nein"), not_(b.named("r_schwer"))))
    b.way("p_fahrzeug", "p_gueltig")
    b.way("p_schwer", "e_schwer")
    b.way("p_halter", "p_gueltig", "p_erklaerung", "s_pruefen", "d_klar")
    b.way_if("d_klar", "j_bezahlen", b.named("r_klar"))
    b.way("d_klar", "j_pruefen", "o_pruefen", "d_voll")
    b.way_if("d_voll", "o_nachfordern", "ergebnis.fehlt")
    b.way("d_voll", "d_anspruch")
    b.way_if("d_anspruch", "j_ablehnen", "ergebnis.ablehnen")
    b.way("d_anspruch", "j_bezahlen")
    b.way("o_nachfordern", "p_nachreichen", "j_pruefen")
    b.way("t_nachreichen", "j_ablehnen", "o_anhoeren", "o_ablehnen", "e_abgelehnt")
    b.way("j_bezahlen", "s_zahlen", "s_ausweis", "d_versand")
    b.way_if("d_versand", "s_post", "versand.post")
    b.way("d_versand", "s_postfach", "j_ausgestellt", "d_laufzeit")
    b.way("s_post", "j_ausgestellt")
    b.way_if("d_laufzeit", "t_6", "laufzeit.6")
    b.way("d_laufzeit", "t_12", "j_ablauf", "s_erinnern", "e_erteilt")
    b.way("t_6", "j_ablauf")
