"""Where does everything of the dog tax stand?"""

from __future__ import annotations

from studio.examples.building import Bench
from studio.examples.picture import LEFT, Picture


def draw(b: Bench) -> None:
    """Pages in a row; below them the way of the registration from left to right."""
    p = Picture(b)
    _pages(p)
    _arrival(p)
    _tax_office(p)
    _order_office(p)
    _delivery(p)
    p.frame()


def _pages(p: Picture) -> None:
    p.row(54, LEFT, "start", "p_halter", "p_grund", "p_hunde")
    p.row(54, 1190, "p_ermaessigung", "p_zahlung", "p_erklaerung")
    p.put("p_erlaubnis", 1190, 378)
    below = max(p.box("p_hunde").bottom, p.box("p_erlaubnis").bottom) + 18
    p.bend(
        "p_erklaerung>d_gross",
        (p.box("p_erklaerung").center.x, below, "antragsteller"),
        (60, below, "antragsteller"),
        (60, 60, "system"),
    )


def _arrival(p: Picture) -> None:
    p.middle("d_gross", 125, 60)
    p.put("s_zahlen", 190, 170)
    p.middle("j_bezahlt", 490, 60)
    p.put("s_eingang", 560, 60)
    p.bend("d_gross>s_zahlen", (125, 170, "system"))
    p.bend("s_zahlen>j_bezahlt", (490, 170, "system"))
    p.bend("s_eingang>j_nachgereicht", (600, 60, "steueramt"))


def _tax_office(p: Picture) -> None:
    p.middle("j_nachgereicht", 676, 60)
    p.put("o_formell", 757, 60)
    p.middle("d_voll", 1070, 60)
    p.put("o_nachfordern", 1130, 190)
    p.middle("w_antwort", 1430, 190)
    p.middle("m_antwort", 1430, 310)
    p.middle("t_antwort", 1515, 190)
    p.put("o_schaetzen", 1585, 190)
    p.middle("j_geprueft", 1701, 60)
    p.middle("s_zugleich", 1860, 60)
    p.put("o_ermaessigung", 1941, 60)
    p.middle("s_zusammen", 2344, 60)
    p.middle("d_versagt", 2430, 60)
    p.put("o_festsetzen", 2540, 60)
    p.middle("o_marke", 3380, 60)
    p.bend("d_voll>o_nachfordern", (1070, 190, "steueramt"))
    p.bend("m_antwort>j_nachgereicht", (676, 310, "steueramt"))


def _order_office(p: Picture) -> None:
    p.middle("d_gelistet", 1960, 60)
    p.put("o_erlaubnis", 2031, 170)
    p.middle("j_gelistet", 2344, 60)
    p.row(60, 2720, "o_anhoeren", "o_versagen", "e_versagt")
    p.bend("s_zugleich>d_gelistet", (1860, 60, "ordnungsamt"))
    p.bend("d_gelistet>o_erlaubnis", (1960, 170, "ordnungsamt"))
    p.bend("o_erlaubnis>j_gelistet", (2344, 170, "ordnungsamt"))
    p.bend("d_versagt>o_anhoeren", (2430, 60, "ordnungsamt"))


def _delivery(p: Picture) -> None:
    p.put("s_bescheid", 2540, 60)
    p.middle("d_zustellung", 2853, 60)
    p.put("s_postfach", 2990, 60)
    p.put("s_post", 2990, 170)
    p.middle("j_zugestellt", 3380, 60)
    p.row(60, 3440, "o_einzug", "e_angemeldet")
    p.bend("d_zustellung>s_post", (2853, 170, "system"))
    p.bend("s_post>j_zugestellt", (3380, 170, "system"))
    p.bend("o_marke>o_einzug", (p.box("o_einzug").center.x, 60, "steueramt"))
