"""A small data schema without any fault, and ways to spoil one leaf of it."""

from __future__ import annotations

from collections.abc import Mapping

from tests.exporters.xdatenfelder.files import NS2, NS3

Leaves = Mapping[str, object]

_CODED = frozenset(
    "freigabestatus status schemaelementart feldart datentyp vorbefuellung art typ dokumentart "
    "ableitungsmodifikationenStruktur ableitungsmodifikationenRepraesentation".split()
)
LAW = '<bezug link="https://www.gesetze-im-internet.de/hg/__1.html">§ 1 HundG</bezug>'
_COMMON = {
    "bezug": LAW,
    "freigabestatus": "6",
    "statusGesetztAm": "2026-01-01",
    "statusGesetztDurch": "Stadt Musterstadt",
    "letzteAenderung": "2026-01-01T08:00:00Z",
}
ID = "<identifikation><id>{id}</id><version>1.0.0</version></identifikation>"


def identity(fim_id: str, version: str = "1.0.0") -> str:
    inner = f"<version>{version}</version>" if version else ""
    return f"<identifikation><id>{fim_id}</id>{inner}</identifikation>"


def _element(number: str, name: str) -> dict[str, object]:
    return {
        "identifikation": identity(number),
        "name": name,
        **_COMMON,
        "bezeichnungEingabe": name,
        "bezeichnungAusgabe": name,
        "schemaelementart": "RNG",
        "hilfetextEingabe": f"Was {name} heißt.",
    }


def _field(number: str, name: str, kind: str, data_type: str, more: str = "") -> dict[str, object]:
    return {
        **_element(number, name),
        "feldart": kind,
        "datentyp": data_type,
        "praezisierung": more,
        "vorbefuellung": "keine",
    }


VALUES = (
    "<werte><wert><code>1</code><name>ja</name></wert>"
    "<wert><code>2</code><name>nein</name></wert></werte>"
)
URN = "urn:de:liste:rasse"


def reference(urn: str = URN, version: str = "2026-01-01") -> str:
    return (
        f"<codelisteReferenz><canonicalIdentification>{urn}</canonicalIdentification>"
        f"<version>{version}</version></codelisteReferenz>"
    )


_PARTS: dict[str, dict[str, object]] = {
    "S": {
        "identifikation": identity("S05123000001"),
        "name": "Hundesteuer",
        **_COMMON,
        "bezeichnung": "Anmeldung eines Hundes",
        "hilfetext": "Für alle Halter.",
        "ableitungsmodifikationenStruktur": "3",
        "ableitungsmodifikationenRepraesentation": "1",
        "dokumentsteckbrief": "<dokumentsteckbrief><id>D99123000001</id></dokumentsteckbrief>",
    },
    "G": _element("G05123000001", "Hund"),
    "F": _field(
        "F05123000001", "Rufname", "input", "text", '<praezisierung minLength="1" maxLength="40"/>'
    )
    | {"inhalt": "Bello"},
    "A": _field("F05123000002", "Rassehund", "select", "text") | {"inhalt": "1", "werte": VALUES},
    "N": _field(
        "F05123000003", "Höhe", "input", "num", '<praezisierung minValue="1" maxValue="90.5"/>'
    )
    | {"inhalt": "40"},
    "C": _field("F05123000004", "Rasse", "select", "text") | {"list": reference()},
    "D": _field("F05123000005", "Impfpass", "input", "file")
    | {"maxSize": "1000", "mediaType": "application/pdf"},
    "L": _field("F05123000006", "Hinweis", "label", "text") | {"inhalt": "Bitte beachten."},
    "R": {
        "identifikation": identity("R05123000001"),
        "name": "Name",
        "freitextRegel": "F05123000001 ist anzugeben.",
        "bezug": LAW,
        "fachlicherErsteller": "Stadt Musterstadt",
        "letzteAenderung": "2026-01-01T08:00:00Z",
        "typ": "V",
    },
}
_TIMES = {"D": "1:*"}


def _leaf(tag: str, value: object) -> str:
    text = str(value)
    if text.startswith("<"):
        return text
    if tag in _CODED:
        return f"<{tag}><code xmlns=''>{text}</code></{tag}>" if text else f"<{tag}/>"
    return f"<{tag}>{text}</{tag}>"


def _leaves(name: str, changes: Mapping[str, Leaves], skip: frozenset[str]) -> str:
    found = {**_PARTS[name], **changes.get(name, {})}
    given = ((tag, value) for tag, value in found.items() if value is not None and tag not in skip)
    return "".join(_leaf(tag, value) for tag, value in given if value or tag not in _OPTIONAL)


