"""Which readers are fuzzed, from which honest files, and what is promised of each?

The promise: whatever bytes come in, a refusal in a sentence, or something that can be saved, opened
again, checked and written.
"""

from __future__ import annotations

import functools
import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from exporters.reading import read_foreign
from exporters.registry import TARGETS
from exporters.xmlkit.zipread import unzip
from exporters.xprozess.envelope import packed
from model.checks import check
from model.document import Change, ChangeSet, Snapshot
from model.errors import FachwerkError
from model.language import say
from model.records import Record
from model.storage import JournalHeader, decode_lines, from_bytes, to_bytes
from model.storage.journal import encode_lines
from model.storage.replay import remaining
from tests.exporters.bpmn.files import small_file
from tests.exporters.xdatenfelder.files import (
    field_v2,
    group_v3,
    schema_v2,
    structure_v2,
)
from tests.exporters.xprozess.files import message, model
from tests.foreign.hostile.making import archive, document
from tests.helpers import oldforms
from tests.helpers.musterleistung import musterleistung

Found = TypeVar("Found")
Act = Callable[[bytes], None]
SECONDS = 2.0
MEGABYTES = 512


@dataclass(frozen=True, slots=True)
class Reader:
    """``seeds`` are the honest files; ``act`` reads bytes and keeps the promise or raises."""

    seeds: Callable[[], list[bytes]]
    act: Act


def unless_refused(act: Callable[[], Found]) -> Found | None:
    """What the act gives, or None when it is refused in a sentence."""
    try:
        return act()
    except FachwerkError as refusal:
        sentence = str(refusal)
    assert sentence, "a refusal without a sentence"
    return None


def _foreign(
    data: bytes,
    name: str = "datei.dat",
    *,
    around: Callable[[bytes], bytes] | None = None,
    targets: tuple[str, ...] = (),
) -> None:
    whole = around(data) if around else data
    imported = unless_refused(lambda: read_foreign(whole, name))
    if imported is None:
        return
    assert all(str(note) for note in imported.notes)
    _lives(imported.records, targets)


def _lives(records: list[Record], targets: tuple[str, ...]) -> None:
    """The service is one like every other: saved, opened, checked, written."""
    saved = unless_refused(lambda: to_bytes(records))
    if saved is None:
        return
    view = Snapshot.of_records(from_bytes(saved).records)
    check(view)
    for target in targets:
        written = unless_refused(partial(TARGETS[target].write, view))
        if written is not None:
            assert written[0], f"{target} wrote nothing"
            assert all(str(entry.message) for entry in written[1].entries)


def _service(data: bytes) -> None:
    opened = unless_refused(lambda: from_bytes(data, "x.fachwerk"))
    if opened is not None:
        assert all(str(note) for note in opened.notes)
        _lives(list(opened.records), ())


def _journal(data: bytes) -> None:
    journal = unless_refused(lambda: decode_lines(data))
    if journal is None:
        return
    again = decode_lines(encode_lines(journal.header, journal.entries))
    assert again.header == journal.header
    assert len(again.entries) == len(journal.entries)
    remaining(journal.changesets)
    for changeset in journal.changesets:
        str(changeset.label)


_SUM = re.compile(rb"^[0-9a-f]{8} ")


def summed(data: bytes) -> bytes:
    """Lines with the sums that belong to them, so that what stands in them is believed."""
    rows = [_SUM.sub(b"", row) for row in data.split(b"\n")]
    return b"".join(b"%08x %s\n" % (zlib.crc32(row), row) for row in rows if row)


def _journal_with_sums(data: bytes) -> None:
    _journal(summed(data))


def _archive(data: bytes) -> None:
    unless_refused(lambda: unzip(data, "a.zip", strict=True))
    _foreign(data, "a.zip")


# ------------------------------------------------------------------------------------- the seeds


@functools.cache
def _sample() -> Snapshot:
    return musterleistung()


def _written(target: str) -> bytes:
    return TARGETS[target].write(_sample())[0][0].content


def _journals() -> list[bytes]:
    records = [record for record in _sample()][:8]
    steps = [
        ChangeSet(say("undo"), (Change(None, record),), origin)
        for record, origin in zip(records, ("", "typing:1", "typing:1", "undo"), strict=False)
    ]
    inverted = [ChangeSet(step.label, step.inverted().changes, "undo") for step in steps[:1]]
    header = JournalHeader("sitzung", "0" * 64, "a.fachwerk", "Hundesteuer")
    return [encode_lines(header, [*steps, *inverted])]


