"""Which texts try to be more than text, and how does a service look that is full of them?"""

from __future__ import annotations

from collections.abc import Iterable

import pydantic

from model.document import Snapshot
from model.records import Record
from model.records.base import reference_fields

HOSTILE = (
    '#read("/etc/passwd")',
    "<script>alert(1)</script>",
    '=HYPERLINK("http://x.example","y")',
    "\u202eabc\u2066 \u200b",
    "\x01\x00\x1b[0m",
    "]]>&amp;&#0; <!-- x --> <b>",
    "\ud800 \ufffe\uffff",
    '#eval("1") $x$ *b* _i_ @ref <l> // c /* d \\u{41} `raw` = Titel',
    "a\nb\r\nc\u2028d",
    "{name} {0} %s",
    "https://x.example/\" onclick='x'",
    "javascript:alert(1)",
    "A" * 400,
)
_KEPT = {"id", "of", "kind", "order", "parent", "code", "value", "urn", "leika_key", "media_types"}


def filled_with(records: Iterable[Record], texts: tuple[str, ...]) -> Snapshot:
    """Every free text of every record replaced, one after the other."""
    made, number = [], 0
    for record in records:
        kept = _KEPT | set(reference_fields(type(record)))
        one = record
        for name in type(record).model_fields:
            if name in kept or not isinstance(getattr(record, name), str):
                continue
            try:
                one = one.replaced(**{name: texts[number % len(texts)]})
            except pydantic.ValidationError:
                continue  # a choice of words, no free text
            number += 1
        made.append(one)
    return Snapshot.of_records(made)