_OPTIONAL = frozenset({"praezisierung", "more"})
_PLACE = frozenset({"times", "law"})


def _place(name: str, tag: str, inside: str, changes: Mapping[str, Leaves]) -> str:
    own = changes.get(name, {})
    times, law = (
        own.get("times", _TIMES.get(name, "1:1")),
        own.get("law", "<bezug>§ 2 HundG</bezug>"),
    )
    return (
        f"<struktur><anzahl>{times}</anzahl>{law}<enthaelt><{tag}>{inside}</{tag}></enthaelt>"
        "</struktur>"
    )


def fields(changes: Mapping[str, Leaves], names: str = "FANCDL") -> str:
    return "".join(
        _place(name, "datenfeld", _leaves(name, changes, _PLACE), changes) for name in names
    )


def group(changes: Mapping[str, Leaves], inside: str | None = None) -> str:
    """The group with its rule and fields; "inside" replaces the fields."""
    rule = f"<regel>{_leaves('R', changes, _PLACE)}</regel>"
    return _leaves("G", changes, _PLACE) + rule + (fields(changes) if inside is None else inside)


def schema(inside: str | None = None, **changes: Leaves) -> bytes:
    """Message 0102. Each keyword names a part (S, G, R or a field) and the leaves to replace; None
    leaves one out. ``inside`` replaces the fields of the group.
    """
    body = _place("G", "datenfeldgruppe", group(changes, inside), changes)
    return message(
        "stammdatenschema.0102", "stammdatenschema", _leaves("S", changes, _PLACE) + body
    )


def whole_schema(body: str, **changes: Leaves) -> bytes:
    """Message 0102 with other things at its top."""
    content = _leaves("S", changes, _PLACE) + body
    return message("stammdatenschema.0102", "stammdatenschema", content)


def group_alone(**changes: Leaves) -> bytes:
    """Message 0103."""
    return message("datenfeldgruppe.0103", "datenfeldgruppe", group(changes))


def profile(**leaves: object) -> bytes:
    """Message 0101."""
    own: dict[str, object] = {
        "identifikation": identity("D99123000001"),
        "name": "Anmeldung",
        "definition": "Wer einen Hund hält, meldet ihn an.",
        **_COMMON,
        "istAbstrakt": "false",
        "dokumentart": "001",
        "bezeichnung": "Anmeldung eines Hundes",
        "hilfetext": "Für alle Halter.",
        **leaves,
    }
    body = "".join(_leaf(tag, value) for tag, value in own.items() if value is not None)
    return message("dokumentsteckbrief.0101", "dokumentsteckbrief", body)


def message(kind: str, tag: str, body: str, namespace: str = NS3) -> bytes:
    root = f"xdatenfelder.{kind}"
    return (
        f'<{root} xmlns="{namespace}"><header><nachrichtID>1</nachrichtID>'
        f"<erstellungszeitpunkt>2026-01-01T08:00:00Z</erstellungszeitpunkt></header>"
        f"<{tag}>{body}</{tag}></{root}>"
    ).encode()


def old_profile(law: str) -> bytes:
    """Message 0101 of 2.0."""
    body = f"{identity('D05000001', '1.0')}<name>A</name><bezug>{law}</bezug>"
    return message("dokumentsteckbrief.0101", "dokumentensteckbrief", body, NS2)


def old_lists(*numbers: str) -> bytes:
    """A schema of 2.0 whose choices name the same list under these C-numbers."""
    parts = "".join(
        "<struktur><anzahl>1:1</anzahl><bezug/><enthaelt><datenfeld>"
        f"{identity(f'F0500000{place}', '1.0')}<name>A</name>"
        f"<feldart><code>select</code></feldart><codelisteReferenz>{identity(number, '')}"
        f"<genericodeIdentification><canonicalIdentification>{URN}</canonicalIdentification>"
        "<version>2026-01-01</version></genericodeIdentification></codelisteReferenz>"
        "</datenfeld></enthaelt></struktur>"
        for place, number in enumerate(numbers)
    )
    return message("stammdatenschema.0102", "stammdatenschema", parts, NS2)


def old_note(precision: str) -> bytes:
    """A note of 2.0 with something in its precision."""
    body = (
        f"{identity('F05000001', '1.0')}<feldart><code>label</code></feldart>"
        f"<praezisierung>{precision}</praezisierung><inhalt/>"
    )
    return message("datenfeld.0104", "datenfeld", body, NS2)
