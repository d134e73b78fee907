"""Do only letters of DIN 91379 come out?"""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.xdatenfelder.latin import outside, plain
from exporters.xmlkit import Schema


def test_typographic_quotes_and_dashes_become_plain() -> None:
    assert plain("„Hund“ – groß … ≥ 40 cm") == '"Hund" - groß ... >= 40 cm'


def test_names_of_europe_stay() -> None:
    for name in ("Żółć", "Çelik", "Ångström", "Đorđević", "Nguyễn", "C\u0308x", "K\u035fh"):
        assert plain(name) == name
        assert outside(name) == ""


def test_decomposed_umlauts_are_composed() -> None:
    assert plain("Gro\u0308ße – Ma\u0308dchen") == "Größe - Mädchen"


def test_what_has_no_twin_is_named_once() -> None:
    assert outside("Ж 漢字 漢 ☂ a") == "Ж漢字☂"


def test_every_single_letter_is_judged_as_the_norm_judges_it(shared: Path) -> None:
    folder = shared / "fim" / "xsd" / "xoev"
    name = "din-norm-91379-datatypes.xsd"
    main = (
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:xoev-de:kosit:xoev:'
        'datentyp:din-91379_2022-08"><xs:import namespace="urn:xoev-de:kosit:xoev:datentyp:'
        f'din-91379_2022-08" schemaLocation="{name}"/>'
        '<xs:element name="t"><xs:complexType><xs:sequence>'
        '<xs:element name="c" type="d:datatypeC" maxOccurs="unbounded"/>'
        "</xs:sequence></xs:complexType></xs:element></xs:schema>"
    ).encode()
    judge = Schema("main.xsd", {"main.xsd": main, name: (folder / name).read_bytes()})
    letters = [chr(n) for n in (*range(0x20, 0x2600), 0x20AC) if not 0x300 <= n < 0x370]
    printed = [c for c in letters if c not in "&<\x7f" and not 0x80 <= ord(c) < 0xA0]

    document = "<t>" + "".join(f"<c>\n{c}</c>" for c in printed) + "</t>"
    refused = {fault.line for fault in judge.faults(document.encode())}

    ours = {number + 1 for number, c in enumerate(printed) if outside(c)}
    assert refused == ours


@pytest.mark.parametrize("text", ["", "Straße", "a\tb\nc"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert plain(text) == text
