"""Where does everything of the parking permit stand?"""

from __future__ import annotations

from studio.examples.building import Bench
from studio.examples.picture import LEFT, Picture


def draw(b: Bench) -> None:
    """Pages in two rows; below them the way of the application from left to right."""
    p = Picture(b)
    _pages(p)
    _system(p)
    _examination(p)
    p.frame()


def _pages(p: Picture) -> None:
    p.row(54, LEFT, "start", "p_anliegen", "p_person", "p_wohnsitz")
    p.row(54, 1190, "p_ausserhalb", "e_ausserhalb")
    second = 490
    p.put("p_fahrzeug", 158, second)
    no = p.answer_line("p_fahrzeug", "halter.nein")
    p.put("p_halter", 560, no)
    p.put("p_gueltig", 902, second)
    p.put("p_erklaerung", 1190, second)
    p.row(no + 180, 158, "p_schwer", "e_schwer")
    p.put("p_nachreichen", 1530, no + 90)
    p.hang("t_nachreichen", "p_nachreichen", 232)
    wrap = p.box("p_anliegen").bottom + 40
    p.bend(
        "p_wohnsitz>p_fahrzeug",
        (p.box("p_wohnsitz").center.x, wrap, "antragsteller"),
        (p.box("p_fahrzeug").center.x, wrap, "antragsteller"),
    )
    below = p.box("p_halter").bottom + 18
    p.bend(
        "p_erklaerung>s_pruefen",
        (p.box("p_erklaerung").center.x, below, "antragsteller"),
        (60, below, "antragsteller"),
        (60, 60, "system"),
    )


def _system(p: Picture) -> None:
    p.put("s_pruefen", 110, 60)
    p.middle("d_klar", 430, 60)
    p.middle("j_bezahlen", 1060, 60)
    p.row(60, 1141, "s_zahlen", "s_ausweis")
    p.middle("d_versand", 1742, 60)
    p.put("s_postfach", 1860, 60)
    p.put("s_post", 1860, 170)
    p.middle("j_ausgestellt", 2173, 60)
    p.middle("d_laufzeit", 2270, 60)
    p.middle("t_12", 2390, 60)
    p.middle("t_6", 2390, 170)
    p.middle("j_ablauf", 2490, 60)
    p.row(60, 2571, "s_erinnern", "e_erteilt")
    p.bend("d_klar>j_pruefen", (520, 60, "system"))
    p.bend("d_klar>j_bezahlen", (430, 200, "system"), (1060, 200, "system"))
    p.bend("d_versand>s_post", (1742, 170, "system"))
    p.bend("s_post>j_ausgestellt", (2173, 170, "system"))
    p.bend("d_laufzeit>t_6", (2270, 170, "system"))
    p.bend("t_6>j_ablauf", (2490, 170, "system"))


def _examination(p: Picture) -> None:
    p.middle("j_pruefen", 520, 110)
    p.put("o_pruefen", 601, 110)
    p.middle("d_voll", 950, 110)
    p.middle("d_anspruch", 1060, 250)
    p.put("o_nachfordern", 1450, 110)
    p.middle("j_ablehnen", 1830, 250)
    p.row(250, 1911, "o_anhoeren", "o_ablehnen", "e_abgelehnt")
    p.bend("d_voll>d_anspruch", (950, 250, "behoerde"))
    page, wait = p.box("p_nachreichen"), p.box("t_nachreichen")
    p.bend(
        "p_nachreichen>j_pruefen",
        (1490, page.y + 18, "antragsteller"),
        (1490, 36, "behoerde"),
        (520, 36, "behoerde"),
    )
    p.bend("t_nachreichen>j_ablehnen", (1830, wait.center.y, "antragsteller"))
