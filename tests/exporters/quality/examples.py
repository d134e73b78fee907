"""For each official rule a wrong and a right example.

The right one is the faultless schema where that shows the rule at work, else one of its own.
"""

from __future__ import annotations

from tests.exporters.quality.messages import (
    LAW,
    URN,
    VALUES,
    fields,
    group,
    group_alone,
    identity,
    old_lists,
    old_note,
    old_profile,
    profile,
    reference,
    schema,
    whole_schema,
)

GOOD = schema()
PROFILE = profile()
LONG = "a" * 256


def precision(**bounds: str) -> str:
    return "<praezisierung " + " ".join(f'{k}="{v}"' for k, v in bounds.items()) + "/>"


def relation(predicate: str, target: str) -> str:
    inside = f"<objekt><id>{target}</id></objekt>" if target else "<objekt/>"
    return f"<relation><praedikat><code>{predicate}</code></praedikat>{inside}</relation>"


def typed(data_type: str, content: str = "", **bounds: str) -> bytes:
    """The schema whose number is a field of another type."""
    more = precision(**bounds) if bounds else None
    leaves = {"datentyp": data_type, "praezisierung": more, "inhalt": content or None}
    return schema(N=leaves)


def part(tag: str, inside: str, times: str = "1:1") -> str:
    law = "<bezug>§ 2 HundG</bezug>"
    holder = f"<enthaelt><{tag}>{inside}</{tag}></enthaelt>"
    return f"<struktur><anzahl>{times}</anzahl>{law}{holder}</struktur>"


def profile_named(fim_id: str) -> str:
    return f"<dokumentsteckbrief><id>{fim_id}</id></dokumentsteckbrief>"


def a_rule(text: str) -> bytes:
    return schema(R={"freitextRegel": text})


DEFAULT = identity("F60000000001")
VKN = relation("VKN", "D99000000002")
CHOICE = {"art": "X"}
OPTIONAL = {name: {"times": "0:1"} for name in "FANCDL"}
PUBLISHED = {"veroeffentlichungsdatum": "2026-02-01"}
ALL_PUBLISHED = {name: PUBLISHED for name in "GFANCDL"}
OTHER = {"identifikation": identity("F05123000001", "2.0.0")}
SAME = {"identifikation": identity("F05123000001")}
EDITORS = {"statusGesetztDurch": "FIM-Baustein Datenfelder"}
KIT = {"identifikation": identity("S60000000001"), **EDITORS}
KIT_FIELD = {"identifikation": identity("F60000000002"), **EDITORS}
NOTHING = {"bezug": None}

