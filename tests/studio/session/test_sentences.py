"""Does everything that storage has to say reach a person as a sentence, in both languages?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from model.errors import FachwerkError
from model.language import missing_keys, use
from model.storage import from_bytes
from resources import texts
from studio.session.files import ABSENT, SaveConflict, read_file, save_bytes
from studio.session.session import Session
from tests.conftest import ROOT
from tests.studio.session.world import a_file, a_world

OURS = {key: entry for key, entry in texts("de").items() if key.startswith("storage.")}
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in ("model/storage", "studio/session")
    for path in sorted((ROOT / room).rglob("*.py"))
)
USED = set(re.findall(r'"(storage\.[a-z_.]+)"', SOURCE))


@pytest.fixture
def german() -> Iterator[None]:
    use("de", texts("de"))
    yield
    assert not missing_keys()
    use("de", {})


def test_every_key_in_the_code_has_a_sentence() -> None:
    assert set(OURS) >= USED


def test_every_sentence_is_used() -> None:
    stems = {key.removesuffix(".todo").removesuffix("_by_somebody") for key in OURS}

    assert stems <= {key.removesuffix(".todo") for key in USED}


def test_whoever_derives_what_to_do_from_the_key_finds_it() -> None:
    derived = re.findall(
        r'(?:_refusal|_failure|_not_opened|_failed)\(\s*"(storage\.[a-z_]+)"', SOURCE
    )
    table = re.findall(r'errno\.[A-Z]+: \("(storage\.[a-z_]+)"', SOURCE)
    conflicts = [key for key in USED if key.startswith("storage.conflict_")]

    assert len(derived) >= 10
    assert len(table) >= 10
    assert len(conflicts) == 3
    assert {f"{key}.todo" for key in [*derived, *table, *conflicts]} <= set(OURS)


@pytest.mark.usefixtures("german")
def test_a_refusal_says_what_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FachwerkError) as foreign:
        from_bytes(b"PK\x03\x04", "Brief.docx")
    with pytest.raises(FachwerkError) as missing:
        read_file(tmp_path / "Hund.fachwerk")

    assert str(foreign.value) == (
        "„Brief.docx“ ist keine Fachwerk-Datei. Dateien anderer Programme holen Sie mit "
        "„Importieren“ herein. (KEIN-FACHWERK)"
    )
    assert str(missing.value).startswith("„Hund.fachwerk“ ist nicht da. Vielleicht wurde die Datei")


@pytest.mark.usefixtures("german")
def test_a_conflict_says_how_the_work_goes_on(tmp_path: Path) -> None:
    path = a_file(tmp_path)

    with pytest.raises(SaveConflict) as conflict:
        save_bytes(path, b"mine", "what I opened")
    with pytest.raises(SaveConflict) as appeared:
        save_bytes(path, b"mine", ABSENT)

    assert "seit Sie sie geöffnet haben" in str(conflict.value)
    assert "„Sichern unter“" in str(conflict.value)
    assert "„Sichern unter“" in str(appeared.value)


@pytest.mark.usefixtures("german")
def test_a_colleague_is_named(tmp_path: Path) -> None:
    path = a_file(tmp_path)
    first = Session.open(path, surroundings=a_world(tmp_path, user="Frau Yilmaz"))
    second = Session.open(path, surroundings=a_world(tmp_path / "b"))

    (note,) = map(str, second.notes)

    assert note.startswith("Diese Datei hat Frau Yilmaz am Rechner ")
    assert "seit 12:00 Uhr" in note
    first.close()
    second.close()
