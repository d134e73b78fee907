"""Where does everything of the order stand?"""

from __future__ import annotations

from studio.examples.building import Bench
from studio.examples.picture import LEFT, Picture


def draw(b: Bench) -> None:
    """Pages in a row; the office above the system, so that released work falls down to it."""
    p = Picture(b)
    _pages(p)
    _office(p)
    _system(p)
    p.frame()


def _pages(p: Picture) -> None:
    p.row(54, LEFT, "start", "p_suche", "p_bestellung")
    p.row(54, 920, "p_besteller", "p_abschluss")
    p.put("p_interesse", 920, 474)
    below = max(p.box("p_bestellung").bottom, p.box("p_interesse").bottom) + 18
    p.bend(
        "p_abschluss>s_alkis",
        (p.box("p_abschluss").center.x, below, "antragsteller"),
        (60, below, "antragsteller"),
        (60, 60, "system"),
    )


def _office(p: Picture) -> None:
    p.middle("j_bearbeiten", 510, 110)
    p.put("o_bearbeiten", 591, 110)
    p.middle("d_voll", 940, 110)
    p.middle("d_frei", 1050, 270)
    p.put("o_nachfordern", 1150, 110)
    p.middle("w_antwort", 1480, 110)
    p.middle("m_antwort", 1590, 110)
    p.middle("t_antwort", 1480, 200)
    p.middle("j_ablehnen", 1590, 270)
    p.row(270, 1671, "o_anhoeren", "o_ablehnen", "e_abgelehnt")
    p.middle("o_herstellen", 1050, 400)
    p.bend("d_voll>d_frei", (940, 270, "katasteramt"))
    p.bend("t_antwort>j_ablehnen", (1590, 200, "katasteramt"))
    p.bend("m_antwort>j_bearbeiten", (1590, 36, "katasteramt"), (510, 36, "katasteramt"))


def _system(p: Picture) -> None:
    p.put("s_alkis", 110, 60)
    p.middle("d_hand", 430, 60)
    p.row(240, 591, "s_gebuehr", "s_zahlen", "s_erzeugen")
    p.middle("s_rechnung", 1050, 60)
    p.middle("j_liefern", 1490, 240)
    p.middle("d_lieferweg", 1590, 240)
    p.put("s_abruf", 1710, 240)
    p.put("s_post", 1710, 370)
    p.middle("j_geliefert", 2030, 240)
    p.middle("e_geliefert", 2120, 240)
    p.bend("d_hand>j_bearbeiten", (510, 60, "system"))
    p.bend("d_hand>s_gebuehr", (430, 240, "system"))
    p.bend("s_rechnung>j_liefern", (1490, 60, "system"))
    p.bend("d_lieferweg>s_post", (1590, 370, "system"))
    p.bend("s_post>j_geliefert", (2030, 370, "system"))