EXAMPLES: dict[str, tuple[bytes, bytes]] = {
    "1001": (a_rule("F05123000099 fehlt."), GOOD),
    "1002": (schema(F={"name": ""}), GOOD),
    "1003": (schema(A=OTHER), GOOD),
    "1004": (schema(A=SAME), GOOD),
    "1005": (schema(C={"list": reference("liste-rasse")}), GOOD),
    "1006": (schema(F=NOTHING), GOOD),
    "1007": (schema(S={"dokumentsteckbrief": None}), GOOD),
    "1008": (old_profile(""), old_profile("§ 1 HundG")),
    "1009": (schema(G={"bezeichnungEingabe": ""}), GOOD),
    "1010": (schema(F={"bezeichnungAusgabe": None}), GOOD),
    "1011": (schema(A={"datentyp": "num"}), GOOD),
    "1012": (schema(A={"praezisierung": precision(maxLength="3")}), GOOD),
    "1013": (schema(G={"schemaelementart": "ABS"}), GOOD),
    "1014": (schema(F={"schemaelementart": "ABS"}), GOOD),
    "1015": (typed("num", minLength="3"), GOOD),
    "1016": (schema(F={"praezisierung": precision(minValue="3")}), GOOD),
    "1017": (schema(F={"werte": VALUES}), GOOD),
    "1018": (schema(A={"werte": None}), GOOD),
    "1019": (a_rule("F05123000001V1.0 fehlt."), GOOD),
    "1021": (schema(F={"times": "0:0"}), GOOD),
    "1022": (
        schema(F={"schemaelementart": "HAR", "law": ""}),
        schema(F={"schemaelementart": "HAR"}),
    ),
    "1023": (schema(inside=""), GOOD),
    "1024": (a_rule(""), GOOD),
    "1025": (whole_schema(fields({}, "FF")), whole_schema(fields({}, "FA"))),
    "1026": (schema(inside=part("datenfeldgruppe", group({}))), GOOD),
    "1027": (schema(F={"feldart": "eingabe"}), GOOD),
    "1028": (schema(F={"datentyp": ""}), GOOD),
    "1029": (
        schema(F={"more": relation("XXX", "F05123000009")}),
        schema(F={"more": relation("ABL", "F05123000009")}),
    ),
    "1030": (schema(F={"vorbefuellung": None}), GOOD),
    "1031": (schema(F={"schemaelementart": "ABC"}), GOOD),
    "1032": (schema(F={"freigabestatus": "9"}), GOOD),
    "1033": (schema(S={"ableitungsmodifikationenStruktur": None}), GOOD),
    "1034": (schema(S={"ableitungsmodifikationenRepraesentation": ""}), GOOD),
    "1035": (old_note("Bitte beachten."), old_note("")),
    "1036": (old_lists("C05000001", "C05000002"), old_lists("C05000001", "C05000001")),
    "1037": (schema(A={"werte": None, "list": reference(version="2025-01-01")}), GOOD),
    "1038": (schema(F={"identifikation": "<identifikation/>"}), GOOD),
    "1039": (schema(F={"identifikation": identity("F0512300001")}), GOOD),
    "1040": (schema(C={"list": reference("")}), GOOD),
    "1041": (a_rule("F05123001 fehlt."), GOOD),
    "1042": (schema(G={"art": "Y"}), schema(G=CHOICE)),
    "1043": (schema(fields({}, "F"), G=CHOICE), schema(G=CHOICE)),
    "1044": (
        schema(A={"werte": "<werte><wert><code>1</code><name>ja</name></wert></werte>"}),
        GOOD,
    ),
    "1045": (schema(A={"werte": VALUES.replace(">2<", ">1<")}), GOOD),
    "1046": (schema(F={"times": "1-3"}), GOOD),
    "1047": (schema(F={"times": "3:1"}), schema(F={"times": "1:3"})),
    "1048": (schema(C={"list": reference("urn:de:liste:hündin")}), GOOD),
    "1049": (profile(definition=None), PROFILE),
    "1050": (schema(S={"bezeichnung": ""}), GOOD),
    "1051": (schema(S=NOTHING), GOOD),
    "1052": (profile(bezug=None), profile(bezug=None, istAbstrakt="true")),
    "1053": (profile(more=VKN), PROFILE),
    "1054": (profile(istAbstrakt="true", more=VKN), profile(istAbstrakt="true", more=VKN + VKN)),
    "1055": (profile(dokumentart="077"), PROFILE),
    "1056": (schema(F={"maxSize": "5"}), GOOD),
    "1057": (schema(F={"mediaType": "image/png"}), GOOD),
    "1058": (schema(A={"codeKey": "code"}), schema(C={"codeKey": "code"})),
    "1059": (schema(F={"praezisierung": precision(minLength="-1", maxLength="9")}), GOOD),
    "1060": (schema(F={"praezisierung": precision(minLength="1", maxLength="0")}), GOOD),
    "1061": (schema(F={"praezisierung": precision(minLength="9", maxLength="5")}), GOOD),
    "1062": (typed("num", minValue="eins"), GOOD),
    "1063": (typed("num_currency", maxValue="1,50"), typed("num_currency", maxValue="1.50")),
    "1064": (typed("date", minValue="2026-02-01", maxValue="2026-01-01"), GOOD),
    "1065": (typed("num_int", minValue="1.5"), typed("num_int", minValue="1")),
    "1066": (typed("num_int", maxValue="1.5"), typed("num_int", maxValue="1")),
    "1067": (typed("date", minValue="1.2.2026"), typed("date", minValue="2026-02-01")),
    "1068": (typed("date", maxValue="2026-02-30"), typed("date", maxValue="2026-02-28")),
    "1069": (typed("num", "drei"), GOOD),
    "1070": (typed("num_int", "1.5"), typed("num_int", "1")),
    "1071": (typed("date", "1.2.2026"), typed("date", "2026-02-01")),
    "1072": (typed("num", "0", minValue="1"), GOOD),
    "1073": (typed("time", "23:00:00", maxValue="22:00:00"), GOOD),
    "1074": (schema(F={"praezisierung": precision(minLength="6", maxLength="9")}), GOOD),
    "1075": (schema(F={"praezisierung": precision(minLength="1", maxLength="4")}), GOOD),
    "1076": (schema(C={"inhalt": "9"}), schema(C={"inhalt": "1"})),
    "1077": (typed("bool", "ja"), typed("bool", "true")),
    "1078": (whole_schema(""), GOOD),
    "1079": (typed("datetime", minValue="x"), typed("datetime", minValue="2026-02-01T08:00:00Z")),
    "1080": (
        typed("datetime", maxValue="2026-02-01"),
        typed("datetime", maxValue="2026-02-01T08:00:00"),
    ),
    "1081": (typed("time", minValue="8 Uhr"), typed("time", minValue="08:00:00")),
    "1082": (typed("time", maxValue="25:00:00"), typed("time", maxValue="22:00:00")),
    "1083": (typed("datetime", "heute"), typed("datetime", "2026-02-01T08:00:00+01:00")),
    "1084": (typed("time", "8 Uhr"), typed("time", "08:00:00")),
    "1085": (schema(A={"inhalt": "3"}), GOOD),
    "1087": (
        schema(F={"more": relation("ABL", "S05123000009")}),
        schema(F={"more": relation("ABL", "G05123000009")}),
    ),
    "1088": (
        schema(G={"more": relation("VKN", "G05123000009")}),
        schema(G={"more": relation("ERS", "G05123000009")}),
    ),
    "1090": (schema(L={"datentyp": "bool"}), GOOD),
    "1091": (
        schema(F={"more": relation("ABL", "")}),
        schema(F={"more": relation("ABL", "F05123000009")}),
    ),
    "1092": (profile(istAbstrakt="vielleicht"), PROFILE),
    "1093": (schema(A={"werte": VALUES.replace("nein", "ja")}), GOOD),
    "1094": (schema(F={"identifikation": DEFAULT}), GOOD),
    "1095": (schema(fields({"F": {"identifikation": DEFAULT}}, "F")), GOOD),
    "1096": (
        schema(
            S={
                "freigabestatus": "3",
                "dokumentsteckbrief": profile_named("D99000000001"),
            }
        ),
        GOOD,
    ),
    "1097": (
        schema(S={"dokumentsteckbrief": profile_named("D99000000001")}),
        GOOD,
    ),
    "1098": (schema(F={"hilfetextEingabe": "Rufname"}), GOOD),
    "1099": (
        schema(A={"werte": VALUES.replace("nein</name>", "nein</name><hilfe>nein</hilfe>")}),
        GOOD,
    ),
    "1100": (schema(D={"inhalt": "x"}), GOOD),
    "1101": (
        schema(F={"schemaelementart": "HAR", **NOTHING}),
        schema(F={"schemaelementart": "HAR"}),
    ),
    "1102": (schema(F={"praezisierung": None}), GOOD),
    "1103": (schema(N={"praezisierung": None}), GOOD),
    "1105": (schema(C={"list": reference(version="3")}), GOOD),
    "1106": (schema(fields({}, "F")), GOOD),
    "1107": (profile(hilfetext=None), PROFILE),
    "1109": (schema(L={"inhalt": None}), GOOD),
    "1116": (schema(F={"freigabestatus": "7"}), GOOD),
    "1117": (schema(F={"statusGesetztDurch": None}), GOOD),
    "1118": (schema(G=CHOICE), schema(G=CHOICE, **OPTIONAL)),
    "1120": (schema(D={"praezisierung": precision(pattern="x")}), GOOD),
    "1124": (
        schema(S={"dokumentsteckbrief": profile_named("D05000000001")}),
        GOOD,
    ),
    "1127": (schema(S=PUBLISHED), schema(S=PUBLISHED, **ALL_PUBLISHED)),
    "1128": (group_alone(G=PUBLISHED), group_alone(**ALL_PUBLISHED)),
    "1129": (
        schema(S=PUBLISHED, **{**ALL_PUBLISHED, "F": {**PUBLISHED, "freigabestatus": "2"}}),
        schema(S=PUBLISHED, **ALL_PUBLISHED),
    ),
    "1130": (
        group_alone(**{**ALL_PUBLISHED, "F": {**PUBLISHED, "freigabestatus": "1"}}),
        group_alone(**ALL_PUBLISHED),
    ),
    "1131": (schema(F={"name": "„Rufname“"}), GOOD),
    "1132": (schema(F={"bezug": "<bezug>§ 1 und § 2 HundG</bezug>"}), GOOD),
    "1133": (schema(F={"bezug": '<bezug link="hundg.html">§ 1 HundG</bezug>'}), GOOD),
    "1134": (schema(S={"identifikation": identity("S05123000001", "")}), GOOD),
    "1135": (schema(F={"identifikation": identity("F05123000001", "")}), GOOD),
    "1136": (schema(F={"name": LONG}), GOOD),
    "1137": (
        schema(F={"more": f'<stichwort uri="urn:{LONG}">Hund</stichwort>'}),
        schema(F={"more": '<stichwort uri="urn:de:hund">Hund</stichwort>'}),
    ),
    "1138": (schema(F={"bezug": LAW.replace("__1", LONG)}), GOOD),
    "1139": (schema(D={"times": "1:1"}), GOOD),
    "1140": (schema(F=EDITORS), schema(F=KIT_FIELD)),
    "1141": (schema(S=EDITORS), schema(S=KIT)),
    "1142": (schema(F={"statusGesetztAm": None}), GOOD),
    "1143": (schema(S={"statusGesetztAm": None}), GOOD),
    "1144": (profile(statusGesetztAm=None), PROFILE),
}
"""Number -> wrong, right."""

KNOWN = {URN: frozenset({"1", "2"})}
"""The entries of the list the schema refers to."""
