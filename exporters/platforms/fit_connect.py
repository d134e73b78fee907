"""What does a destination of FIT-Connect need to know about a service?

The schema of the answers, a template of the metadata that go with each submission, and a sheet for
whoever sets up the destination. No address, no key: who operates the destination fills them in.
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, Final

from exporters.artifact import Artifact
from exporters.causes import grouped
from exporters.expressions import Names, file_slug
from exporters.forms.wording import spoken
from exporters.german import spoken_german
from exporters.jsonschema.writer import MEDIA_TYPE, NAME, schema_of
from exporters.platforms.guide import GUIDE
from exporters.report import ExportReport
from exporters.target import Written
from model.document import Snapshot
from model.grammar import title
from model.language import say
from model.records import Field, Step

METADATA: Final = "metadaten-vorlage.json"
DESTINATION: Final = "zustellpunkt.json"
METADATA_SCHEMA: Final = "https://schema.fitko.de/fit-connect/metadata/1.0.0/metadata.schema.json"
LEIKA: Final = "urn:de:fim:leika:leistung:"
JSON_TYPE: Final = "application/json"

_LEIKA_KEY: Final = re.compile(r"\d{14}")
_ANY_FILE: Final = "application/pdf"

Json = dict[str, Any]


def write(view: Snapshot) -> Written:
    """The folder; German at every desk. Failed gates stand in the report as "failed"."""
    with spoken_german():
        return _written(view)


def _written(view: Snapshot) -> Written:
    report = ExportReport()
    schema = schema_of(view, report)
    key = file_slug(Names(view).service_key)
    uri = f"urn:fachwerk:datenschema:{key}:{schema['$id'].lower()}"
    uploads = _uploads(view)
    _judge(view, schema, report)
    found = [
        _file(NAME, MEDIA_TYPE, schema, "datenfelder"),
        _file(METADATA, JSON_TYPE, _metadata(view, uri), "vorlage"),
        _file(DESTINATION, JSON_TYPE, _destination(view, uri, uploads), "vorlage"),
    ]
    report.hint(view.service.id, say("profiles.unproved", target="FIT-Connect"))
    report = grouped(report, view)
    return [*found, _guide(view, uri, uploads)], report


def _judge(view: Snapshot, schema: Json, report: ExportReport) -> None:
    """B03: the service has its number, and there is something to send."""
    service = view.service
    if not _LEIKA_KEY.fullmatch(service.leika_key):
        report.failed(service.id, say("profiles.fit.leika", key=service.leika_key), "B03")
    if not schema.get("properties"):
        report.failed(service.id, say("profiles.fit.empty"), "B03")


def _metadata(view: Snapshot, uri: str) -> Json:
    """What goes with a submission; the digest is that of an empty object, as a place to fill."""
    service = view.service
    digest = hashlib.sha512(b"{}").hexdigest()
    return {
        "$schema": METADATA_SCHEMA,
        "publicServiceType": {
            "name": service.name,
            "identifier": f"{LEIKA}{service.leika_key}",
        },
        "contentStructure": {
            "data": {
                "hash": {"type": "sha512", "content": digest},
                "submissionSchema": {"schemaUri": uri, "mimeType": JSON_TYPE},
            },
            "attachments": [],
        },
    }


def _destination(view: Snapshot, uri: str, uploads: list[Field]) -> Json:
    """What the destination has to accept."""
    return {
        "leistung": f"{LEIKA}{view.service.leika_key}",
        "metadatenschema": METADATA_SCHEMA,
        "fachdatenschema": {"schemaUri": uri, "mimeType": JSON_TYPE, "datei": NAME},
        "rueckkanaele": ["fink", "eMail"],
        "anlagen": [
            {
                "name": title(field),
                "purpose": "attachment",
                "mimeTypes": list(field.media_types) or [_ANY_FILE],
                "pflicht": field.required,
            }
            for field in uploads
        ],
    }


def _uploads(view: Snapshot) -> list[Field]:
    """The documents that citizens hand in, in the order of their pages."""
    asked = [field for field in view.of(Field) if field.data_type == "file"]
    pages = {
        field.id: card
        for field in asked
        if isinstance(card := view.card_of(field.id), Step) and card.form == "page"
    }
    found = [field for field in asked if field.id in pages]
    return sorted(found, key=lambda one: (pages[one.id].order, pages[one.id].id, one.order, one.id))


def _guide(view: Snapshot, uri: str, uploads: list[Field]) -> Artifact:
    service = view.service
    parts = [
        say("profiles.fit.head", service=service.name, version=service.version),
        say("profiles.fit.destination", file=DESTINATION, schema=NAME, uri=uri),
        say("profiles.fit.metadata", file=METADATA),
    ]
    if uploads:
        parts.append(say("profiles.fit.uploads", names="; ".join(title(one) for one in uploads)))
    text = "\n\n".join(spoken(part) for part in parts) + "\n"
    return Artifact(GUIDE, "text/markdown", text.encode(), "anleitung")


def _file(name: str, kind: str, content: Json, role: str) -> Artifact:
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    return Artifact(name, kind, text.encode(), role)
