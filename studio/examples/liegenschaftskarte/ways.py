"""What follows what, from the first page to the last end?"""

from __future__ import annotations

from studio.examples.building import Bench


def tell(b: Bench) -> None:
    """All ways; at a choice the conditional ones first, "sonst" last."""
    b.way("start", "p_suche", "p_bestellung")
    b.way_if("p_bestellung", "p_interesse", b.named("r_eigentuemer_dabei"))
    b.way("p_bestellung", "p_besteller")
    b.way("p_interesse", "p_besteller", "p_abschluss", "s_alkis", "d_hand")
    b.way_if("d_hand", "j_bearbeiten", b.named("r_handarbeit"))
    b.way("d_hand", "s_gebuehr", "s_zahlen", "s_erzeugen", "j_liefern", "d_lieferweg")
    b.way("j_bearbeiten", "o_bearbeiten", "d_voll")
    b.way_if("d_voll", "o_nachfordern", "ergebnis.fehlt")
    b.way("d_voll", "d_frei")
    b.way_if("d_frei", "j_ablehnen", "ergebnis.versagen")
    b.way("d_frei", "o_herstellen", "s_rechnung", "j_liefern")
    b.way("o_nachfordern", "w_antwort", "m_antwort", "j_bearbeiten")
    b.way("w_antwort", "t_antwort", "j_ablehnen", "o_anhoeren", "o_ablehnen", "e_abgelehnt")
    b.way_if("d_lieferweg", "s_post", "lieferweg.post")
    b.way("d_lieferweg", "s_abruf", "j_geliefert", "e_geliefert")
    b.way("s_post", "j_geliefert")
