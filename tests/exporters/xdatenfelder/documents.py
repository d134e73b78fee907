"""Random messages of XDatenfelder 2.0 and 3.0.0, as FIM editors and people with an XML editor write
them: any order of what is optional, odd texts, unknown elements, comments, deep groups.
"""

from __future__ import annotations

from hypothesis import strategies as st

from exporters.xdatenfelder.vocabulary import NS2, NS3

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), exclude_characters="<>&"),
    min_size=1,
    max_size=20,
).filter(str.strip)
SOME_TEXT = st.one_of(st.just(""), WORDS)
LAW = st.sampled_from(["§ 1 HundG", "§ 1 HundG; § 2 HundG", "Art. 5 GG\n§ 61 AsylG", "siehe oben"])
TIMES = st.sampled_from(["1:1", "0:1", "0:*", "2:5", "1:*", "drei"])
UNKNOWN = st.sampled_from(
    ["", "<!-- so -->", '<e:mehr xmlns:e="urn:e" a="1">bleibt</e:mehr>', "<x:neu><x:x/></x:neu>"]
)


def _id(letter: str, digits: int) -> st.SearchStrategy[str]:
    return st.integers(0, 10**6 - 1).map(lambda n: f"{letter}{5:02}{n:0{digits - 2}}")


def _code(tag: str, value: str) -> str:
    return f'<x:{tag} listURI="urn:x" listVersionID="1"><code>{value}</code></x:{tag}>'


def _identity(fim_id: str, version: str) -> str:
    inner = f"<x:version>{version}</x:version>" if version else ""
    return f"<x:identifikation><x:id>{fim_id}</x:id>{inner}</x:identifikation>"


@st.composite
def _common(draw: st.DrawFn, letter: str, *, old: bool) -> str:
    name = draw(WORDS)
    version = draw(st.sampled_from(["", "1.0"] if old else ["", "1.0.0", "2.1.3"]))
    head = _identity(draw(_id(letter, 8 if old else 11)), version) + f"<x:name>{name}</x:name>"
    if old:
        state = draw(st.sampled_from(["inVorbereitung", "aktiv", "inaktiv"]))
        return (
            f"{head}<x:bezeichnungEingabe>{draw(SOME_TEXT)}</x:bezeichnungEingabe>"
            f"<x:beschreibung>{draw(SOME_TEXT)}</x:beschreibung><x:definition/>"
            f"<x:bezug>{draw(st.one_of(st.just(''), LAW))}</x:bezug>{_code('status', state)}"
        )
    laws = draw(st.lists(LAW, max_size=2))
    bezug = "".join(
        f'<x:bezug link="https://a.de/{n}">{law}</x:bezug>' for n, law in enumerate(laws)
    )
    keyword = draw(st.sampled_from(["", '<x:stichwort uri="urn:a">Hund</x:stichwort>']))
    return (
        f"{head}{bezug}{_code('freigabestatus', draw(st.sampled_from('12345678')))}"
        f"<x:letzteAenderung>2025-03-01T08:00:00Z</x:letzteAenderung>{keyword}"
    )


@st.composite
def _field(draw: st.DrawFn, *, old: bool) -> str:
    kinds = ["input", "select", "label"] + ([] if old else ["hidden", "locked"])
    types = ["text", "date", "bool", "num", "num_int", "num_currency", "file", "obj"]
    types += [] if old else ["text_latin", "time", "datetime"]
    bound = draw(st.sampled_from(["", "5", "eins", "40"]))
    if old:
        text = draw(st.sampled_from(["", f'{{"maxLength":"{bound}","eigen":"1"}}', "frei"]))
        precision = (
            f"<x:praezisierung>{text}</x:praezisierung><x:inhalt>{draw(SOME_TEXT)}</x:inhalt>"
        )
        tail = ""
    else:
        precision = f'<x:praezisierung maxLength="{bound}" pattern="a?"/>' if bound else ""
        tail = _code("vorbefuellung", "keine") + f"<x:helpKey>{draw(WORDS)}</x:helpKey>"
    return (
        "<x:datenfeld>"
        + draw(_common("F", old=old))
        + ("" if old else f"<x:bezeichnungEingabe>{draw(WORDS)}</x:bezeichnungEingabe>")
        + _code("schemaelementart", draw(st.sampled_from(["ABS", "HAR", "RNG"])))
        + ("<x:hilfetextEingabe/><x:hilfetextAusgabe/>" if old else "")
        + _code("feldart", draw(st.sampled_from(kinds)))
        + _code("datentyp", draw(st.sampled_from(types)))
        + precision
        + tail
        + draw(UNKNOWN)
        + "</x:datenfeld>"
    )


