"""A small service to ask questions about."""

from __future__ import annotations

from model.document import Snapshot
from model.records import Fee, Field, FieldGroup, Option, Present, Rule, Step

VIEW = Snapshot.of_records(
    [
        Step(id="page", name="Ihr Hund", form="page"),
        Field(id="dog", parent="page", order="a", label="Hund", field_kind="select"),
        Option(id="yes", parent="dog", label="Ja", code="ja", order="a"),
        Option(id="no", parent="dog", label="Nein", code="nein", order="b"),
        Field(
            id="marks",
            parent="page",
            order="b",
            label="Merkmale",
            field_kind="select",
            choices="many",
        ),
        Option(id="black", parent="marks", label="schwarz", code="schwarz", order="a"),
        Option(id="white", parent="marks", label="weiß", code="weiss", order="b"),
        Field(id="weight", parent="page", order="c", label="Gewicht", data_type="num", unit="kg"),
        Field(id="height", parent="page", order="d", label="Höhe", data_type="num"),
        Field(id="born", parent="page", order="e", label="Geburtsdatum", data_type="date"),
        Field(id="taken", parent="page", order="f", label="Aufgenommen am", data_type="date"),
        Field(id="agreed", parent="page", order="g", label="Einverstanden", data_type="bool"),
        Field(id="name", parent="page", order="h", label="Name"),
        FieldGroup(id="dogs", parent="page", order="i", label="Hunde", maximum=None),
        Field(id="age", parent="dogs", label="Alter", data_type="num_int"),
        Fee(id="fee", name="Hundesteuer"),
        Field(id="tax", parent="page", order="j", label="Steuer", data_type="num_currency"),
        Rule(id="adult", name="Halter ist volljährig", expression=Present(field="born")),
    ]
)
