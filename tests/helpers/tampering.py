"""What does a stranger do to a signed package? One row for each way, and the code that finds it.

The rows about the archive stand in ``tampering_zip``, those about the signature in
``tampering_seal``, those about files and manifest here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from exporters.package import write
from exporters.package.container import (
    ASIC_MANIFEST,
    ASIC_TYPE,
    MANIFEST,
    SIGNATURE,
    pack,
)
from exporters.package.opening import open_package
from exporters.package.signing import sign_package
from exporters.signature import load_key
from exporters.signature.chain import Trust
from exporters.signature.judge import Given
from tests.exporters.platforms.dogs import dogs
from tests.helpers.authority import NOW, SIGNED, root, signer
from tests.helpers.musterleistung import musterleistung

FORM, OTHER_FORM = "form/ihr_hund.form", "form/ihre_angaben.form"
SOURCE = "source/hundesteuer.fachwerk"
Files = dict[str, bytes]


@dataclass(frozen=True)
class Tampering:
    """``code`` is what finds it; ``about`` stands in the sentence."""

    name: str
    made: Callable[[], bytes]
    code: str
    about: str = ""


def given(*, trusting: bool = True) -> Given:
    """The receiver trusts the authority, or names nobody."""
    return Given(NOW, Trust((root().certificate,)) if trusting else None)


@cache
def plain() -> bytes:
    """A good package that nobody signed."""
    return write(dogs())[0][0].content


@cache
def good() -> bytes:
    """A good package with a signature."""
    return sign_package(plain(), load_key(signer().key_file()), SIGNED)


@cache
def other() -> bytes:
    """Another good package of the same signer."""
    made = write(musterleistung())[0][0].content
    return sign_package(made, load_key(signer().key_file()), SIGNED)


def parts(data: bytes) -> Files:
    """All files of a package but the media type."""
    opened = open_package(data)
    return {**opened.files, **opened.meta}


def signed(change: Callable[[Files], None]) -> bytes:
    """The signed package after somebody worked on its files."""
    files = parts(good())
    change(files)
    return pack(files, ASIC_TYPE)


def unsigned(change: Callable[[Files], None]) -> bytes:
    """The package without a signature after somebody worked on its files."""
    files = parts(plain())
    change(files)
    return pack(files)


def edit(files: Files, name: str, old: str | bytes, new: str | bytes) -> None:
    """Replace something in a file, once; it has to be there."""
    before = old.encode() if isinstance(old, str) else old
    after = new.encode() if isinstance(new, str) else new
    assert before in files[name], (name, before)
    files[name] = files[name].replace(before, after, 1)


def relist(files: Files) -> None:
    """Make the manifest fit the files again, as a careful forger would."""
    text = files[MANIFEST].decode()
    for name, content in files.items():
        digest, size = hashlib.sha256(content).hexdigest(), len(content)
        line = re.compile(rf'(<artefakt pfad="{re.escape(name)}"[^>]*?)sha256="\w+"([^>]*?)/>')
        text = line.sub(rf'\1sha256="{digest}"\2/>', text)
        size_of = re.compile(rf'(<artefakt pfad="{re.escape(name)}"[^>]*?)groesse="\d+"')
        text = size_of.sub(rf'\1groesse="{size}"', text)
        if name == SOURCE:
            text = re.sub(r'<quelle sha256="\w+"', f'<quelle sha256="{digest}"', text)
    files[MANIFEST] = text.encode()


def list_too(files: Files, name: str, role: str = "formular") -> None:
    """Write a file into the manifest."""
    digest = hashlib.sha256(files[name]).hexdigest()
    row = (
        f'<artefakt pfad="{name}" typ="application/json" rolle="{role}" sha256="{digest}" '
        f'groesse="{len(files[name])}"/>\n  <ziel '
    )
    edit(files, MANIFEST, "<ziel ", row)


def unlist(files: Files, name: str) -> None:
    """Strike a file from the manifest."""
    text = files[MANIFEST].decode()
    found = re.sub(rf'\s*<(artefakt|datei) pfad="{re.escape(name)}"[^>]*/>', "", text)
    assert found != text
    files[MANIFEST] = found.encode()


# --------------------------------------------------------------------------- files and manifest


def _changed(files: Files) -> None:
    files[FORM] += b" "


def _changed_and_listed(files: Files) -> None:
    _changed(files)
    relist(files)


def _added(files: Files) -> None:
    files["form/fremd.form"] = b"{}"


def _added_and_listed(files: Files) -> None:
    files["form/fremd.form"] = b'{"schemaVersion": 16}'
    list_too(files, "form/fremd.form")


def _removed(files: Files) -> None:
    del files[FORM]


def _removed_and_unlisted(files: Files) -> None:
    del files[FORM]
    unlist(files, FORM)


def _renamed(files: Files) -> None:
    files["form/hund.form"] = files.pop(FORM)


def _renamed_and_listed(files: Files) -> None:
    _renamed(files)
    unlist(files, FORM)
    list_too(files, "form/hund.form")


def _swapped(files: Files) -> None:
    files[FORM], files[OTHER_FORM] = files[OTHER_FORM], files[FORM]


def _swapped_and_listed(files: Files) -> None:
    _swapped(files)
    relist(files)


def _other_source(files: Files) -> None:
    theirs = parts(other())
    (name,) = (one for one in theirs if one.startswith("source/"))
    files[SOURCE] = theirs[name]
    relist(files)


def _other_source_and_fingerprint(files: Files) -> None:
    _other_source(files)
    theirs = re.search(r'inhalt="\w+"', parts(other())[MANIFEST].decode())
    assert theirs
    text = re.sub(r'inhalt="\w+"', theirs.group(), files[MANIFEST].decode())
    files[MANIFEST] = text.encode()


def _broken_source(files: Files) -> None:
    files[SOURCE] = files[SOURCE][:-40]
    relist(files)


def _no_source_at_all(files: Files) -> None:
    files[SOURCE] = b"nichts davon"
    relist(files)


def _no_source(files: Files) -> None:
    del files[SOURCE]
    unlist(files, SOURCE)


def _second_source(files: Files) -> None:
    files["source/zweite.fachwerk"] = files[SOURCE]
    list_too(files, "source/zweite.fachwerk", "quelle")


def manifest(old: str, new: str) -> Callable[[Files], None]:
    """A change of the manifest."""
    return lambda files: edit(files, MANIFEST, old, new)


def _called_older(files: Files) -> None:
    _changed_and_listed(files)
    edit(files, MANIFEST, 'version="1.1"', 'version="1.0"')


def _called_others(files: Files) -> None:
    _changed_and_listed(files)
    edit(files, MANIFEST, 'erzeugt-von="Fachwerk ', 'erzeugt-von="Fachwerk 9.')


def _whole_manifest(content: bytes) -> Callable[[Files], None]:
    return lambda files: files.update({MANIFEST: content})


def _short_digest(files: Files) -> None:
    text = re.sub(r'(rolle="formular" sha256=)"\w+"', rf'\1"{"0" * 40}"', files[MANIFEST].decode())
    files[MANIFEST] = text.encode()


def _wrong_size(files: Files) -> None:
    edit(files, MANIFEST, f'groesse="{len(files[FORM])}"', 'groesse="1"')


def _twice_listed(files: Files) -> None:
    list_too(files, FORM)


_DOCTYPE = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><paket>&e;</paket>'
_SPACE = "urn:fachwerk:paket:1"

CONTENT = (
    Tampering("changed", lambda: signed(_changed), "HASH", FORM),
    Tampering("emptied", lambda: signed(lambda f: f.update({FORM: b""})), "HASH", FORM),
    Tampering("changed and listed", lambda: signed(_changed_and_listed), "SIG-CHANGED", FORM),
    Tampering("changed, unsigned", lambda: unsigned(_changed_and_listed), "RERUN-CHANGED", FORM),
    Tampering("added", lambda: signed(_added), "UNLISTED", "form/fremd.form"),
    Tampering("added and listed", lambda: signed(_added_and_listed), "SIG-UNCOVERED", "fremd"),
    Tampering("added, unsigned", lambda: unsigned(_added_and_listed), "RERUN-FOREIGN", "fremd"),
    Tampering("removed", lambda: signed(_removed), "MISSING", FORM),
    Tampering("removed and unlisted", lambda: signed(_removed_and_unlisted), "SIG-GONE", FORM),
    Tampering("removed, unsigned", lambda: unsigned(_removed_and_unlisted), "RERUN-MISSING", FORM),
    Tampering("renamed", lambda: signed(_renamed), "UNLISTED", "form/hund.form"),
    Tampering("renamed and listed", lambda: signed(_renamed_and_listed), "SIG-GONE", FORM),
    Tampering("swapped", lambda: signed(_swapped), "HASH", OTHER_FORM),
    Tampering("swapped, unsigned", lambda: unsigned(_swapped_and_listed), "RERUN-CHANGED", FORM),
    Tampering("source swapped", lambda: unsigned(_other_source), "SOURCE-OTHER", SOURCE),
    Tampering(
        "source swapped with its fingerprint",
        lambda: unsigned(_other_source_and_fingerprint),
        "RERUN-FOREIGN",
        FORM,
    ),
    Tampering("source cut", lambda: unsigned(_broken_source), "RERUN-CHANGED", SOURCE),
    Tampering("source no service", lambda: unsigned(_no_source_at_all), "SOURCE-REFUSED", SOURCE),
    Tampering("source removed", lambda: unsigned(_no_source), "SOURCE-MISSING"),
    Tampering("second source", lambda: unsigned(_second_source), "SOURCE-MISSING"),
    Tampering(
        "gate forged",
        lambda: unsigned(manifest('<gate nr="C05" status="ok"', '<gate nr="C05" status="fehler"')),
        "GATE",
        "C05",
    ),
    Tampering(
        "status forged",
        lambda: unsigned(manifest('status="bereit"', 'status="nicht-geprueft"')),
        "STATUS",
        "nicht geprüft",
    ),
    Tampering(
        "gate struck out",
        lambda: unsigned(manifest('<gate nr="C05" status="ok"/>', "")),
        "RERUN-CHANGED",
        MANIFEST,
    ),
    Tampering(
        "title forged", lambda: unsigned(manifest('titel="', 'titel="Amtlich: ')), "RERUN-CHANGED"
    ),
    Tampering("changed and called older", lambda: unsigned(_called_older), "RERUN-OLDER", FORM),
    Tampering(
        "changed and called another's", lambda: unsigned(_called_others), "RERUN-OLDER", FORM
    ),
    Tampering("manifest removed", lambda: signed(lambda f: f.pop(MANIFEST)), "MANIFEST"),
    Tampering("manifest no xml", lambda: unsigned(_whole_manifest(b"no xml")), "MANIFEST"),
    Tampering("manifest with doctype", lambda: unsigned(_whole_manifest(_DOCTYPE)), "MANIFEST"),
    Tampering("other namespace", lambda: unsigned(manifest(_SPACE, "urn:x:1")), "MANIFEST"),
    Tampering(
        "other version", lambda: unsigned(manifest('version="1.1"', 'version="9"')), "MANIFEST"
    ),
    Tampering("unknown word", lambda: unsigned(manifest('id="', 'boese="1" id="')), "MANIFEST"),
    Tampering("path leads out", lambda: unsigned(manifest(FORM, f"../{FORM}")), "MANIFEST"),
    Tampering("listed twice", lambda: unsigned(_twice_listed), "MANIFEST"),
    Tampering("weak digest", lambda: unsigned(_short_digest), "MANIFEST"),
    Tampering("wrong size", lambda: signed(_wrong_size), "SIZE", "ihr_hund.form"),
    Tampering(
        "list of files changed",
        lambda: signed(lambda f: edit(f, ASIC_MANIFEST, FORM, "form/x.form")),
        "ASIC-MANIFEST",
        ASIC_MANIFEST,
    ),
    Tampering(
        "list of files removed", lambda: signed(lambda f: f.pop(ASIC_MANIFEST)), "ASIC-MANIFEST"
    ),
    Tampering(
        "signature removed", lambda: signed(lambda f: f.pop(SIGNATURE)), "SIG-NONE", "META-INF/"
    ),
    Tampering("signature and its type removed", plain, "SIG-NONE"),
)
