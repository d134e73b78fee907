"""What follows what, from the first page to the last end?"""

from __future__ import annotations

from studio.examples.building import Bench


def tell(b: Bench) -> None:
    """All ways; at a choice the conditional ones first, "sonst" last."""
    b.way("start", "p_halter", "p_grund", "p_hunde")
    b.way_if("p_hunde", "p_erlaubnis", b.named("r_gelistet_dabei"))
    b.way("p_hunde", "p_ermaessigung")
    b.way("p_erlaubnis", "p_ermaessigung", "p_zahlung", "p_erklaerung", "d_gross")
    b.way_if("d_gross", "s_zahlen", b.named("r_gross_dabei"))
    b.way("d_gross", "j_bezahlt")
    b.way("s_zahlen", "j_bezahlt", "s_eingang", "j_nachgereicht", "o_formell", "d_voll")
    b.way_if("d_voll", "o_nachfordern", "ergebnis_formell.fehlt")
    b.way("d_voll", "j_geprueft")
    b.way("o_nachfordern", "w_antwort", "m_antwort", "j_nachgereicht")
    b.way("w_antwort", "t_antwort", "o_schaetzen", "j_geprueft", "s_zugleich")
    b.way("s_zugleich", "o_ermaessigung", "s_zusammen")
    b.way("s_zugleich", "d_gelistet")
    b.way_if("d_gelistet", "o_erlaubnis", b.named("r_gelistet_dabei"))
    b.way("d_gelistet", "j_gelistet")
    b.way("o_erlaubnis", "j_gelistet", "s_zusammen", "d_versagt")
    b.way_if("d_versagt", "o_anhoeren", "ergebnis_erlaubnis.versagt")
    b.way("d_versagt", "o_festsetzen")
    b.way("o_anhoeren", "o_versagen", "e_versagt")
    b.way("o_festsetzen", "s_bescheid", "d_zustellung")
    b.way_if("d_zustellung", "s_post", "zustellung.post")
    b.way("d_zustellung", "s_postfach")
    b.way("s_postfach", "j_zugestellt")
    b.way("s_post", "j_zugestellt", "o_marke", "o_einzug", "e_angemeldet")
