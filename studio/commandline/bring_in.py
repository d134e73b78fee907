"""How does a foreign file become a service?"""

from __future__ import annotations

from pathlib import Path

from exporters.reading import read_foreign
from model.document import Document
from model.language import tr
from model.storage.write import to_bytes
from studio.commandline.files import read_bytes, schemas_of
from studio.jobs.beside import files_beside
from studio.jobs.schemas import notes_of_schemas
from studio.jobs.writing import write_file


def run(values: dict[str, str]) -> int:
    """Read, keep what is not understood, write a document; exit code 1 when something had to be
    repaired.
    """
    source = values["FILE"]
    _not_too_large(Path(source))
    data, name = read_bytes(source), Path(source).name
    read = read_foreign(data, name, lambda: files_beside(Path(source)))
    read.notes += notes_of_schemas(data, name, schemas_of(values))
    document = Document(read.records)  # no behaviours: an import changes nothing
    out = Path(values["output"])
    write_file(out, to_bytes(document.snapshot()))
    for note in read.notes:
        print(note)
    print(tr("cli.written", path=out))
    return 1 if read.notes else 0


def _not_too_large(path: Path) -> None:
    """Nothing that is larger than the largest archive is read into memory at all."""
    from exporters.xmlkit.parse import refused
    from exporters.xmlkit.zipread import MAX_BYTES

    if path.is_file() and path.stat().st_size > MAX_BYTES:
        raise refused("XML-TOO-LARGE", path.name, limit=MAX_BYTES // 1024 // 1024)