def _genericode() -> list[bytes]:
    """A data schema of 2.0 that carries a code list in genericode, qualified and not."""
    rows = "".join(
        f'<{p}Row><{p}Value ColumnRef="code"><{p}SimpleValue>{n}</{p}SimpleValue></{p}Value>'
        f'<{p}Value ColumnRef="name"><{p}SimpleValue>Dackel</{p}SimpleValue></{p}Value></{p}Row>'
        for p, n in (("", 1), ("gc:", 2))
    )
    listed = (
        '<xdf:genericode xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/">'
        '<gc:CodeList><ColumnSet><Column Id="code"/><Column Id="name"/><Key Id="k">'
        f'<ColumnRef Ref="code"/></Key></ColumnSet><SimpleCodeList>{rows}</SimpleCodeList>'
        "</gc:CodeList></xdf:genericode></xdf:codelisteReferenz>"
    )
    field = field_v2("F05000003", "Rasse", kind="select")
    whole = (
        schema_v2()
        .decode("iso-8859-1")
        .replace(
            "</xdf:stammdatenschema>",
            structure_v2("1:1", field.replace("</xdf:codelisteReferenz>", listed))
            + "</xdf:stammdatenschema>",
        )
    )
    return [whole.encode("iso-8859-1")]


def _paper() -> bytes:
    form = oldforms.PdfForm()
    form.words(50, 760, "Antrag", 18, bold=True)
    form.words(50, 700, "Name")
    form.field("name", (120, 695, 300, 712), flags=oldforms.REQUIRED, length=40)
    form.field("rasse", (120, 640, 300, 656), "Ch", oldforms.COMBO, options=["Dackel", "Pudel"])
    form.buttons("art", [("A", (50, 600, 60, 610)), ("B", (90, 600, 100, 610))])
    return form.bytes()


def _word() -> list[bytes]:
    name = oldforms.control(alias="Name")
    kind = oldforms.control(oldforms.choice("Dackel", "Pudel"), alias="Rasse")
    table = oldforms.table(["Straße", ""], ["Ort", ""])
    return [
        oldforms.word(
            oldforms.paragraph(oldforms.run("Antrag"), style="Heading1"),
            oldforms.paragraph(oldforms.run("Name: "), name),
            oldforms.paragraph(oldforms.run("Rasse: "), kind),
            oldforms.paragraph(oldforms.legacy("feld", "<w:textInput/>")),
            table,
        )
    ]


def _part_of(part: str, whole: Callable[[], list[bytes]]) -> tuple[Callable[[], list[bytes]], Act]:
    """The seeds and the act of one XML part inside an office file."""

    def members() -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(whole()[0])) as found:
            return {name: found.read(name) for name in found.namelist()}

    def act(data: bytes) -> None:
        _foreign(oldforms.archive({**members(), part: data}), "alt.docx")

    return lambda: [members()[part]], act


def _excel() -> list[bytes]:
    rows = [["Feld", "Art", "Pflicht"], ["Name", "Text", "ja"], ["=5", "@45000", ""]]
    return [oldforms.excel({"Liste": rows}), oldforms.excel({"A": rows}, shared=False)]


_NEUTRAL = ("bpmn", "xprozess", "json-schema")
_SCHEMAS = ("xdatenfelder2", "xdatenfelder3", "json-schema")
_LIST = b"Frage;Art\nName;Text\nRasse;Auswahl: Dackel, Pudel\n"

READERS: dict[str, Reader] = {
    "bpmn": Reader(
        lambda: [small_file(), model(), _written("bpmn")], partial(_foreign, targets=_NEUTRAL)
    ),
    "xdatenfelder2": Reader(lambda: [schema_v2()], partial(_foreign, targets=_SCHEMAS)),
    "xdatenfelder3": Reader(
        lambda: [group_v3(), _written("xdatenfelder3")], partial(_foreign, targets=_SCHEMAS)
    ),
    "genericode": Reader(_genericode, partial(_foreign, targets=_SCHEMAS)),
    "xprozess": Reader(
        lambda: [message(), message(content=""), _written("xprozess")],
        partial(_foreign, targets=("xprozess",)),
    ),
    "xprozess-model": Reader(
        lambda: [small_file(), model()],
        partial(
            _foreign,
            around=lambda data: message(packed(data, "m.bpmn")),
            targets=("xprozess", "bpmn"),
        ),
    ),
    "zip": Reader(lambda: [archive(("a.txt", b"x"), ("b/c.txt", b"y"))], _archive),
    "fachwerk": Reader(lambda: [document(), to_bytes(_sample())], _service),
    "journal": Reader(_journals, _journal),
    "journal-sums": Reader(_journals, _journal_with_sums),
    "pdf": Reader(lambda: [_paper()], partial(_foreign, name="alt.pdf")),
    "word": Reader(*_part_of("word/document.xml", _word)),
    "excel": Reader(*_part_of("xl/worksheets/sheet1.xml", _excel)),
    "excel-book": Reader(*_part_of("xl/workbook.xml", _excel)),
    "list": Reader(lambda: [_LIST], partial(_foreign, name="liste.csv")),
}
"""Name -> reader; the name is also the folder of what was found."""

ALL = "all"


def _one_of_all(data: bytes) -> None:
    """The first byte chooses the reader, so that one process looks at each of them."""
    if data:
        list(READERS.values())[data[0] % len(READERS)].act(data[1:])


def reader(name: str) -> Reader:
    """The reader of a name; ``ALL`` is every one of them in turn."""
    if name != ALL:
        return READERS[name]
    return Reader(
        lambda: [
            bytes([number]) + seed
            for number, one in enumerate(READERS.values())
            for seed in one.seeds()
        ],
        _one_of_all,
    )
