"""Does the command line sign and check packages, with the right codes and no secret told?"""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from exporters.package.examine import examine
from exporters.signature import VALID
from studio.commandline.verify import calm
from tests.helpers.authority import PASSPHRASE, Member, root, signer
from tests.helpers.tampering import given, good, plain, signed
from tests.studio.commandline.conftest import Call

AT = "2026-11-25T09:00:00Z"
SIGNED_AT = "2026-11-24T12:00:00Z"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Packages, keys and an authority on the disk."""
    (tmp_path / "gut.zip").write_bytes(good())
    (tmp_path / "offen.zip").write_bytes(plain())
    (tmp_path / "ca.pem").write_bytes(root().pem)
    (tmp_path / "fremd.pem").write_bytes(root(2).pem)
    (tmp_path / "siegel.p12").write_bytes(signer().pkcs12_file())
    (tmp_path / "kennwort").write_bytes(PASSPHRASE + b"\nzweite Zeile")
    return tmp_path


def test_a_good_package_is_told_of_in_sentences(call: Call, folder: Path) -> None:
    said = call("verify", folder / "gut.zip", "--trust", folder / "ca.pem", "--at", AT)

    assert said.code == 0
    assert "Unterschrift: gültig; Stadt Musterstadt" in said.out
    assert "Stadt Musterstadt → Prüf-CA Musterland" in said.out
    assert "nicht geprüft (offline)" in said.out
    assert said.out.rstrip().endswith("Nichts zu beanstanden.")


def test_programs_read_the_same_as_json(call: Call, folder: Path) -> None:
    said = call("verify", folder / "gut.zip", "--trust", folder / "ca.pem", "--at", AT, "--json")
    told = json.loads(said.out)

    assert said.code == 0
    assert told["sound"] is True
    assert told["signature"]["state"] == VALID
    assert told["signature"]["claimed_time"] == "2026-11-24T12:00:00+00:00"
    assert len(told["content_hash"]) == len(told["fingerprint"]) == 64
    assert told["problems"] == []


def test_a_folder_of_authorities_is_trusted_too(call: Call, folder: Path) -> None:
    said = call("verify", folder / "gut.zip", "--trust", folder, "--at", AT)

    assert said.code == 0


def test_a_changed_package_ends_with_one(call: Call, folder: Path) -> None:
    form = "form/ihr_hund.form"
    (folder / "gut.zip").write_bytes(signed(lambda files: files.update({form: b"{}"})))

    said = call("verify", folder / "gut.zip", "--trust", folder / "ca.pem", "--at", AT)
    told = call("verify", folder / "gut.zip", "--at", AT, "--json")

    assert said.code == told.code == 1
    assert f"Mangel: Die Datei „{form}“ wurde nach dem Packen verändert." in said.out
    assert [one["code"] for one in json.loads(told.out)["problems"]] == ["HASH"]


def test_whom_nobody_vouches_for_ends_with_one(call: Call, folder: Path) -> None:
    strange = call("verify", folder / "gut.zip", "--trust", folder / "fremd.pem", "--at", AT)
    unsigned = call("verify", folder / "offen.zip", "--trust", folder / "ca.pem", "--at", AT)

    assert (strange.code, unsigned.code) == (1, 1)
    assert "[CERT-UNKNOWN]" in strange.out
    assert "nicht unterschrieben" in unsigned.out


@pytest.mark.parametrize("content", [b"", b"PK", b"\0" * 1000, b"<x/>", plain()[:-9]])
def test_what_is_no_package_ends_with_two_and_a_sentence(
    call: Call, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)

    said = call("verify", path, "--json")

    assert (said.code, said.out) == (2, "")
    assert "x.zip" in said.err
    assert "Traceback" not in said.err


@pytest.mark.parametrize(
    "words",
    [
        ("gut.zip", "--trust", "fehlt.pem"),
        ("gut.zip", "--trust", "kennwort"),
        ("gut.zip", "--at", "gestern"),
        ("fehlt.zip",),
    ],
)
def test_a_wrong_word_is_refused(call: Call, folder: Path, words: tuple[str, ...]) -> None:
    paths = [folder / word if "." in word or word == "kennwort" else word for word in words]

    said = call("verify", *paths)

    assert said.code == 2
    assert said.err


def test_names_in_a_package_cannot_steer_the_terminal() -> None:
    assert calm("Hund\x1b[2J\u202e und Katze") == "Hund\\x1b[2J\\u202e und Katze"


# ------------------------------------------------------------------------------------- to sign


def signing(folder: Path, *more: object) -> tuple[object, ...]:
    return (
        "export",
        folder / "sondernutzung.fachwerk",
        "--target",
        "package",
        "-o",
        folder / "neu.zip",
        "--sign",
        folder / "siegel.p12",
        "--signing-time",
        SIGNED_AT,
        *more,
    )


def test_a_package_is_signed_with_the_passphrase_of_a_file(
    call: Call, folder: Path, service_file: Path
) -> None:
    said = call(*signing(folder, "--passphrase-file", folder / "kennwort"))
    found = examine((service_file.parent / "neu.zip").read_bytes(), given())

    assert said.code in (0, 1)
    assert "Unterschrieben: Stadt Musterstadt" in said.out
    assert found.signature.state == VALID
    assert found.sound
    assert PASSPHRASE.decode() not in said.out + said.err


@pytest.mark.usefixtures("service_file")
def test_a_passphrase_comes_in_by_the_input(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_in = io.TextIOWrapper(io.BytesIO(PASSPHRASE + b"\r\nmehr"))
    monkeypatch.setattr(sys, "stdin", given_in)

    said = call(*signing(folder, "--passphrase-file", "-"))

    assert "Unterschrieben" in said.out


@pytest.mark.usefixtures("service_file")
def test_a_passphrase_is_asked_for_where_somebody_sits(
    call: Call, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return PASSPHRASE.decode()

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("studio.commandline.export_signing.getpass", answer)

    said = call(*signing(folder))

    assert asked == ["Kennwort für „siegel.p12“: "]
    assert "Unterschrieben" in said.out


@pytest.mark.usefixtures("service_file")
def test_a_key_and_its_certificate_may_lie_in_two_files(call: Call, folder: Path) -> None:
    member: Member = signer()
    key, _, _ = member.key_file().partition(b"-----BEGIN CERTIFICATE")
    (folder / "siegel.p12").write_bytes(key)
    (folder / "siegel.crt").write_bytes(member.pem)

    said = call(*signing(folder, "--certificate", folder / "siegel.crt"))

    assert "Unterschrieben" in said.out


@pytest.mark.usefixtures("service_file")
def test_nothing_is_written_when_the_key_stays_shut(call: Call, folder: Path) -> None:
    (folder / "falsch").write_text("Sesam")

    wrong = call(*signing(folder, "--passphrase-file", folder / "falsch"))
    nobody = call(*signing(folder))

    assert (wrong.code, nobody.code) == (2, 2)
    assert "Kennwort ist falsch" in wrong.err
    assert "Sesam" not in wrong.err
    assert "--passphrase-file -" in nobody.err
    assert not (folder / "neu.zip").exists()


def test_only_a_package_is_signed_and_only_with_a_key(
    call: Call, folder: Path, service_file: Path
) -> None:
    out, key = folder / "x.bpmn", folder / "siegel.p12"

    bpmn = call("export", service_file, "--target", "bpmn", "-o", out, "--sign", key)
    keyless = call("export", service_file, "--target", "bpmn", "-o", out, "--certificate", key)

    assert (bpmn.code, keyless.code) == (2, 2)
    assert "--target package" in bpmn.err
    assert "--certificate" in keyless.err
    assert not out.exists()
