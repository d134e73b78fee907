"""Does a person sign a package in the window, without the passphrase staying anywhere?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from exporters.package.examine import examine
from exporters.signature import UNSIGNED, VALID
from exporters.signature.chain import Trust
from exporters.signature.judge import Given
from studio.windows.exportpanel import ExportPanel, open_panel
from tests.helpers.authority import NOW, PASSPHRASE, SIGNED, root, signer
from tests.helpers.desk import Hand


@pytest.fixture
def panel(at_work: Hand, tmp_path: Path) -> ExportPanel:
    """The panel of the package, for a person who would choose a locked key."""
    key = tmp_path / "siegel.p12"
    key.write_bytes(signer().pkcs12_file())
    at_work.desk.choosers = replace(at_work.desk.choosers, open=lambda *_words: key)
    world = at_work.desk.surroundings
    at_work.desk.surroundings = replace(world, clock=lambda: SIGNED)
    found = open_panel(at_work.desk)
    assert found is not None
    found.place.setText(str(tmp_path / "aus.fachwerk.zip"))
    return found


def state_of(path: Path) -> str:
    given = Given(NOW, Trust((root().certificate,)))
    return examine(path.read_bytes(), given).signature.state


def test_a_package_is_signed_with_the_chosen_key(
    at_work: Hand, panel: ExportPanel, tmp_path: Path
) -> None:
    at_work.press(panel.signing.choose)
    at_work.wait_for(panel.signing.passphrase.hasFocus)
    at_work.type(PASSPHRASE.decode())

    at_work.press(panel.go)
    at_work.wait_for(panel.go.isEnabled)

    assert state_of(tmp_path / "aus.fachwerk.zip") == VALID
    assert "Stadt Musterstadt" in panel.outcome.text()
    assert panel.signing.passphrase.text() == ""
    assert panel.signing.passphrase.echoMode() == QLineEdit.EchoMode.Password
    panel.close()


def test_a_wrong_passphrase_writes_nothing_and_is_asked_for_again(
    at_work: Hand, panel: ExportPanel, tmp_path: Path
) -> None:
    at_work.press(panel.signing.choose)
    at_work.type("Sesam")

    at_work.press(panel.go)

    assert not (tmp_path / "aus.fachwerk.zip").exists()
    assert "Kennwort ist falsch" in panel.outcome.text()
    assert "Sesam" not in panel.outcome.text()
    assert panel.signing.passphrase.hasFocus()
    panel.close()


def test_who_thinks_better_of_it_writes_an_unsigned_package(
    at_work: Hand, panel: ExportPanel, tmp_path: Path
) -> None:
    at_work.press(panel.signing.choose)
    at_work.press(panel.signing.leave)

    at_work.press(panel.go)
    at_work.wait_for(panel.go.isEnabled)

    assert state_of(tmp_path / "aus.fachwerk.zip") == UNSIGNED
    assert panel.signing.choose.isVisible()
    panel.close()


def test_only_the_package_offers_to_be_signed(panel: ExportPanel) -> None:
    shown = {}
    for row, key in enumerate(panel.targets):
        panel.list.setCurrentRow(row)
        shown[key] = panel.signing.isVisible()

    assert [key for key, seen in shown.items() if seen] == ["package"]
    panel.close()
