"""Is a signed package the same package, and does a receiver learn all that can be known?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from lxml import etree

from exporters.package import verify, write
from exporters.package.container import (
    ASIC_MANIFEST,
    ASIC_TYPE,
    MANIFEST,
    MEDIA_TYPE,
    SIGNATURE,
    pack,
)
from exporters.package.examine import examine, short
from exporters.package.opening import open_package, unpacked
from exporters.package.signing import sign_package
from exporters.reading import read_foreign
from exporters.signature import UNKNOWN, UNSIGNED, VALID, load_key
from model.document import Snapshot
from model.errors import FachwerkError
from model.records import Remark
from model.storage.write import content_hash
from tests.exporters.platforms.dogs import dogs
from tests.helpers.authority import NOW, SIGNED, signer
from tests.helpers.tampering import FORM, given, good, parts, plain, unsigned

ODF = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"


def test_the_files_are_the_same_and_only_the_signature_comes_on_top() -> None:
    signed, files = open_package(good()), unpacked(plain())

    assert signed.files == files
    assert set(signed.meta) == {SIGNATURE, ASIC_MANIFEST}
    assert signed.ours
    assert verify(good()) == []


def test_the_type_of_asic_stands_at_offset_38() -> None:
    assert good()[30:38] == b"mimetype"
    assert good()[38 : 38 + len(ASIC_TYPE) + 2] == ASIC_TYPE.encode() + b"PK"
    assert plain()[38 : 38 + len(MEDIA_TYPE) + 2] == MEDIA_TYPE.encode() + b"PK"


def test_the_list_of_asic_names_every_file_with_its_type() -> None:
    root = etree.fromstring(parts(good())[ASIC_MANIFEST])
    rows = {str(r.get(f"{ODF}full-path")): str(r.get(f"{ODF}media-type")) for r in root}

    assert rows.pop("/") == ASIC_TYPE
    assert set(rows) == set(open_package(good()).files)
    assert rows[FORM] == "application/json"


def test_a_signature_that_is_there_is_replaced() -> None:
    again = sign_package(good(), load_key(signer("Land Musterland").key_file()), SIGNED)
    verdict = examine(again, given()).signature

    assert verdict.signer is not None
    assert verdict.signer.name == "Land Musterland"
    assert verdict.state == VALID


def test_a_key_without_chance_gives_the_same_bytes_twice() -> None:
    """Elliptic and PSS signatures hold chance; all around the value is the same."""
    key = load_key(signer().key_file())
    first, second = (parts(sign_package(plain(), key, SIGNED)) for _ in range(2))
    blank = [
        {**one, SIGNATURE: re.sub(rb"Value>[^<]+</ds:SignatureValue", b"", one[SIGNATURE])}
        for one in (first, second)
    ]

    assert blank[0] == blank[1]


def test_a_package_that_is_not_whole_is_not_signed() -> None:
    spoilt = unsigned(lambda files: files.update({FORM: b"{}"}))

    with pytest.raises(FachwerkError) as refused:
        sign_package(spoilt, load_key(signer().key_file()), SIGNED)

    assert refused.value.where == FORM


def test_the_source_of_a_signed_package_is_read() -> None:
    records = read_foreign(good(), "p.fachwerk.zip").records

    assert content_hash(records) == content_hash(dogs())


def test_both_fingerprints_stay_when_somebody_signs() -> None:
    before, after = examine(plain(), given(trusting=False)), examine(good(), given())

    assert before.signature.state == UNSIGNED
    assert before.content_hash == after.content_hash == content_hash(dogs())
    assert before.fingerprint == after.fingerprint


def test_the_fingerprint_of_the_content_stays_when_somebody_remarks() -> None:
    view = dogs()
    remark = Remark(id="remark-1", about=view.service.id, author="Prüferin", text="Bitte prüfen")
    remarked = Snapshot.of_records([*view, remark])

    found = examine(write(remarked)[0][0].content, given(trusting=False))

    assert found.problems == []
    assert found.content_hash == content_hash(view)
    assert found.fingerprint != examine(plain(), given(trusting=False)).fingerprint


def test_a_receiver_learns_what_the_package_is() -> None:
    found = examine(good(), given())

    assert (found.key, found.version) == ("hundesteuer", "1.0.0")
    assert found.maker.startswith("Fachwerk ")
    assert [g.target for g in found.gates] == ["cibseven", "flowable", "operaton"]
    assert {(g.stated, g.here) for g in found.gates} == {("bereit", "bereit")}
    assert found.gates[0].count > 20
    assert [note.key for note in found.notes] == ["container.note.offline"]


def test_who_trusts_nobody_is_told_that_the_signer_was_not_checked() -> None:
    found = examine(good(), given(trusting=False))

    assert found.signature.state == UNKNOWN
    assert found.sound
    assert "container.note.no_trust" in [note.key for note in found.notes]


def test_a_package_of_the_first_version_is_still_whole_and_told_apart() -> None:
    files = parts(plain())
    del files["schema/paket-1.xsd"]
    text = re.sub(r'\s*<artefakt pfad="schema/paket-1.xsd"[^>]*/>', "", files[MANIFEST].decode())
    text = re.sub(r' inhalt="\w+"', "", text).replace('version="1.1"', 'version="1.0"')
    older = pack({**files, MANIFEST: text.encode()})

    found = examine(older, given(trusting=False))

    assert verify(older) == []
    assert found.problems == []
    assert [note.key for note in found.notes] == ["container.note.older"]
    assert read_foreign(older, "p.fachwerk.zip").records


def test_a_signature_from_elsewhere_is_judged_though_the_tool_packed_in_its_own_way() -> None:
    from tests.helpers.tampering_zip import archive

    found = examine(archive(), given())
    other = examine(archive(dress=lambda info: setattr(info, "compress_type", 0)), given())

    assert found.signature.state == VALID
    assert other.signature.state == VALID
    assert [one.code for one in found.problems] == ["REPACKED"]


def test_the_same_key_signs_later_for_itself() -> None:
    later = sign_package(plain(), load_key(signer().key_file()), NOW - timedelta(hours=1))

    assert examine(later, given()).signature.state == VALID


def test_a_fingerprint_is_shown_in_groups_that_people_can_compare() -> None:
    assert short("0123456789abcdef" * 4) == "0123 4567 89ab cdef 0123 4567 89ab cdef"


def test_whoever_reads_a_package_in_hears_what_is_wrong_with_it() -> None:
    spoilt = unsigned(lambda files: files.update({FORM: b"{}"}))

    heard = [note.key for note in read_foreign(spoilt, "p.zip").notes]

    assert heard == ["container.verify.hash"]
    assert read_foreign(plain(), "p.zip").notes == []


def test_whoever_reads_a_signed_package_in_hears_that_nobody_asked_who_signed() -> None:
    heard = [note.key for note in read_foreign(good(), "p.zip").notes]

    assert heard == ["container.note.import_signed"]


def test_a_source_beyond_every_service_is_not_written_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporters.package.rerun.MOST_RECORDS", 3)

    found = examine(plain(), given(trusting=False))

    assert [one.code for one in found.problems] == ["SOURCE-LARGE"]
