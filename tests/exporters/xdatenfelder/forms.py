"""Small forms made of records, and how to look at what was written of them."""

from __future__ import annotations

from lxml import etree

from exporters.causes import singles
from exporters.report import ExportReport
from exporters.xdatenfelder.vocabulary import NS3
from exporters.xdatenfelder.writer_v3 import write
from model.document import Snapshot
from model.records import Record, Role, Service, Step

X = {"x": NS3}


def a_form(*rows: Record, **service: object) -> Snapshot:
    """One page "p" of an applicant with these rows."""
    return Snapshot.of_records(
        [
            Service(id="s", name="Hundesteuer", **service),  # type: ignore[arg-type]
            Role(id="r", side="applicant"),
            Step(id="p", name="Ihr Hund", role="r", form="page"),
            *rows,
        ]
    )


def written(view: Snapshot) -> etree._Element:
    return etree.fromstring(write(view)[0][0].content)


def codes(report: ExportReport) -> list[str]:
    """The official number of every single remark."""
    return [entry.code for entry in singles(report)]


def ids_by_name(root: etree._Element) -> dict[str, str]:
    found = root.iterfind(".//x:identifikation/x:id", X)
    return {
        node.getparent().getparent().findtext("x:name", namespaces=X): node.text for node in found
    }