@st.composite
def _rule(draw: st.DrawFn, *, old: bool) -> str:
    if old:
        script = "<x:script>function x() {}</x:script>"
        return f"<x:regel>{draw(_common('R', old=True))}{script}</x:regel>"
    return (
        f"<x:regel>{_identity(draw(_id('R', 11)), '')}<x:name>{draw(WORDS)}</x:name>"
        f"<x:freitextRegel>{draw(SOME_TEXT)}</x:freitextRegel>"
        f"<x:letzteAenderung>2025-03-01T08:00:00Z</x:letzteAenderung>{_code('typ', 'V')}</x:regel>"
    )


@st.composite
def _group(draw: st.DrawFn, inside: st.SearchStrategy[str], *, old: bool) -> str:
    art = "" if old else draw(st.sampled_from(["", _code("art", "X")]))
    rules = "".join(draw(st.lists(_rule(old=old), max_size=1)))
    places = "".join(_place(draw, part, old=old) for part in draw(st.lists(inside, max_size=3)))
    label = "" if old else f"<x:bezeichnungEingabe>{draw(WORDS)}</x:bezeichnungEingabe>"
    helps = "<x:hilfetextEingabe/><x:hilfetextAusgabe/>" if old else ""
    return (
        f"<x:datenfeldgruppe>{draw(_common('G', old=old))}{label}{_code('schemaelementart', 'RNG')}"
        f"{helps}{art}{rules}{draw(UNKNOWN)}{places}</x:datenfeldgruppe>"
    )


def _place(draw: st.DrawFn, part: str, *, old: bool) -> str:
    law = (
        f"<x:bezug>{draw(LAW)}</x:bezug>" if draw(st.booleans()) else ("<x:bezug/>" if old else "")
    )
    return (
        f"<x:struktur><x:anzahl>{draw(TIMES)}</x:anzahl>{law}<x:enthaelt>{part}</x:enthaelt>"
        "</x:struktur>"
    )


@st.composite
def messages(draw: st.DrawFn, *, old: bool) -> bytes:
    """A whole schema (0102)."""
    part = st.recursive(_field(old=old), lambda inner: _group(inner, old=old), max_leaves=5)
    places = "".join(_place(draw, one, old=old) for one in draw(st.lists(part, max_size=3)))
    codes = "".join(
        _code(f"ableitungsmodifikationen{tag}", draw(st.sampled_from("013")))
        for tag in ("Struktur", "Repraesentation")
    )
    profile = (
        "" if old else "<x:dokumentsteckbrief><x:id>D99000000001</x:id></x:dokumentsteckbrief>"
    )
    label = "" if old else f"<x:bezeichnung>{draw(WORDS)}</x:bezeichnung>"
    rules = "".join(draw(st.lists(_rule(old=old), max_size=2)))
    between = draw(st.sampled_from(["", "\n", "  "]))
    return (
        f'<x:xdatenfelder.stammdatenschema.0102 xmlns:x="{NS2 if old else NS3}">{between}'
        "<x:header><x:nachrichtID>1</x:nachrichtID>"
        "<x:erstellungszeitpunkt>2025-03-01T08:00:00Z</x:erstellungszeitpunkt></x:header>"
        f"<x:stammdatenschema>{draw(_common('S', old=old))}{label}{codes}{profile}{rules}"
        f"{draw(UNKNOWN)}{places}</x:stammdatenschema></x:xdatenfelder.stammdatenschema.0102>"
    ).encode()
